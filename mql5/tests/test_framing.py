"""Lines: long, broken, hostile, in pieces, and many at once."""
import json
import unittest

from bench import BridgeTest


class Framing(BridgeTest):
    def leaves(self, data, reason='bad_line'):
        self.start()
        self.link.stream.send_bytes(data)
        self.assertEqual(self.link.until_closed()['reason'], reason)
        self.terminal.command('clock advance 4100')
        self.connect()
        self.assertTrue(self.link.good('quote', symbol='EURUSD')['ok'])

    def line_of(self, size):
        head = '{"id":7,"op":"quote","symbol":"EURUSD","pad":"'
        return (head + 'x' * (size - len(head) - 3) + '"}\n').encode()

    def test_a_mebibyte_is_taken(self):
        self.start()
        self.link.stream.send_bytes(self.line_of(1048576))
        self.assertTrue(self.link.answer(7)['ok'])

    def test_a_mebibyte_and_a_byte_ends_the_link(self):
        self.leaves(self.line_of(1048577))

    def test_a_line_without_end_ends_the_link(self):
        self.leaves(b'{"id":1,"pad":"' + b'x' * 1100000)

    def test_bytes_that_are_no_utf8_end_the_link(self):
        for bad in (b'\xff', b'\xc0\xaf', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xe2\x82', b'\x00'):
            with self.subTest(bad=bad):
                self.setUp()
                self.leaves(b'{"id":1,"op":"quote","symbol":"' + bad + b'"}\n')
                self.tearDown()
                self.terminal = self.link = None
        self.setUp()

    def test_whatever_is_no_flat_object_ends_the_link(self):
        for bad in (b'[]', b'7', b'{"id":1', b'{"id":1,}', b'{"id":1,"id":2}', b'{"id":1,"op":{"a":1}}', b'{"id":1,"op":[1]}', b'{"a":tru}', b'{"a":"\\q"}',
                    b'{"a":"\\u12"}', b'{"a":1} {"b":2}', b'{a:1}', b'', b'{"a":"\\u0000"}'):
            with self.subTest(bad=bad):
                self.setUp()
                self.leaves(bad + b'\n')
                self.tearDown()
                self.terminal = self.link = None
        self.setUp()

    def test_a_flood_of_rubbish_ends_the_link_once(self):
        self.start()
        try:
            for i in range(200):
                self.link.stream.send_bytes(bytes((i * 37 + k * 101) % 251 + 1 for k in range(5000)) + b'\n')
        except OSError:
            pass
        try:
            self.link.until_closed()
        except OSError:
            pass
        self.terminal.command('clock advance 4100')
        self.connect()

    def test_half_a_line_and_silence(self):
        self.start(heartbeat_ms=5000)
        self.link.stream.send_bytes(b'{"id":1,"op":"qu')
        self.terminal.command('clock advance 15100')
        self.link.until_closed()

    def test_pieces_of_any_size(self):
        self.start('--fault', 'readable_quirk', '--fault', 'short_read=3')
        data = (json.dumps({'id': 901, 'op': 'quote', 'symbol': 'EURUSD'}) + '\n').encode()
        for byte in data:
            self.link.stream.send_bytes(bytes([byte]))
        self.assertEqual(self.link.answer(901)['bid'], 1.1)

    def test_escapes_and_foreign_letters_come_back_whole(self):
        self.start()
        name = 'ЗОЛОТО"\\\n\t\u0001😀'
        answer = self.link.ask('quote', symbol=name)
        self.assertEqual((answer['code'], answer['text']), ('SYMBOL_UNKNOWN', 'the broker has no symbol ' + name))
        self.link.stream.send_bytes(b'{"id":77,"op":"quote","symbol":"\\ud83d\\ude00\\u00e9\\/"}\n')
        self.assertEqual(self.link.answer(77)['text'], 'the broker has no symbol 😀é/')

    def test_numbers_are_plain_or_refused(self):
        self.start()
        for bad in ('1e2', '01', '"5"', '-', '1.', '.5', '0x10', '99999999999999999999', 'true'):
            with self.subTest(bad=bad):
                self.link.stream.send_bytes(('{"id":5,"op":"bars","symbol":"EURUSD","tf":"H1","limit":%s}\n' % bad).encode())
                try:
                    self.assertEqual(self.link.answer(5)['code'], 'BAD_REQUEST')
                except Exception:   # not JSON at all: the link ends
                    self.assertIn(bad, ('.5',))
                    self.terminal.command('clock advance 4100')
                    self.connect()

    def test_a_request_without_id_or_op(self):
        self.start()
        self.link.send({'op': 'quote', 'symbol': 'EURUSD'})
        self.assertEqual(self.link.answer(0)['code'], 'BAD_REQUEST')
        self.link.send({'id': 3})
        self.assertEqual(self.link.answer(3)['code'], 'BAD_REQUEST')
        self.assertEqual(self.link.ask('dance')['code'], 'UNKNOWN_OP')

    def test_a_thousand_requests_are_answered_in_order(self):
        self.start()
        lines = ''.join('{"id":%d,"op":"quote","symbol":"EURUSD"}\n' % i for i in range(1, 1001))
        self.link.stream.send_bytes(lines.encode())
        answers = []
        while len(answers) < 1000:
            message = self.link.receive()
            if 'ok' in message:
                answers.append(message['id'])
        self.assertEqual(answers, list(range(1, 1001)))


if __name__ == '__main__':
    unittest.main()
