"""What the expert tells by itself, and what happens around it: clocks, accounts, several terminals."""
import unittest

from bench import BridgeTest, new_cid
from terminal import Terminal


class Events(BridgeTest):
    def test_sequence_starts_at_one_in_each_session(self):
        for _ in range(2):
            self.start(subscriptions='EURUSD') if not self.link else self.connect(subscriptions='EURUSD')
            self.terminal.command('burst EURUSD 30')
            self.buy(0.1)
            self.link.event('account')
            self.link.event('trade')
            self.assertEqual([e['seq'] for e in self.link.events], list(range(1, len(self.link.events) + 1)))
            self.link.close()
            self.terminal.command('clock advance 1100')

    def test_account_on_change_and_every_five_seconds(self):
        self.start(heartbeat_ms=60000)
        first = self.link.event('account')
        self.assertEqual(first['balance'], 10000)
        self.terminal.command('deposit 500')
        self.terminal.command('clock advance 1000')
        self.assertEqual(self.link.event('account', lambda e: e['balance'] == 10500)['equity'], 10500)
        count = len([e for e in self.link.events if e['type'] == 'account'])
        self.terminal.command('clock advance 5000')
        self.link.event('account', lambda e: len([x for x in self.link.events if x['type'] == 'account']) > count)

    def test_money_is_booked_and_said_what_for(self):
        self.start()
        for amount, kind in ((-300, 'balance'), (50, 'credit'), (-5, 'charge'), (7, 'correction'), (9, 'bonus')):
            self.terminal.command(f'deposit {amount} 1 {kind}')
            told = self.link.event('trade', lambda e, a=amount: e['kind'] == 'deal' and e['profit'] == a)
            self.assertEqual((told['entry'], told['booking'], told['symbol']), ('balance', kind, ''))
        rows = self.link.rows('deals', **{'from': 1})
        self.assertEqual([(d['booking'], d['profit']) for d in rows], [('balance', -300), ('credit', 50), ('charge', -5), ('correction', 7), ('bonus', 9)])
        account = self.link.good('account')
        self.assertEqual((account['balance'], account['credit']), (9711, 50))
        self.buy()
        self.assertEqual(self.link.event('trade', lambda e: e['kind'] == 'deal' and e['entry'] == 'in')['booking'], '')

    def test_the_offset_of_the_server_changes(self):
        self.start()
        self.buy(sl=1.09)
        before = self.link.rows('deals', **{'from': 1})
        self.terminal.command('clock offset 10800')
        self.quote()
        self.assertEqual(self.link.event('offset')['utc_offset_s'], 10800)
        quote = self.link.good('quote', symbol='EURUSD')
        now = self.terminal.command('clock')['utc_ms']
        self.assertLess(abs(quote['time'] - now), 600000)
        after = self.link.rows('deals', **{'from': 1})
        self.assertEqual([d['deal'] for d in after], [d['deal'] for d in before])
        self.assertEqual(before[0]['time'] - after[0]['time'], 3600000)   # history is told by the offset in force now
        self.buy(0.2)
        self.link.event('trade', lambda e: e['kind'] == 'deal' and e['volume'] == 0.2)
        self.assertEqual(len([e for e in self.link.events if e['type'] == 'trade' and e['kind'] == 'deal']), 2)
        self.terminal.command('clock offset 3600')
        self.link.event('offset', lambda e: e['utc_offset_s'] == 3600)
        self.buy(0.3)
        self.link.event('trade', lambda e: e['kind'] == 'deal' and e['volume'] == 0.3)
        self.assertEqual(len([e for e in self.link.events if e['type'] == 'trade' and e['kind'] == 'deal']), 3)

    def test_nothing_is_lost_under_many_trades(self):
        self.start()
        cids = [new_cid() for _ in range(60)]
        numbers = [self.link.post('send', cid=cid, beat=self.link.beat, symbol='EURUSD', side='buy', type='market', volume=0.01) for cid in cids]
        self.link.answer(numbers[-1])
        self.link.event('trade', lambda e: e['cid'] == cids[-1])
        told = [e['cid'] for e in self.link.events if e['type'] == 'trade']
        self.assertEqual(sorted(told), sorted(cids))
        self.assertEqual(len(self.positions()), 60)


class Accounts(BridgeTest):
    def test_another_account_logs_in(self):
        self.start()
        cid = new_cid()
        self.buy(cid=cid)
        self.terminal.command('switch 777 netting')
        self.assertEqual(self.link.until_closed()['reason'], 'account_changed')
        self.connect()
        self.assertEqual((self.link.hello['login'], self.link.hello['margin_mode']), (777, 'netting'))
        self.assertEqual(self.positions(), [])
        self.assertEqual(self.link.trade('send', cid, symbol='EURUSD', side='buy', type='market', volume=0.1)['duplicate'], True)
        self.assertEqual(self.positions(), [])
        self.terminal.command('switch 5001234')
        self.link.until_closed()
        self.connect()
        self.assertEqual([p['cid'] for p in self.positions()], [cid])

    def test_an_intent_of_another_account_stays_unknown(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault lost=10012 times=1')
        self.refused('send', 'TIMEOUT', cid, symbol='EURUSD', side='buy', type='market', volume=0.1)
        self.terminal.command('switch 777')
        self.link.until_closed()
        self.connect()
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['text']), ('unknown', 'it went out on account 5001234, which is not logged in'))
        self.terminal.command('switch 5001234')
        self.link.until_closed()
        self.connect()
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'done')

    def test_two_terminals_of_one_login_differ_by_instance(self):
        self.start()
        second = Terminal('--feed', 'manual', inputs={'HostPort': self.host.port, 'HostToken': 'secret'})
        try:
            link = self.host.accept()
            hello = link.greet()
            self.assertEqual(hello['login'], self.link.hello['login'])
            self.assertNotEqual(hello['instance'], self.link.hello['instance'])
            link.send({'type': 'refuse', 'code': 'LOGIN_IN_USE', 'text': 'taken'})
            link.until_closed()
            self.assertTrue(self.link.ping()['ok'])
        finally:
            second.clean()

    def test_a_host_killed_in_the_middle_of_an_order_finds_it_again(self):
        self.start('--fault', 'latency=300')
        cid = new_cid()
        self.link.post('send', cid=cid, beat=1, symbol='EURUSD', side='buy', type='market', volume=0.1)
        self.link.stream.socket.shutdown(2)
        self.link.close()
        while self.terminal.sends(cid) == (0, 0):
            pass
        self.terminal.command('clock advance 1100')
        self.connect()
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'done')
        self.assertEqual([p['cid'] for p in self.positions()], [cid])
        self.sent_once(cid)


if __name__ == '__main__':
    unittest.main()
