"""Runs all tests, several at once: a test waits most of its time. Prints what the count of the build needs."""
import concurrent.futures
import os
import sys
import time
import traceback
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))


def cases(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from cases(item)
        else:
            yield item


def run(case):
    result = unittest.TestResult()
    begin = time.monotonic()
    try:
        case.run(result)
    except BaseException:   # a broken fixture is a failure, not the end
        result.errors.append((case, traceback.format_exc()))
    return case, result, time.monotonic() - begin


def main():
    pattern = sys.argv[1] if len(sys.argv) > 1 else ''
    loader = unittest.TestLoader()
    chosen = [case for case in cases(loader.discover(HERE, 'test_*.py')) if pattern in case.id()]
    passed = failed = skipped = 0
    times = []
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get('TEST_WORKERS', '6'))) as pool:
        for case, result, seconds in pool.map(run, chosen):
            times.append((seconds, case.id()))
            broken = result.failures + result.errors
            for _, text in broken:
                print(f'--- {case.id()}\n{text}')
            if broken:
                failed += 1
            elif result.skipped:
                skipped += 1
            else:
                passed += 1
    if os.environ.get('TEST_TIMES'):
        for seconds, name in sorted(times)[-15:]:
            print(f'{seconds:6.2f} s  {name}')
    print(f'Passed: {passed}\nFailed: {failed}\nSkipped: {skipped}')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
