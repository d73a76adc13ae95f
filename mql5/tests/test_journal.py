"""What the expert knows when comments or its own journal are damaged."""
import os
import unittest

from bench import BridgeTest, new_cid
from terminal import Terminal

ORDER = {'symbol': 'EURUSD', 'side': 'buy', 'type': 'market', 'volume': 0.1}


class Comments(BridgeTest):
    def test_a_cut_comment_is_enough_when_everything_else_fits(self):
        self.start('--fault', 'comment_cut=9')
        cid = new_cid()
        self.terminal.command('fault kill=after_send')
        self.link.post('send', cid=cid, beat=1, magic=9, **ORDER)
        self.terminal.wait()
        self.terminal.start()
        self.connect()
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['position']), ('done', self.positions()[0]['ticket']))
        self.assertEqual(self.positions()[0]['cid'], cid)

    def test_an_overwritten_comment_leaves_a_candidate_for_the_operator(self):
        self.start('--fault', 'comment=broker')
        cid = new_cid()
        self.terminal.command('fault kill=after_send')
        self.link.post('send', cid=cid, beat=1, magic=9, **ORDER)
        self.terminal.wait()
        self.terminal.start()
        self.connect()
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['position']), ('unknown', self.positions()[0]['ticket']))
        self.assertIn('confirm', answer['text'])
        self.refused('send', 'OUTCOME_UNKNOWN', cid, magic=9, **ORDER)
        self.assertEqual(len(self.positions()), 1)

    def test_an_overwritten_comment_does_not_hide_a_known_order(self):
        self.start('--fault', 'comment=broker')
        cid = new_cid()
        answer = self.done('send', cid, **ORDER)
        self.assertEqual([(p['comment'], p['cid']) for p in self.positions()], [('broker', cid)])
        self.assertEqual(self.link.rows('deals', **{'from': 1})[0]['cid'], cid)
        closing = new_cid()
        self.done('close', closing, ticket=answer['position'])
        self.assertEqual([d['cid'] for d in self.link.rows('deals', **{'from': 1})], [cid, closing])

    def test_two_that_fit_prove_nothing(self):
        self.start('--fault', 'comment=broker')
        self.terminal.command('open EURUSD buy 0.1')
        cid = new_cid()
        self.terminal.command('fault kill=after_send')
        self.link.post('send', cid=cid, beat=1, **ORDER)
        self.terminal.wait()
        self.terminal.start()
        self.connect()
        answer = self.link.good('outcome', cid=cid)
        self.assertEqual((answer['outcome'], answer['position']), ('unknown', 0))
        self.assertIn('2 orders fit', answer['text'])


