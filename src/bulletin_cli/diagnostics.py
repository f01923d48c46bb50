"""Diagnostics (诊断): what is wrong, where, and how to mend it, as data.

A failure of the *text* is a :class:`Diagnostic`; they are collected, so that a person sees all of
them at once. A failure of the *world* (a missing file, a full disk) is a :class:`BulletinError`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

KeyPath = tuple[str | int, ...]
"""Where a value stands in a source: keys, and positions in lists counted from 0."""


class Severity(StrEnum):
    """How much a diagnostic weighs."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file and the keys that lead to the value in it."""

    path: Path
    keys: KeyPath = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong in a source.

    Attributes:
        code: stable name of the kind of fault, such as ``E103``.
        message: what is wrong and how to mend it, in the user's language.
        place: where it stands.
        severity: an error stops the build, a warning does not.
    """

    code: str
    message: str
    place: Place
    severity: Severity = Severity.ERROR


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

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Keep the diagnostics, at least one of them an error."""
        super().__init__("\n".join(d.message for d in diagnostics))
        self.diagnostics = tuple(diagnostics)
