"""Kill a run at any moment: each file is the old one or the new one, and the next run clears up.

``python tests/safety/kill.py --count 50`` kills 50 runs at random moments and 50 at the first
change in the folder that is written to, and prints how many of them left what.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

_BULLETIN = (sys.executable, "-m", "bulletin_cli")
_OLD = (
    'publication = { name = "某集团简报" }\nnumber = 1\ndate = 2021-05-17\n'
    '[[sections]]\ntitle = "要闻"\n'
)
_ITEM = '[[sections.items]]\ntext = "会议传达了有关精神 ，{word}工作。"\n'


@dataclass(frozen=True)
class Work:
    """A command that changes files, and what these are before and after it."""

    arguments: tuple[str, ...]
    before: dict[str, bytes]
    after: dict[str, bytes]

    def reset(self, folder: Path) -> None:
        """Everything as it was before."""
        for name, data in self.before.items():
            (folder / name).write_bytes(data)


def works() -> list[Work]:
    """Building over older outputs, mending a source, writing a ledger over an older one."""
    old, new = (_OLD + _ITEM.format(word=word) * 40 for word in ("部署", "总结"))
    made = _made(old, "build", "issue.toml", "--ignore-system-fonts")
    ledger = ("ledger", ".", "--by", "credit", "--output-format", "csv", "-o", "ledger.csv")
    build, fix = (
        ("build", "issue.toml", "--ignore-system-fonts"),
        ("validate", "--fix", "issue.toml"),
    )
    return [
        Work(build, {**made, "issue.toml": new.encode()}, _made(new, *build)),
        Work(fix, {"issue.toml": new.encode()}, _made(new, *fix)),
        Work(ledger, {"issue.toml": new.encode(), "ledger.csv": b"old"}, _made(new, *ledger)),
    ]


def killed(work: Work, folder: Path, moment: float | None) -> str:
    """Kill a run after so many seconds, or at the first change in its folder; what it left.

    Raises:
        AssertionError: a file is neither the old nor the new one, or the next run leaves others.
    """
    work.reset(folder)
    before = _seen(folder)
    with subprocess.Popen(
        [*_BULLETIN, *work.arguments],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as run:
        if moment is None:
            while _seen(folder) == before and run.poll() is None:
                pass
        else:
            time.sleep(moment)
        run.send_signal(signal.SIGKILL)
    left = {path.name: path.read_bytes() for path in folder.iterdir()}
    temporary = {name for name in left if name.endswith(".tmp")}
    states = {_state(work, name, data) for name, data in left.items() if name not in temporary}
    work.reset(folder)
    subprocess.run([*_BULLETIN, *work.arguments], cwd=folder, capture_output=True, check=False)
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after == {**work.before, **work.after}, after.keys()
    return f"{' and '.join(sorted(states - {''}))}{', a temporary file' if temporary else ''}"


def _state(work: Work, name: str, data: bytes) -> str:
    old, new = work.before.get(name), work.after.get(name)
    if old == new:
        assert data == old
        return ""
    assert data in {old, new}, name
    return "old" if data == old else "new"


def _seen(folder: Path) -> list[tuple[str, int, int]] | None:
    """The files of a folder; None where one of them went while they were looked at."""
    with os.scandir(folder) as files:
        try:
            return sorted((each.name, each.inode(), each.stat().st_size) for each in files)
        except FileNotFoundError:
            return None


def _made(text: str, *command: str) -> dict[str, bytes]:
    """The files that a command makes of an issue, and of the issue what it makes."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "issue.toml").write_text(text, "utf-8")
        subprocess.run([*_BULLETIN, *command], cwd=folder, capture_output=True, check=False)
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def kills(count: int, chance: random.Random) -> Counter[str]:
    """So many kills at random moments, and as many at the first change; what each left."""
    found, all_works = Counter[str](), works()
    folder = Path(tempfile.mkdtemp())
    try:
        for number in range(2 * count):
            work = all_works[number % len(all_works)]
            for path in folder.iterdir():
                path.unlink()
            moment = chance.uniform(0.1, 1.0) if number < count else None
            when = "at a random moment" if number < count else "at the first change"
            found[f"{when}: {killed(work, folder, moment)}"] += 1
    finally:
        shutil.rmtree(folder)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    for left, times in sorted(kills(asked.count, random.Random(asked.seed)).items()):
        print(f"{times:4} {left}")
