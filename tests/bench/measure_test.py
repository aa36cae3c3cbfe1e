"""bench/run: what it says of repeated measurements, what it writes, and that it measures the program at all."""
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SOURCE = Path(os.environ["DATAGEN_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "bench"))
from measure import figures, plot, process, rivals, tables  # noqa: E402

SEED = 42


def some_results(choice):
    """Results as bench/run makes them, with figures drawn at random."""

    def figure(name, rows=1_000, **more):
        contender = figures.Contender(name, None, rows, [choice.uniform(0.001, 100) for _ in range(5)],
                                      choice.randrange(1, 10**12))
        return dict(figures.figure(contender), **more)

    own = [figure(f"users, {form}, {where}") for where in ("/dev/null", "file", "pipe") for form in ("COPY", "INSERT")]
    return {"arguments": "--quick",
            "machine": {"processor": "A & B <x>", "cores": 2, "memory_bytes": 2**34, "kernel": "k", "compiler": "c",
                        "date": "2025-01-01", "commit": "abc", "load_at_start": 0.25},
            "throughput": {"own": own, "rivals": [figure(name) for name in ("R&D", "<other>")],
                           "missing": {"duckdb": "no node"}},
            "scaling": [figure(str(jobs), jobs=jobs) for jobs in (1, 2)],
            "growth": [figure(str(rows), rows) for rows in (10, 100)],
            "memory": [{"rows": 10, "jobs": 1, "peak_bytes": 2**24}], "start_up": figure("start", 3_000),
            "values": {kind: [{"name": f"n{i}", "nanoseconds": choice.uniform(0.1, 1000)} for i in range(30)]
                       for kind in ("value", "encode")}}


class Figures(unittest.TestCase):
    # Rates are of the same runs as the times: the fastest run has the highest rate, and rate times time is the amount.
    def test_rates_and_times_agree(self):
        choice = random.Random(SEED)
        for _ in range(200):
            contender = figures.Contender("x", None, choice.randrange(1, 10**9),
                                          [choice.uniform(1e-4, 1e3) for _ in range(choice.randrange(1, 12))],
                                          choice.randrange(1, 10**12))
            figure = figures.figure(contender)
            for unit, amount in (("rows_per_second", contender.rows), ("mb_per_second", contender.size / 1e6)):
                rates = figure[unit]
                self.assertLessEqual(rates["min"], rates["median"])
                self.assertLessEqual(rates["median"], rates["max"])
                self.assertAlmostEqual(rates["max"] * min(contender.seconds) / amount, 1)
                self.assertAlmostEqual(rates["median"] * statistics.median(contender.seconds) / amount, 1)

    # Every round measures each contender once, in the same order, and the first round is not counted.
    def test_contenders_take_turns(self):
        calls = []
        contenders = [figures.Contender(name, lambda name=name: (calls.append(name) or 1.0, 1), 1) for name in "ABC"]
        figures.repeat_in_turn(contenders, 4, lambda _: None)
        self.assertEqual("".join(calls), "ABC" * 5)
        self.assertEqual([len(contender.seconds) for contender in contenders], [4, 4, 4])


class Page(unittest.TestCase):
    page = (SOURCE / "docs/performance.md").read_text(encoding="utf-8")

    # Text outside the markers stays; a page made anew from the same results is the same page.
    def test_rendering_replaces_the_tables_alone(self):
        choice = random.Random(SEED)
        bare = tables.re.sub(r"(<!-- measured: [a-z-]+ -->).*?<!-- end -->", r"\1", self.page, flags=tables.re.DOTALL)
        for _ in range(20):
            results = some_results(choice)
            once = tables.render(self.page, results)
            self.assertEqual(tables.render(once, results), once)
            self.assertEqual(bare, tables.re.sub(r"(<!-- measured: [a-z-]+ -->).*?<!-- end -->", r"\1", once,
                                                 flags=tables.re.DOTALL))
            self.assertIn("Missing in this run: duckdb.", once)

    def test_a_page_without_one_of_the_tables_is_refused(self):
        with self.assertRaises(ValueError):
            tables.render(self.page.replace("<!-- measured: growth -->", ""), some_results(random.Random(SEED)))

    def test_the_slowest_values_are_listed_and_no_others(self):
        results = some_results(random.Random(SEED))
        listed = tables.PARTS["values"](results)
        for kind in ("value", "encode"):
            ordered = sorted((entry["nanoseconds"] for entry in results["values"][kind]), reverse=True)
            self.assertGreater(ordered[9], ordered[10])
        heads = ["| slowest generators | ns a value |", "| slowest encoders | ns a value |"]
        self.assertEqual([line for line in listed.splitlines() if line.startswith("| slowest")], heads)
        self.assertEqual(sum(line.startswith("| n") for line in listed.splitlines()), 20)


class Plot(unittest.TestCase):
    # The plot is well-formed whatever the names hold; bars are as long as their rates, and lie within the picture.
    def test_bars_are_proportional_and_within_the_picture(self):
        choice = random.Random(SEED)
        name = "{http://www.w3.org/2000/svg}"
        for _ in range(50):
            results = some_results(choice)
            root = ElementTree.fromstring(plot.draw(results))
            widths = [float(bar.get("width")) for bar in root.iter(name + "rect") if bar.get("class") != "page"]
            medians = [rates["median"] for _, rates, _ in plot.bars(results)]
            self.assertEqual(len(widths), 4)
            for width, median in zip(widths, medians):
                if width > 1:
                    self.assertAlmostEqual(width, widths[0] * median / medians[0], delta=0.2)
            for element in root.iter():
                for attribute in ("x", "x1", "x2"):
                    self.assertTrue(0 <= float(element.get(attribute, 0)) <= plot.WIDTH)


class Processes(unittest.TestCase):
    def test_a_failing_command_is_told_with_its_last_words(self):
        with self.assertRaisesRegex(process.Failed, "exit code 3\nlast words"):
            process.run(["sh", "-c", "echo last words >&2; exit 3"])

    # The peak is the program's own: neither this interpreter's nor less than what the program touched.
    def test_the_peak_is_that_of_the_command(self):
        small = process.run(["sleep", "0.3"], peak=True).peak_bytes
        large = process.run([sys.executable, "-c", "x = bytearray(200 << 20); import time; time.sleep(0.3)"],
                            peak=True).peak_bytes
        self.assertTrue(0 < small < 8 << 20, small)
        self.assertTrue(200 << 20 < large < 300 << 20, large)

    def test_a_rival_that_cannot_be_had_is_missing_and_no_error(self):
        with unittest.mock.patch.dict(os.environ, PATH="/nonexistent"), tempfile.TemporaryDirectory() as directory:
            self.assertEqual(rivals.install_node_rivals(Path(directory)), "node is not installed")
        with unittest.mock.patch.dict(os.environ, DATAGEN_POSTGRES_BIN="/nonexistent"):
            with rivals.postgres_server() as (environment, reason):
                self.assertIsNone(environment)
                self.assertIn("/nonexistent", reason)


class Run(unittest.TestCase):
    def run_bench(self, *words):
        return subprocess.run([SOURCE / "bench/run", *words], capture_output=True, text=True, check=False)

    def test_an_unknown_rival_is_refused_by_name(self):
        done = self.run_bench("--rivals", "oracle")
        self.assertEqual(done.returncode, 2)
        self.assertIn("there is no rival 'oracle'", done.stderr)

    def test_a_run_measures_everything(self):
        with tempfile.TemporaryDirectory() as directory:
            output = Path(directory) / "results.json"
            done = self.run_bench("--check", "--program", os.environ["DATAGEN_PROGRAM"], "--rivals", "postgres",
                                  "--output", output)
            self.assertEqual(done.returncode, 0, done.stderr)
            results = json.loads(output.read_text(encoding="utf-8"))
        for figure in results["throughput"]["own"] + results["growth"] + results["scaling"] + [results["start_up"]]:
            self.assertGreater(figure["rows_per_second"]["median"], 0)
            self.assertGreater(figure["bytes"], figure["rows"])
        self.assertEqual([figure["name"] for figure in results["throughput"]["rivals"]],
                         ["PostgreSQL COPY (SELECT ...)"], results["throughput"]["missing"])
        self.assertTrue(all(entry["peak_bytes"] > 1 << 20 for entry in results["memory"]))
        for heading in tables.PARTS:
            self.assertIn(f"## {heading}\n", done.stdout)


if __name__ == "__main__":
    unittest.main()
