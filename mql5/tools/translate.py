#!/usr/bin/env python3
"""Makes C++20 of an expert written in the safe subset of MQL. Lines keep their numbers: compiler messages point at the MQL source."""
import argparse
import os
import re
import sys

from mql_program import SourceError, load
from mql_tokens import directive_of, is_code, lex

NUMBERS = {'char', 'uchar', 'short', 'ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'bool', 'datetime', 'color'}


def escape(token):
    """Literals: MQL strings and characters are UTF-16."""
    if token.kind == 'string':
        return token.text + '_s'
    if token.kind == 'char':
        return 'u' + token.text
    return token.text


def next_code(tokens, i):
    i += 1
    while i < len(tokens) and not is_code(tokens[i]):
        i += 1
    return i


def translate_tokens(tokens):
    """Text of tokens: literals widened, T name[] turned into an array object."""
    out, i = [], 0
    while i < len(tokens):
        token = tokens[i]
        if token.kind == 'name':
            j = next_code(tokens, i)
            reference = j < len(tokens) and tokens[j].text == '&'
            k = next_code(tokens, j) if reference else j
            m = next_code(tokens, k)
            n = next_code(tokens, m)
            is_array = (n < len(tokens) and tokens[k].kind == 'name' and tokens[m].text == '[' and tokens[n].text == ']'
                        and token.text not in ('return', 'const', 'static', 'input'))
            if is_array:
                out.append(f'Array<{token.text}> {"&" if reference else ""}{tokens[k].text}')
                i = n + 1
                continue
        out.append(escape(token))
        i += 1
    return ''.join(out)


def translate_define(token):
    """The body of a #define is code, too."""
    return '#' + ''.join(escape(t) for t in lex(token.text.strip()[1:]))


def split_parameters(code_tokens):
    """Index of the opening and the closing parenthesis of a function's parameters."""
    start = next(i for i, t in enumerate(code_tokens) if t.text == '(')
    depth = 0
    for i in range(start, len(code_tokens)):
        depth += {'(': 1, ')': -1}.get(code_tokens[i].text, 0)
        if depth == 0:
            return start, i
    raise SourceError(f'line {code_tokens[start].line}: parameters without end')


def without_defaults(tokens, start, end):
    """Tokens of a definition with '= value' taken out of its parameters."""
    kept, skipping, depth = [], False, 0
    for i, token in enumerate(tokens):
        inside = start < i < end
        if inside and token.text in ('(', '['):
            depth += 1
        if inside and token.text in (')', ']'):
            depth -= 1
        if inside and depth == 0 and token.text == '=':
            skipping = True
        if skipping and (i >= end or (depth == 0 and token.text == ',')):
            skipping = False
        if not skipping:
            kept.append(token)
    return kept


def prototype(item):
    start, end = split_parameters(item.tokens)
    return ' '.join(translate_tokens([t for t in item.tokens[:end + 1] if t.kind != 'comment']).split()) + ';'


def translate_function(item):
    start, end = split_parameters(item.tokens)
    return translate_tokens(without_defaults(item.tokens, start, end))


def translate_variable(item):
    """An input registers itself, so that the terminal can set it before OnInit."""
    code = [t for t in item.tokens if is_code(t)]
    if code[0].text not in ('input', 'sinput'):
        return translate_tokens(item.tokens)
    name = code[2].text
    return (translate_tokens([t for t in item.tokens if t.text not in ('input', 'sinput')])
            + f' static const InputSlot slot_{name}("{name}", {name});')


def struct_fields(item):
    """(type, name, is_array) of each field."""
    code = [t for t in item.tokens if is_code(t)]
    body = code[3:-2]
    fields, start = [], 0
    for i, token in enumerate(body):
        if token.text == ';':
            part = body[start:i]
            fields.append((part[0].text, part[1].text, any(t.text == '[' for t in part)))
            start = i + 1
    return fields


def translate_struct(item):
    """Fields hold rubbish until they are set, as in the terminal: whoever forgets one sees it here."""
    text = translate_tokens(item.tokens)
    for kind, name, is_array in struct_fields(item):
        if kind in NUMBERS and not is_array:
            text = replace_once(text, name)
    zeros = ''.join(f'ClearField(x.{name});' for _, name, _ in struct_fields(item))
    return text + f' inline void ZeroMemory({item.name} &x){{{zeros}}}'


def replace_once(text, name):
    """Gives the field of this name its rubbish."""
    return re.sub(rf'\b{name}(\s*);', rf'{name}=Rubbish()\1;', text, count=1)


def write_types(files, out):
    for source in files:
        for item in source.items:
            if item.kind in ('enum', 'struct'):
                first = item.tokens[0].line
                out.append(f'#line {first} "{source.path}"\n')
                out.append((translate_struct(item) if item.kind == 'struct' else translate_tokens(item.tokens)) + '\n')


def write_code(files, out):
    for source in files:
        if not source.items:
            continue
        out.append(f'\n#line {source.items[0].tokens[0].line} "{source.path}"\n')
        for item in source.items:
            if item.kind in ('enum', 'struct'):
                out.append('\n' * sum(t.text.count('\n') for t in item.tokens))
            elif item.kind == 'directive':
                word = directive_of(item.tokens[0])[0]
                out.append(translate_define(item.tokens[0]) if word == 'define' else '')
            elif item.kind == 'function':
                out.append(translate_function(item))
            elif item.kind == 'variable':
                out.append(translate_variable(item))
            else:
                out.append(translate_tokens(item.tokens))


def translate(path, include_folder, platform):
    files = load(path, include_folder, platform)
    out = [f'#include "{ "mql4.hpp" if platform == "__MQL4__" else "mql5.hpp" }"\nusing namespace mql;\n']
    write_types(files, out)
    out.append('\n#line 1 "prototypes"\n')
    for source in files:
        out += [prototype(item) + '\n' for item in source.items if item.kind == 'function']
    write_code(files, out)
    return ''.join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('source', help='the .mq5 or .mq4 file')
    parser.add_argument('output', help='the C++ file to write')
    parser.add_argument('--include', default=os.path.join(os.path.dirname(__file__), '..', 'Include'))
    arguments = parser.parse_args()
    platform = '__MQL4__' if arguments.source.endswith('.mq4') else '__MQL5__'
    try:
        text = translate(arguments.source, arguments.include, platform)
    except SourceError as error:
        sys.exit(str(error))
    with open(arguments.output, 'w', encoding='utf-8') as stream:
        stream.write(text)


if __name__ == '__main__':
    main()
