"""The same issues through typst, the obvious way and bulletin-cli, interleaved; prints ratios.

python benchmarks/compare.py [--rounds 7] [--issues 60] [--pages 1000]
"""

import argparse
import compileall
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import texts

CONTENDERS = ("typst_way", "obvious", "ours")
HERE = Path(__file__).parent
PACKAGE = HERE.parent / "src" / "bulletin_cli"
SHORT = 7
"""Pages of the usual issue."""

Row = dict[str, float]


def main() -> None:
    """Write the sources, run every contender in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--issues", type=int, default=60)
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    compileall.compile_dir(PACKAGE, quiet=1)  # as an installer does
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = _sources(folder, options.issues, SHORT)
        long = _sources(folder, 1, options.pages)[0]
        rounds = [_round(folder, few) for _ in range(options.rounds)]
        pages = {each: _per_page(each, folder, few[0], long, options.pages) for each in CONTENDERS}
    print(f"{'':38}" + "".join(f"{name:>12}" for name in CONTENDERS) + f"{'ours/typst':>12}")
    for title in rounds[0]:
        _print(title, {k: statistics.median(r[title][k] for r in rounds) for k in rounds[0][title]})
    _print(f"time per page, {options.pages} pages, ms", {k: long for k, (_, long) in pages.items()})
    _print(
        f"the same against {SHORT} pages", {k: long / short for k, (short, long) in pages.items()}
    )


def _round(folder: Path, few: list[Path]) -> dict[str, Row]:
    """Every contender once, one after the other."""
    rows: dict[str, Row] = {}
    for each in CONTENDERS:
        further = _measured(each, "further", folder, few)
        figures = {
            "cold single build, wall, ms": _cold(_command(each, folder, few[0])),
            "each further issue, CPU, ms": 1000 * statistics.median(further["cpu"]),
            "peak memory, MiB": further["peak"] / 2**20,
            "PDF, KB": statistics.median(further["bytes"]) / 1000,
        }
        for title, value in figures.items():
            rows.setdefault(title, {})[each] = value
    typst = rows["cold single build, wall, ms"]["typst_way"]
    validate = _cold([sys.executable, "-m", "bulletin_cli", "validate", str(few[0])])
    rows["validate, cold, against typst's build"] = {"typst_way": typst, "ours": validate}
    return rows


def _sources(folder: Path, count: int, pages: int) -> list[Path]:
    paths = []
    for number in range(count):
        path = folder / f"{pages}-{number:04}.json"
        tables = texts.issue(number, pages)
        path.write_text(json.dumps(tables, ensure_ascii=False, default=str), encoding="utf-8")
        paths.append(path)
    return paths


def _command(contender: str, folder: Path, source: Path) -> list[str]:
    """How a person makes one issue: with a script, but ours on the command line."""
    if contender == "ours":
        ours = [sys.executable, "-m", "bulletin_cli", "build", str(source)]
        return [*ours, "--ignore-system-fonts"]
    return [sys.executable, str(HERE / "measure.py"), contender, "cold", str(folder), str(source)]


def _cold(command: list[str]) -> float:
    """Wall time of a process, its start included, ms."""
    begun = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return 1000 * (time.perf_counter() - begun)


def _measured(contender: str, mode: str, folder: Path, sources: list[Path]) -> dict:
    command = [sys.executable, str(HERE / "measure.py"), contender, mode, str(folder)]
    done = subprocess.run(
        [*command, *map(str, sources)], check=True, capture_output=True, text=True
    )
    result: dict = json.loads(done.stdout)
    return result


def _per_page(
    contender: str, folder: Path, short: Path, long: Path, pages: int
) -> tuple[float, float]:
    """CPU time for each page of a short and of a long issue, the second in a warm process, ms."""
    cpu = [_measured(contender, "warm", folder, [short, short, each]) for each in (short, long)]
    return 1000 * cpu[0]["cpu"][-1] / SHORT, 1000 * cpu[1]["cpu"][-1] / pages


def _print(title: str, row: Row) -> None:
    cells = "".join(f"{row[name]:12.2f}" if name in row else f"{'':12}" for name in CONTENDERS)
    print(f"{title:38}{cells}{row['ours'] / row['typst_way']:12.2f}")


if __name__ == "__main__":
    main()
