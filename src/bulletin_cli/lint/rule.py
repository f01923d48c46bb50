"""The rule (规则): one thing a proofreader looks for, and what it is held against.

A rule is one function that yields findings; its docstring is the documentation that a person reads,
in fixed parts and in both languages:

    \"\"\"One sentence in English.

    一句中文。

    What: …       说明：…
    Why: …        依据：…
    Wrong: …      Right: …   (each on a line of its own)
    \"\"\"
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletin_cli.diagnostics import Fix, KeyPath, Severity, Span
from bulletin_cli.lint.index import Index
from bulletin_cli.prose import Typed

if TYPE_CHECKING:
    from bulletin_cli.issue import Issue

FAMILIES = {
    "M": ("marks", "标点"),
    "B": ("blanks", "空格"),
    "P": ("pairs", "成对符号"),
    "N": ("numerals and dates", "数字和日期"),
    "W": ("wording", "词语"),
    "G": ("grammar", "语法"),
    "T": ("structure", "结构"),
}
"""The first letter of a code, and the family it stands for."""

LIMIT = 20
"""Findings of one rule in one value: who mends these sees the rest."""


class Kind(StrEnum):
    """What a passage is in its issue."""

    NAME = "name"
    WORDING = "wording"
    TITLE = "title"
    NOTE = "note"
    LEAD = "lead"
    TEXT = "text"
    CREDIT = "credit"
    FOOT = "foot"
    CAPTION = "caption"
    CELL = "cell"


PROSE = frozenset({Kind.LEAD, Kind.TEXT})
"""Running text: sentences."""

PRINTED = frozenset(Kind) - {Kind.WORDING}
"""All that is printed as it is typed."""


class Finding(Struct, frozen=True):
    """What a rule found: a value, which of its characters, what is wrong, how it is mended."""

    keys: KeyPath
    span: Span | None
    message: str
    fix: Fix | None = None


class Passage(Struct, frozen=True):
    """A paragraph, or a value of one line.

    Attributes:
        kind: what it is in the issue.
        keys: the keys that lead to the value it stands in.
        text: what it says, the line ends of the source and the indent left out.
        at: where each of its characters stands in the value, and where the last one ends.
        first: whether nothing stands before it in its item.
        last: whether nothing but the credit stands after it in its item.
        typed: the paragraph with its notation, where it may hold any.
    """

    kind: Kind
    keys: KeyPath
    text: str
    at: Sequence[int]
    first: bool = True
    last: bool = True
    typed: Typed | None = None

    def finding(
        self, span: Span, message: str, mended: str | None = None, *, safe: bool = False
    ) -> Finding:
        """A finding about characters of this passage, and what should stand there.

        What would reach into the notation is found, but not mended.
        """
        start, end = span
        raw = (self.at[start], self.at[end - 1] + 1 if end > start else self.at[start])
        if mended is not None and self.typed and not self.typed.keeps(span, mended):
            mended = None
        fix = None if mended is None else Fix(self.keys, raw, mended, safe)
        return Finding(self.keys, raw, message, fix)


class Bulletin(Struct, frozen=True, dict=True):
    """An issue, its passages in the order in which they are read, and the codes of all rules."""

    issue: "Issue"
    passages: tuple[Passage, ...]
    codes: tuple[str, ...] = ()

    @cached_property
    def index(self) -> Index:
        """Where everything stands in the passages."""
        return Index([passage.text for passage in self.passages])

    @cached_property
    def _of(self) -> dict[frozenset[Kind], tuple[Passage, ...]]:
        return {}

    def of(self, kinds: frozenset[Kind]) -> tuple[Passage, ...]:
        """The passages of some kinds."""
        if kinds not in self._of:
            self._of[kinds] = tuple(each for each in self.passages if each.kind in kinds)
        return self._of[kinds]

    def holding(self, needs: Sequence[str], kinds: frozenset[Kind]) -> tuple[Passage, ...]:
        """The passages of some kinds that hold one of some texts, in order."""
        return self._passages(self.index.holding(needs), kinds)

    def passages_at(self, positions: Iterable[int], kinds: frozenset[Kind]) -> tuple[Passage, ...]:
        """The passages of some kinds that stand at some positions of the index, in order."""
        return self._passages({self.index.at(each)[0] for each in positions}, kinds)

    def _passages(self, numbers: Iterable[int], kinds: frozenset[Kind]) -> tuple[Passage, ...]:
        found = map(self.passages.__getitem__, sorted(numbers))
        return tuple(passage for passage in found if passage.kind in kinds)

    def at(self, position: int) -> tuple[Passage, int]:
        """The passage that stands at a position of the index, and where in it."""
        number, place = self.index.at(position)
        return self.passages[number], place


class Rule(Struct, frozen=True, dict=True):
    """A rule.

    Attributes:
        code: its name for scripts: the family's letter and three figures.
        name: its name for people, words with hyphens.
        severity: how much a finding weighs.
        check: what it finds in a bulletin.
        doc: its documentation, in both languages.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Bulletin], Iterator[Finding]]
    doc: str

    @property
    def family(self) -> str:
        """The family it belongs to, in English."""
        return FAMILIES[self.code[0]][0]

    @cached_property
    def explanation(self) -> dict[str, dict[str, str]]:
        """For each language the parts ``title``, ``what``, ``why``, ``wrong`` and ``right``."""
        from inspect import cleandoc

        doc = cleandoc(self.doc)
        parts = dict(re.findall(r"^(\w+)[:：]\s*((?:.|\n(?!\w+[:：]))+)", doc, re.M))
        folded = {name: _folded(text) for name, text in parts.items()}
        english, chinese = doc.split("\n\n")[:2]
        common = {"wrong": folded.get("Wrong", ""), "right": folded.get("Right", "")}
        return {
            "en": {"title": english, "what": folded["What"], "why": folded["Why"], **common},
            "zh_CN": {"title": chinese, "what": folded["说明"], "why": folded["依据"], **common},
        }


