"""random_stream writes the words that it says, and scripts/check-randomness judges as docs/randomness.md says."""
import os
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["DATAGEN_SOURCE_DIR"])
RANDOM_STREAM = os.environ["DATAGEN_RANDOM_STREAM"]
COLUMNS = 16


def words(stream, seed, count):
    done = subprocess.run([RANDOM_STREAM, stream, str(seed), str(count)], capture_output=True, check=True)
    return struct.unpack(f"={len(done.stdout) // 8}Q", done.stdout)


class Streams(unittest.TestCase):
    # One function read in four orders: where two orders meet a cell, they give the same word.
    def test_streams_are_readings_of_one_function(self):
        for seed in range(20):
            interleaved = words("interleaved", seed, 1600)
            rows = words("rows", seed, 100)
            self.assertEqual(interleaved[::COLUMNS], rows)
            self.assertEqual(interleaved[:COLUMNS], words("columns", seed, COLUMNS))
            self.assertEqual(words("draws", seed, 1), rows[:1])

    def test_words_differ_between_places_and_between_seeds(self):
        for stream in ("rows", "columns", "draws", "interleaved"):
            seen = [word for seed in range(5) for word in words(stream, seed, 20_000)]
            self.assertEqual(len(set(seen)), len(seen))

    def test_a_longer_stream_begins_with_a_shorter_one(self):
        for stream in ("rows", "columns", "draws", "interleaved"):
            long = words(stream, 7, 20_001)
            self.assertEqual(len(long), 20_001)
            for count in (0, 1, 8_191, 8_192, 8_193):
                self.assertEqual(words(stream, 7, count), long[:count])

    def test_what_it_does_not_know_is_refused(self):
        for arguments in ([], ["rows"], ["diagonal", "1"], ["rows", "x"], ["rows", "1", "-1"], ["rows", "1", "1", "1"]):
            done = subprocess.run([RANDOM_STREAM, *arguments], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertTrue(done.stderr.startswith("usage: "))


class Judgement(unittest.TestCase):
    """With a dieharder that says what the test wants: `verdicts` in turn, then PASSED."""

    def check(self, verdicts, *arguments, practrand=None):
        with tempfile.TemporaryDirectory() as directory:
            turns = Path(directory) / "turns"
            turns.write_text("".join(verdict + "\n" for verdict in verdicts), encoding="ascii")
            self.write(directory, "dieharder", f'read -r verdict <"{turns}" || verdict=PASSED\n'
                       f'sed -i 1d "{turns}"\necho "diehard_birthdays,0,0,100,100,0.5,$verdict"\n')
            if practrand is not None:
                self.write(directory, "RNG_test", f"echo '{practrand}'\n")
            environment = dict(os.environ, PATH=f"{directory}:/usr/bin:/bin")
            return subprocess.run([SOURCE / "scripts/check-randomness", "--random-stream", RANDOM_STREAM, "--streams",
                                   "rows", *arguments], capture_output=True, text=True, env=environment, check=False)

    @staticmethod
    def write(directory, name, text):
        script = Path(directory) / name
        script.write_text("#!/bin/sh\n" + text, encoding="ascii")
        script.chmod(0o755)

    def test_passing_is_success(self):
        done = self.check([])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("2 results: 2 PASSED, 0 WEAK (1 % expected), 0 FAILED", done.stdout)

    def test_weak_is_counted_and_is_success(self):
        done = self.check(["WEAK", "WEAK"])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("2 results: 0 PASSED, 2 WEAK", done.stdout)

    def test_a_failure_that_does_not_repeat_is_success(self):
        done = self.check(["FAILED", "PASSED", "WEAK", "PASSED"])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("diehard_birthdays failed on rows; again under other seeds:", done.stdout)

    def test_a_failure_that_repeats_under_either_further_seed_is_failure(self):
        for verdicts in (["FAILED", "PASSED", "FAILED"], ["FAILED", "PASSED", "PASSED", "FAILED"]):
            done = self.check(verdicts)
            self.assertEqual(done.returncode, 1)
            self.assertIn("FAILED again under another seed: diehard_birthdays (ntuple 0) on rows", done.stderr)

    def test_practrand_fails_what_fails_under_both_seeds(self):
        self.assertEqual(self.check([], practrand="BRank(12):1G  R=+9 p = 1e-99  FAIL !!").returncode, 1)
        self.assertEqual(self.check([], practrand="no anomalies in 248 test result(s)").returncode, 0)

    def test_the_quick_form_runs_its_dozen(self):
        done = self.check([], "--quick")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("24 results", done.stdout)

    def test_one_seed_or_an_unknown_stream_is_refused(self):
        for arguments in (["--seeds", "1"], ["--seeds", "1,1"], ["--seeds", "x,y"], ["--streams", "diagonal"]):
            self.assertEqual(self.check([], *arguments).returncode, 2)


if __name__ == "__main__":
    unittest.main()
