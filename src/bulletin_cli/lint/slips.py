"""Slips (易错词): wrong words and what is meant, kept as a table and found in one pass.

A table has a line for each right word, with its wrong forms after it; ``wording.txt`` says how
company is written. Lines are taken apart only where their wrong word stands in a text.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from bulletin_cli.lint.index import Index, Pairs

_COMPANY = re.compile("([?!><~])([^?!><~]*)")


class Slip(Struct, frozen=True):
    """A wrong word, what is meant, and in what company it is wrong.

    Attributes:
        wrong: the word as it stands.
        right: the word that is meant.
        why: what kind of slip it is, in English and Chinese; empty where there is nothing to say.
        unless: longer words that hold the wrong one and are right.
        after: what must follow, any of these.
        before: what must precede, any of these.
        without: what must not follow in the sentence.
        safe: whether it is mended without a look.
    """

    wrong: str
    right: str
    why: tuple[str, str] = ("", "")
    unless: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    without: str = ""
    safe: bool = True

    def stands(self, text: str, at: int) -> bool:
        """Whether the wrong word at a position is wrong in its company."""
        end = at + len(self.wrong)
        if self.after and not text.startswith(self.after, end):
            return False
        if self.before and not text.endswith(self.before, 0, at):
            return False
        if self.without and self.without in re.split("[。；！？]", text[end : end + 80])[0]:
            return False
        return not any(_covers(text, at, end, right) for right in (self.right, *self.unless))


def _covers(text: str, start: int, end: int, right: str) -> bool:
    """Whether a longer word that is right stands over the wrong one."""
    first = max(0, end - len(right))
    return 0 <= text.find(right, first, start + len(right)) <= start


Line = tuple[str, str, tuple[str, str]]
"""A wrong word with its company, the right one, and why: a slip as the table has it."""


class Slips:
    """Slips by the characters that they begin with.

    Attributes:
        starts: for these, two or a lone one, the slips.
        pairs: of these the pairs, which it asks of an index.
    """

    def __init__(self, slips: Iterable[Slip | Line]) -> None:
        """Sort slips by their first two characters."""
        self.starts = starts = dict[str, list[Slip | Line]]()
        for slip in slips:
            start = (slip[0] if isinstance(slip, tuple) else slip.wrong)[:2]
            if start in starts:
                starts[start].append(slip)
            else:
                starts[start] = [slip]
        self._lone = {start for start in starts if len(start) == 1}
        self.pairs = Pairs(starts.keys() - self._lone)

    def standing(self, index: Index) -> Iterator[tuple[int, Slip]]:
        """The slips in a text and where they stand; none within a longer one."""
        text, done = index.text, 0
        for at, start in self._places(index):
            if at < done:
                continue
            found = self._at(text, at, start)
            for slip in sorted(found, key=lambda each: -len(each.wrong)):
                if slip.stands(text, at):
                    yield at, slip
                    done = at + len(slip.wrong)
                    break

    def _places(self, index: Index) -> list[tuple[int, str]]:
        """Where slips may stand, in order, each with what they begin with there; longest first."""
        pairs = self.starts.keys() & index.pairs.keys()
        places = [(at, pair) for pair in pairs for at in index.pairs[pair]]
        for lone in self._lone.intersection(index.text):
            places += [(match.start(), lone) for match in re.finditer(re.escape(lone), index.text)]
        return sorted(places, key=lambda place: (place[0], -len(place[1])))

    def _at(self, text: str, at: int, start: str) -> Iterator[Slip]:
        """The slips whose wrong words stand at a place, whatever their company."""
        for slip in self.starts[start]:
            known = slip if isinstance(slip, Slip) else _slip(*slip)
            if text.startswith(known.wrong, at):
                yield known


@cache
def _slip(said: str, right: str, why: tuple[str, str]) -> Slip:
    company = {
        sign: tuple(filter(None, words.split(","))) for sign, words in _COMPANY.findall(said)
    }
    return Slip(
        _COMPANY.sub("", said),
        right,
        why,
        unless=company.get("!", ()),
        after=company.get(">", ()),
        before=company.get("<", ()),
        without="".join(company.get("~", ())),
        safe="?" not in company,
    )


@cache
def known() -> Slips:
    """The slips of the table beside this file."""
    text = (Path(__file__).parent / "wording.txt").read_text(encoding="utf-8")
    return Slips(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    why = ("", "")
    for line in text.splitlines():
        if line.startswith("=="):
            english, chinese = line[2:].split("|")
            why = (english.strip(), chinese.strip())
        elif line and line[0] != "#":
            right, *wrong = line.split()
            for each in wrong:
                yield each, right, why
