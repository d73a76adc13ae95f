"""Orders that go through: kinds, levels, changes, closes, account modes, filling."""
import unittest

from bench import BridgeTest, new_cid


class Entries(BridgeTest):
    def test_a_market_order(self):
        self.start()
        cid = new_cid()
        answer = self.done('send', cid, symbol='EURUSD', side='buy', type='market', volume=0.3, sl=1.09, tp=1.12, magic=77, deviation=20)
        self.assertEqual((answer['native'], answer['volume'], answer['price'], answer['cid']), (10009, 0.3, 1.1001, cid))
        position, = self.positions()
        self.assertEqual((position['ticket'], position['identifier']), (answer['position'], answer['position']))
        self.assertEqual((position['side'], position['volume'], position['price'], position['sl'], position['tp']), ('buy', 0.3, 1.1001, 1.09, 1.12))
        self.assertEqual((position['magic'], position['comment'], position['cid']), (77, 'ot' + cid, cid))
        self.assertEqual((position['price_current'], position['profit']), (1.1, -3.0))
        self.sent_once(cid)

    def test_a_sell_at_the_bid(self):
        self.start()
        self.assertEqual(self.done('send', symbol='EURUSD', side='sell', type='market', volume=0.01)['price'], 1.1)

    def test_every_pending_kind(self):
        self.start()
        kinds = [('buy', 'limit', 1.09, {}), ('sell', 'limit', 1.11, {}), ('buy', 'stop', 1.11, {}), ('sell', 'stop', 1.09, {}),
                 ('buy', 'stop_limit', 1.12, {'stoplimit': 1.115}), ('sell', 'stop_limit', 1.08, {'stoplimit': 1.085})]
        for side, kind, price, more in kinds:
            answer = self.done('send', symbol='EURUSD', side=side, type=kind, volume=0.2, price=price, sl=price - 0.01 if side == 'buy' else price + 0.01,
                               **more)
            self.assertEqual((answer['price'], answer['deal'], answer['position']), (price, 0, 0))
        seen = [(o['side'], o['type'], o['price'], o['stoplimit'], o['state']) for o in self.orders()]
        self.assertEqual(seen, [(s, k, p, m.get('stoplimit', 0), 'placed') for s, k, p, m in kinds])

    def test_a_limit_order_fills_when_the_price_comes(self):
        self.start()
        cid = new_cid()
        order = self.done('send', cid, symbol='EURUSD', side='buy', type='limit', volume=0.2, price=1.095, sl=1.09)['order']
        self.quote(1.0945, 1.0946)
        deal = self.link.event('trade', lambda e: e['kind'] == 'deal')
        self.assertEqual((deal['order'], deal['cid'], deal['price'], deal['volume'], deal['entry']), (order, cid, 1.0946, 0.2, 'in'))
        position, = self.positions()
        self.assertEqual((position['cid'], position['sl']), (cid, 1.09))
        self.assertEqual(self.orders(), [])
        past = self.link.rows('history_orders', **{'from': 1})
        self.assertEqual([(o['ticket'], o['state'], o['type'], o['position']) for o in past], [(order, 'filled', 'limit', position['identifier'])])

    def test_a_stop_limit_becomes_a_limit(self):
        self.start()
        self.done('send', symbol='EURUSD', side='buy', type='stop_limit', volume=0.1, price=1.11, stoplimit=1.105)
        self.quote(1.1105, 1.1106)
        self.link.event('trade', lambda e: e['kind'] == 'order_modified')
        order, = self.orders()
        self.assertEqual((order['type'], order['price'], order['stoplimit']), ('limit', 1.105, 0))
        self.quote(1.1045, 1.1046)
        self.link.event('trade', lambda e: e['kind'] == 'deal')
        self.assertEqual(self.positions()[0]['price'], 1.1046)

    def test_an_order_expires(self):
        self.start(heartbeat_ms=60000)
        expiry = (self.terminal.command('clock')['utc_ms'] // 1000 + 100) * 1000
        self.done('send', symbol='EURUSD', side='buy', type='limit', volume=0.1, price=1.09, expiry=expiry)
        self.assertEqual(self.orders()[0]['expiry'], expiry)
        self.terminal.command('clock advance 101000')
        event = self.link.event('trade', lambda e: e['kind'] == 'order_expired')
        self.assertEqual((event['state'], event['volume']), ('expired', 0.1))
        self.assertEqual(self.orders(), [])

    def test_slippage_is_in_the_answer(self):
        self.start('--fault', 'slip=3')
        self.assertEqual(self.buy()['price'], 1.10013)

    def test_a_spread_limit(self):
        self.start()
        self.assertTrue(self.refused('send', 'SPREAD', symbol='EURUSD', side='buy', type='market', volume=0.1, max_spread=9)['retryable'])
        self.buy(max_spread=10)

    def test_what_an_order_must_have(self):
        self.start()
        good = {'symbol': 'EURUSD', 'side': 'buy', 'type': 'limit', 'volume': 0.1, 'price': 1.09}
        for change in ({'side': 'up'}, {'type': 'iceberg'}, {'volume': 0}, {'volume': -1}, {'price': 0}, {'volume': '0.1'}, {'type': 'stop_limit'},
                       {'sl': -1}, {'type': 'market', 'expiry': 5}):
            with self.subTest(change=change):
                self.refused('send', 'BAD_REQUEST', **{**good, **change})
        self.refused('send', 'SYMBOL_UNKNOWN', **{**good, 'symbol': 'NONE'})
        for cid in ('', 'short', 'UPPERCASE0000000', 'with-dash-000000', 'x' * 17):
            self.refused('send', 'BAD_CID', cid, **good) if cid else None
        self.assertEqual(self.orders(), [])
        self.assertEqual(self.terminal.command('sends')['sends'], {})


class Changes(BridgeTest):
    def test_levels_absent_stay_and_zero_goes(self):
        self.start()
        ticket = self.buy(sl=1.09, tp=1.12)['position']
        self.done('modify', ticket=ticket, sl=1.095)
        self.assertEqual([(p['sl'], p['tp']) for p in self.positions()], [(1.095, 1.12)])
        self.done('modify', ticket=ticket, tp=0)
        self.assertEqual([(p['sl'], p['tp']) for p in self.positions()], [(1.095, 0)])
        event = self.link.event('trade', lambda e: e['kind'] == 'position_modified' and e['tp'] == 0)
        self.assertEqual((event['position'], event['sl']), (ticket, 1.095))

    def test_no_change_is_success(self):
        self.start()
        ticket = self.buy(sl=1.09)['position']
        self.assertEqual(self.done('modify', ticket=ticket, sl=1.09)['native'], 10025)

    def test_a_pending_order_changes(self):
        self.start()
        order = self.done('send', symbol='EURUSD', side='buy', type='limit', volume=0.1, price=1.09, sl=1.08)['order']
        self.done('modify', order=order, price=1.095, tp=1.11)
        live, = self.orders()
        self.assertEqual((live['price'], live['sl'], live['tp']), (1.095, 1.08, 1.11))
        expiry = (self.terminal.command('clock')['utc_ms'] // 1000 + 1000) * 1000
        self.done('modify', order=order, expiry=expiry)
        self.assertEqual((self.orders()[0]['expiry'], self.orders()[0]['price']), (expiry, 1.095))
        self.done('modify', order=order, expiry=0)
        self.assertEqual(self.orders()[0]['expiry'], 0)
        event = self.link.event('trade', lambda e: e['kind'] == 'order_modified')
        self.assertEqual((event['order'], event['order_type'], event['price']), (order, 'limit', 1.095))

    def test_cancel(self):
        self.start()
        order = self.done('send', symbol='EURUSD', side='buy', type='limit', volume=0.1, price=1.09)['order']
        self.assertEqual(self.done('cancel', order=order)['order'], order)
        self.assertEqual(self.orders(), [])
        self.assertEqual(self.link.event('trade', lambda e: e['kind'] == 'order_canceled')['order'], order)
        self.assertEqual(self.refused('cancel', 'INVALID_ORDER', order=order)['native'], 10035)

    def test_what_a_change_must_have(self):
        self.start()
        ticket = self.buy()['position']
        for fields in ({}, {'sl': 1.0}, {'ticket': ticket}, {'ticket': ticket, 'order': 5, 'sl': 1.0}, {'ticket': ticket, 'price': 1.0}):
            with self.subTest(fields=fields):
                self.refused('modify', 'BAD_REQUEST', **fields)
        self.assertEqual(self.refused('modify', 'POSITION_CLOSED', ticket=99, sl=1.0)['native'], 10036)
        self.refused('modify', 'INVALID_ORDER', order=99, sl=1.0)


class Closes(BridgeTest):
    def test_in_parts_and_whole(self):
        self.start()
        ticket = self.buy(1.0)['position']
        part = self.done('close', ticket=ticket, volume=0.4)
        self.assertEqual((part['volume'], part['volume_left'], part['position'], part['price']), (0.4, 0.6, ticket, 1.1))
        self.assertEqual(self.positions()[0]['volume'], 0.6)
        whole = self.done('close', ticket=ticket)
        self.assertEqual(whole['volume'], 0.6)
        self.assertNotIn('volume_left', whole)
        self.assertEqual(self.positions(), [])
        deals = self.link.rows('deals', **{'from': 1})
        self.assertEqual([(d['entry'], d['volume'], d['profit'], d['position']) for d in deals],
                         [('in', 1.0, 0, ticket), ('out', 0.4, -4.0, ticket), ('out', 0.6, -6.0, ticket)])

    def test_refusals(self):
        self.start()
        ticket = self.buy(0.2)['position']
        self.assertEqual(self.refused('close', 'INVALID_CLOSE_VOLUME', ticket=ticket, volume=0.3)['native'], 10038)
        self.refused('close', 'INVALID_CLOSE_VOLUME', ticket=ticket, volume=0)
        self.refused('close', 'POSITION_CLOSED', ticket=ticket + 1)
        self.refused('close', 'BAD_REQUEST')

    def test_by_the_stop(self):
        self.start()
        ticket = self.buy(sl=1.095)['position']
        self.quote(1.0948, 1.0949)
        deal = self.link.event('trade', lambda e: e['kind'] == 'deal' and e['entry'] == 'out')
        self.assertEqual((deal['reason'], deal['price'], deal['position'], deal['cid'], deal['profit']), ('sl', 1.0948, ticket, '', -53.0))
        self.assertEqual(self.positions(), [])

    def test_two_positions_against_each_other(self):
        self.start()
        long = self.buy(0.5)['position']
        short = self.done('send', symbol='EURUSD', side='sell', type='market', volume=0.3)['position']
        self.terminal.command(f'closeby {long} {short}')
        self.link.event('trade', lambda e: e.get('entry') == 'out_by' and e['identifier'] == short)
        self.assertEqual([(p['ticket'], p['volume']) for p in self.positions()], [(long, 0.2)])
        deals = [d for d in self.link.rows('deals', **{'from': 1}) if d['entry'] == 'out_by']
        self.assertEqual([(d['position'], d['volume'], d['price'], d['profit']) for d in deals], [(long, 0.3, 1.1, -3.0), (short, 0.3, 1.1001, 0.0)])

    def test_by_the_target(self):
        self.start()
        self.buy(tp=1.105)
        self.quote(1.1055, 1.1056)
        self.assertEqual(self.link.event('trade', lambda e: e['kind'] == 'deal' and e['entry'] == 'out')['reason'], 'tp')

    def test_flatten(self):
        self.start()
        self.buy(0.1)
        self.buy(0.5, sl=1.09)
        self.done('send', symbol='EURUSD', side='sell', type='limit', volume=0.1, price=1.12)
        cid = new_cid()
        answer = self.link.ask('flatten', cid=cid)
        self.assertEqual((answer['ok'], answer['closed'], answer['cancelled'], answer['failed']), (True, 2, 1, 0))
        self.assertEqual((self.positions(), self.orders()), ([], []))
        closing = [d for d in self.terminal.rows('deals') if d['entry'] == 'out']
        self.assertEqual([(d['volume'], d['comment']) for d in closing], [(0.1, 'ot' + cid), (0.5, 'ot' + cid)])
        again = self.link.ask('flatten', cid=cid)
        self.assertEqual((again['duplicate'], again['closed']), (True, 2))

    def test_flatten_counts_what_failed(self):
        self.start()
        self.buy(0.1)
        self.buy(0.2)
        self.terminal.command('fault reject=10018 times=1')
        answer = self.link.ask('flatten', cid=new_cid())
        self.assertEqual((answer['closed'], answer['failed']), (1, 1))

    def test_stop_out_is_told(self):
        self.start('--balance', '150')
        self.buy(0.1)
        self.quote(1.0905, 1.0906)
        self.assertEqual(self.link.event('trade', lambda e: e['kind'] == 'deal' and e['entry'] == 'out')['reason'], 'so')

    def test_swap_of_the_night(self):
        self.start('--symbol', 'EURUSD:swap_long=-6.5,swap_mode=1', '--utc', '1772557200000', heartbeat_ms=60000)   # Tuesday 17:00 UTC
        self.buy(1.0)
        self.terminal.command('clock advance 28800000')
        self.connect()
        self.assertEqual(self.positions()[0]['swap'], -6.5)
        self.terminal.command('clock advance 86400000')
        self.connect()
        self.assertEqual(self.positions()[0]['swap'], -26.0)   # Wednesday counts three times

    def test_a_swap_that_reopens_changes_the_ticket_and_keeps_the_identifier(self):
        self.start('--symbol', 'EURUSD:swap_long=-6.5,swap_mode=7', '--utc', '1772557200000')
        old = self.buy(1.0)['position']
        cid = self.positions()[0]['cid']
        self.terminal.command('clock advance 28800000')
        self.connect()
        position, = self.positions()
        self.assertEqual((position['identifier'], position['cid']), (old, cid))
        self.assertNotEqual(position['ticket'], old)
        self.done('close', ticket=position['ticket'])
        self.assertEqual(self.positions(), [])


class Netting(BridgeTest):
    def test_add_reduce_reverse_close(self):
        self.start('--mode', 'netting')
        self.assertEqual(self.link.hello['margin_mode'], 'netting')
        first = self.buy(0.3)
        self.quote(1.102, 1.1021)
        self.buy(0.1)
        position, = self.positions()
        self.assertEqual((position['volume'], round(position['price'], 5)), (0.4, 1.1006))
        self.done('send', symbol='EURUSD', side='sell', type='market', volume=0.1)
        self.assertEqual(self.positions()[0]['volume'], 0.3)
        turn = self.done('send', symbol='EURUSD', side='sell', type='market', volume=0.5)
        position, = self.positions()
        self.assertEqual((position['side'], position['volume'], position['identifier'], position['ticket']),
                         ('sell', 0.2, first['position'], turn['order']))
        entries = [d['entry'] for d in self.link.rows('deals', **{'from': 1})]
        self.assertEqual(entries, ['in', 'in', 'out', 'inout'])
        self.done('close', ticket=position['ticket'])
        self.assertEqual(self.positions(), [])

    def test_partial_close_by_ticket(self):
        self.start('--mode', 'netting')
        ticket = self.buy(0.5)['position']
        self.assertEqual(self.done('close', ticket=ticket, volume=0.2)['volume_left'], 0.3)
        self.assertEqual(self.positions()[0]['volume'], 0.3)


class Fillings(BridgeTest):
    def filled(self, *options, **fields):
        self.start(*options)
        return self.buy(**fields)

    def test_ioc_where_fok_is_not_allowed(self):
        self.filled('--symbol', 'EURUSD:filling=2')

    def test_fok_where_ioc_is_not_allowed(self):
        self.filled('--symbol', 'EURUSD:filling=1')

    def test_a_broker_without_any_bit_is_asked_and_refuses(self):
        self.start('--symbol', 'EURUSD:filling=0')
        self.assertEqual(self.refused('send', 'INVALID_FILL', symbol='EURUSD', side='buy', type='market', volume=0.1)['native'], 10030)

    def test_exchange_with_return_only(self):
        self.filled('--symbol', 'EURUSD:filling=0,execution=3', '--mode', 'exchange')

    def test_instant_execution_within_the_deviation(self):
        self.filled('--symbol', 'EURUSD:filling=0,execution=1')

    def test_the_next_policy_is_tried_after_10030_only(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault reject=10030 times=1')
        self.assertEqual(self.done('send', cid, symbol='EURUSD', side='buy', type='market', volume=0.1)['volume'], 0.1)
        self.assertEqual(self.terminal.sends(cid), (2, 1))
        cid = new_cid()
        self.terminal.command('fault reject=10006 times=1')
        self.refused('send', 'REJECT', cid, symbol='EURUSD', side='buy', type='market', volume=0.1)
        self.assertEqual(self.terminal.sends(cid), (1, 0))

    def test_a_part_is_filled_and_the_rest_cancelled(self):
        self.start('--symbol', 'EURUSD:filling=2', '--fault', 'partial=0.4')
        answer = self.buy(1.0)
        self.assertEqual((answer['native'], answer['volume'], answer['outcome']), (10010, 0.4, 'done'))
        self.assertEqual(self.positions()[0]['volume'], 0.4)
        self.assertEqual(self.orders(), [])

    def test_a_part_of_a_pending_is_filled_then_the_rest_is_cancelled(self):
        self.start('--fault', 'partial=0.4')
        cid = new_cid()
        order = self.done('send', cid, symbol='EURUSD', side='buy', type='limit', volume=1.0, price=1.095)['order']
        self.quote(1.0945, 1.0946)
        self.link.event('trade', lambda e: e['kind'] == 'deal')
        live, = self.orders()
        self.assertEqual((live['volume_initial'], live['volume'], live['state']), (1.0, 0.6, 'partial'))
        self.done('cancel', order=order)
        self.assertEqual(self.orders(), [])
        self.assertEqual([(p['volume'], p['cid']) for p in self.positions()], [(0.4, cid)])
        past, = self.link.rows('history_orders', **{'from': 1})
        self.assertEqual((past['state'], past['volume']), ('canceled', 0.6))


class History(BridgeTest):
    def test_pages_of_deals(self):
        self.start()
        self.terminal.command('deposit 1 2500')
        rows = self.link.rows('deals', **{'from': 1})
        self.assertEqual(len(rows), 2500)
        self.assertEqual(len({r['deal'] for r in rows}), 2500)
        self.assertEqual({(r['entry'], r['symbol'], r['profit'], r['reason']) for r in rows}, {('balance', '', 1.0, 'client')})
        now = self.terminal.command('clock')['utc_ms']
        self.assertEqual(self.link.rows('deals', **{'from': now + 1000}), [])

    def test_a_deal_by_hand_is_told_without_a_cid(self):
        self.start()
        self.terminal.command('open EURUSD sell 0.2 1.12 0 by-hand')
        event = self.link.event('trade', lambda e: e['kind'] == 'deal')
        self.assertEqual((event['cid'], event['side'], event['volume'], event['reason']), ('', 'sell', 0.2, 'client'))
        self.assertEqual([(p['comment'], p['cid'], p['sl']) for p in self.positions()], [('by-hand', '', 1.12)])

    def test_the_reply_comes_before_the_events_it_causes(self):
        self.start()
        number = self.link.post('send', cid=new_cid(), beat=1, symbol='EURUSD', side='buy', type='market', volume=0.1)
        seen = []
        while not seen or seen[-1] != 'trade':
            message = self.link.receive()
            seen.append(message.get('type', 'reply' if message.get('id') == number else ''))
        self.assertLess(seen.index('reply'), seen.index('trade'))


if __name__ == '__main__':
    unittest.main()
