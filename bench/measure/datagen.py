"""The program under test: where it is, and runs of it."""
import re
import subprocess
from pathlib import Path

from measure import process

ROOT = Path(__file__).resolve().parent.parent.parent
DESCRIPTIONS = ROOT / "bench/descriptions"
SEED = 42


def build(targets):
    """Builds the bench preset; returns its directory."""
    subprocess.run([ROOT / "scripts/install-packages", "build", "bench"], check=True)
    directory = ROOT / "build/bench"
    directory.mkdir(parents=True, exist_ok=True)
    log = ROOT / "build/bench.log"
    with log.open("wb") as output:
        for command in (["--preset", "bench"], ["--build", "--preset", "bench", "--target", *targets]):
            if subprocess.run(["cmake", *command], cwd=ROOT, stdout=output, stderr=output).returncode != 0:
                raise process.Failed(f"cannot build; see {log}")
    return directory


class Program:
    def __init__(self, executable):
        self.executable = Path(executable).resolve()

    def generate(self, description, *, rows=None, format_name="copy", jobs=1, output=subprocess.DEVNULL, file=None,
                 peak=False):
        """Data alone, one seed.  Returns what process.run does, and the bytes that the program says it wrote."""
        command = [self.executable, "generate", DESCRIPTIONS / description, "--data-only", "--format", format_name,
                   "--seed", SEED, "--jobs", jobs]
        if rows is not None:
            command += ["--rows", rows]
        if file is not None:
            command += ["--output", file]
        finished = process.run(command, output=output, peak=peak)
        summary = re.search(r"([\d,]+) bytes in", finished.errors)
        if summary is None:
            raise process.Failed(f"{self.executable} printed no summary:\n{finished.errors}")
        return finished, int(summary.group(1).replace(",", ""))
