"""Hello, challenge, auth, welcome, and every way they fail."""
import unittest

from bench import BridgeTest
from wire import LinkClosed, mac


class Handshake(BridgeTest):
    def test_mac_of_the_specification(self):
        ea, host = '0123456789abcdef' * 2, 'fedcba9876543210' * 2
        self.assertEqual(mac('secret', 'host' + ea + host), 'ba0007f6243b7cb622b7fa9612346d7fc06115bbdd75895d19e828d4bef1cb57')
        self.assertEqual(mac('secret', 'ea' + host + ea), '92f48d61220ba667deb31e13f755f6f8d120ad7bc77886ca6cdfc44c6d5839e2')

    def test_hello_tells_who_is_there(self):
        hello = self.start().hello
        self.assertEqual((hello['proto'], hello['platform'], hello['login'], hello['currency'], hello['leverage']), (1, 'mt5', 5001234, 'USD', 100))
        self.assertEqual((hello['margin_mode'], hello['trade_mode'], hello['utc_offset_s'], hello['tick_fidelity']), ('hedging', 'demo', 7200, 'full'))
        self.assertEqual(hello['gates'], {'terminal': True, 'ea': True, 'account': True, 'expert': True})
        self.assertRegex(hello['nonce'], '^[0-9a-f]{32}$')
        self.assertRegex(hello['instance'], '^[0-9a-f]{32}$')

    def test_a_long_token_with_blanks_and_foreign_letters(self):
        self.host.token = 'ключ-' * 20
        self.start(inputs={'HostToken': '  ' + self.host.token + ' '})

    def test_a_host_without_the_token_is_left_for_thirty_seconds(self):
        self.launch()
        self.link = self.host.accept()
        self.link.greet()
        self.assertEqual(self.link.challenge(token='other')['reason'], 'proof')
        self.link.until_closed()
        self.terminal.command('clock advance 29000')
        self.assertEqual(self.terminal.command('status')['sockets'], 0)
        self.terminal.command('clock advance 1500')
        self.connect()

    def test_a_refusal_is_waited_out(self):
        self.launch()
        self.link = self.host.accept()
        self.link.greet()
        self.link.send({'type': 'refuse', 'code': 'LOGIN', 'text': 'not this account'})
        self.link.until_closed()
        self.terminal.command('clock advance 29000')
        self.status('not this account')
        self.terminal.command('clock advance 1500')
        self.connect()

    def test_nothing_is_answered_before_the_welcome(self):
        self.launch()
        self.link = self.host.accept()
        self.link.greet()
        self.link.post('ping', beat=1)
        self.assertEqual(self.link.until_closed()['reason'], 'protocol')

    def test_a_welcome_without_a_proof_is_refused(self):
        self.launch()
        self.link = self.host.accept()
        self.link.greet()
        self.link.welcome()
        self.assertEqual(self.link.until_closed()['reason'], 'protocol')

    def test_a_welcome_with_bad_numbers_is_refused(self):
        for words in ({'heartbeat_ms': '5000'}, {'heartbeat_ms': 1}, {'max_lots': 'much'}):
            with self.subTest(words=words):
                if not self.terminal:
                    self.launch()
                self.link = self.host.accept()
                self.link.greet()
                self.link.challenge()
                self.link.welcome(**words)
                self.assertEqual(self.link.until_closed()['reason'], 'protocol')
                self.link.close()
                self.terminal.command('clock advance 31000')

    def test_a_host_that_never_challenges_is_left(self):
        self.launch()
        self.link = self.host.accept()
        self.link.greet()
        self.terminal.command('clock advance 10500')
        self.link.until_closed()

    def test_an_address_that_is_not_allowed_says_what_to_do(self):
        self.launch('--allow', '10.0.0.1')
        self.status('Allow WebRequest')

    def test_the_instance_survives_a_restart_and_differs_between_charts(self):
        first = self.start().hello['instance']
        self.terminal.stop()
        self.terminal.start()
        self.assertEqual(self.connect().hello['instance'], first)
        self.terminal.stop()
        self.terminal.start('--chart-id', '7')
        self.assertNotEqual(self.connect().hello['instance'], first)

    def test_nonces_never_repeat(self):
        nonces = {self.start().hello['nonce']}
        for _ in range(5):
            self.link.close()
            self.terminal.command('clock advance 5000')
            nonces.add(self.connect().hello['nonce'])
        self.assertEqual(len(nonces), 6)

    def test_the_expert_comes_back_after_the_host_was_away(self):
        self.start()
        self.link.close()
        for _ in range(4):
            self.terminal.command('clock advance 4000')
        self.connect()
        self.assertEqual(self.link.ping()['beat'], 2)

    def test_bye_says_why(self):
        for reason, name in ((3, 'chart_changed'), (5, 'inputs_changed')):
            with self.subTest(name=name):
                if not self.terminal:
                    self.start()
                self.terminal.command(f'restart {reason}')
                self.assertEqual(self.link.until_closed()['reason'], name)
                self.connect()

    def test_a_connection_that_breaks_at_once_is_tried_again(self):
        self.launch()
        self.host.accept().close()
        self.terminal.command('clock advance 1100')
        self.connect()

    def test_silence_ends_the_link_after_three_heartbeats(self):
        self.start(heartbeat_ms=5000)
        self.terminal.command('clock advance 15100')
        with self.assertRaises(LinkClosed):
            while True:
                self.link.receive()


if __name__ == '__main__':
    unittest.main()
