"""Other makers of the same columns.  Each yields a Contender, or the reason why it is missing, which is no error."""
import json
import os
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from measure import process
from measure.datagen import ROOT
from measure.figures import Contender

SOURCES = ROOT / "bench/rivals"
SAMPLE_ROWS = 20_000  # for the bytes of a row, where the rival does not say
PGBENCH_ROWS_OF_SCALE = 100_000


def install_node_rivals(directory):
    """Installs package.json with npm into directory, once; returns why that cannot be, or None."""
    if shutil.which("node") is None:
        return "node is not installed"
    directory.mkdir(parents=True, exist_ok=True)
    wanted = (SOURCES / "package.json").read_bytes()
    installed = directory / "installed.json"
    for source in SOURCES.glob("*.mjs"):
        shutil.copy(source, directory)
    if installed.exists() and installed.read_bytes() == wanted:
        return None
    if shutil.which("npm") is None:
        return "npm is not installed"
    (directory / "package.json").write_bytes(wanted)
    try:
        process.run(["npm", "install", "--no-audit", "--no-fund"], directory=directory)
    except process.Failed as failure:
        return f"npm cannot install it: {failure}"
    installed.write_bytes(wanted)
    return None


def _node(name, script, rows, directory):
    def make(count, output):
        finished = process.run(["node", directory / script, count, output])
        return json.loads(finished.errors.strip().splitlines()[-1])["seconds"]

    with tempfile.NamedTemporaryFile() as sample:
        make(SAMPLE_ROWS, sample.name)
        row_bytes = os.path.getsize(sample.name) / SAMPLE_ROWS
    return Contender(name, lambda: (make(rows, "/dev/null"), round(rows * row_bytes)), rows)


def duckdb(rows, directory):
    return _node("DuckDB, 1 thread", "duckdb.mjs", rows, directory)


def faker(rows, directory):
    return _node("faker-js", "faker.mjs", rows, directory)


@contextmanager
def postgres_server():
    """The environment for clients of a throw-away server, or None and why there is none."""
    command = [ROOT / "scripts/with-postgres", "bash", "-c",
               'printf "%s\\n" "$PGHOST" "$PGUSER" "$PGDATABASE" "$PATH"; read -r _']
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        values = [server.stdout.readline().strip() for _ in range(4)]
        if not all(values):
            yield None, server.stderr.read().strip() or "the server did not start"
            return
        environment = dict(os.environ, **dict(zip(("PGHOST", "PGUSER", "PGDATABASE", "PATH"), values)))
        for name in ("PGPORT", "PGSERVICE", "PGPASSFILE", "PGHOSTADDR"):
            environment.pop(name, None)
        yield environment, None
    finally:
        server.communicate("\n")


def postgres_copy(rows, environment):
    def make(count, output=subprocess.DEVNULL):
        command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", f"rows={count}", "-f", SOURCES / "postgres.sql"]
        return process.run(command, output=output, environment=environment).seconds

    with tempfile.TemporaryFile() as sample:
        make(SAMPLE_ROWS, sample)
        row_bytes = os.fstat(sample.fileno()).st_size / SAMPLE_ROWS
    return Contender("PostgreSQL COPY (SELECT ...)", lambda: (make(rows), round(rows * row_bytes)), rows)


def pgbench(rows, environment):
    """pgbench makes its four columns itself and sends them to the server, whose loading is in the time."""
    scale = max(1, rows // PGBENCH_ROWS_OF_SCALE)
    if shutil.which("pgbench", path=environment["PATH"]) is None:
        return None

    def make():
        finished = process.run(["pgbench", "-i", "-q", "-I", "dtg", "-s", scale], environment=environment)
        seconds = re.search(r"client-side generate ([\d.]+) s", finished.errors)
        if seconds is None:
            raise process.Failed(f"pgbench does not say how long generation took:\n{finished.errors}")
        return float(seconds.group(1)), size

    process.run(["pgbench", "-i", "-q", "-I", "dtg", "-s", 1], environment=environment)
    with tempfile.TemporaryFile() as sample:
        process.run(["psql", "-X", "-q", "-c", "COPY pgbench_accounts TO STDOUT"], output=sample,
                    environment=environment)
        size = os.fstat(sample.fileno()).st_size * scale
    return Contender("pgbench -i (4 columns)", make, scale * PGBENCH_ROWS_OF_SCALE)
