"""Mending: the fixes of the proofreader put into an issue's files, until none is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bulletin_cli.checking import checked
from bulletin_cli.diagnostics import Diagnostic, Findings
from bulletin_cli.reader import Reading
from bulletin_cli.reader.edits import edited
from bulletin_cli.reader.files import NOTHING_HELD, Held, contents

ROUNDS = 10
"""How often an issue is looked through again: a fix may show what another can mend."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What comes of an issue's fixes; nothing has been written yet.

    Attributes:
        files: the new bytes of each file that changes.
        before: what the files said.
        findings: what is left to say of them.
        reading: the issue as it is then; none where it cannot be read.
        count: how many fixes were put in.
    """

    files: Mapping[Path, bytes]
    before: Mapping[Path, str]
    findings: Findings
    reading: Reading | None
    count: int


@dataclass(slots=True)
class _Files:
    """The bytes of the issue's files as they change."""

    held: dict[Path, bytes]
    changed: set[Path] = field(default_factory=set)

    def mend(self, path: Path, found: list[Diagnostic]) -> int:
        """Put the fixes of one file in; how many."""
        data = self.held[path] if path in self.held else contents(path)
        self.held[path], count = edited(path, data, [each.fix for each in found if each.fix])
        if self.held[path] != data:
            self.changed.add(path)
        return count


def mend(path: Path, wanted: Callable[[Diagnostic], bool], held: Held = NOTHING_HELD) -> Mended:
    """Look an issue through, put in the fixes, and look again until there is none.

    Args:
        path: the issue's file.
        wanted: whether the fix of a finding is to be put in.
        held: bytes that stand for what lies on the disk.

    Raises:
        BulletinError: a file cannot be read.
    """
    files, count = _Files(dict(held)), 0
    found = checked(path, held=files.held)
    before = found.findings.texts
    for _round in range(ROUNDS):
        made = 0
        for source in found.findings.texts:
            fixes = [d for d in found.findings.diagnostics if d.place.path == source and d.fix]
            fixes = [each for each in fixes if wanted(each)]
            made += files.mend(source, fixes) if fixes else 0
        if not made:
            break
        count += made
        found = checked(path, held=files.held)
    changed = {each: files.held[each] for each in files.changed}
    return Mended(changed, before, found.findings, found.reading, count)
