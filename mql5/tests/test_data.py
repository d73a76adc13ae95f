"""Recorded prices: bars and ticks from CSV, moved to now."""
import os
import tempfile
import unittest

from bench import BridgeTest

BARS = 200


class Recorded(BridgeTest):
    def setUp(self):
        super().setUp()
        self.data = tempfile.TemporaryDirectory()
        self.rows = []
        with open(os.path.join(self.data.name, 'EURUSD_H1.csv'), 'w', encoding='utf-8') as stream:
            stream.write('time_utc,open,high,low,close,volume,spread\n')
            for i in range(BARS):
                o, c = 1.1 + i / 10000, 1.1 + (i * 7 % 13) / 10000
                self.rows.append((round(o, 5), round(max(o, c) + 0.0005, 5), round(min(o, c) - 0.0004, 5), round(c, 5)))
                stream.write('2014-05-%02d %02d:00,%.5f,%.5f,%.5f,%.5f,%d,0.00012\n' % (1 + i // 24, i % 24, *self.rows[-1], 100 + i))

    def tearDown(self):
        super().tearDown()
        self.data.cleanup()

    def test_bars_are_the_recorded_ones_up_to_now(self):
        self.launch('--data', self.data.name, '--share', '0.5')
        self.connect()
        bars = self.link.rows('bars', symbol='EURUSD', tf='H1', **{'from': 1})
        place = int((BARS - 1) * 0.5)
        self.assertEqual([tuple(b[1:5]) for b in bars], self.rows[:place])
        self.assertEqual([b[5] for b in bars], [100 + i for i in range(place)])
        self.assertEqual({b[6] for b in bars}, {12})
        now = self.terminal.command('clock')['utc_ms']
        self.assertEqual(bars[-1][0], now // 3600000 * 3600000 - 3600000)
        four = self.link.rows('bars', symbol='EURUSD', tf='H4', **{'from': 1})
        whole = [b for b in four if b[0] >= bars[0][0]][1]
        inside = [b for b in bars if whole[0] <= b[0] < whole[0] + 4 * 3600000]
        self.assertEqual((whole[1], whole[2], whole[3], whole[4]),
                         (inside[0][1], max(b[2] for b in inside), min(b[3] for b in inside), inside[-1][4]))

    def test_live_ticks_stay_within_the_recorded_bar(self):
        self.launch('--data', self.data.name, '--share', '0.5', '--feed', 'path', '--tick-ms', '5')
        self.connect(subscriptions='EURUSD')
        place = int((BARS - 1) * 0.5)
        ticks = []
        while len(ticks) < 50:
            ticks = [r for e in self.link.events if e['type'] == 'ticks' for r in e['rows']]
            self.link.receive()
        self.assertTrue(all(self.rows[place][2] <= r[2] <= self.rows[place][1] for r in ticks))
        self.assertEqual({round(r[3] - r[2], 5) for r in ticks}, {0.00012})

    def test_recorded_ticks_are_replayed(self):
        path = os.path.join(self.data.name, 'ticks.csv')
        with open(path, 'w', encoding='utf-8') as stream:
            stream.write('time_utc,bid,ask\n')
            for i in range(40):
                stream.write('2014-05-01 00:00:00.%03d,%.5f,%.5f\n' % (i // 2 * 2, 1.2 + i / 1e5, 1.2001 + i / 1e5))
        self.launch('--data', self.data.name, '--ticks', 'EURUSD=' + path)
        self.connect(subscriptions='EURUSD')
        rows = []
        while len(rows) < 40:
            rows = self.link.good('ticks', symbol='EURUSD', limit=40)['rows']
            rows = [r for r in rows if r[1] >= 1.2]
        self.assertEqual([r[1] for r in rows], [round(1.2 + i / 1e5, 5) for i in range(40)])

    def test_a_file_that_cannot_be_read_is_named_with_its_line(self):
        with open(os.path.join(self.data.name, 'EURUSD_H1.csv'), 'a', encoding='utf-8') as stream:
            stream.write('2014-06-01 00:00,1.1,x,1.0,1.1\n')
        self.launch('--data', self.data.name)
        self.expected_exit = 2
        self.assertEqual(self.terminal.wait(), 2)
        self.assertIn(f'EURUSD_H1.csv:{BARS + 2}: not a number', self.terminal.log())


if __name__ == '__main__':
    unittest.main()
