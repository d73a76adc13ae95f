"""A program: one expert with everything it includes, conditions resolved, cut into its top-level items."""
import os
import re
from dataclasses import dataclass, field

from mql_tokens import Token, directive_of, is_code, lex

SYSTEM_INCLUDES = {'stderror.mqh', 'stdlib.mqh'}


class SourceError(Exception):
    """What is wrong, with its place."""


@dataclass
class Item:
    """A piece of a file at top level: directive, enum, struct, function, variable or filler between them."""
    kind: str
    tokens: list
    name: str = ''


@dataclass
class SourceFile:
    path: str
    items: list = field(default_factory=list)


def _active_tokens(path, tokens, defined):
    """Tokens outside conditions that do not hold; a skipped line leaves its line feed."""
    stack = []
    for token in tokens:
        if token.kind == 'directive':
            word, rest = directive_of(token)
            if word in ('ifdef', 'ifndef'):
                stack.append((rest in defined) == (word == 'ifdef'))
                continue
            if word == 'else':
                stack[-1] = not stack[-1]
                continue
            if word == 'endif':
                stack.pop()
                continue
            if word in ('if', 'elif'):
                raise SourceError(f'{path}:{token.line}: #{word} is outside the safe subset; use #ifdef')
            if all(stack) and word == 'define':
                defined.add(rest.split()[0])
        if all(stack):
            yield token
        elif token.kind in ('newline', 'comment'):
            yield Token('newline', '\n' * token.text.count('\n'), token.line)
    if stack:
        raise SourceError(f'{path}: a condition has no #endif')


def _cut(tokens):
    """Items of a file. A function ends with its brace, all else with its semicolon."""
    items, current, depth = [], [], 0
    code = []
    for token in tokens:
        if token.kind == 'directive' and depth == 0 and not code:
            if current:
                items.append(Item('filler', current))
            items.append(Item('directive', [token]))
            current = []
            continue
        current.append(token)
        if not is_code(token):
            continue
        code.append(token)
        if token.text == '{':
            depth += 1
        elif token.text == '}':
            depth -= 1
        function_ends = token.text == '}' and depth == 0 and code[0].text not in ('enum', 'struct') and _has_call_before_brace(code)
        if depth == 0 and (token.text == ';' or function_ends):
            items.append(_classify(current, code))
            current, code = [], []
    if current:
        items.append(Item('filler', current))
    return items


def _has_call_before_brace(code):
    brace = next(i for i, t in enumerate(code) if t.text == '{')
    return any(t.text == '(' for t in code[:brace])


def _classify(tokens, code):
    if code[0].text in ('enum', 'struct'):
        return Item(code[0].text, tokens, code[1].text)
    if code[-1].text == '}':
        paren = next(i for i, t in enumerate(code) if t.text == '(')
        return Item('function', tokens, code[paren - 1].text)
    names = [t.text for t in code if t.kind == 'name']
    return Item('variable', tokens, names[1] if len(names) > 1 else '')


def load(path, include_folder, platform):
    """Files of a program in the order the compiler sees them, each once. platform is __MQL5__ or __MQL4__."""
    defined, seen, files = {platform}, set(), []

    def take(file_path):
        with open(file_path, encoding='utf-8', newline='') as stream:
            text = stream.read()
        source = SourceFile(file_path)
        tokens = list(_active_tokens(file_path, lex(text), defined))
        pieces = _cut(tokens)
        for item in pieces:
            if item.kind == 'directive' and directive_of(item.tokens[0])[0] == 'include':
                _include(file_path, item.tokens[0], source, files, seen, include_folder, take)
                source = SourceFile(file_path)
            else:
                source.items.append(item)
        files.append(source)

    take(path)
    return files


def _include(file_path, token, source, files, seen, include_folder, take):
    files.append(source)
    match = re.match(r'["<](.+)[">]$', directive_of(token)[1])
    if not match:
        raise SourceError(f'{file_path}:{token.line}: an include needs a name in quotes or brackets')
    if match.group(1) in SYSTEM_INCLUDES:
        return
    name = match.group(1).replace('\\', '/')
    folder = include_folder if token.text.strip().endswith('>') else os.path.dirname(file_path)
    target = os.path.normpath(os.path.join(folder, name))
    if not os.path.isfile(target):
        raise SourceError(f'{file_path}:{token.line}: {name} is not there')
    if target not in seen:
        seen.add(target)
        take(target)
