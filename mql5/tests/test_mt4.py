"""The expert of MT4 over both transports."""
import shutil
import signal
import unittest

from bench import BridgeTest, new_cid
from wire_mt4 import HttpHost, PipeHost

ORDER = {'symbol': 'EURUSD', 'side': 'buy', 'type': 'market', 'volume': 0.1}


class Mt4Test(BridgeTest):
    def make_host(self):
        return PipeHost()

    def tearDown(self):
        super().tearDown()
        shutil.rmtree(self.host.folder, ignore_errors=True)

    def launch(self, *options, inputs=None, **_):
        super().launch('--pipes', self.host.folder, *options, inputs=inputs, platform='mt4')


    def start(self, *options, **more):
        """MT4 learns the server's clock from the first tick."""
        link = super().start(*options, **more)
        if link.hello['utc_offset_s'] == 0:
            link.event('offset')
        return link


class Pipe(Mt4Test):
    def test_hello(self):
        hello = self.start().hello
        self.assertEqual((hello['platform'], hello['tick_fidelity'], hello['margin_mode']), ('mt4', 'sampled', 'hedging'))

    def test_the_offset_is_known_from_the_first_tick_on(self):
        self.launch()
        self.connect()
        self.assertEqual(self.link.hello['utc_offset_s'], 0)
        self.quote()
        self.assertEqual(self.link.event('offset')['utc_offset_s'], 7200)

    def test_reading(self):
        self.start()
        self.assertEqual(self.link.good('quote', symbol='EURUSD')['ask'], 1.1001)
        self.assertEqual(self.link.good('terminal')['platform'], 'mt4')
        sheet = self.link.good('symbol', symbol='EURUSD')
        self.assertEqual((sheet['digits'], sheet['tick_value'], sheet['volume_step'], sheet['calc_mode'], sheet['execution']), (5, 1, 0.01, 'forex', 'market'))
        self.assertEqual(self.link.good('margin', symbol='EURUSD', side='buy', volume=1)['margin'], 1100.0)
        rows = self.link.rows('bars', symbol='EURUSD', tf='H1', **{'from': 1})
        self.assertEqual([r[0] for r in rows], sorted({r[0] for r in rows}))
        self.assertEqual(len(rows), len(self.terminal.command('bars EURUSD 3600 100000')['bars']) - 1)
        for op, fields in (('ticks', {'symbol': 'EURUSD'}), ('depth', {'symbol': 'EURUSD'}), ('calendar', {}), ('bars', {'symbol': 'EURUSD', 'tf': 'M2'})):
            self.assertEqual(self.link.ask(op, **fields)['code'], 'NOT_SUPPORTED', op)

    def test_history_that_downloads_is_pending(self):
        self.start('--fault', 'history_lag=2')
        page = self.link.good('bars', symbol='EURUSD', tf='H1', limit=2)
        self.assertTrue(page['pending'])
        while page['pending']:
            page = self.link.good('bars', symbol='EURUSD', tf='H1', limit=2)
        self.assertEqual(len(page['rows']), 2)

    def test_an_order_its_levels_and_its_end(self):
        self.start()
        cid = new_cid()
        answer = self.done('send', cid, **ORDER, sl=1.09, magic=12345)
        self.assertEqual((answer['native'], answer['order'], answer['deal'], answer['price']), (0, answer['position'], 2 * answer['position'], 1.1001))
        ticket = answer['position']
        position, = self.positions()
        self.assertEqual((position['cid'], position['magic'], position['sl'], position['commission'], position['identifier']), (cid, 12345, 1.09, -0.7, ticket))
        self.done('modify', ticket=ticket, sl=1.095, tp=1.12)
        self.assertEqual([(p['sl'], p['tp']) for p in self.positions()], [(1.095, 1.12)])
        self.assertEqual(self.done('modify', ticket=ticket, sl=1.095)['native'], 1)
        closing = new_cid()
        self.assertEqual(self.done('close', closing, ticket=ticket)['deal'], 2 * ticket + 1)
        self.assertEqual(self.positions(), [])
        deals = self.link.rows('deals', **{'from': 1})
        self.assertEqual([(d['deal'], d['entry'], d['side'], d['cid'], d['profit'], d['commission']) for d in deals],
                         [(2 * ticket, 'in', 'buy', cid, 0, 0), (2 * ticket + 1, 'out', 'sell', closing, -1.0, -0.7)])
        kinds = [(e['kind'], e.get('entry')) for e in self.link.events if e['type'] == 'trade']
        self.link.event('trade', lambda e: e.get('entry') == 'out')
        self.assertEqual(kinds[0], ('deal', 'in'))
        self.sent_once(cid)

    def test_a_partial_close_goes_on_under_another_ticket(self):
        self.start()
        cid = new_cid()
        first = self.done('send', cid, **{**ORDER, 'volume': 1.0})['position']
        part = self.done('close', ticket=first, volume=0.3)
        self.assertEqual((part['volume'], part['volume_left']), (0.3, 0.7))
        second = part['position']
        self.assertNotEqual(second, first)
        self.assertEqual([(p['ticket'], p['volume'], p['cid']) for p in self.positions()], [(second, 0.7, cid)])
        third = self.done('close', ticket=second, volume=0.2)['position']
        self.done('close', ticket=third)
        deals = self.link.rows('deals', **{'from': 1})
        self.assertEqual(sorted((d['entry'], d['volume'], d['position']) for d in deals),
                         sorted([('in', 1.0, first), ('out', 0.3, first), ('out', 0.2, second), ('out', 0.5, third)]))
        self.assertAlmostEqual(sum(d['volume'] * (1 if d['entry'] == 'in' else -1) for d in deals), 0)

    def test_a_partial_close_where_the_broker_writes_its_own_comments(self):
        self.start('--fault', 'comment=broker')
        cid = new_cid()
        first = self.done('send', cid, **{**ORDER, 'volume': 1.0})['position']
        rest = self.done('close', ticket=first, volume=0.3)['position']
        self.assertEqual([(p['ticket'], p['cid']) for p in self.positions()], [(rest, cid)])

    def test_pendings(self):
        self.start()
        cid = new_cid()
        order = self.done('send', cid, symbol='EURUSD', side='sell', type='limit', volume=0.2, price=1.11, sl=1.12)['order']
        self.assertEqual([(o['ticket'], o['type'], o['side'], o['cid']) for o in self.orders()], [(order, 'limit', 'sell', cid)])
        self.done('modify', order=order, price=1.112)
        self.assertEqual([(o['price'], o['sl']) for o in self.orders()], [(1.112, 1.12)])
        self.done('cancel', order=order)
        self.assertEqual(self.orders(), [])
        self.assertEqual(self.link.event('trade', lambda e: e['kind'] == 'order_canceled')['order'], order)
        self.assertEqual([(o['ticket'], o['state']) for o in self.link.rows('history_orders', **{'from': 1})], [(order, 'canceled')])
        self.refused('send', 'NOT_SUPPORTED', symbol='EURUSD', side='buy', type='stop_limit', volume=0.1, price=1.2, stoplimit=1.19)
        stop = self.done('send', symbol='EURUSD', side='buy', type='stop', volume=0.1, price=1.105)['order']
        self.quote(1.106, 1.1061)
        self.assertEqual(self.link.event('trade', lambda e: e['kind'] == 'deal')['position'], stop)
        self.assertEqual(self.positions()[0]['ticket'], stop)

    def test_expiry(self):
        self.start(heartbeat_ms=60000)
        expiry = (self.terminal.command('clock')['utc_ms'] // 1000 + 700) * 1000
        self.done('send', symbol='EURUSD', side='buy', type='limit', volume=0.1, price=1.09, expiry=expiry)
        self.assertEqual(self.orders()[0]['expiry'], expiry)
        self.terminal.command('clock advance 50000')
        self.link.ping()
        for _ in range(14):
            self.terminal.command('clock advance 50000')
            self.link.ping()
        self.link.event('trade', lambda e: e['kind'] == 'order_expired')

    def test_errors_are_decoded(self):
        self.start()
        for code, name, outcome, retryable in ((138, 'REQUOTE', 'rejected', True), (146, 'TRADE_CONTEXT_BUSY', 'rejected', True),
                                               (128, 'TRADE_TIMEOUT', 'unknown', False), (130, 'INVALID_STOPS', 'rejected', False),
                                               (134, 'NOT_ENOUGH_MONEY', 'rejected', False), (1, 'NO_RESULT', 'unknown', False), (6, 'NO_CONNECTION', 'unknown', False),
                                               (0, 'TERMINAL', 'unknown', False), (151, 'TERMINAL', 'unknown', False), (142, 'ORDER_ENQUEUED', 'unknown', False), (143, 'ORDER_ACCEPTED', 'unknown', False), (150, 'TRADE_PROHIBITED_BY_FIFO', 'rejected', False)):
            with self.subTest(code=code):
                self.terminal.command(f'fault reject={code} times=1')
                answer = self.refused('send', name, **ORDER)
                self.assertEqual((answer['native'], answer['outcome'], answer['retryable']), (code, outcome, retryable))
        self.terminal.command('fault context_busy times=1')
        self.refused('send', 'TRADE_CONTEXT_BUSY', **ORDER)
        self.assertEqual(self.refused('close', 'POSITION_CLOSED', ticket=5)['native'], 4108)
        self.refused('send', 'BAD_REQUEST', **ORDER, magic=4294967296)
        self.assertEqual(self.positions(), [])

    def test_executed_but_timed_out(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault lost=128 times=1')
        self.assertEqual(self.refused('send', 'TRADE_TIMEOUT', cid, **ORDER)['outcome'], 'unknown')
        again = self.link.trade('send', cid, **ORDER)
        self.assertEqual((again['ok'], again['duplicate'], again['position']), (True, True, self.positions()[0]['ticket']))
        self.sent_once(cid)

    def test_killed_between_order_and_reply(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault kill=after_send')
        self.link.post('send', cid=cid, beat=1, **ORDER)
        self.assertEqual(self.terminal.wait(), -signal.SIGKILL)
        self.terminal.start()
        self.connect()
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'done')
        self.assertTrue(self.link.trade('send', cid, **ORDER)['duplicate'])
        self.sent_once(cid)

    def test_a_close_is_judged_by_its_ticket(self):
        self.start()
        ticket = self.buy(1.0)['position']
        cid = new_cid()
        self.terminal.command('fault lost=128 times=1')
        self.refused('close', 'TRADE_TIMEOUT', cid, ticket=ticket, volume=0.4)
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['volume'], answer['position']), ('done', 0.4, self.positions()[0]['ticket']))
        cid = new_cid()
        self.terminal.command('fault reject=128 times=1')
        self.refused('close', 'TRADE_TIMEOUT', cid, ticket=answer['position'])
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'unknown')
        self.terminal.command('clock advance 10500')
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'rejected')

    def test_stops_while_nobody_listened(self):
        self.start()
        ticket = self.buy(sl=1.095)['position']
        self.terminal.command('cut')
        self.quote(1.094, 1.0941)
        self.terminal.command('clock advance 1100')
        self.connect()
        self.assertEqual(self.positions(), [])
        self.assertEqual([(d['entry'], d['reason'], d['cid'] == '') for d in self.link.rows('deals', **{'from': 1}) if d['position'] == ticket],
                         [('in', 'expert', False), ('out', 'sl', True)])

    def test_flatten(self):
        self.start()
        self.buy(0.1)
        self.buy(0.2)
        self.done('send', symbol='EURUSD', side='buy', type='limit', volume=0.1, price=1.09)
        answer = self.link.ask('flatten', cid=new_cid())
        self.assertEqual((answer['closed'], answer['cancelled'], answer['failed']), (2, 1, 0))
        self.assertEqual((self.positions(), self.orders()), ([], []))

    def test_sampled_ticks(self):
        self.start(subscriptions='EURUSD')
        self.quote(1.2, 1.2001)
        event = self.link.event('ticks', lambda e: e['rows'][-1][2] == 1.2)
        self.assertEqual(event['rows'][-1][0], 'EURUSD')

    def test_the_offset_is_remembered_when_the_market_sleeps(self):
        self.start('--offset', '10800')
        self.assertEqual(self.link.ping()['ok'], True)
        self.terminal.stop()
        self.terminal.start()
        self.assertEqual(self.connect().hello['utc_offset_s'], 10800)

    def test_the_pipe_that_is_not_there_yet(self):
        self.launch('--fault', 'no_connect')
        self.status('no pipe')
        self.terminal.command('clear')
        self.terminal.command('clock advance 4000')
        self.connect()


