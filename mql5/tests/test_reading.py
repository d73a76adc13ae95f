"""Ops that read: values, pages, limits."""
import os
import unittest

from bench import BridgeTest

HOUR = 3600000


class Reading(BridgeTest):
    def test_ping_carries_account_and_gates(self):
        self.start()
        pong = self.link.ping()
        self.assertEqual((pong['beat'], pong['balance'], pong['equity'], pong['margin'], pong['margin_free']), (2, 10000, 10000, 0, 10000))
        self.assertTrue(pong['gates']['ea'])
        now = self.terminal.command('clock')['utc_ms']
        self.assertLess(abs(pong['time'] - now), 60000)
        self.assertEqual(self.link.ask('ping')['code'], 'BAD_REQUEST')

    def test_terminal(self):
        self.start()
        answer = self.link.good('terminal')
        self.assertEqual((answer['platform'], answer['connected'], answer['utc_offset_s'], answer['chart_symbol']), ('mt5', True, 7200, 'EURUSD'))
        self.assertEqual((answer['journal_intact'], answer['journal_entries'], answer['latch_level']), (True, 0, 0))

    def test_account_with_an_open_position(self):
        self.start()
        self.buy(1.0)
        self.quote(1.10100, 1.10110)
        account = self.link.good('account')
        self.assertEqual((account['balance'], account['profit'], account['equity'], account['margin']), (9996.5, 90.0, 10086.5, 1101.0))
        self.assertEqual((account['name'], account['stop_out_level'], account['stop_out_mode']), ('Emulated Trader', 50, 'percent'))

    def test_symbols_by_pattern_and_page(self):
        self.start()
        names = [row[0] for row in self.link.rows('symbols', filter='EUR*, xau*')]
        self.assertEqual(names, ['EURUSD', 'EURGBP', 'EURJPY', 'EURCHF', 'EURAUD', 'EURNZD', 'XAUUSD'])
        page = self.link.good('symbols', filter='EUR*', offset=1, limit=2)
        self.assertEqual(([r[0] for r in page['rows']], page['cursor'], page['complete']), (['EURGBP', 'EURJPY'], '3', False))
        self.assertEqual([r[0] for r in self.link.rows('symbols', filter='EUR*', limit=2)], names[:6])
        self.assertEqual(self.link.rows('symbols', filter='EURUSD'), [['EURUSD', 'EUR against USD', 'Forex\\EURUSD', 5, True]])
        self.assertEqual(self.link.ask('symbols', limit=0)['code'], 'BAD_REQUEST')

    def test_names_as_the_broker_writes_them(self):
        self.launch('--prefix', 'm', '--suffix', '.r', '--chart', 'mEURUSD.r')
        self.connect()
        self.terminal.command('quote mEURUSD.r 1.2 1.3')
        self.assertEqual(self.link.good('quote', symbol='mEURUSD.r')['ask'], 1.3)
        self.assertEqual(self.link.ask('quote', symbol='EURUSD')['code'], 'SYMBOL_UNKNOWN')

    def test_symbol_sheet(self):
        self.start('--symbol', 'EURUSD:stops_level=20,freeze_level=5,filling=1,swap_mode=4,volume_limit=15')
        sheet = self.link.good('symbol', symbol='EURUSD')
        self.assertEqual((sheet['digits'], sheet['point'], sheet['tick_size'], sheet['tick_value'], sheet['contract_size']), (5, 1e-5, 1e-5, 1, 100000))
        self.assertEqual((sheet['volume_min'], sheet['volume_max'], sheet['volume_step'], sheet['volume_limit']), (0.01, 100, 0.01, 15))
        self.assertEqual((sheet['stops_level'], sheet['freeze_level'], sheet['spread']), (20, 5, 10))
        self.assertEqual((sheet['execution'], sheet['filling'], sheet['trade_mode'], sheet['swap_mode']), ('market', 'fok', 'full', 'currency_deposit'))
        self.assertEqual((sheet['currency_base'], sheet['currency_profit'], sheet['calc_mode']), ('EUR', 'USD', 'forex'))
        self.assertEqual(sheet['trade_sessions'], [[day, 0, 86400] for day in range(7)])

    def test_sessions_of_a_market_that_closes(self):
        self.launch('--sessions', '--utc', '1772582400000')   # Wednesday, 4 March 2026, midnight UTC
        self.connect()
        self.assertEqual(self.link.good('symbol', symbol='EURUSD')['trade_sessions'], [[day, 60, 86340] for day in range(1, 6)])

    def test_quote(self):
        self.start()
        quote = self.link.good('quote', symbol='EURUSD')
        self.assertEqual((quote['bid'], quote['ask'], quote['spread']), (1.1, 1.1001, 10))
        true = self.terminal.command('quote EURUSD')
        self.assertEqual(quote['time'], true['time_msc'] - 7200000)

    def test_margin(self):
        self.start()
        self.assertEqual(self.link.good('margin', symbol='EURUSD', side='buy', volume=0.5)['margin'], 550.0)
        self.terminal.command('quote XAUUSD 2000 2001')
        self.assertEqual(self.link.good('margin', symbol='XAUUSD', side='sell', volume=0.1, price=2500)['margin'], 250.0)
        self.assertEqual(self.link.ask('margin', symbol='EURUSD', side='up', volume=1)['code'], 'BAD_REQUEST')

    def test_depth(self):
        self.start('--symbol', 'EURUSD:book_depth=2')
        answer = self.link.good('depth', symbol='EURUSD')
        self.assertEqual(answer['rows'], [['sell', 1.10011, 10], ['sell', 1.1001, 5], ['buy', 1.1, 5], ['buy', 1.09999, 10]])
        self.assertEqual(self.link.ask('depth', symbol='GBPUSD')['code'], 'NOT_SUPPORTED')

    def test_calendar(self):
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'calendar.csv')
        self.start('--calendar', path, '--utc', '1772582400000')
        rows = self.link.rows('calendar', **{'from': 1772582400000, 'to': 1772582400000 + 48 * HOUR})
        self.assertEqual([(r['currency'], r['name'], r['importance']) for r in rows],
                         [('EUR', 'CPI y/y', 'high'), ('USD', 'ISM Services PMI', 'high'), ('GBP', 'Construction PMI', 'moderate')])
        self.assertEqual((rows[0]['time'], rows[0]['actual'], rows[0]['forecast'], rows[0]['previous'], rows[0]['revised']),
                         (1772618400000, 2.4, 2.3, 2.2, None))
        self.assertIsNone(rows[1]['actual'])
        only = self.link.rows('calendar', **{'from': 1772582400000, 'to': 1772582400000 + 48 * HOUR}, currencies='GBP,JPY')
        self.assertEqual([r['currency'] for r in only], ['GBP'])
        self.assertEqual(self.link.rows('calendar', **{'from': 1, 'to': 2}), [])
        self.assertEqual(self.link.ask('calendar')['code'], 'BAD_REQUEST')


