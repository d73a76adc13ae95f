"""An emulated terminal as a child process, with its control socket."""
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from wire import PATIENCE

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.environ.get('EMULATOR_BUILD', os.path.join(HERE, '..', 'emulator', 'build'))
_cids = itertools.count(1)


def new_cid():
    return f'test{next(_cids):012d}'


class Terminal:
    """Starts at once. The folder keeps the expert's files and the broker's state over restarts."""

    def __init__(self, *options, platform='mt5', inputs=(), folder=None):
        self.folder = folder or tempfile.mkdtemp(prefix='ot-')
        self.platform = platform
        self.options = list(options)
        self.inputs = dict(inputs)
        self.control_path = os.path.join(self.folder, 'control')
        self.control = None
        self.process = None
        self.begun = time.monotonic()
        self.start()

    def start(self, *more):
        command = [os.path.join(BUILD, f'terminal-{self.platform}'), '--files', self.folder, '--state', os.path.join(self.folder, 'broker'),
                   '--control', self.control_path, *self._options_now(), *more]
        for name, value in self.inputs.items():
            command += ['--input', f'{name}={value}']
        self.log_path = os.path.join(self.folder, 'log')
        with open(self.log_path, 'ab') as log:
            self.process = subprocess.Popen(command, stderr=log, stdout=log)
        self.control = None

    def _options_now(self):
        """A start time that was given goes on over restarts."""
        options = list(self.options)
        if '--utc' in options:
            place = options.index('--utc') + 1
            options[place] = str(int(options[place]) + int((time.monotonic() - self.begun) * 1000))
        return options

    def log(self):
        with open(self.log_path, encoding='utf-8', errors='replace') as stream:
            return stream.read()

    def _connect(self):
        until = time.monotonic() + PATIENCE
        while True:
            try:
                connection = socket.socket(socket.AF_UNIX)
                connection.connect(self.control_path)
                connection.settimeout(PATIENCE)
                return connection.makefile('rw', encoding='utf-8')
            except OSError:
                connection.close()
                if self.process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f'the terminal is not there: {self.log()}') from None
                time.sleep(0.02)

    def command(self, line):
        """Sends a command; its answer as an object."""
        if self.control is None:
            self.control = self._connect()
        self.control.write(line + '\n')
        self.control.flush()
        answer = json.loads(self.control.readline())
        assert answer['ok'], (line, answer)
        return answer

    def rows(self, what):
        return self.command(what)['rows']

    def sends(self, cid):
        """(calls of OrderSend that reached the broker, the ones that did something) for a cid."""
        answer = self.command('sends')
        comment = 'ot' + cid
        return answer['sends'].get(comment, 0), answer['executed'].get(comment, 0)

    def wait(self):
        """The exit code, after the process ended by itself."""
        code = self.process.wait(PATIENCE)
        self.control = None
        return code

    def kill(self):
        self.process.kill()
        self.wait()

    def stop(self):
        """Ends it in order; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def clean(self):
        code = self.stop()
        log = self.log()
        shutil.rmtree(self.folder, ignore_errors=True)
        return code, log
