"""What is measured: each function fills one part of the results."""
import json
import statistics
import subprocess
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from measure import process, rivals
from measure.figures import Contender, figure, repeat_in_turn


LONG = 10_000_000  # rows from which on a run is long enough to be its own warm-up


@dataclass
class Size:
    """How much is made.  In a full run each contender takes a second or three at a time."""

    repetitions: int
    long_repetitions: int
    rows: int
    rival_rows: dict
    growth: tuple
    memory: tuple = (1_000_000, 20_000_000)


CHECK = Size(1, 1, 2_000, {"duckdb": 2_000, "postgres": 2_000, "pgbench": 100_000, "faker": 2_000}, (1_000, 2_000),
             (1_000, 2_000))
QUICK = Size(5, 1, 500_000, {"duckdb": 100_000, "postgres": 20_000, "pgbench": 100_000, "faker": 5_000},
             (100_000, 1_000_000, 10_000_000))
FULL = Size(7, 3, 10_000_000, {"duckdb": 3_000_000, "postgres": 1_000_000, "pgbench": 2_000_000, "faker": 200_000},
            (100_000, 1_000_000, 10_000_000))
LARGE = replace(FULL, growth=FULL.growth + (100_000_000,))


def _timed(program, description, **how):
    finished, written = program.generate(description, **how)
    return finished.seconds, written


def _own(program, name, description, rows, **how):
    return Contender(name, lambda: _timed(program, description, rows=rows, **how), rows)


def throughput(program, size, directory, names, tell):
    """Our workloads and the rivals, in turn, each on one core."""
    makers = {"duckdb": (rivals.duckdb, "node"), "postgres": (rivals.postgres_copy, "server"),
              "pgbench": (rivals.pgbench, "server"), "faker": (rivals.faker, "node")}
    needed = {makers[name][1] for name in names}
    node_directory = directory / "rivals"
    no_node = rivals.install_node_rivals(node_directory) if "node" in needed else None
    with_server = rivals.postgres_server() if "server" in needed else nullcontext((None, None))
    with tempfile.TemporaryDirectory(dir=directory) as files, with_server as (server, no_server):
        file = Path(files) / "users.sql"
        into_cat = process.PIPE_INTO_CAT
        contenders = [
            _own(program, "users, COPY, /dev/null", "users.yaml", size.rows),
            _own(program, "users, INSERT, /dev/null", "users.yaml", size.rows, format_name="sql"),
            _own(program, "users, COPY, file", "users.yaml", size.rows, file=file),
            _own(program, "users, INSERT, file", "users.yaml", size.rows, format_name="sql", file=file),
            _own(program, "users, COPY, pipe", "users.yaml", size.rows, output=into_cat),
            _own(program, "users, INSERT, pipe", "users.yaml", size.rows, format_name="sql", output=into_cat),
            _own(program, "lineitem, COPY, /dev/null", "lineitem.yaml", size.rows),
        ]
        missing = {}
        compared = []
        for name in names:
            make, needs = makers[name]
            reason = no_node if needs == "node" else no_server
            if reason is None:
                try:
                    rival = make(size.rival_rows[name], node_directory if needs == "node" else server)
                    reason = "is not installed" if rival is None else None
                except process.Failed as failure:
                    reason = str(failure)
            if reason is None:
                compared.append(rival)
            else:
                missing[name] = reason
                tell(f"  {name} is missing: {reason}")
        repeat_in_turn(contenders + compared, size.repetitions, tell)
    return {"own": [figure(contender) for contender in contenders],
            "rivals": [figure(contender) for contender in compared], "missing": missing}


def scaling(program, size, cores, tell):
    contenders = [_own(program, f"{jobs}", "users.yaml", size.rows, jobs=jobs) for jobs in range(1, cores + 1)]
    repeat_in_turn(contenders, size.repetitions, tell)
    return [dict(figure(contender), jobs=int(contender.name)) for contender in contenders]


def growth(program, size, tell):
    """Time per row over the number of rows; few repetitions of what takes long."""
    results = []
    for rows in size.growth:
        contender = _own(program, f"{rows:,} rows", "users.yaml", rows)
        is_long = rows >= LONG
        repeat_in_turn([contender], size.long_repetitions if is_long else size.repetitions, tell, warm_up=not is_long)
        results.append(figure(contender))
    return results


def memory(program, size, cores, tell):
    results = []
    for jobs in sorted({1, cores}):
        for rows in size.memory:
            finished, _ = program.generate("users.yaml", rows=rows, jobs=jobs, peak=True)
            tell(f"  {rows:,} rows, {jobs} jobs: {finished.peak_bytes / 2**20:.1f} MiB")
            results.append({"rows": rows, "jobs": jobs, "peak_bytes": finished.peak_bytes})
    return results


def start_up(program, tell):
    """Three tables of 1,000 rows, the whole process."""
    contender = Contender("three tables of 1,000 rows", lambda: _timed(program, "three_tables.yaml"), 3_000)
    repeat_in_turn([contender], 20, lambda _: None)
    tell(f"  {statistics.median(contender.seconds) * 1000:.1f} ms")
    return figure(contender)


def values(directory, quick, tell):
    """Google Benchmark's own report of each generator class and each encoder: nanoseconds a value, by median."""
    results = {}
    for kind in ("value", "encode"):
        command = [directory / f"bin/{kind}_benchmark", "--benchmark_format=json", "--benchmark_repetitions=3",
                   "--benchmark_report_aggregates_only=true", f"--benchmark_min_time={0.002 if quick else 0.1}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise process.Failed(f"{command[0]}: exit code {done.returncode}\n{done.stderr.strip()}")
        medians = [entry for entry in json.loads(done.stdout)["benchmarks"] if entry["aggregate_name"] == "median"]
        results[kind] = [{"name": entry["run_name"], "nanoseconds": 1e9 / entry["items_per_second"]}
                         for entry in medians]
        tell(f"  {len(results[kind])} figures of {kind}_benchmark")
    return results
