"""The expert's own wall, its lease, its latch."""
import unittest

from bench import BridgeTest, new_cid


class Walls(BridgeTest):
    def test_trading_is_off_by_default(self):
        self.start(inputs={'AllowTrading': 'false'})
        self.assertFalse(self.link.hello['gates']['ea'])
        self.wall('allow_trading')
        self.terminal.command('open EURUSD buy 0.1')
        ticket = self.link.event('trade')['position']
        self.wall('allow_trading', 'close', ticket=ticket)
        self.wall('allow_trading', 'modify', ticket=ticket, sl=1.09)
        self.assertEqual(self.link.ask('flatten', cid=new_cid())['wall'], 'allow_trading')
        self.assertEqual(len(self.positions()), 1)

    def test_the_shipped_inputs_refuse_everything(self):
        self.launch(inputs={'AllowTrading': 'false', 'StopLossRequired': 'true', 'MaxLotsPerOrder': 1.0, 'MaxOpenLots': 5.0, 'MaxOrdersPerMinute': 10})
        self.quote()
        self.connect()
        self.wall('allow_trading', sl=1.09)

    def test_another_account(self):
        self.start(inputs={'AccountLogin': 42})
        self.assertFalse(self.link.hello['gates']['ea'])
        self.wall('login')

    def test_a_stop_is_required(self):
        self.start(inputs={'StopLossRequired': 'true'})
        self.wall('sl_required')
        ticket = self.buy(sl=1.09)['position']
        self.wall('sl_required', 'modify', ticket=ticket, sl=0)
        self.done('modify', ticket=ticket, tp=1.12)
        self.done('close', ticket=ticket)

    def test_a_reduction_of_a_netted_position_needs_no_stop(self):
        self.start('--mode', 'netting', inputs={'StopLossRequired': 'true'})
        self.buy(0.5, sl=1.09)
        self.done('send', symbol='EURUSD', side='sell', type='market', volume=0.5)
        self.assertEqual(self.positions(), [])
        self.buy(0.5, sl=1.09)
        self.wall('sl_required', side='sell', volume=0.51)

    def test_lots_of_an_order(self):
        self.start(inputs={'MaxLotsPerOrder': 0.5})
        self.buy(0.5)
        self.wall('max_lots', volume=0.51)

    def test_open_lots_count_pendings(self):
        self.start(inputs={'MaxOpenLots': 1.0})
        self.buy(0.4)
        self.done('send', symbol='EURUSD', side='buy', type='limit', price=1.09, volume=0.4)
        self.wall('max_open_lots', volume=0.21)
        self.buy(0.2)

    def test_orders_of_a_minute(self):
        self.start(inputs={'MaxOrdersPerMinute': 2}, heartbeat_ms=60000)
        self.buy(0.1)
        ticket = self.buy(0.1)['position']
        self.wall('orders_per_minute')
        self.done('close', ticket=ticket)
        self.terminal.command('clock advance 61000')
        self.link.ping()
        self.buy(0.1)

    def test_symbols(self):
        self.start(inputs={'AllowedSymbols': 'GBPUSD, EURUSD'})
        self.buy()
        self.wall('symbols', symbol='USDJPY')

    def test_magic(self):
        self.start(inputs={'MagicNumber': 7})
        self.wall('magic', magic=8)
        self.buy(magic=7)

    def test_daily_loss_stops_entries_not_exits(self):
        self.start(inputs={'DailyLossLimit': 100})
        ticket = self.buy(1.0)['position']
        self.quote(1.0992, 1.0993)   # 90 lost, and 3.50 of commission
        self.buy(0.01)
        self.quote(1.0991, 1.0992)
        self.wall('daily_loss')
        self.done('modify', ticket=ticket, sl=1.098)
        self.wall('daily_loss', 'modify', ticket=ticket, sl=1.097)
        self.done('close', ticket=ticket)
        self.wall('daily_loss')

    def test_daily_loss_survives_a_restart_and_ends_with_the_day(self):
        self.start(inputs={'DailyLossLimit': 100}, heartbeat_ms=60000)
        ticket = self.buy(1.0)['position']
        self.quote(1.0980, 1.0981)
        self.wall('daily_loss')
        self.done('close', ticket=ticket)
        self.terminal.command('deposit 5000')
        self.wall('daily_loss')
        self.terminal.stop()
        self.terminal.start()
        self.quote(1.0980, 1.0981)
        self.connect(heartbeat_ms=60000)
        self.wall('daily_loss')
        self.terminal.command('clock advance 86400000')
        self.connect(heartbeat_ms=60000)
        self.link.ask('rearm', seq=1)
        self.buy(0.1)

    def test_the_host_can_only_tighten(self):
        self.start(inputs={'MaxLotsPerOrder': 1.0, 'DailyLossLimit': 0}, max_lots=0.5, max_orders_per_minute=3)
        self.wall('max_lots', volume=0.6)
        answer = self.link.good('limits', max_lots=2, daily_loss=500)
        self.assertEqual((answer['max_lots'], answer['daily_loss'], answer['max_orders_per_minute'], answer['max_open_lots']), (0.5, 500, 3, 0))
        self.assertEqual(self.link.good('limits', max_lots=0.2)['max_lots'], 0.2)
        self.assertEqual(self.link.ask('limits', max_lots='0.1')['code'], 'BAD_REQUEST')
        self.wall('max_lots', volume=0.3)
        self.terminal.command('cut')
        self.terminal.command('clock advance 1100')
        self.assertEqual(self.connect().good('limits')['max_lots'], 1)

    def test_gates(self):
        self.start()
        for fault, key in (('gate_terminal', 'terminal'), ('gate_ea', 'ea')):
            with self.subTest(fault=fault):
                self.terminal.command('fault ' + fault)
                self.wall('gate')
                self.assertFalse(self.link.event('gates', lambda e, k=key: not e['gates'][k])['gates'][key])
                self.terminal.command('clear')
        self.terminal.command('permit expert off')
        self.wall('gate')
        self.terminal.command('permit expert on')
        self.terminal.command('fault offline')
        self.wall('gate')
        self.assertEqual(self.terminal.command('sends')['sends'], {})

    def test_a_refused_cid_was_never_sent(self):
        self.start(inputs={'MaxLotsPerOrder': 0.5})
        cid = new_cid()
        self.refused('send', 'EA_LIMIT', cid, symbol='EURUSD', side='buy', type='market', volume=0.6)
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'never_sent')


