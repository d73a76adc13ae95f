"""The lint finds what it is there for, and the translator keeps lines."""
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')

BAD = [
    ('const string by reference', 'void F(const string &s)\n{\n}', 1),
    ('error number', 'void F()\n{\n   if(GetLastError()==4014)\n      Print("x");\n}', 3),
    ('return code returned', 'int F()\n{\n   return(10021);\n}', 3),
    ('return code assigned', 'void F(MqlTradeResult &r)\n{\n   r.retcode=10009;\n}', 3),
    ('policy as a number', 'void F(MqlTradeRequest &r)\n{\n   r.type_filling=1;\n}', 3),
    ('action as a number', 'void F(MqlTradeRequest &r)\n{\n   r.symbol="";\n   r.action=6;\n}', 4),
    ('property as a number', 'void F(const string s)\n{\n   Print(AccountInfoDouble(27),\n         SymbolInfoInteger(s,5));\n}', 4),
    ('NULL', 'void F()\n{\n   Print(NULL);\n}', 3),
    ('auto', 'void F()\n{\n   auto y=1;\n}', 3),
    ('no such field', 'void F()\n{\n   MqlTick t;\n   Print(t.bidd);\n}', 4),
    ('no such field in an array', 'MqlRates g_r[];\nvoid F()\n{\n   Print(g_r[0].opn);\n}', 4),
    ('no such field of a field', 'struct A\n{\n   MqlTick t;\n};\nvoid F(const A &a)\n{\n   Print(a.t.x);\n}', 7),
    ('fixed array', 'void F()\n{\n   int a[10];\n}', 3),
    ('arity', 'void F()\n{\n   SocketCreate(1,2);\n}', 3),
    ('arity of an own function', 'void G(const int a,const int b=1)\n{\n}\nvoid F()\n{\n   G();\n}', 6),
    ('no such function', 'void F()\n{\n   Nope();\n}', 3),
    ('no such constant', 'void F()\n{\n   Print(ORDER_TYPE_BUYY);\n}', 3),
    ('no such constant in a define', '#define X_ONE ORDER_NOPE\n', 1),
    ('switch on a string', 'void F(const string s)\n{\n   switch(s)\n   {\n      case "a":\n         break;\n   }\n}', 5),
    ('local reference', 'void F(int &a)\n{\n   int &b=a;\n}', 3),
    ('scope operator', 'void F()\n{\n   std::x();\n}', 3),
    ('structure by value', 'void F(MqlTick t)\n{\n}', 1),
    ('array by value', 'void F(int x[])\n{\n}', 1),
    ('name of the language', 'int Digits()\n{\n   return(0);\n}', 1),
    ('import', '#import "x.dll"\n', 1),
    ('macro with parameters', '#define MAX(a) a\n', 1),
    ('method', 'void F(MqlTick &t)\n{\n   t.Go();\n}', 3),
    ('unknown type', 'void F(const Foo &f)\n{\n}', 1),
    ('pointer', 'void F(int *p)\n{\n}', 1),
    ('two arrays a declaration', 'void F()\n{\n   int a[],b[];\n}', 3),
]


def lint(text, suffix='.mq5'):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'x' + suffix)
        with open(path, 'w', encoding='utf-8') as stream:
            stream.write(text)
        run = subprocess.run([sys.executable, os.path.join(ROOT, 'tools', 'lint.py'), path], capture_output=True, text=True)
        return run.returncode, [line.replace(path, 'x') for line in run.stdout.splitlines()]


class Lint(unittest.TestCase):
    def test_each_fault_is_found_at_its_line(self):
        for name, text, line in BAD:
            with self.subTest(name=name):
                code, out = lint(text)
                self.assertEqual(code, 1, out)
                self.assertTrue(any(f'x:{line}: ' in one for one in out), out)

    def test_what_mql4_lacks_is_found(self):
        text = 'void F()\n{\n   Print(SocketCreate());\n   Print(TimeTradeServer());\n}'
        self.assertEqual(lint(text)[0], 0)
        self.assertEqual(len(lint(text, '.mq4')[1]), 3)

    def test_good_code_passes(self):
        self.assertEqual(lint('struct A\n{\n   MqlTick t;\n   int n;\n};\nA g_a[];\nvoid F(const string s,MqlTick &t[])\n{\n   A a;\n   a.t=t[0];\n'
                              '   Print(a.t.bid," ",ArraySize(g_a),OrderSelect(5));\n}\n'), (0, ['1 files, 0 problems']))

    def test_the_experts_pass(self):
        run = subprocess.run([sys.executable, os.path.join(ROOT, 'tools', 'lint.py'), os.path.join(ROOT, 'Experts', 'OpenTradingBridge.mq5'),
                              os.path.join(ROOT, 'Experts', 'OpenTradingBridge.mq4')], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout)


class Translator(unittest.TestCase):
    def translate(self, text):
        with tempfile.TemporaryDirectory() as folder:
            source, target = os.path.join(folder, 'x.mq5'), os.path.join(folder, 'x.cpp')
            with open(source, 'w', encoding='utf-8') as stream:
                stream.write(text)
            subprocess.run([sys.executable, os.path.join(ROOT, 'tools', 'translate.py'), source, target], check=True)
            with open(target, encoding='utf-8') as stream:
                return stream.read()

    def test_lines_keep_their_numbers(self):
        out = self.translate('#property strict\n\nstruct A\n{\n   int n;\n};\n\n#ifdef __MQL4__\nvoid Old()\n{\n}\n#endif\nvoid F()\n{\n   Here();\n}\n')
        lines, number = out.split('\n'), 0
        for line in lines:
            if line.startswith('#line'):
                number = int(line.split()[1]) - 1
                continue
            number += 1
            if 'Here' in line:
                break
        self.assertEqual(number, 15)
        self.assertNotIn('Old', out)

    def test_literals_arrays_inputs_and_defaults(self):
        out = self.translate("input int Port = 5; // port\nstring g_list[];\nbool F(const string a,uchar &b[],const int c=3)\n{\n   return(a==\"x\" && b[0]=='\\n');\n}\n")
        for part in ('Array<string> g_list;', '"x"_s', "u'\\n'", 'InputSlot slot_Port("Port", Port);', 'bool F(const string a,Array<uchar> &b,const int c=3);',
                     'bool F(const string a,Array<uchar> &b,const int c)'):
            self.assertIn(part, out)


if __name__ == '__main__':
    unittest.main()
