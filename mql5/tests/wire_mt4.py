"""The host's ends of MT4's transports: a named pipe, and HTTP exchanges."""
import http.server
import os
import queue
import socket
import tempfile
import threading
import time

from wire import PATIENCE, Link, LinkClosed, Stream


class PipeHost:
    """Listens where the emulator looks for the pipe of this name."""

    def __init__(self, token='secret', name='opentrading'):
        self.token = token
        self.port = 1
        self.folder = tempfile.mkdtemp(prefix='pipe-')
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(os.path.join(self.folder, 'CoreFxPipe_' + name))
        self.listener.listen()
        self.listener.settimeout(PATIENCE)

    def accept(self):
        connection, _ = self.listener.accept()
        return Link(Stream(connection), self.token)

    def link(self, **limits):
        return self.accept().shake(**limits)

    def close(self):
        self.listener.close()


class HttpStream:
    """One link of an expert over exchanges: bytes in, bytes out, old answers repeated."""

    def __init__(self):
        self.lock = threading.Condition()
        self.received = b''
        self.waiting = b''
        self.seq = 0
        self.answer = b''
        self.closed = False
        self.repeats = 0

    def exchange(self, seq, body):
        """The answer to an exchange, or None when the link is over."""
        with self.lock:
            if self.closed:
                return None
            if seq == self.seq:
                self.repeats += 1
                return self.answer
            if seq != self.seq + 1:
                self.closed = True
                self.lock.notify_all()
                return None
            self.seq = seq
            self.received += body
            self.lock.notify_all()
            self.lock.wait_for(lambda: self.waiting or self.closed, 0.05)
            self.answer, self.waiting = self.waiting, b''
            return self.answer

    def send_bytes(self, data):
        with self.lock:
            self.waiting += data
            self.lock.notify_all()

    def line(self, until):
        with self.lock:
            while b'\n' not in self.received:
                if self.closed:
                    raise LinkClosed('the link is over')
                left = until - time.monotonic()
                if left <= 0:
                    return None
                self.lock.wait(min(left, 0.2))
            line, self.received = self.received.split(b'\n', 1)
            return line

    def close(self):
        with self.lock:
            self.closed = True
            self.lock.notify_all()


class HttpHost:
    """Answers POST /ea/v1/exchange."""

    def __init__(self, token='secret'):
        self.token = token
        self.links = {}
        self.fresh = queue.Queue()
        host = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                host.serve(self)

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={'poll_interval': 0.05}, daemon=True).start()

    def serve(self, request):
        name, seq = request.headers['X-OT-Link'], int(request.headers['X-OT-Seq'])
        body = request.rfile.read(int(request.headers['Content-Length']))
        if name not in self.links and seq == 1:
            self.links[name] = HttpStream()
            self.fresh.put(self.links[name])
        stream = self.links.get(name)
        answer = stream.exchange(seq, body) if stream and request.path == '/ea/v1/exchange' else None
        request.send_response(200 if answer is not None else 410)
        request.send_header('Content-Length', str(len(answer or b'')))
        request.end_headers()
        try:
            request.wfile.write(answer or b'')
        except OSError:
            pass

    def accept(self):
        return Link(self.fresh.get(timeout=PATIENCE), self.token)

    def link(self, **limits):
        return self.accept().shake(**limits)

    def close(self):
        self.server.shutdown()
        self.server.server_close()
