"""The same issues through typst, the obvious way and bulletin-cli, interleaved; prints ratios.

python benchmarks/compare.py [--rounds 7] [--issues 60] [--pages 1000]
"""

import argparse
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


def main() -> None:
    """Write the sources, run every contender in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--issues", type=int, default=60)
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = _sources(folder, options.issues, 7)
        cold = {each: [_cold(each, folder, few[0]) for _ in ()] for each in CONTENDERS}
        further: dict[str, list[dict[str, list[float]]]] = {each: [] for each in CONTENDERS}
        for _round in range(options.rounds):
            for each in CONTENDERS:
                cold[each].append(_cold(each, folder, few[0]))
                further[each].append(_measured(each, "further", folder, few))
        long = _sources(folder, 1, options.pages)[0]
        pages = {
            each: (
                _measured(each, "cold", folder, [few[0]]),
                _measured(each, "cold", folder, [long]),
            )
            for each in ("typst_way", "ours")
        }
    _print(cold, further, pages, options.pages)


def _sources(folder: Path, count: int, pages: int) -> list[Path]:
    paths = []
    for number in range(count):
        path = folder / f"{pages}-{number:04}.json"
        tables = texts.issue(number, pages)
        path.write_text(json.dumps(tables, ensure_ascii=False, default=str), encoding="utf-8")
        paths.append(path)
    return paths


def _run(contender: str, mode: str, folder: Path, sources: list[Path]) -> str:
    command = [sys.executable, str(HERE / "measure.py"), contender, mode, str(folder)]
    done = subprocess.run(
        [*command, *map(str, sources)], check=True, capture_output=True, text=True
    )
    return done.stdout


def _cold(contender: str, folder: Path, source: Path) -> float:
    """Wall time of a process that makes one issue, its start included, seconds."""
    begun = time.perf_counter()
    _run(contender, "cold", folder, [source])
    return time.perf_counter() - begun


def _measured(
    contender: str, mode: str, folder: Path, sources: list[Path]
) -> dict[str, list[float]]:
    result: dict[str, list[float]] = json.loads(_run(contender, mode, folder, sources))
    return result


def _print(
    cold: dict[str, list[float]],
    further: dict[str, list[dict[str, list[float]]]],
    pages: dict[str, tuple[dict[str, list[float]], dict[str, list[float]]]],
    count: int,
) -> None:
    rows = {
        "cold single build, wall, ms": {k: 1000 * statistics.median(v) for k, v in cold.items()},
        "each further issue, CPU, ms": {
            k: 1000 * statistics.median(statistics.median(run["cpu"]) for run in v)
            for k, v in further.items()
        },
        "peak memory, MiB": {
            k: max(run["peak"] for run in v) / 2**20  # type: ignore[operator]
            for k, v in further.items()
        },
        "PDF, KB": {k: statistics.median(v[0]["bytes"]) / 1000 for k, v in further.items()},
        f"time per page, {count} pages to 7": {
            k: (long["cpu"][0] / count) / (few["cpu"][0] / 7) for k, (few, long) in pages.items()
        },
    }
    print(f"{'':38}" + "".join(f"{name:>12}" for name in CONTENDERS) + f"{'ours/typst':>12}")
    for title, row in rows.items():
        cells = "".join(f"{row[name]:12.2f}" if name in row else f"{'':12}" for name in CONTENDERS)
        print(f"{title:38}{cells}{row['ours'] / row['typst_way']:12.2f}")


if __name__ == "__main__":
    main()
