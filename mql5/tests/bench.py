"""What most tests begin with: a terminal with fixed prices, linked to a host."""
import os
import time
import unittest

from terminal import Terminal, new_cid
from wire import PATIENCE, Refused, TcpHost

BID, ASK = 1.10000, 1.10010
NOON = '1772619630000'   # Wednesday, 4 March 2026, 10:20:30 UTC: no bar ends while a test looks at it

# A user who lets the expert trade and sets no limit of his own. The lease is long: a machine that is busy must not end it.
OPEN_INPUTS = {'HostToken': 'secret', 'AllowTrading': 'true', 'StopLossRequired': 'false', 'MaxLotsPerOrder': 0, 'MaxOpenLots': 0,
               'MaxOrdersPerMinute': 0, 'DeadManSeconds': 300, 'LatchSeconds': 600}


class BridgeTest(unittest.TestCase):
    """One terminal, one host, one link; all end with the test, and the terminal must end well."""

    def setUp(self):
        self.terminal = self.link = None
        self.host = self.make_host()
        self.expected_exit = 0

    def make_host(self):
        return TcpHost()

    def tearDown(self):
        if self.terminal:
            code, log = self.terminal.clean()
            self.assertEqual(code, self.expected_exit, log)
            for word in ('Sanitizer', 'runtime error', 'removed:'):
                self.assertNotIn(word, log)
        if self.link:
            self.link.close()
        self.host.close()

    def start(self, *options, inputs=None, platform='mt5', folder=None, **welcome):
        """Starts the terminal and shakes hands. Prices stand still until quote() moves them."""
        self.launch(*options, inputs=inputs, platform=platform, folder=folder)
        self.quote()
        self.connect(**welcome)
        return self.link

    def launch(self, *options, inputs=None, platform='mt5', folder=None):
        chosen = {'HostPort': self.host.port, **OPEN_INPUTS, **(inputs or {})}
        if '--utc' not in options:
            options = (*options, '--utc', NOON)
        self.terminal = Terminal('--feed', 'manual', *options, platform=platform, inputs=chosen, folder=folder)

    def connect(self, **welcome):
        if self.link:
            self.link.close()
        self.link = self.host.link(**welcome)
        return self.link

    def quote(self, bid=BID, ask=ASK, symbol='EURUSD'):
        self.terminal.command(f'quote {symbol} {bid:.5f} {ask:.5f}')

    def buy(self, volume=0.1, cid=None, **fields):
        """A market order that must go through; its answer."""
        return self.done('send', cid, symbol='EURUSD', side='buy', type='market', volume=volume, **fields)

    def done(self, op, cid=None, **fields):
        answer = self.link.trade(op, cid or new_cid(), **fields)
        self.assertTrue(answer['ok'], answer)
        self.assertEqual(answer['outcome'], 'done')
        return answer

    def refused(self, op, code, cid=None, **fields):
        answer = self.link.trade(op, cid or new_cid(), **fields)
        self.assertFalse(answer['ok'], answer)
        self.assertEqual(answer['code'], code, answer)
        return answer

    def wall(self, name, op='send', **fields):
        """A request that the expert's own wall refuses."""
        order = {'symbol': 'EURUSD', 'side': 'buy', 'type': 'market', 'volume': 0.1} if op == 'send' else {}
        answer = self.refused(op, 'EA_LIMIT', **{**order, **fields})
        self.assertEqual(answer['wall'], name, answer)
        return answer

    def positions(self):
        """The host's view, which must be the broker's."""
        seen = self.link.rows('positions')
        true = self.terminal.rows('positions')
        self.assertEqual([(p['ticket'], p['symbol'], p['side'], p['volume'], p['sl'], p['tp']) for p in seen],
                         [(p['ticket'], p['symbol'], p['side'], p['volume'], p['sl'], p['tp']) for p in true])
        return seen

    def orders(self):
        seen = self.link.rows('orders')
        self.assertEqual([(o['ticket'], o['volume'], o['price']) for o in seen],
                         [(o['ticket'], o['volume'], o['price']) for o in self.terminal.rows('orders')])
        return seen

    def status(self, words):
        """Waits until the chart says it."""
        until = time.monotonic() + PATIENCE
        while words not in self.terminal.command('status')['comment']:
            self.assertLess(time.monotonic(), until, self.terminal.command('status')['comment'])

    def sent_once(self, cid):
        self.assertEqual(self.terminal.sends(cid), (1, 1))

    def write(self, name, content):
        with open(os.path.join(self.terminal.folder, 'OpenTrading', name), 'w', encoding='utf-8', newline='') as stream:
            stream.write(content)

    def read(self, name):
        with open(os.path.join(self.terminal.folder, 'OpenTrading', name), encoding='utf-8', newline='') as stream:
            return stream.read()


__all__ = ['ASK', 'BID', 'BridgeTest', 'Refused', 'new_cid']
