"""Diagnostics (诊断): what is wrong, where, and how to mend it, as data.

A failure of the *text* is a :class:`Diagnostic`; they are collected, so that a person sees all of
them at once. A failure of the *world* (a missing file, a full disk) is a :class:`BulletinError`.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field

KeyPath = tuple[str | int, ...]
"""Where a value stands in a source: keys, and positions in lists counted from 0."""


Span = tuple[int, int]
"""A stretch of a text: positions of its first character and of the one after its last."""


class Severity(StrEnum):
    """How much a diagnostic weighs."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The kinds of fault in a source: names that stay, for scripts and for asking about them.

    E10x the file as such, E11x and E12x what its keys hold, E13x the publication file, E14x
    pictures, E15x tables and blocks, E2xx what cannot be set. S1xx numbers between the issues of a
    series, S2xx its sections.
    """

    EMPTY = "E101"
    ENCODING = "E102"
    LINE_ENDS = "E103"
    SYNTAX = "E104"
    TWICE = "E105"
    NOT_A_TABLE = "E106"
    UNKNOWN_KEY = "E111"
    MISSING_KEY = "E112"
    KIND = "E113"
    CONTROL = "E114"
    BLANK = "E115"
    ONE_LINE = "E116"
    DATE = "E117"
    RANGE = "E118"
    TOTAL = "E119"
    PERIOD = "E120"
    PLACEHOLDER = "E121"
    WORDING = "E122"
    FORM = "E123"
    PROFILE = "E124"
    NOTATION = "E125"
    PUBLICATION_NAME = "E131"
    PICTURE_NAME = "E141"
    PICTURE_MISSING = "E142"
    PICTURE_BROKEN = "E143"
    PICTURE_LARGE = "E144"
    PICTURES_WIDE = "E145"
    TABLE_FILE = "E151"
    TABLE_ROWS = "E152"
    BLOCK = "E153"
    NO_FACE = "E201"
    OVERFULL = "E202"
    TABLE_WIDE = "E203"
    DOUBLE = "S101"
    GAP = "S102"
    YEAR = "S103"
    DOUBLE_TOTAL = "S104"
    TOTAL_BREAK = "S105"
    NO_TOTAL = "S106"
    UNNUMBERED = "S107"
    DATE_BACK = "S108"
    SECTION_UNKNOWN = "S201"
    SECTION_ORDER = "S202"


class Place(Struct, frozen=True):
    """Where something stands: a file, and the keys that lead to the value or its line and column.

    Lines and columns count from 1, columns in characters, the end is the column after the last.
    They are known at once where the file could not be read as keys; elsewhere
    :func:`bulletin_cli.reader.places.placed` finds them.
    """

    path: Path
    keys: KeyPath = ()
    line: int | None = None
    column: int | None = None
    span: Span | None = None
    """Characters of the value, where only some of them are meant."""
    end_line: int | None = None
    end_column: int | None = None

    @classmethod
    def at(cls, path: Path, text: str, index: int) -> "Place":
        """The place of one character of a text."""
        line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
        return cls(path, (), line, column, None, line, column + 1)


class Fix(Struct, frozen=True):
    """How to mend it: characters of one value, replaced.

    Attributes:
        keys: the keys that lead to the value, in the file of the diagnostic's place.
        span: which of its characters; an empty span inserts.
        text: what stands there afterwards.
        safe: whether it never changes what the text says.
    """

    keys: KeyPath
    span: Span
    text: str
    safe: bool = True


class Diagnostic(Struct, frozen=True):
    """One thing that is wrong in a source.

    Attributes:
        code: stable name of the kind of fault, such as ``E103``.
        message: what is wrong and how to mend it, in the user's language.
        place: where it stands.
        severity: an error stops the build, a warning does not.
        fix: how to mend it, where that can be said.
    """

    code: str
    message: str
    place: Place
    severity: Severity = Severity.ERROR
    fix: Fix | None = None


Finder = Callable[[Sequence[Diagnostic], Mapping[Path, str]], tuple[Diagnostic, ...]]
"""What finds the places of diagnostics in texts: ``bulletin_cli.reader.places.placed``."""


class Findings(Struct, frozen=True, dict=True):
    """All that is wrong with a source, and what it is shown in.

    Attributes:
        said: what is wrong, each once.
        texts: what the files say that the places are in.
        finder: what finds the places, where they are not known yet.
    """

    said: tuple[Diagnostic, ...] = ()
    texts: Mapping[Path, str] = field(default_factory=dict)
    finder: Finder | None = None

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong, by file and place; looked for only when somebody is to be told."""
        return self.finder(self.said, self.texts) if self.finder else self.said

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What stops a build."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    def count(self, severity: Severity) -> int:
        """How many weigh so much; no place is looked for."""
        return sum(each.severity is severity for each in self.said)


class BulletinError(Exception):
    """The world failed: one clear sentence for the user; exit code 2."""


class InputError(BulletinError):
    """A source or a file it names cannot be read."""


class OutputError(BulletinError):
    """An output cannot be written; what stood there before still stands."""


class FontError(BulletinError):
    """A face cannot be had, or is broken."""


class Rejected(BulletinError):  # noqa: N818 - a verdict on the text, not an error of the program
    """The text itself is wrong: carries every diagnostic that says so; exit code 1."""

    def __init__(
        self, diagnostics: Sequence[Diagnostic], texts: Mapping[Path, str] = MappingProxyType({})
    ) -> None:
        """Keep the diagnostics, at least one of them an error, and the texts they point into."""
        super().__init__("\n".join(d.message for d in diagnostics))
        self.findings = Findings(tuple(diagnostics), texts)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong."""
        return self.findings.diagnostics


def fault_of(error: Exception) -> tuple[str, str, str]:
    """What a fault of the program itself is, where it is, and how the program came there."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return type(error).__name__, where, "".join(traceback.format_exception(error))
