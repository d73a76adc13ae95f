"""Tokens of MQL source. One lexer for the translator and the lint, so that both read the same language."""
import re
from dataclasses import dataclass


@dataclass
class Token:
    kind: str   # comment, string, char, directive, name, number, punct, space, newline
    text: str
    line: int


_PATTERN = re.compile(
    r'''(?P<comment>//[^\n]*|/\*.*?\*/)
      |(?P<string>"(?:\\.|[^"\\\n])*")
      |(?P<char>'(?:\\.|[^'\\\n])+')
      |(?P<directive>(?<![^\n])[ \t]*\#[^\n]*)
      |(?P<name>[A-Za-z_]\w*)
      |(?P<number>0[xX][0-9A-Fa-f]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)
      |(?P<newline>\n)
      |(?P<space>[ \t\r]+)
      |(?P<punct><<=|>>=|\+\+|--|->|::|&&|\|\||[-+*/%&|^=!<>]=|<<|>>|.)''',
    re.VERBOSE | re.DOTALL)


def lex(text):
    """All tokens of a source text, in order; joined they give the text again."""
    tokens, line = [], 1
    for match in _PATTERN.finditer(text):
        tokens.append(Token(match.lastgroup, match.group(), line))
        line += match.group().count('\n')
    return tokens


def is_code(token):
    return token.kind not in ('comment', 'space', 'newline', 'directive')


def directive_of(token):
    """('define', 'NAME value') of a directive's text, its comment cut off."""
    text = re.sub(r'//.*$', '', token.text.strip()) if '"' not in token.text else token.text.strip()
    match = re.match(r'#\s*(\w+)\s*(.*)', text, re.DOTALL)
    return (match.group(1), match.group(2).strip()) if match else ('', '')
