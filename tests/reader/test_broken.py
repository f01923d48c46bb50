"""Two hundred broken files, made of good ones with one slip in each, the same ones every time.

Each is refused, near its slip, in words for a person.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from bulletin_cli.checking import check
from bulletin_cli.diagnostics import BulletinError
from bulletin_cli.fonts import FontSearch
from bulletin_cli.reader.guard import skeleton

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCES = [("2021-09.toml", 90), ("minimal.toml", 50), ("rare-names.json", 60)]


@pytest.mark.parametrize(("name", "count"), SOURCES)
def test_broken_files(write, name, count):
    write((EXAMPLES / "publication.toml").read_bytes(), "publication.toml")
    suffix = Path(name).suffix
    for each in broken((EXAMPLES / name).read_text(encoding="utf-8"), suffix, count):
        path = write(each.data, f"issue{suffix}")
        lines = _lines(path)
        near = [line for line in lines if abs(line - each.line) <= 1]
        assert near, (each.slip, each.line, lines)


def _lines(path: Path) -> list[int]:
    """Where it is said that something is wrong."""
    try:
        findings = check(path, FontSearch(system=False))
    except BulletinError as error:
        return [int(line) for line in re.findall(r":(\d+):\d+: ", str(error))]
    assert findings.errors
    assert not any("ydantic" in each.message or "alid" in each.message for each in findings.errors)
    return [each.place.line or 0 for each in findings.errors if each.place.path == path]


@dataclass(frozen=True)
class Broken:
    """A source with one slip.

    Attributes:
        slip: what kind of slip it is.
        data: the broken source.
        line: the line of the slip, from 1.
    """

    slip: str
    data: bytes
    line: int


def broken(source: str, suffix: str, count: int) -> Iterator[Broken]:
    """So many broken sources of a good one, every kind of slip in its turn."""
    random = Random(f"{suffix}{count}")
    seen: set[bytes] = set()
    turn = 0
    while len(seen) < count:
        slip = SLIPS[turn % len(SLIPS)]
        turn += 1
        made = slip(source, suffix, random)
        if made.data not in seen:
            seen.add(made.data)
            yield made


Slip = Callable[[str, str, Random], "Broken"]


def _replaced(name: str, source: str, span: tuple[int, int], new: str) -> Broken:
    start, end = span
    line = source.count("\n", 0, start) + 1
    return Broken(name, (source[:start] + new + source[end:]).encode(), line)


def _bracket(source: str, suffix: str, random: Random) -> Broken:
    found = list(re.finditer(r"[\[\]{}]", skeleton(source, suffix)))
    return _replaced("bracket", source, random.choice(found).span(), "")


def _quote(source: str, suffix: str, random: Random) -> Broken:
    strings = r'"""[^"]*"""|"[^"\n]*"'
    span = random.choice(list(re.finditer(strings, source))).span()
    place = random.choice([span[0], span[1] - 1])
    return _replaced("quote", source, (place, place + 1), random.choice(["", "”"]))


def _keys(source: str, suffix: str) -> list[re.Match[str]]:
    pattern = r'"(\w{4,})" *:' if suffix == ".json" else r"(?:^|[{,] )(\w{4,}) *="
    return list(re.finditer(pattern, source, re.MULTILINE))


def _key(source: str, suffix: str, random: Random) -> Broken:
    match = random.choice(_keys(source, suffix))
    start, end = match.span(1)
    place = random.randrange(start + 1, end - 1)
    swapped = source[place + 1] + source[place]
    if swapped[0] == swapped[1]:
        swapped = "x" + swapped
    return _replaced("key", source, (place, place + 2), swapped)


def _kind(source: str, suffix: str, random: Random) -> Broken:
    pattern = r'[=:] ("[^"\n]*"|[0-9]+)(?=,?\n)'
    match = random.choice(list(re.finditer(pattern, source)))
    new = '"九"' if match[1].isdigit() else random.choice(["5", "true", "[]", "{}", "1.5"])
    return _replaced("kind", source, match.span(1), new)


def _date(source: str, _suffix: str, random: Random) -> Broken:
    match = random.choice(list(re.finditer(r"\d{4}-\d\d-\d\d", source)))
    wrong = ["2021-13-01", "2021-02-30", "2021/05/17", "2021年5月17日", "2021-5-17", "17-05-2021"]
    return _replaced("date", source, match.span(), random.choice(wrong))


def _encoding(source: str, _suffix: str, random: Random) -> Broken:
    place = random.randrange(len(source))
    if random.random() < 0.2:
        first = re.search(r"[^\x00-\x7f]", source)
        assert first
        return Broken(
            "encoding", source.encode("gb18030"), source.count("\n", 0, first.start()) + 1
        )
    wrong = random.choice([b"\xb5\xb3", b"\xff", b"\0", b"\xc4"])
    data = source[:place].encode() + wrong + source[place:].encode()
    return Broken("encoding", data, source.count("\n", 0, place) + 1)


def _mark(source: str, suffix: str, random: Random) -> Broken:
    full = {"=": "＝", "[": "【", "{": "｛", ",": "，", ":": "："}
    found = list(re.finditer(r"[=\[{,:]", skeleton(source, suffix)))
    match = random.choice(found)
    return _replaced("mark", source, match.span(), full[match[0]])


SLIPS: list[Slip] = [_bracket, _quote, _key, _kind, _date, _encoding, _mark]
"""Every kind of slip: a function that makes one somewhere in a source."""
