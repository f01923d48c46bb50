"""The long run: thousands of issues through read, check and build, and bytes through validate.

``python tests/safety/fuzz.py --count 10000`` prints how many ended how. Whatever breaks what must
always hold is kept, with its reason, in the folder after ``--keep``.
"""

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).parent))

import issues
import outcomes

VALIDATED = 30
"""Of so many builds one is looked at by validators."""


def main() -> int:
    """Run, print the counts, and fail if anything broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    asked = parser.parse_args()
    asked.keep.mkdir(parents=True, exist_ok=True)
    share = -(-asked.count // asked.jobs)
    with ProcessPoolExecutor(asked.jobs, get_context("spawn")) as executor:
        runs = [
            executor.submit(run, share, asked.seed + number, asked.keep.resolve())
            for number in range(asked.jobs)
        ]
        counts = sum((each.result() for each in runs), Counter[str]())
    for outcome, count in sorted(counts.items()):
        print(f"{count:7} {outcome}")
    return int(any(outcome.startswith("BROKEN") for outcome in counts))


def run(count: int, first: int, keep: Path) -> Counter[str]:
    """So many issues, each in a folder of its own; how many ended how."""
    os.environ["BULLETIN_LANG"] = "en"
    chance, counts = random.Random(first), Counter[str]()

    @seed(first)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(issues.issues())
    def each(issue: issues.Table) -> None:
        number = sum(n for name, n in counts.items() if name.startswith(("build", "BROKEN build")))
        in_json = bool(number % 2)
        data = issues.as_json(issue) if in_json else issues.as_toml(issue)
        name = "issue.json" if in_json else "issue.toml"
        thorough = not number % VALIDATED
        counts[_tried("build", data, name, keep, thorough)] += 1
        if not number % 4:
            counts[_tried("bytes", mutated(data, chance), name, keep)] += 1

    each()
    return counts


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Good bytes with a few of them changed, lost, doubled or put in."""
    for _time in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(start + chance.choice([0, 1, 3, 50]), len(data))
        put = chance.choice([b"", bytes([chance.randrange(256)]), *_STRANGE, data[start:end] * 2])
        data = data[:start] + put + data[end:]
    return data


_STRANGE = (
    b'"',
    b'"""',
    b"[[",
    b"{",
    b"}",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"=",
    b"\\",
)


def _tried(kind: str, data: bytes, name: str, keep: Path, thorough: bool = False) -> str:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        source = Path(folder, name)
        source.write_bytes(data)
        issues.furnish(Path(folder))
        try:
            if kind == "build":
                code = outcomes.built(source, thorough=thorough)
            else:
                form = ("full", "concise", "json", "github", "sarif")[len(data) % 5]
                code = outcomes.command("validate", str(source), "--output-format", form)
        except outcomes.Broken as broken:
            kept = keep / f"{kind}-{abs(hash(data)):x}{source.suffix}"
            kept.write_bytes(data)
            kept.with_suffix(".txt").write_text(f"{broken}\n", "utf-8")
            return f"BROKEN {kind} {str(broken)[:60]}"
        return f"{kind} exit {code}"


if __name__ == "__main__":
    sys.exit(main())