def _folded(text: str) -> str:
    """Lines joined: with a space between Latin words, without between Chinese."""
    return re.sub(r"(?<=[!-~])\n\s*|\n\s*(?=[!-~])", " ", text.strip()).replace("\n", "").strip()


def rule(
    code: str, kinds: frozenset[Kind] = PROSE, needs: Sequence[str] = ()
) -> Callable[[Callable[[Passage], Iterator[Finding]]], Rule]:
    """Make a rule of a function that looks at one passage.

    Args:
        code: the rule's code.
        kinds: which passages it looks at.
        needs: texts one of which stands in whatever the rule finds or beside it, a line end for
            the edge of a passage; the rest is not searched. Best are two characters and more.
    """

    def made(find: Callable[[Passage], Iterator[Finding]]) -> Rule:
        def check(bulletin: Bulletin) -> Iterator[Finding]:
            looked_at = bulletin.holding(needs, kinds) if needs else bulletin.of(kinds)
            for passage in looked_at:
                yield from islice(find(passage), LIMIT)

        return _rule(code, find, check, Severity.WARNING)

    return made


def issue_rule(
    code: str, severity: Severity = Severity.WARNING, needs: Sequence[str] = ()
) -> Callable[[Callable[[Bulletin], Iterator[Finding]]], Rule]:
    """Make a rule of a function that looks at the whole bulletin, where it holds a needed text."""

    def made(find: Callable[[Bulletin], Iterator[Finding]]) -> Rule:
        def check(bulletin: Bulletin) -> Iterator[Finding]:
            if not needs or bulletin.index.holds(needs):
                yield from find(bulletin)

        return _rule(code, find, check, severity)

    return made


def _rule(
    code: str,
    find: Callable[..., Iterator[Finding]],
    check: Callable[[Bulletin], Iterator[Finding]],
    severity: Severity,
) -> Rule:
    return Rule(code, find.__name__.replace("_", "-"), severity, check, find.__doc__ or "")
