"""No order twice: duplicates, kills, cuts, lost answers."""
import signal
import unittest

from bench import BridgeTest, new_cid

ORDER = {'symbol': 'EURUSD', 'side': 'buy', 'type': 'market', 'volume': 0.1}


class Duplicates(BridgeTest):
    def test_the_stored_answer_comes_back(self):
        self.start()
        cid = new_cid()
        first = self.done('send', cid, **ORDER)
        again = self.link.trade('send', cid, **{**ORDER, 'volume': 0.10})
        self.assertEqual(again, {**first, 'id': again['id'], 'duplicate': True})
        self.sent_once(cid)

    def test_another_order_under_the_cid_is_a_conflict(self):
        self.start()
        cid = new_cid()
        self.done('send', cid, **ORDER)
        for change in ({'volume': 0.2}, {'side': 'sell'}, {'symbol': 'GBPUSD'}, {'sl': 1.0}, {'magic': 5}):
            self.refused('send', 'CID_CONFLICT', cid, **{**ORDER, **change})
        self.refused('close', 'CID_CONFLICT', cid, ticket=1000001)
        self.sent_once(cid)

    def test_a_rejection_is_stored(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault reject=10019 times=1')
        self.refused('send', 'NO_MONEY', cid, **ORDER)
        again = self.refused('send', 'NO_MONEY', cid, **ORDER)
        self.assertTrue(again['duplicate'])
        self.assertEqual(self.terminal.sends(cid), (1, 0))
        self.assertEqual(self.link.good('outcome', cid=cid)['code'], 'NO_MONEY')

    def test_after_a_cut_an_expert_restart_and_a_terminal_restart(self):
        self.start()
        cid = new_cid()
        first = self.done('send', cid, **ORDER)
        for again in ('cut', 'restart 3', None):
            if again:
                self.terminal.command(again)
                self.terminal.command('clock advance 1100')
            else:
                self.terminal.kill()
                self.terminal.start()
            self.connect()
            answer = self.link.trade('send', cid, **ORDER)
            self.assertEqual((answer['duplicate'], answer['order'], answer['deal'], answer['price']), (True, first['order'], first['deal'], first['price']))
        self.sent_once(cid)
        self.assertEqual(len(self.positions()), 1)

    def test_closes_and_changes_are_sent_once_too(self):
        self.start()
        ticket = self.buy(1.0)['position']
        cid = new_cid()
        self.done('close', cid, ticket=ticket, volume=0.4)
        self.assertTrue(self.link.trade('close', cid, ticket=ticket, volume=0.4)['duplicate'])
        self.assertEqual(self.positions()[0]['volume'], 0.6)
        cid = new_cid()
        self.done('modify', cid, ticket=ticket, sl=1.09)
        self.done('modify', ticket=ticket, sl=1.08)
        self.assertTrue(self.link.trade('modify', cid, ticket=ticket, sl=1.09)['duplicate'])
        self.assertEqual(self.positions()[0]['sl'], 1.08)

    def test_a_tombstone_keeps_a_late_request_out(self):
        self.start()
        cid = new_cid()
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'never_sent')
        self.refused('send', 'CID_DEAD', cid, **ORDER)
        self.terminal.kill()
        self.terminal.start()
        self.quote()
        self.connect()
        self.refused('send', 'CID_DEAD', cid, **ORDER)
        self.assertEqual(self.terminal.sends(cid), (0, 0))
        self.assertEqual(self.link.ask('outcome', cid='bad')['code'], 'BAD_CID')


