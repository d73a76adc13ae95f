"""The host's side of the bridge protocol, for tests: one listener, one link, requests and events."""
import hashlib
import hmac
import json
import os
import socket
import time

PATIENCE = 60.0   # seconds a test waits for what must come; never a measure of speed


def mac(token, text):
    return hmac.new(token.encode(), text.encode(), hashlib.sha256).hexdigest()


class Refused(Exception):
    """The expert answered ok:false."""


class LinkClosed(Exception):
    """The expert closed the link."""


class Stream:
    """Lines over a connected socket."""

    def __init__(self, connection):
        self.socket = connection
        self.socket.settimeout(0.2)
        self.received = b''

    def send_bytes(self, data):
        self.socket.settimeout(PATIENCE)
        self.socket.sendall(data)
        self.socket.settimeout(0.2)

    def line(self, until):
        """The next line, or None when the time is over."""
        while b'\n' not in self.received:
            if time.monotonic() > until:
                return None
            try:
                data = self.socket.recv(1 << 20)
            except socket.timeout:
                continue
            except OSError as error:
                raise LinkClosed(str(error)) from error
            if not data:
                raise LinkClosed('end of stream')
            self.received += data
        line, self.received = self.received.split(b'\n', 1)
        return line

    def close(self):
        self.socket.close()


class Link:
    """One connection of an expert, from hello on. Keeps the events it saw."""

    def __init__(self, stream, token='secret'):
        self.stream = stream
        self.token = token
        self.next_id = 0
        self.beat = 0
        self.events = []
        self.hello = None
        self.bye = None

    def send(self, message):
        self.stream.send_bytes((json.dumps(message, ensure_ascii=False, separators=(',', ':')) + '\n').encode())

    def receive(self, patience=PATIENCE):
        line = self.stream.line(time.monotonic() + patience)
        if line is None:
            raise TimeoutError('the expert said nothing')
        message = json.loads(line)
        if 'seq' in message:
            self.events.append(message)
        if message.get('type') == 'bye':
            self.bye = message
        return message

    def greet(self):
        self.hello = self.receive()
        assert self.hello['type'] == 'hello', self.hello
        return self.hello

    def challenge(self, token=None, nonce=None):
        token = self.token if token is None else token
        nonce = nonce or os.urandom(16).hex()
        self.send({'type': 'challenge', 'nonce': nonce, 'proof': mac(token, 'host' + self.hello['nonce'] + nonce)})
        answer = self.receive()
        if answer.get('type') == 'auth':
            assert answer['mac'] == mac(token, 'ea' + nonce + self.hello['nonce']), 'the expert computed another MAC'
        return answer

    def welcome(self, **limits):
        message = {'type': 'welcome', 'session': 's1', 'heartbeat_ms': 20000, 'subscriptions': ''}
        message.update(limits)
        self.events = []
        self.send(message)

    def shake(self, **limits):
        """The whole handshake and the first heartbeat."""
        self.greet()
        answer = self.challenge()
        assert answer['type'] == 'auth', answer
        self.welcome(**limits)
        self.ping()
        return self

    def post(self, op, **fields):
        """Sends a request and returns its number."""
        self.next_id += 1
        self.send({'id': self.next_id, 'op': op, **fields})
        return self.next_id

    def answer(self, number):
        while True:
            message = self.receive()
            if message.get('id') == number and 'ok' in message:
                return message

    def ask(self, op, **fields):
        return self.answer(self.post(op, **fields))

    def good(self, op, **fields):
        answer = self.ask(op, **fields)
        if not answer['ok']:
            raise Refused(answer)
        return answer

    def ping(self):
        self.beat += 1
        return self.good('ping', beat=self.beat)

    def trade(self, op, cid, **fields):
        return self.ask(op, cid=cid, beat=self.beat, **fields)

    def rows(self, op, **fields):
        """All pages of a list."""
        rows, cursor = [], ''
        while True:
            page = self.good(op, **fields, **({'cursor': cursor} if cursor else {}))
            rows += page['rows']
            cursor = page['cursor']
            if page['complete']:
                return rows
            assert cursor or page['pending'], page

    def event(self, kind, condition=lambda event: True):
        """The first event of this type that fits, among those seen and those to come."""
        seen = 0
        until = time.monotonic() + PATIENCE
        while True:
            for event in self.events[seen:]:
                if event['type'] == kind and condition(event):
                    return event
            seen = len(self.events)
            if time.monotonic() > until:
                raise TimeoutError(f'no event {kind}; there were {[e["type"] for e in self.events]}')
            try:
                self.receive(1.0)
            except TimeoutError:
                pass

    def until_closed(self):
        try:
            while True:
                self.receive()
        except LinkClosed:
            pass
        return self.bye

    def close(self):
        self.stream.close()


class TcpHost:
    """Listens where experts of MT5 connect."""

    def __init__(self, token='secret'):
        self.token = token
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.listener.settimeout(PATIENCE)
        self.port = self.listener.getsockname()[1]

    def accept(self):
        connection, _ = self.listener.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return Link(Stream(connection), self.token)

    def link(self, **limits):
        return self.accept().shake(**limits)

    def close(self):
        self.listener.close()
