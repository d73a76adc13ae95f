#!/usr/bin/env python3
"""Holds an expert to the safe subset of MQL and to the names, arities, constants and fields the language has."""
import argparse
import os
import sys

from lint_rules import check_file, collect
from mql_facts import Facts
from mql_program import SourceError, load


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('sources', nargs='+', help='.mq5 and .mq4 files')
    parser.add_argument('--include', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Include'))
    arguments = parser.parse_args()
    problems, files = [], set()
    for source in arguments.sources:
        language = 'mql4' if source.endswith('.mq4') else 'mql5'
        try:
            program = load(source, arguments.include, f'__{language.upper()}__')
        except SourceError as error:
            problems.append(str(error))
            continue
        known = collect(program, Facts(language))
        for part in program:
            files.add(part.path)
            problems += check_file(part, known)
    for problem in sorted(set(problems)):
        print(problem)
    print(f'{len(files)} files, {len(set(problems))} problems')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
