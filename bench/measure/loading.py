"""From a description to a database that can be queried: each way there, beside the server's own ceiling."""
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from measure import process
from measure.datagen import ROOT, SEED
from measure.figures import Contender, figure, repeat_in_turn
from measure.tables import table

DESCRIPTION = ROOT / "tests/data/shop.json"
# Of 20 order items: the rows of the other tables.
SHARES = {"order_items": 20, "orders": 7, "addresses": 2, "customers": 1, "products": 1}
CATEGORIES = 500
PSQL = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"]


@dataclass
class Loader:
    """Fills one database after the other on the server that environment names; files are readable by the server."""

    program: Path
    environment: dict
    files: Path
    items: int

    def rows(self):
        unit = max(1, self.items // SHARES["order_items"])
        return {"categories": CATEGORIES, **{name: share * unit for name, share in SHARES.items()}}

    def generate(self, *words):
        command = [self.program, "-q", "generate", DESCRIPTION, "--seed", SEED]
        for name, count in self.rows().items():
            command += ["--rows", f"{name}={count}"]
        return [str(word) for word in [*command, *words]]

    def run(self, command):
        process.run(command, environment=self.environment)

    def query(self, sql, database="loading"):
        done = subprocess.run([*PSQL, "-A", "-t", "-d", database, "-c", sql], env=self.environment, capture_output=True,
                              text=True, check=False)
        if done.returncode != 0:
            raise process.Failed(done.stderr)
        return done.stdout.strip()

    def fresh_database(self):
        self.query("DROP DATABASE IF EXISTS loading", "postgres")
        self.query("CREATE DATABASE loading TEMPLATE template0", "postgres")
        self.query("CHECKPOINT", "postgres")

    def timed(self, *commands):
        """The commands one after the other; each a list of words, or several joined by pipes."""
        self.fresh_database()
        seconds = 0
        for command in commands:
            seconds += process.run(["bash", "-c", "set -o pipefail; " + command],
                                   environment=self.environment).seconds
        for name, count in self.rows().items():
            found = self.query(f"SELECT count(*) FROM {name}")
            if int(found) != count:
                raise process.Failed(f"{name} has {found} rows instead of {count}")
        foreign_keys = self.query("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated")
        if int(foreign_keys) == 0:
            raise process.Failed("the foreign keys are missing")
        return seconds, int(self.query("SELECT sum(pg_table_size(c.oid)) FROM pg_class c WHERE relkind = 'r' AND "
                                       "relnamespace = 'public'::regnamespace"))


def _quoted(words):
    return " ".join("'" + word.replace("'", "'\\''") + "'" for word in words)


def _dump(loader, writer, profile):
    generate = loader.generate("--format", writer, "--load-profile", profile)
    return lambda: loader.timed(f"{_quoted(generate)} | {_quoted([*PSQL, '-d', 'loading'])}")


def _direct(loader, connections, profile):
    generate = loader.generate("--format", "postgres", "--load-profile", profile, "--set", "dsn=dbname=loading",
                               "--set", f"connections={connections}")
    return lambda: loader.timed(_quoted(generate))


def _archive(loader, option, name, jobs):
    def load():
        path = loader.files / name
        generate = loader.generate("--format", "pg_archive", option, path)
        restore = ["pg_restore", "--no-owner", "--jobs", str(jobs), "-d", "loading", str(path)]
        try:
            return loader.timed(_quoted(generate), _quoted(restore))
        finally:
            subprocess.run(["rm", "-rf", path], check=True)

    return load


def _prepare_ceiling(loader):
    """Scripts that load ready files, which the server reads itself: text and binary, into the same objects."""
    whole = loader.files / "whole.sql"
    loader.run(loader.generate("--format", "copy", "-o", whole))
    loader.fresh_database()
    loader.run([*PSQL, "-d", "loading", "-f", whole])
    parts = {}
    for section in ("pre-data", "post-data"):
        file = loader.files / f"{section}.sql"
        loader.run(loader.generate("--format", "copy", "--section", section, "-o", file))
        parts[section] = file.read_text(encoding="utf-8")
    columns = re.findall(r"^COPY (\S+) (\([^)]*\)) FROM stdin;$", whole.read_text(encoding="utf-8"), re.MULTILINE)
    whole.unlink()
    scripts = {}
    for form in ("text", "binary"):
        copies = ""
        for name, names in columns:
            file = loader.files / f"{name}.{form}"
            loader.query(f"COPY {name} {names} TO '{file}' (FORMAT {form})")
            copies += f"COPY {name} {names} FROM '{file}' (FORMAT {form}, FREEZE);\n"
        scripts[form] = loader.files / f"ceiling.{form}.sql"
        scripts[form].write_text("BEGIN;\n" + parts["pre-data"] + copies + parts["post-data"] + "COMMIT;\n",
                                 encoding="utf-8")
    return scripts


def measure(program, environment, items, repetitions, tell):
    """Every way, in turn.  The figures' bytes are those of the tables."""
    with tempfile.TemporaryDirectory(dir="/tmp") as directory:
        os.chmod(directory, 0o777)
        loader = Loader(program, environment, Path(directory), items)
        scripts = _prepare_ceiling(loader)
        ways = [(f"ceiling: COPY of ready files, {form}", lambda script=script: loader.timed(
            _quoted([*PSQL, "-d", "loading", "-f", str(script)]))) for form, script in scripts.items()]
        ways += [(f"direct, 1 connection, {profile}", _direct(loader, 1, profile))
                 for profile in ("single-transaction", "safe", "fast")]
        ways += [(f"direct, 2 connections, {profile}", _direct(loader, 2, profile)) for profile in ("safe", "fast")]
        ways += [(f"COPY dump into psql, {profile}", _dump(loader, "copy", profile))
                 for profile in ("single-transaction", "safe", "fast")]
        ways += [("directory archive, pg_restore -j 2", _archive(loader, "--output-dir", "directory", 2)),
                 ("custom archive, pg_restore", _archive(loader, "--output", "custom", 1))]
        ways += [(f"INSERT dump into psql, {profile}", _dump(loader, "sql", profile))
                 for profile in ("single-transaction", "safe", "fast")]
        contenders = [Contender(name, way, sum(loader.rows().values())) for name, way in ways]
        repeat_in_turn(contenders, repetitions, tell)
        return {"version": loader.query("SHOW server_version"), "settings": loader.query(
            "SELECT string_agg(name || ' = ' || setting, ', ' ORDER BY name) FROM pg_settings WHERE name IN "
            "('fsync', 'wal_level', 'shared_buffers', 'maintenance_work_mem', 'max_wal_size', 'synchronous_commit')"),
                "rows": loader.rows(), "ways": [figure(contender) for contender in contenders]}


def _times(results):
    ways = results["loading"]["ways"]
    ceiling = min(way["seconds"]["median"] for way in ways if way["name"].startswith("ceiling"))
    return table(("way", "seconds", "min", "max", "against the ceiling"),
                 [(way["name"], *(f"{way['seconds'][which]:.1f}" for which in ("median", "min", "max")),
                   f"{way['seconds']['median'] / ceiling:.2f} ×") for way in ways])


def _server(results):
    loading, machine = results["loading"], results["machine"]
    rows = ", ".join(f"{name} {count:,}" for name, count in loading["rows"].items())
    facts = (("server", f"PostgreSQL {loading['version']}: {loading['settings']}"), ("rows", rows),
             ("tables' size", f"{loading['ways'][0]['bytes'] / 2**20:.0f} MiB"),
             ("machine", f"{machine['processor']}, {machine['cores']} cores; server and datagen share them"),
             ("date", machine["date"]), ("load at the start", f"{machine['load_at_start']:.1f} (0 is a quiet machine)"))
    return "\n".join(["| | |", "|---|---|"] + [f"| {name} | {value} |" for name, value in facts])


PARTS = {"server": _server, "loading": _times}
