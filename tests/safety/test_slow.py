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
    first = max(min(seconds(short) for _ in range(2)), 0.02)
    assert seconds(long) < 9 * first


@pytest.mark.parametrize("piece", ["会议传达了有关精神，部署工作；", "a", "，"])
def test_a_long_line_is_set(issue, capfd, piece):
    times = []
    main(["build", str(issue()), "--ignore-system-fonts"])
    for count in (5_000, 20_000):
        source = issue(f"{count}.json", {"text": piece * (count // len(piece))})
        begun = time.process_time()
        assert main(["build", str(source), "--ignore-system-fonts", "--to", "pdf"]) == 0
        times.append(time.process_time() - begun)
    assert times[1] < 9 * max(times[0], 0.05)
