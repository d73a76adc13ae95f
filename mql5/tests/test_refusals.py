"""What the broker refuses, and what the answer says of it."""
import unittest

from bench import BridgeTest, new_cid

# code, name, outcome, retryable
CODES = [
    (10004, 'REQUOTE', 'rejected', True), (10006, 'REJECT', 'rejected', False), (10007, 'CANCEL', 'rejected', False),
    (10011, 'ERROR', 'unknown', False), (10012, 'TIMEOUT', 'unknown', False), (10013, 'INVALID', 'rejected', False),
    (10014, 'INVALID_VOLUME', 'rejected', False), (10015, 'INVALID_PRICE', 'rejected', False), (10016, 'INVALID_STOPS', 'rejected', False),
    (10017, 'TRADE_DISABLED', 'rejected', False), (10018, 'MARKET_CLOSED', 'rejected', False), (10019, 'NO_MONEY', 'rejected', False),
    (10020, 'PRICE_CHANGED', 'rejected', True), (10021, 'PRICE_OFF', 'rejected', True), (10022, 'INVALID_EXPIRATION', 'rejected', False),
    (10023, 'ORDER_CHANGED', 'rejected', True), (10024, 'TOO_MANY_REQUESTS', 'rejected', True), (10026, 'SERVER_DISABLES_AT', 'rejected', False),
    (10027, 'CLIENT_DISABLES_AT', 'rejected', False), (10028, 'LOCKED', 'unknown', False), (10029, 'FROZEN', 'rejected', True),
    (10031, 'CONNECTION', 'unknown', False), (10032, 'ONLY_REAL', 'rejected', False), (10033, 'LIMIT_ORDERS', 'rejected', False),
    (10034, 'LIMIT_VOLUME', 'rejected', False), (10035, 'INVALID_ORDER', 'rejected', False), (10036, 'POSITION_CLOSED', 'rejected', False),
    (10038, 'INVALID_CLOSE_VOLUME', 'rejected', False), (10039, 'CLOSE_ORDER_EXIST', 'rejected', False), (10040, 'LIMIT_POSITIONS', 'rejected', False),
    (10041, 'REJECT_CANCEL', 'rejected', False), (10042, 'LONG_ONLY', 'rejected', False), (10043, 'SHORT_ONLY', 'rejected', False),
    (10044, 'CLOSE_ONLY', 'rejected', False), (10045, 'FIFO_CLOSE', 'rejected', False), (10046, 'HEDGE_PROHIBITED', 'rejected', False), (10047, 'UNKNOWN_RETCODE', 'unknown', False),
]


class ReturnCodes(BridgeTest):
    def test_each_is_decoded(self):
        self.start()
        for code, name, outcome, retryable in CODES:
            with self.subTest(code=code):
                cid = new_cid()
                self.terminal.command(f'fault reject={code} times=1')
                answer = self.refused('send', name, cid, symbol='EURUSD', side='buy', type='market', volume=0.1)
                self.assertEqual((answer['native'], answer['outcome'], answer['retryable']), (code, outcome, retryable))
                self.assertEqual(self.terminal.sends(cid), (1, 0))
        self.assertEqual(self.positions(), [])

    def test_the_rules_of_the_broker(self):
        self.start('--symbol', 'EURUSD:stops_level=50,freeze_level=30,volume_max=5,volume_limit=6', '--balance', '2000')
        market = {'symbol': 'EURUSD', 'side': 'buy', 'type': 'market', 'volume': 0.1}
        limit = {**market, 'type': 'limit', 'price': 1.09}
        past = self.terminal.command('clock')['utc_ms'] - 5000
        for fields, name in (
                ({**market, 'volume': 0.015}, 'INVALID_VOLUME'), ({**market, 'volume': 5.01}, 'INVALID_VOLUME'), ({**market, 'volume': 3}, 'NO_MONEY'),
                ({**market, 'sl': 1.0996}, 'INVALID_STOPS'), ({**market, 'sl': 1.2}, 'INVALID_STOPS'), ({**market, 'tp': 1.05}, 'INVALID_STOPS'),
                ({**limit, 'price': 1.0997}, 'INVALID_PRICE'), ({**limit, 'price': 1.2}, 'INVALID_PRICE'), ({**limit, 'sl': 1.0896}, 'INVALID_STOPS'),
                ({**limit, 'expiry': past}, 'INVALID_EXPIRATION')):
            with self.subTest(fields=fields):
                self.refused('send', name, **fields)
        ticket = self.buy(0.1, sl=1.0994)['position']
        self.quote(1.09955, 1.09965)
        self.refused('modify', 'FROZEN', ticket=ticket, sl=1.09)

    def test_trade_modes_of_a_symbol(self):
        self.start()
        ticket = self.buy()['position']
        order = {'symbol': 'EURUSD', 'type': 'market', 'volume': 0.1}
        for mode, side, name in ((0, 'buy', 'TRADE_DISABLED'), (1, 'sell', 'LONG_ONLY'), (2, 'buy', 'SHORT_ONLY'), (3, 'buy', 'CLOSE_ONLY')):
            with self.subTest(mode=mode):
                self.terminal.command(f'symbol EURUSD trade_mode={mode}')
                self.refused('send', name, side=side, **order)
        self.done('close', ticket=ticket)

    def test_first_in_first_out(self):
        self.start('--fifo')
        self.assertTrue(self.link.hello['fifo_close'])
        first = self.buy()['position']
        self.terminal.command('clock advance 10')
        second = self.buy()['position']
        self.assertEqual(self.refused('close', 'FIFO_CLOSE', ticket=second)['native'], 10045)
        self.done('close', ticket=first)
        self.done('close', ticket=second)

    def test_no_hedge(self):
        self.start('--no-hedge')
        self.assertFalse(self.link.hello['hedge_allowed'])
        self.buy()
        self.refused('send', 'HEDGE_PROHIBITED', symbol='EURUSD', side='sell', type='market', volume=0.1)

    def test_a_closed_market(self):
        self.launch('--sessions', '--utc', '1772884800000')   # Saturday, 7 March 2026
        self.connect()
        self.quote()
        self.refused('send', 'MARKET_CLOSED', symbol='EURUSD', side='buy', type='market', volume=0.1)

    def test_no_quotes(self):
        self.start('--fault', 'no_prices')
        answer = self.link.ask('quote', symbol='GBPUSD')
        self.assertEqual((answer['code'], answer['native'], answer['retryable']), ('PRICE_OFF', 10021, True))

    def test_instant_execution_requotes(self):
        self.start('--symbol', 'EURUSD:execution=1')
        answer = self.refused('send', 'REQUOTE', symbol='EURUSD', side='buy', type='market', volume=0.1, price=1.0950, deviation=10)
        self.assertEqual((answer['native'], answer['retryable'], answer['outcome']), (10004, True, 'rejected'))


if __name__ == '__main__':
    unittest.main()
