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
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletin_cli.diagnostics import Fix, KeyPath, Severity, Span
from bulletin_cli.lint.index import Index, Needs, Pairs
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


class Passage(Struct, frozen=True, dict=True):
    """A paragraph, or a value of one line.

    Attributes:
        kind: what it is in the issue.
        keys: the keys that lead to the value it stands in.
        text: what it says, the line ends of the source and the indent left out.
        first: whether nothing stands before it in its item.
        last: whether nothing but the credit stands after it in its item.
        typed: how it is typed, where that may be otherwise than it is read.
    """

    kind: Kind
    keys: KeyPath
    text: str
    first: bool = True
    last: bool = True
    typed: Typed | None = None

    @cached_property
    def at(self) -> Sequence[int]:
        """Where each of its characters stands in the value, and where the last one ends."""
        return self.typed.at if self.typed else range(len(self.text) + 1)

    def finding(
        self, span: Span, message: str, mended: str | None = None, *, safe: bool = False
    ) -> Finding:
        """A finding about characters of this passage, and what should stand there.

        What would reach into the notation is found, but not mended.
        """
        (start, end), at = span, self.at
        raw = (at[start], at[end - 1] + 1 if end > start else at[start])
        marked = self.typed if self.typed and "{" in self.typed.written.source else None
        if mended is not None and marked and not marked.keeps(span, mended):
            mended = None
        fix = None if mended is None else Fix(self.keys, raw, mended, safe)
        return Finding(self.keys, raw, message, fix)


class Bulletin(Struct, frozen=True, dict=True):
    """An issue, its passages in the order in which they are read, and all rules."""

    issue: "Issue"
    passages: tuple[Passage, ...]
    rules: "Rules"

    @cached_property
    def index(self) -> Index:
        """Where everything stands in the passages."""
        return Index([passage.text for passage in self.passages], self.rules.asked_for)

    @cached_property
    def _of(self) -> dict[frozenset[Kind], tuple[Passage, ...]]:
        return {}

    def of(self, kinds: frozenset[Kind]) -> tuple[Passage, ...]:
        """The passages of some kinds."""
        if kinds not in self._of:
            self._of[kinds] = tuple(each for each in self.passages if each.kind in kinds)
        return self._of[kinds]

    def holding(self, needs: Needs, kinds: frozenset[Kind]) -> tuple[Passage, ...]:
        """The passages of some kinds that hold one of some texts, in order."""
        return self.numbered(self.index.holding(needs), kinds)

    def numbered(self, numbers: Iterable[int], kinds: frozenset[Kind]) -> tuple[Passage, ...]:
        """The passages of some kinds that have some numbers, in order."""
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
        asks: the pairs that it asks of the index.
        doc: its documentation, in both languages.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Bulletin], list[Finding]]
    asks: Callable[[], Iterable[str]]
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


class Rules(dict[str, Rule]):
    """Rules by their codes."""

    @cached_property
    def asked_for(self) -> Pairs:
        """The pairs that the rules ask of the index."""
        return Pairs(chain.from_iterable(rule.asks() for rule in self.values()))


def _folded(text: str) -> str:
    """Lines joined: with a space between Latin words, without between Chinese."""
    return re.sub(r"(?<=[!-~])\n\s*|\n\s*(?=[!-~])", " ", text.strip()).replace("\n", "").strip()


def rule(
    code: str, kinds: frozenset[Kind] = PROSE, needs: Iterable[str] = ()
) -> Callable[[Callable[[Passage], Iterator[Finding]]], Rule]:
    """Make a rule of a function that looks at one passage.

    Args:
        code: the rule's code.
        kinds: which passages it looks at.
        needs: texts one of which stands in whatever the rule finds or beside it, a line end for
            the edge of a passage; the rest is not searched. Best are two characters and more.
    """
    needed = Needs(needs)

    def made(find: Callable[[Passage], Iterator[Finding]]) -> Rule:
        def check(bulletin: Bulletin) -> list[Finding]:
            looked_at = bulletin.holding(needed, kinds) if needed else bulletin.of(kinds)
            return [each for passage in looked_at for each in islice(find(passage), LIMIT)]

        return _rule(code, find, check, Severity.WARNING, lambda: needed.pairs)

    return made


def issue_rule(
    code: str,
    severity: Severity = Severity.WARNING,
    needs: Iterable[str] = (),
    asks: Callable[[], Iterable[str]] = tuple,
) -> Callable[[Callable[[Bulletin], Iterator[Finding]]], Rule]:
    """Make a rule of a function that looks at the whole bulletin.

    Args:
        code: the rule's code.
        severity: how much a finding weighs.
        needs: texts one of which the bulletin must hold to be looked at.
        asks: further pairs that it asks of the index.
    """
    needed = Needs(needs)

    def made(find: Callable[[Bulletin], Iterator[Finding]]) -> Rule:
        def check(bulletin: Bulletin) -> list[Finding]:
            return [*find(bulletin)] if not needed or bulletin.index.holds(needed) else []

        return _rule(code, find, check, severity, lambda: (*needed.pairs, *asks()))

    return made


def _rule(
    code: str,
    find: Callable[..., Iterator[Finding]],
    check: Callable[[Bulletin], list[Finding]],
    severity: Severity,
    asks: Callable[[], Iterable[str]],
) -> Rule:
    name, doc = find.__name__.replace("_", "-"), find.__doc__ or ""
    return Rule(code, name, severity, check, asks, doc)