class Journal(BridgeTest):
    def lines(self):
        return self.read('orders.jsonl').splitlines()

    def restart(self):
        self.terminal.start()
        self.quote()
        self.connect()

    def test_the_intent_is_on_disk_before_the_broker_hears(self):
        self.start()
        cid = new_cid()
        self.terminal.command('fault kill=before_send')
        self.link.post('send', cid=cid, beat=1, **ORDER)
        self.expected_exit = self.terminal.wait()
        self.assertIn(f'"kind":"intent","cid":"{cid}"', self.lines()[-1])

    def test_a_torn_intent_was_never_sent(self):
        self.start()
        self.buy()
        self.terminal.stop()
        cid = new_cid()
        with open(os.path.join(self.terminal.folder, 'OpenTrading', 'orders.jsonl'), 'a', encoding='utf-8') as stream:
            stream.write('{"kind":"intent","cid":"%s","op":"se' % cid)
        self.restart()
        self.assertTrue(self.link.good('terminal')['journal_intact'])
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'never_sent')
        self.buy()
        self.terminal.stop()
        self.restart()
        self.assertTrue(self.link.good('terminal')['journal_intact'])
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'never_sent')

    def test_a_torn_result_is_looked_up(self):
        self.start()
        cid = new_cid()
        self.done('send', cid, **ORDER)
        self.terminal.stop()
        text = self.read('orders.jsonl')
        self.write('orders.jsonl', text[:-30])
        self.restart()
        self.assertEqual(self.link.good('outcome', cid=cid)['outcome'], 'done')
        self.assertTrue(self.link.trade('send', cid, **ORDER)['duplicate'])
        self.sent_once(cid)

    def test_a_lost_journal_never_says_never_sent(self):
        self.start()
        cid = new_cid()
        self.done('send', cid, **ORDER)
        self.terminal.stop()
        os.unlink(os.path.join(self.terminal.folder, 'OpenTrading', 'orders.jsonl'))
        for _ in range(2):
            self.restart()
            self.assertFalse(self.link.good('terminal')['journal_intact'])
            self.assertEqual(self.link.good('outcome', cid=new_cid())['outcome'], 'unknown')
            self.status('JOURNAL NOT WHOLE')
            self.terminal.stop()
        self.restart()
        again = self.link.trade('send', cid, **ORDER)   # the broker's comment is the second witness
        self.assertEqual((again['ok'], again['duplicate']), (True, True))
        self.sent_once(cid)
        self.buy()

    def test_a_damaged_line_never_says_never_sent(self):
        self.start()
        self.buy()
        self.buy()
        self.terminal.stop()
        lines = self.lines()
        lines[2] = 'x' * 40
        self.write('orders.jsonl', '\n'.join(lines) + '\n')
        self.restart()
        self.assertEqual(self.link.good('outcome', cid=new_cid())['outcome'], 'unknown')

    def test_a_strange_journal_never_says_never_sent(self):
        self.start()
        self.buy()
        self.terminal.stop()
        self.write('orders.jsonl', '{"kind":"journal","id":"%s","time":1}\n' % ('0' * 32))
        self.restart()
        self.assertFalse(self.link.good('terminal')['journal_intact'])

    def test_a_full_disk_sends_nothing(self):
        self.start()
        self.terminal.command('fault disk_full')
        cid = new_cid()
        self.assertEqual(self.refused('send', 'EA_LIMIT', cid, **ORDER)['wall'], 'journal')
        self.terminal.command('clear')
        self.refused('send', 'CID_DEAD', cid, **ORDER)
        self.assertEqual(self.terminal.sends(cid), (0, 0))
        self.buy()

    def test_a_second_expert_in_the_terminal_cannot_trade(self):
        self.start()
        second = Terminal('--feed', 'manual', '--chart-id', '9', inputs={'HostPort': self.host.port, 'HostToken': 'secret', 'AllowTrading': 'true',
                                                                          'StopLossRequired': 'false'})
        try:
            second.stop()
            second.folder = self.terminal.folder
            second.control_path = second.control_path + '2'
            own = second.control_path
            second.start('--files', self.terminal.folder, '--state', own + '.state')
            link = self.host.link()
            self.assertNotEqual(link.hello['instance'], self.link.hello['instance'])
            second.command('quote EURUSD 1.1 1.1001')
            answer = link.trade('send', new_cid(), **ORDER)
            self.assertEqual((answer['code'], answer['wall']), ('EA_LIMIT', 'journal'))
            self.assertEqual(link.good('outcome', cid=new_cid())['outcome'], 'unknown')
            link.close()
        finally:
            second.stop()

    def test_twenty_thousand_cids_are_found(self):
        self.start()
        first = new_cid()
        self.done('send', first, **ORDER)
        self.terminal.stop()
        with open(os.path.join(self.terminal.folder, 'OpenTrading', 'orders.jsonl'), 'a', encoding='utf-8') as stream:
            for i in range(20000):
                stream.write('{"kind":"dead","cid":"dead%012d","time":%d}\n' % (i, i))
        self.restart()
        self.assertEqual(self.link.good('terminal')['journal_entries'], 20001)
        self.assertEqual(self.link.good('outcome', cid='dead%012d' % 17171)['outcome'], 'never_sent')
        self.assertEqual(self.link.good('outcome', cid=first)['outcome'], 'done')


if __name__ == '__main__':
    unittest.main()