class Interruptions(BridgeTest):
    def send_and_lose(self, fault, cid):
        """The request goes out and no answer comes."""
        self.terminal.command('fault ' + fault)
        self.link.post('send', cid=cid, beat=self.link.beat, **ORDER)

    def killed(self, fault, cid, *options):
        self.start(*options)
        self.send_and_lose(fault, cid)
        self.assertEqual(self.terminal.wait(), -signal.SIGKILL)
        self.terminal.start()
        self.connect()

    def test_killed_after_the_broker_had_it(self):
        cid = new_cid()
        self.killed('kill=after_send', cid)
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['op'], answer['volume']), ('done', 'send', 0.1))
        position, = self.positions()
        self.assertEqual((position['cid'], answer['position']), (cid, position['ticket']))
        again = self.link.trade('send', cid, **ORDER)
        self.assertEqual((again['ok'], again['duplicate'], again['position']), (True, True, position['ticket']))
        self.sent_once(cid)

    def test_killed_before_the_broker_had_it(self):
        cid = new_cid()
        self.killed('kill=before_send', cid)
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'unknown')
        answer = self.refused('send', 'OUTCOME_UNKNOWN', cid, **ORDER)
        self.assertEqual((answer['outcome'], answer['duplicate']), ('unknown', True))
        self.assertEqual((self.terminal.sends(cid), self.positions()), ((0, 0), []))

    def test_a_pending_order_is_found_after_a_kill(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault kill=after_send')
        self.link.post('send', cid=cid, beat=1, symbol='EURUSD', side='buy', type='limit', volume=0.1, price=1.09)
        self.terminal.wait()
        self.terminal.start()
        self.connect()
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['order']), ('done', self.orders()[0]['ticket']))

    def test_a_close_is_found_after_a_kill(self):
        self.start()
        ticket = self.buy(1.0)['position']
        cid = new_cid()
        self.terminal.command('fault kill=after_send')
        self.link.post('close', cid=cid, beat=1, ticket=ticket, volume=0.3)
        self.terminal.wait()
        self.terminal.start()
        self.connect()
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['volume'], self.positions()[0]['volume']), ('done', 0.3, 0.7))

    def test_a_change_is_found_after_a_kill(self):
        for moment, found in (('after_send', 'done'), ('before_send', 'rejected')):
            with self.subTest(moment=moment):
                self.start()
                ticket = self.buy(sl=1.09)['position']
                cid = new_cid()
                self.terminal.command(f'fault kill={moment} action=sltp')
                self.link.post('modify', cid=cid, beat=1, ticket=ticket, sl=1.095)
                self.terminal.wait()
                self.terminal.start()
                self.connect()
                if found == 'rejected':
                    self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'unknown')
                    self.terminal.command('clock advance 10000')
                self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], found)
                self.assertEqual(self.positions()[0]['sl'], 1.095 if found == 'done' else 1.09)
                self.terminal.clean()
                self.terminal = None

    def test_a_cancel_is_found_after_a_kill(self):
        self.start()
        order = self.done('send', symbol='EURUSD', side='buy', type='limit', volume=0.1, price=1.09)['order']
        cid = new_cid()
        self.terminal.command('fault kill=after_send')
        self.link.post('cancel', cid=cid, beat=1, order=order)
        self.terminal.wait()
        self.terminal.start()
        self.connect()
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'done')

    def test_the_link_breaks_between_order_and_reply(self):
        for moment in ('after_send', 'before_send'):
            with self.subTest(moment=moment):
                self.start()
                cid = new_cid()
                self.send_and_lose(f'cut={moment} times=1', cid)
                self.terminal.command('clock advance 1100')
                self.connect()
                again = self.link.trade('send', cid, **ORDER)
                self.assertEqual((again['ok'], again['duplicate']), (True, True))
                self.sent_once(cid)
                self.assertEqual(len(self.positions()), 1)
                self.terminal.clean()
                self.terminal = None

    def test_the_reply_is_lost(self):
        self.start()
        cid = new_cid()
        self.send_and_lose('swallow times=1', cid)
        while self.terminal.sends(cid) == (0, 0):
            pass
        pong = self.link.ping()   # the expert lives, its answer never comes
        self.assertEqual(pong['beat'], 2)
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'done')
        self.sent_once(cid)

    def test_executed_but_answered_with_an_unknown_code(self):
        for code, name in ((10012, 'TIMEOUT'), (10031, 'CONNECTION'), (10011, 'ERROR'), (10028, 'LOCKED'), (10047, 'UNKNOWN_RETCODE')):
            with self.subTest(code=code):
                self.start() if not self.terminal else None
                cid = new_cid()
                self.terminal.command(f'fault lost={code} times=1')
                answer = self.refused('send', name, cid, **ORDER)
                self.assertEqual(answer['outcome'], 'unknown')
                again = self.link.trade('send', cid, **ORDER)
                self.assertEqual((again['ok'], again['outcome'], again['duplicate']), (True, 'done', True))
                self.sent_once(cid)

    def test_a_late_execution_is_found_when_it_happened(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault late=10012 times=1')
        self.refused('send', 'TIMEOUT', cid, **ORDER)
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'unknown')
        self.refused('send', 'OUTCOME_UNKNOWN', cid, **ORDER)
        self.terminal.command('late')
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['position']), ('done', self.positions()[0]['ticket']))
        self.sent_once(cid)

    def test_a_stop_that_hit_while_nobody_listened(self):
        self.start()
        ticket = self.buy(sl=1.095)['position']
        self.terminal.command('cut')
        self.quote(1.094, 1.0941)
        self.terminal.command('clock advance 1100')
        self.connect()
        self.assertEqual(self.positions(), [])
        deals = self.link.rows('deals', **{'from': 1})
        self.assertEqual([(d['entry'], d['reason'], d['position']) for d in deals], [('in', 'expert', ticket), ('out', 'sl', ticket)])


if __name__ == '__main__':
    unittest.main()