class Bars(BridgeTest):
    def truth(self, seconds, count):
        return self.terminal.command(f'bars EURUSD {seconds} {count}')['bars']

    def test_the_last_ones_are_closed_bars_in_utc(self):
        self.start()
        rows = self.link.good('bars', symbol='EURUSD', tf='H1', limit=5)['rows']
        true = self.truth(3600, 6)[:-1]
        self.assertEqual([(r[0], r[1], r[2], r[3], r[4], r[5]) for r in rows],
                         [((b['time'] - 7200) * 1000, b['open'], b['high'], b['low'], b['close'], b['volume']) for b in true])

    def test_pages_are_whole_and_ascending(self):
        self.start()
        everything = self.link.rows('bars', symbol='EURUSD', tf='H1', **{'from': 1})
        small = self.link.rows('bars', symbol='EURUSD', tf='H1', limit=999, **{'from': 1})
        self.assertEqual(everything, small)
        self.assertEqual(len(everything), len(self.truth(3600, 100000)) - 1)
        times = [r[0] for r in everything]
        self.assertEqual(times, sorted(set(times)))

    def test_from_is_inside_and_to_is_not(self):
        self.start()
        rows = self.link.good('bars', symbol='EURUSD', tf='H1', limit=10)['rows']
        part = self.link.rows('bars', symbol='EURUSD', tf='H1', **{'from': rows[2][0], 'to': rows[5][0]})
        self.assertEqual(part, rows[2:5])
        shifted = self.link.rows('bars', symbol='EURUSD', tf='H1', **{'from': rows[2][0] + 1, 'to': rows[5][0] + 1})
        self.assertEqual(shifted, rows[3:6])
        before = self.link.good('bars', symbol='EURUSD', tf='H1', to=rows[5][0], limit=3)
        self.assertEqual(before['rows'], rows[2:5])
        self.assertEqual(self.link.rows('bars', symbol='EURUSD', tf='H1', **{'from': rows[-1][0] + 10 * HOUR}), [])

    def test_small_and_large_bars_agree(self):
        self.start()
        hour = self.link.good('bars', symbol='EURUSD', tf='H1', limit=3)['rows'][1]
        minutes = self.link.rows('bars', symbol='EURUSD', tf='M5', **{'from': hour[0], 'to': hour[0] + HOUR})
        self.assertEqual(len(minutes), 12)
        self.assertEqual((minutes[0][1], max(m[2] for m in minutes), min(m[3] for m in minutes), minutes[-1][4]), tuple(hour[1:5]))

    def test_days_open_at_server_midnight(self):
        self.start()
        for tf in ('D1', 'W1', 'MN1'):
            with self.subTest(tf=tf):
                for row in self.link.good('bars', symbol='EURUSD', tf=tf, limit=3)['rows']:
                    self.assertEqual((row[0] + 7200000) % 86400000, 0)

    def test_history_that_downloads_is_pending(self):
        self.start('--fault', 'history_lag=3')
        first = self.link.good('bars', symbol='EURUSD', tf='H1', limit=2, **{'from': 1})
        self.assertEqual((first['rows'], first['complete'], first['pending']), ([], False, True))
        page = first
        while page['pending']:
            page = self.link.good('bars', symbol='EURUSD', tf='H1', limit=2, **{'from': 1})
        self.assertEqual(len(page['rows']), 2)

    def test_refusals(self):
        self.start()
        self.assertEqual(self.link.ask('bars', symbol='EURUSD', tf='H5')['code'], 'NOT_SUPPORTED')
        self.assertEqual(self.link.ask('bars', symbol='NONE', tf='H1')['code'], 'SYMBOL_UNKNOWN')
        self.assertEqual(self.link.ask('bars', symbol='EURUSD', tf='H1', limit=5001)['code'], 'BAD_REQUEST')
        self.assertEqual(self.link.ask('bars', symbol='EURUSD', tf='H1', cursor='x')['code'], 'BAD_REQUEST')

    def test_bars_events_tell_each_closed_bar_once(self):
        self.start(heartbeat_ms=60000)
        self.link.good('subscribe', symbols='', bars='EURUSD:M1,EURUSD:H1,NONE:M1,EURUSD:Q9')
        for step in range(3):
            self.terminal.command('clock advance 60000')
            self.link.ping()
            self.quote(1.1 + step / 1000, 1.1001 + step / 1000)
            self.link.event('bar', lambda e, n=step: e['tf'] == 'M1' and len([x for x in self.link.events if x['type'] == 'bar' and x['tf'] == 'M1']) > n)
        bars = [e for e in self.link.events if e['type'] == 'bar' and e['tf'] == 'M1']
        self.assertEqual([b['time'] for b in bars], sorted({b['time'] for b in bars}))
        last = self.link.good('bars', symbol='EURUSD', tf='M1', limit=1)['rows'][0]
        self.assertEqual([bars[-1][k] for k in ('time', 'open', 'high', 'low', 'close', 'tick_volume', 'spread_points', 'real_volume')], last)