class Lease(BridgeTest):
    """heartbeat_ms is long: the link stays up while the lease runs out."""

    def start(self, *options, inputs=None, **more):
        return super().start(*options, inputs={'DeadManSeconds': 15, 'LatchSeconds': 60, **(inputs or {})}, **more)

    def test_an_old_request_is_stale(self):
        self.start()
        self.link.ping()
        old = self.link.beat
        self.link.ping()
        self.link.beat = old
        self.buy()
        self.link.beat = old + 1
        self.link.ping()
        self.link.beat = old
        self.refused('send', 'STALE_REQUEST', symbol='EURUSD', side='buy', type='market', volume=0.1)
        ticket = self.positions()[0]['ticket']
        self.refused('close', 'STALE_REQUEST', ticket=ticket)
        self.assertTrue(self.link.ask('outcome', cid=new_cid())['ok'])

    def test_a_beat_that_has_not_come_is_refused(self):
        self.start()
        self.link.beat = 2
        self.refused('send', 'BAD_REQUEST', symbol='EURUSD', side='buy', type='market', volume=0.1)
        self.link.beat = 1
        self.buy()
        self.assertEqual(len(self.positions()), 1)

    def test_a_request_needs_a_beat(self):
        self.start()
        answer = self.link.ask('send', cid=new_cid(), symbol='EURUSD', side='buy', type='market', volume=0.1)
        self.assertEqual(answer['code'], 'BAD_REQUEST')

    def test_without_heartbeat_no_entries_until_it_is_back(self):
        self.start(heartbeat_ms=60000)
        ticket = self.buy(sl=1.09)['position']
        order = self.done('send', symbol='EURUSD', side='buy', type='limit', price=1.09, volume=0.1)['order']
        self.terminal.command('clock advance 15500')
        self.wall('dead_man')
        self.wall('dead_man', 'modify', ticket=ticket, sl=1.08)
        self.wall('dead_man', 'modify', order=order, price=1.08)
        self.done('modify', ticket=ticket, sl=1.095)
        self.done('cancel', order=order)
        self.done('close', ticket=ticket)
        self.link.ping()
        self.buy()

    def test_a_minute_alone_latches_and_deletes_pendings(self):
        self.start(heartbeat_ms=60000)
        self.buy(sl=1.09)
        self.done('send', symbol='EURUSD', side='buy', type='limit', price=1.09, volume=0.1)
        self.terminal.command('clock advance 60500')
        self.assertEqual(self.link.event('gates', lambda e: e['latch_level'] == 1)['latch_seq'], 0)
        self.link.event('trade', lambda e: e['kind'] == 'order_canceled')
        self.link.ping()
        self.wall('latch')
        self.assertEqual((len(self.positions()), self.orders()), (1, []))
        self.terminal.kill()
        self.terminal.start()
        self.quote()
        self.connect(heartbeat_ms=60000)
        self.assertEqual(self.link.hello['latch_level'], 1)
        self.wall('latch')
        self.assertEqual(self.link.ask('rearm', seq=0)['wall'], 'latch')
        self.assertEqual(self.link.good('rearm', seq=1)['latch_level'], 0)
        self.buy()

    def test_pendings_stay_when_the_user_says_so(self):
        self.start(inputs={'DeletePendingsOnLatch': 'false'}, heartbeat_ms=60000)
        self.done('send', symbol='EURUSD', side='buy', type='limit', price=1.09, volume=0.1)
        self.terminal.command('clock advance 60500')
        self.link.event('gates', lambda e: e['latch_level'] == 1)
        self.assertEqual(len(self.orders()), 1)

    def test_flattens_when_the_user_says_so(self):
        self.start(inputs={'FlattenAfterSeconds': 90}, heartbeat_ms=60000)
        self.buy(0.2)
        self.buy(0.1)
        self.terminal.command('clock advance 89000')
        self.link.event('gates', lambda e: e['latch_level'] == 1)
        self.assertEqual(len(self.positions()), 2)
        self.terminal.command('clock advance 1500')
        self.link.event('trade', lambda e: e['kind'] == 'deal' and len([x for x in self.link.events if x.get('entry') == 'out']) == 2)
        self.assertEqual(self.positions(), [])

    def test_no_lease_before_the_first_welcome(self):
        self.launch('--fault', 'no_connect', inputs={'LatchSeconds': 60})
        self.terminal.command('clock advance 70000')
        self.terminal.command('clear')
        self.terminal.command('clock advance 4000')
        self.connect()
        self.assertEqual(self.link.hello['latch_level'], 0)