class Http(BridgeTest):
    def make_host(self):
        return HttpHost()

    def launch(self, *options, inputs=None, **_):
        super().launch(*options, inputs={'UseWebRequest': 'true', **(inputs or {})}, platform='mt4')

    def test_an_order_over_exchanges(self):
        self.start()
        cid = new_cid()
        ticket = self.done('send', cid, **ORDER)['position']
        self.assertEqual(self.positions()[0]['ticket'], ticket)
        self.done('close', ticket=ticket)
        self.link.event('trade', lambda e: e.get('entry') == 'out')
        rows = self.link.rows('bars', symbol='EURUSD', tf='H1', **{'from': 1})
        self.assertGreater(len(rows), 10000)
        self.sent_once(cid)

    def test_an_answer_that_is_lost_is_asked_for_again(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault http_lost times=2')
        self.assertTrue(self.link.trade('send', cid, **ORDER)['ok'])
        while self.link.stream.repeats < 2:
            self.link.ping()
        self.sent_once(cid)

    def test_a_link_the_host_ended_is_made_anew(self):
        self.start()
        old = self.link.stream
        self.link.close()
        self.terminal.command('clock advance 1100')
        self.connect()
        self.assertIsNot(self.link.stream, old)
        self.buy()

    def test_a_wrong_token(self):
        self.launch(inputs={'HostToken': 'other'})
        self.link = self.host.accept()
        self.link.greet()
        self.assertEqual(self.link.challenge()['reason'], 'proof')

    def test_an_address_that_is_not_allowed(self):
        self.launch('--allow', '10.0.0.1')
        self.status('no link')


if __name__ == '__main__':
    unittest.main()