class Ticks(BridgeTest):
    def test_pages_lose_nothing_at_equal_times(self):
        self.start()
        start = self.link.good('quote', symbol='EURUSD')['time']
        self.terminal.command('burst EURUSD 57')
        everything = self.link.rows('ticks', symbol='EURUSD', **{'from': start})
        self.assertEqual(len(everything), 58)
        self.assertEqual(self.link.rows('ticks', symbol='EURUSD', limit=10, **{'from': start}), everything)
        self.assertEqual(self.link.rows('ticks', symbol='EURUSD', limit=1, **{'from': start}), everything)

    def test_the_last_ones(self):
        self.start()
        self.terminal.command('burst EURUSD 20')
        rows = self.link.good('ticks', symbol='EURUSD', limit=5)['rows']
        self.assertEqual([r[1] for r in rows], [1.1, 1.10001, 1.1, 1.10001, 1.1])

    def test_history_before_the_start(self):
        self.start()
        now = self.link.good('quote', symbol='EURUSD')['time']
        rows = self.link.rows('ticks', symbol='EURUSD', **{'from': now - 100000, 'to': now - 50000})
        self.assertEqual(len(rows), 25)
        self.assertTrue(all(now - 100000 <= r[0] < now - 50000 for r in rows))
        before = self.link.good('ticks', symbol='EURUSD', to=now - 50000, limit=3)['rows']
        self.assertEqual(before, rows[-3:])

    def test_events_carry_every_tick_in_order(self):
        self.start(subscriptions='EURUSD')
        self.terminal.command('burst EURUSD 1500')
        self.quote(1.2, 1.3)
        self.link.event('ticks', lambda e: e['rows'][-1][2] == 1.2)
        rows = [row for e in self.link.events if e['type'] == 'ticks' for row in e['rows']]
        self.assertEqual(sum(e['dropped'] for e in self.link.events if e['type'] == 'ticks'), 0)
        self.assertEqual(len(rows), 1502)   # the first one is what stood when the host subscribed
        self.assertEqual([e['seq'] for e in self.link.events], list(range(1, len(self.link.events) + 1)))

    def test_a_host_that_is_behind_gets_the_last_tick_and_the_count(self):
        self.start(subscriptions='EURUSD')
        self.terminal.command('fault unwritable')
        self.terminal.command('burst EURUSD 3000')
        self.quote(1.2, 1.3)
        self.terminal.command('clear unwritable')
        event = self.link.event('ticks', lambda e: e['rows'][-1][2] == 1.2)
        rows = [row for e in self.link.events if e['type'] == 'ticks' for row in e['rows']]
        dropped = sum(e['dropped'] for e in self.link.events if e['type'] == 'ticks')
        self.assertEqual(len(rows) + dropped, 3002)
        self.assertGreater(dropped, 0)
        self.assertEqual(len(event['rows']), 1)

    def test_subscribe_replaces_the_set(self):
        self.start(subscriptions='EURUSD,GBPUSD')
        answer = self.link.good('subscribe', symbols='GBPUSD,NONE', bars='GBPUSD:H1')
        self.assertEqual((answer['symbols'], answer['bars'], answer['unknown']), ('GBPUSD', 'GBPUSD:H1', 'NONE'))
        self.link.events.clear()
        self.quote(1.3, 1.4)
        self.quote(1.5, 1.6, 'GBPUSD')
        self.link.event('ticks', lambda e: e['rows'][-1][2] == 1.5)
        self.assertEqual({row[0] for e in self.link.events if e['type'] == 'ticks' for row in e['rows']}, {'GBPUSD'})


if __name__ == '__main__':
    unittest.main()
