"""No pattern and no search whose time grows with the square of a line."""

import sys
import time

import pytest

from bulletin_cli.checking import check
from bulletin_cli.cli import main
from bulletin_cli.fonts import FontSearch

LINES = {
    "commas": "，",
    "opening quotes": "“",
    "digits": "1",
    "brackets": "（",
    "text": "会议传达了有关精神，部署工作；",
    "braces": "{粗：",
    "spaces": "会 ",
    "dashes": "—",
    "dates": "2021年5月",
    "numerals": "一是",
    "letters": "a",
    "titles": "《“",
    "dots": "…",
    "percent": "3%",
}
TRIES = 6
"""A machine that is busy tells times too long; of a square not one would pass."""

SIZE = 34_000
"""Characters of the shorter line; the longer one, four times as long, has 400 KB."""


def seconds(source):
    begun = time.process_time()
    check(source, FontSearch(system=False))
    return time.process_time() - begun


@pytest.mark.skipif(sys.platform == "win32", reason="CPU time as POSIX counts it")
@pytest.mark.parametrize("kind", LINES)
def test_checking_takes_four_times_as_long_for_four_times_as_much(issue, kind):
    """A square would be sixteen times."""
    piece = LINES[kind]
    check(issue(), FontSearch(system=False))
    short, long = (
        issue(f"{times}.json", {"text": (piece * (SIZE * times // len(piece)))}) for times in (1, 4)
    )
    assert any(seconds(long) < 9 * max(seconds(short), 0.02) for _ in range(TRIES))


@pytest.mark.parametrize("piece", ["会议传达了有关精神，部署工作；", "a", "，"])
def test_a_long_line_is_set(issue, capfd, piece):
    short, long = (
        issue(f"{count}.json", {"text": piece * (count // len(piece))}) for count in (5_000, 20_000)
    )
    set_in(issue())
    assert any(set_in(long) < 9 * max(set_in(short), 0.05) for _ in range(TRIES))


def set_in(source):
    """Seconds of CPU in which an issue is set."""
    begun = time.process_time()
    assert main(["build", str(source), "--ignore-system-fonts", "--to", "pdf"]) == 0
    return time.process_time() - begun
