"""An archive of many issues by the command line: one worker, two, and once more unchanged.

python benchmarks/archive.py [--issues 1000] [--pairs 1]
"""

import argparse
import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import texts

PACKAGE = Path(__file__).parents[1] / "src" / "bulletin_cli"


def main() -> None:
    """Build the archive by one worker and by two in turn, then again, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, default=1000)
    parser.add_argument("--pairs", type=int, default=1)
    options = parser.parse_args()
    compileall.compile_dir(PACKAGE, quiet=1)  # as an installer does
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "archive").mkdir()
        for number in range(options.issues):
            path = folder / "archive" / f"{number:05}.json"
            path.write_text(
                json.dumps(texts.issue(number), ensure_ascii=False, default=str), encoding="utf-8"
            )
        for pair in range(options.pairs):
            one = _run(folder, f"one-{pair}", 1)
            two = _run(folder, f"two-{pair}", 2)
            again = _run(folder, f"two-{pair}", 2)
            print(f"{options.issues} issues, one worker: {one[0]:.2f} s, {one[1]:.0f} MiB at most")
            print(f"two workers: {two[0]:.2f} s, {two[0] / one[0]:.2f} of one")
            print(f"again, unchanged: {again[0]:.2f} s")


def _run(folder: Path, target: str, jobs: int) -> tuple[float, float]:
    """Wall time, s, and the most memory that the first process held, MiB."""
    command = [sys.executable, "-m", "bulletin_cli", "build", str(folder / "archive")]
    options = ["-o", str(folder / target), "--ignore-system-fonts", "-j", str(jobs)]
    begun = time.perf_counter()
    run = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert run.stderr is not None
    said = run.stderr.read().decode("utf-8", "replace").splitlines()
    _pid, status, used = os.wait4(run.pid, 0)
    seconds = time.perf_counter() - begun
    assert status == 0, said[-3:]
    return seconds, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
