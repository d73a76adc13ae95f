"""What the languages have: functions with their arities, constants, structures."""
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'facts')


class Facts:
    """Names of one language, MQL5 or MQL4."""

    def __init__(self, language):
        self.functions = {}
        self.constants = set()
        self.structs = {}
        for name, arities in self._functions(f'{language}-functions.txt'):
            self.functions[name] = arities
        for prefix, rests in self._groups(f'{language}-constants.txt'):
            self.constants |= {prefix if rest == '-' else f'{prefix}_{rest}' for rest in rests}
        for name, fields in self._groups(f'{language}-structs.txt'):
            self.structs[name] = set(fields)

    @staticmethod
    def _lines(name):
        with open(os.path.join(FOLDER, name), encoding='utf-8') as stream:
            return [line.rstrip('\n') for line in stream if not line.startswith('#')]

    def _functions(self, name):
        for item in ' '.join(self._lines(name)).split():
            function, _, forms = item.partition(':')
            arities = []
            for form in forms.split('|'):
                least, _, most = form.partition('-')
                arities.append((int(least), int(most or least)))
            yield function, arities

    def _groups(self, name):
        head, items = None, []
        for line in self._lines(name):
            if line.startswith(' '):
                items += line.split()
                continue
            if head:
                yield head, items
            head, _, rest = line.partition(':')
            items = rest.split()
        if head:
            yield head, items
