"""The rules of the lint. A rule looks at the code tokens of one top-level item and yields (line, message)."""
import re
from dataclasses import dataclass, field

from mql_tokens import directive_of, is_code, lex

KEYWORDS = {'if', 'else', 'for', 'while', 'do', 'switch', 'case', 'default', 'break', 'continue', 'return', 'sizeof', 'true', 'false', 'const', 'static',
            'input', 'sinput', 'struct', 'enum', 'extern'}
TYPES = {'void', 'char', 'uchar', 'short', 'ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'bool', 'string', 'datetime', 'color'}
PREDEFINED = {'_Symbol', '_Digits', '_Point', '_Period', '_LastError', '_StopFlag', '__MQL5__', '__MQL4__'}
CPLUSPLUS = {'auto', 'nullptr', 'constexpr', 'using', 'noexcept', 'size_t', 'unsigned', 'signed', 'goto', 'template', 'typename', 'class', 'virtual',
             'operator', 'this', 'new', 'delete', 'namespace', 'friend', 'union', 'try', 'catch', 'throw', 'static_cast', 'decltype', 'volatile', 'import'}
# Error numbers of the runtime and return codes of the server: only their names may stand in code. A number like the first may be something else, too.
CODES = [(4000, 5999), (10004, 10046)]
RETCODES = CODES[1]
# Fields whose values are constants of an enumeration, and functions with the place of the argument that is one.
CONSTANT_FIELDS = {'action', 'type', 'type_filling', 'type_time'}
CONSTANT_ARGUMENTS = {
    **{f'{of}{kind}': 0 for of in ('AccountInfo', 'TerminalInfo', 'MQLInfo', 'PositionGet', 'OrderGet') for kind in ('Double', 'Integer', 'String')},
    **{f'{of}{kind}': 1 for of in ('SymbolInfo', 'HistoryOrderGet', 'HistoryDealGet') for kind in ('Double', 'Integer', 'String')},
    'MarketInfo': 1, 'ReceiptRejected': 2,
}


@dataclass
class Known:
    """What a program may name."""
    facts: object
    functions: dict = field(default_factory=dict)   # own: name -> [(least, most)]
    constants: set = field(default_factory=set)     # own: #define and enum members
    structs: dict = field(default_factory=dict)     # own: name -> fields
    enums: set = field(default_factory=set)
    struct_types: dict = field(default_factory=dict)   # fields that are structures: (struct, field) -> type
    globals: dict = field(default_factory=dict)     # name -> type


def code_of(item):
    return [t for t in item.tokens if is_code(t)]


def parameters_of(code):
    """Parameter lists between the parentheses of a function's head."""
    start = next(i for i, t in enumerate(code) if t.text == '(')
    depth, parts, part = 0, [], []
    for token in code[start:]:
        if token.text == '(':
            depth += 1
            if depth == 1:
                continue
        if token.text == ')':
            depth -= 1
            if depth == 0:
                break
        if token.text == ',' and depth == 1:
            parts.append(part)
            part = []
        else:
            part.append(token)
    return [p for p in parts + [part] if p and [t.text for t in p] != ['void']]


def declaration(part):
    """(type, name) of a parameter or a simple declaration."""
    names = [t.text for t in part if t.kind == 'name' and t.text not in ('const', 'static', 'input', 'sinput')]
    return (names[0], names[1]) if len(names) > 1 else (None, None)


def collect(program, facts):
    known = Known(facts)
    for source in program:
        for item in source.items:
            code = code_of(item)
            if item.kind == 'directive':
                word, rest = directive_of(item.tokens[0])
                if word == 'define':
                    known.constants.add(rest.split()[0])
            elif item.kind == 'enum':
                known.enums.add(item.name)
                known.constants |= {t.text for t in code[2:] if t.kind == 'name'}
            elif item.kind == 'struct':
                _collect_struct(item, code, known)
            elif item.kind == 'function':
                parameters = parameters_of(code)
                least = len([p for p in parameters if not any(t.text == '=' for t in p)])
                known.functions.setdefault(item.name, []).append((least, len(parameters)))
            elif item.kind == 'variable':
                kind, name = declaration(code)
                known.globals[name] = kind
    return known


def _collect_struct(item, code, known):
    fields, part = set(), []
    for token in code[3:-2]:
        if token.text == ';':
            kind, name = declaration(part)
            fields.add(name)
            known.struct_types[(item.name, name)] = kind
            part = []
        else:
            part.append(token)
    known.structs[item.name] = fields


def check_file(source, known):
    problems = []
    for item in source.items:
        if item.kind == 'filler' and not code_of(item):
            continue
        code = code_of(item)
        if item.kind == 'directive':
            found = list(_directive(item, known))
        else:
            found = [*_words(code), *_names(item, code, known), *_calls(item, code, known), *_arrays(code), *_fields(item, code, known)]
            if item.kind == 'function':
                found += _signature(item, code, known)
        problems += [f'{source.path}:{line}: {message}' for line, message in found]
    return problems


def _directive(item, known):
    token = item.tokens[0]
    word, rest = directive_of(token)
    if word not in ('define', 'property', 'include'):
        yield token.line, f'#{word} is outside the safe subset'
    if word == 'define' and re.match(r'\w+\(', rest):
        yield token.line, 'a #define with parameters is outside the safe subset'
    if word == 'define' and rest.split()[0] in known.facts.constants:
        yield token.line, f'{rest.split()[0]} is a constant of the language'
    if word == 'define':
        yield from _names(item, [t for t in lex(rest.partition(' ')[2]) if is_code(t)], known)


def _words(code):
    """Syntax of C++ and parts of MQL the subset leaves out."""
    for i, token in enumerate(code):
        previous = code[i - 1] if i else None
        if token.text in CPLUSPLUS:
            yield token.line, f'{token.text} is outside the safe subset'
        elif token.text in ('->', '::'):
            yield token.line, f'{token.text} is outside the safe subset'
        elif token.text == 'NULL':
            yield token.line, 'NULL is outside the safe subset; a text without content is ""'
        elif token.text == '*' and previous and (previous.text in TYPES or previous.text in ('(', ',', '=')):
            yield token.line, 'pointers are outside the safe subset'
        elif token.text == '&' and previous and previous.text in ('(', ',', '='):
            yield token.line, 'the address of something is outside the safe subset'
        elif token.kind == 'string' and previous and previous.text == 'case':
            yield token.line, 'switch on a string is outside the safe subset'
        elif token.kind == 'number' and token.text.isdigit() and any(a <= int(token.text) <= b for a, b in CODES):
            following = code[i + 1].text if i + 1 < len(code) else ''
            compared = (previous and previous.text in ('==', '!=', '>=', '<=', '<', '>', 'case')) or following in ('==', '!=')
            if compared or RETCODES[0] <= int(token.text) <= RETCODES[1]:
                yield token.line, f'{token.text} looks like an error or return code; use its name'
        elif token.kind == 'number' and i > 2 and code[i - 1].text == '=' and code[i - 2].text in CONSTANT_FIELDS and code[i - 3].text == '.':
            yield token.line, f'{code[i - 2].text} is a constant of the language; use its name'


def _names(item, code, known):
    """Constants must exist."""
    for i, token in enumerate(code):
        text = token.text
        if token.kind != 'name' or not re.fullmatch(r'_{0,2}[A-Z][A-Z0-9]*(_[A-Z0-9]+)+_{0,2}', text) or text in PREDEFINED:
            continue
        called = i + 1 < len(code) and code[i + 1].text == '('
        is_type = text.startswith('ENUM_')
        if not called and not is_type and text not in known.constants and text not in known.facts.constants:
            yield token.line, f'there is no constant {text}'


def _arguments(code, start):
    """Arguments, as their tokens, of a call whose parenthesis opens at start."""
    depth, parts = 0, [[]]
    for token in code[start:]:
        if token.text in '([{':
            depth += 1
            if depth == 1:
                continue
        elif token.text in ')]}':
            depth -= 1
            if depth == 0:
                break
        if token.text == ',' and depth == 1:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts if len(parts) > 1 or parts[0] else []


def _calls(item, code, known):
    """Functions must exist and take that many arguments."""
    start = next((i for i, t in enumerate(code) if t.text == '{'), 0) if item.kind == 'function' else 0
    if item.kind == 'struct' or item.kind == 'enum':
        return
    for i in range(start, len(code) - 1):
        token = code[i]
        if token.kind != 'name' or code[i + 1].text != '(' or token.text in KEYWORDS or token.text in TYPES:
            continue
        if i and code[i - 1].text == '.':
            yield token.line, f'methods are outside the safe subset: {token.text}'
            continue
        arities = known.functions.get(token.text) or known.facts.functions.get(token.text)
        if arities is None:
            yield token.line, f'there is no function {token.text}'
            continue
        arguments = _arguments(code, i + 1)
        count = len(arguments)
        at = CONSTANT_ARGUMENTS.get(token.text, count)
        if at < count and [t.kind for t in arguments[at]] == ['number'] and arguments[at][0].text != '0':
            yield token.line, f'{token.text}: {arguments[at][0].text} stands for a constant of the language; use its name'
        if not any(least <= count <= most for least, most in arities):
            takes = ' or '.join(str(a) if a == b else f'{a} to {b}' for a, b in arities)
            yield token.line, f'{token.text} takes {takes} arguments, not {count}'


def _arrays(code):
    """Arrays are dynamic and have one dimension; one a declaration."""
    for i, token in enumerate(code[:-3]):
        declares = token.kind == 'name' and code[i + 1].kind == 'name' and code[i + 2].text == '[' and token.text not in KEYWORDS
        if not declares:
            continue
        if code[i + 3].text != ']':
            yield token.line, f'{code[i + 1].text}: an array of fixed size is outside the safe subset'
        elif i + 4 < len(code) and code[i + 4].text == '[':
            yield token.line, f'{code[i + 1].text}: an array of two dimensions is outside the safe subset'
        elif i + 4 < len(code) and code[i + 4].text not in (';', '='):
            yield token.line, f'{code[i + 1].text}: one array a declaration'


def _signature(item, code, known):
    if item.name in known.facts.functions and not item.name.startswith('On'):
        yield code[0].line, f'{item.name} is a function of the language'
    for part in parameters_of(code):
        kind, name = declaration(part)
        texts = [t.text for t in part]
        by_reference = '&' in texts
        if kind not in TYPES and kind not in known.structs and kind not in known.facts.structs and kind not in known.enums and not kind.startswith('ENUM_'):
            yield part[0].line, f'there is no type {kind}'
        if '[' in texts and not by_reference:
            yield part[0].line, f'{name}: an array is passed by reference'
        if (kind in known.structs or kind in known.facts.structs) and not by_reference:
            yield part[0].line, f'{name}: a structure is passed by reference'
        if kind == 'string' and by_reference and 'const' in texts and '[' not in texts:
            yield part[0].line, f'{name}: a constant string is passed by value'
    body = next(i for i, t in enumerate(code) if t.text == '{')
    for i in range(body, len(code) - 2):
        if code[i].kind == 'name' and code[i].text in TYPES | set(known.structs) and code[i + 1].text == '&' and code[i + 2].kind == 'name':
            yield code[i].line, f'{code[i + 2].text}: local references are outside the safe subset'


def _fields(item, code, known):
    """Fields of structures must exist; types follow from the declarations."""
    if item.kind != 'function':
        return
    types = dict(known.globals)
    structs = {**known.structs, **known.facts.structs}
    for part in parameters_of(code):
        kind, name = declaration(part)
        types[name] = kind
    for i in range(len(code) - 1):
        if code[i].text in structs and code[i + 1].kind == 'name':
            types[code[i + 1].text] = code[i].text
    i = 0
    while i < len(code) - 2:
        token = code[i]
        kind = types.get(token.text) if token.kind == 'name' and (i == 0 or code[i - 1].text != '.') else None
        i += 1
        if kind not in structs:
            continue
        at = i
        if code[at].text == '[':
            at = _behind_bracket(code, at)
        while at + 1 < len(code) and code[at].text == '.' and kind in structs:
            name = code[at + 1].text
            if name not in structs[kind]:
                yield code[at + 1].line, f'{kind} has no field {name}'
                break
            kind = known.struct_types.get((kind, name))
            at += 2


def _behind_bracket(code, at):
    depth = 0
    for i in range(at, len(code)):
        depth += {'[': 1, ']': -1}.get(code[i].text, 0)
        if depth == 0:
            return i + 1
    return len(code)
