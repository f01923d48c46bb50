"""Checking: an issue read and looked through, everything that is wrong with it in one list.

An error stops a build; a warning is told and passed.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletin_cli.characters import usual
from bulletin_cli.diagnostics import Code, Diagnostic, Findings, KeyPath, Rejected, Severity
from bulletin_cli.issue import Printed, texts
from bulletin_cli.messages import _
from bulletin_cli.prose import line
from bulletin_cli.reader import Reading, read
from bulletin_cli.reader.files import NOTHING_HELD, Held

if TYPE_CHECKING:
    from bulletin_cli.fonts import Faces, FontSearch


class Checked(Struct, frozen=True):
    """What is wrong with an issue, and the issue as it was read; none where it could not be."""

    findings: Findings
    reading: Reading | None


def check(path: Path, search: "FontSearch | None" = None, held: Held = NOTHING_HELD) -> Findings:
    """What is wrong with an issue; nothing is raised for it.

    Args:
        path: the issue's file.
        search: where to look for fonts.
        held: bytes that stand for what lies on the disk.

    Raises:
        BulletinError: a file cannot be read.
    """
    return checked(path, search, held).findings


def checked(path: Path, search: "FontSearch | None" = None, held: Held = NOTHING_HELD) -> Checked:
    """The same, with the issue as it was read, for whoever looks at several together."""
    try:
        reading = read(path, held)
    except Rejected as rejected:
        return Checked(rejected.findings, None)
    rare = tuple(_rare(reading))
    return Checked(
        _findings(reading, tuple(_unset(reading, rare, search)) if rare else ()), reading
    )


def _unset(
    reading: Reading, rare: Sequence[Printed], search: "FontSearch | None"
) -> Iterator[Diagnostic]:
    """Each place where a character stands that no face has; the machine's are asked last."""
    from bulletin_cli.fonts import FontSearch, find

    if any(_uncovered(reading, rare, find(reading.profile, FontSearch(system=False)))):
        yield from _uncovered(reading, rare, find(reading.profile, search or FontSearch()))


def sound(reading: Reading, faces: "Faces") -> Findings:
    """The warnings of an issue that can be set with the faces.

    Raises:
        Rejected: it cannot; carries the warnings too.
    """
    findings = _findings(reading, tuple(_uncovered(reading, tuple(_rare(reading)), faces)))
    if findings.count(Severity.ERROR):
        raise Rejected(findings.diagnostics, findings.texts)
    return findings


def _rare(reading: Reading) -> Iterator[Printed]:
    """The texts that hold a character of which it is not certain that every font has it."""
    printed = [*_cells(reading)]
    if reading.house:
        folio: KeyPath = ("publication", "profile", "folio", "wording")
        wording = reading.house.folio.wording
        printed.append(Printed(folio, wording, range(len(wording))))
    if not all(map(_plain, reading.texts.values())):
        printed += texts(reading.issue)
    return (each for each in printed if not usual(each.text))


def _plain(source: str) -> bool:
    """Whether a file holds no character but the usual ones, nor says one by its number."""
    return usual(source) and "\\" not in source.replace("\\n", "")


def _cells(reading: Reading) -> Iterator[Printed]:
    """What stands in the files of tables: it has no place in the sources but the file's name."""
    for keys, rows in reading.attached.rows.items():
        yield from (Printed((*keys, "file"), line(cell).text, ()) for row in rows for cell in row)


def _uncovered(reading: Reading, rare: Iterable[Printed], faces: "Faces") -> Iterator[Diagnostic]:
    """Each place where a character stands that no face has."""
    for keys, text, at in rare:
        for char in faces.uncovered(text):
            message = _('No font has the character "{char}" (U+{code:04X}); write another for it.')
            message = message.format(char=char, code=ord(char))
            first = at[text.index(char)] if at else None
            span = None if first is None else (first, first + 1)
            place = reading.place(keys, span)
            yield Diagnostic(Code.NO_FACE, message, place)


def _findings(reading: Reading, wrong: tuple[Diagnostic, ...]) -> Findings:
    """These diagnostics and the proofreader's."""
    from bulletin_cli import lint

    said = tuple(dict.fromkeys((*wrong, *lint.check(reading.issue, reading.place))))
    if not said:
        return Findings((), reading.texts)
    from bulletin_cli.reader.places import placed

    return Findings(said, reading.texts, placed)