class Latch(BridgeTest):
    def test_the_host_latches_and_re_arms(self):
        self.start()
        self.assertEqual(self.link.good('latch', level=2, seq=10)['latch_level'], 2)
        self.wall('latch')
        self.assertEqual(self.link.good('latch', level=1, seq=4), {**self.link.good('latch', level=1, seq=4), 'id': self.link.next_id - 1})
        self.assertEqual(self.link.ping()['latch_level'], 2)
        for seq in (3, 10):
            self.assertEqual(self.link.ask('rearm', seq=seq)['wall'], 'latch')
        self.assertEqual(self.link.good('rearm', seq=11), {'id': self.link.next_id, 'ok': True, 'latch_level': 0, 'latch_seq': 11})
        self.buy()
        self.link.good('latch', level=1, seq=12)
        self.assertEqual(self.link.ask('rearm', seq=11)['wall'], 'latch')

    def test_it_survives_a_kill(self):
        self.start()
        self.link.good('latch', level=3, seq=5)
        self.terminal.kill()
        self.terminal.start()
        self.quote()
        hello = self.connect().hello
        self.assertEqual((hello['latch_level'], hello['latch_seq']), (3, 5))

    def test_a_damaged_file_latches(self):
        for content in ('', 'nonsense\n', '{"level":0}\n', '{"level":9,"seq":1}\n'):
            with self.subTest(content=content):
                self.start() if not self.terminal else None
                self.link.good('latch', level=1, seq=1)
                self.link.good('rearm', seq=2)
                self.terminal.stop()
                self.write('latch.txt', content)
                self.terminal.start()
                self.quote()
                self.connect()
                self.wall('latch')
                self.link.good('rearm', seq=3)
                self.terminal.clean()
                self.terminal = None

    def test_a_full_disk_cannot_open_it(self):
        self.start()
        self.link.good('latch', level=1, seq=1)
        self.terminal.command('fault disk_full')
        self.assertEqual(self.link.ask('rearm', seq=2)['wall'], 'latch')
        self.terminal.command('clear')
        self.wall('latch')
        self.assertEqual(self.link.good('rearm', seq=2)['latch_level'], 0)

    def test_what_it_needs(self):
        self.start()
        for fields in ({}, {'level': 0, 'seq': 1}, {'level': 4, 'seq': 1}, {'level': 1}, {'level': 1, 'seq': -1}):
            self.assertEqual(self.link.ask('latch', **fields)['code'], 'BAD_REQUEST', fields)
        self.assertEqual(self.link.ask('rearm')['code'], 'BAD_REQUEST')


if __name__ == '__main__':
    unittest.main()
