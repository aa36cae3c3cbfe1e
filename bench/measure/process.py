"""Runs a command to its end and tells how long it took and how much memory it had at most."""
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PIPE_INTO_CAT = object()
_LOOK_EVERY = 0.005  # seconds


class Failed(Exception):
    """A command that did not end with exit code 0; the message has its last lines."""


@dataclass
class Finished:
    seconds: float  # from the start of the first process to the end of the last
    errors: str  # what it wrote to standard error
    peak_bytes: int = 0  # largest resident set; only where asked for


def _peak_bytes(process):
    """VmHWM: unlike ru_maxrss it begins at exec, so it does not hold the memory of the process that started this."""
    try:
        for line in Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except (FileNotFoundError, ProcessLookupError):
        pass
    return 0


def run(command, *, output=subprocess.DEVNULL, environment=None, directory=None, peak=False):
    """output: a file, DEVNULL, or PIPE_INTO_CAT.  peak: looks at the memory while it runs, which is for long runs."""
    with tempfile.TemporaryFile() as errors:
        into_cat = output is PIPE_INTO_CAT
        start = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stderr=errors,
                                   stdout=subprocess.PIPE if into_cat else output, env=environment, cwd=directory)
        reader = None
        if into_cat:
            reader = subprocess.Popen(["cat"], stdin=process.stdout, stdout=subprocess.DEVNULL)
            process.stdout.close()
        peak_bytes = 0
        try:
            while peak and process.poll() is None:
                peak_bytes = max(peak_bytes, _peak_bytes(process))
                time.sleep(_LOOK_EVERY)
            process.wait()
            if reader is not None:
                reader.wait()
        except BaseException:
            process.kill()
            process.wait()
            raise
        seconds = time.perf_counter() - start
        errors.seek(0)
        text = errors.read().decode(errors="replace")
    if process.returncode != 0:
        last = "\n".join(text.strip().splitlines()[-5:])
        raise Failed(f"{' '.join(str(word) for word in command[:3])} ...: exit code {process.returncode}\n{last}")
    return Finished(seconds, text, peak_bytes)
