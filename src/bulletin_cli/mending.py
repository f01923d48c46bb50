"""Mending: the fixes of the proofreader put into an issue's files, until none is left."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from bulletin_cli.checking import checked
from bulletin_cli.diagnostics import Diagnostic, Findings
from bulletin_cli.reader import Reading
from bulletin_cli.reader.edits import edited
from bulletin_cli.reader.files import NOTHING_HELD, Held, contents

_TEXTS = frozenset({".toml", ".json", ".csv"})

ROUNDS = 10
"""How often an issue is looked through again: a fix may show what another can mend."""


class Mended(Struct, frozen=True):
    """What comes of an issue's fixes; nothing has been written yet.

    Attributes:
        files: the new bytes of each file that changes.
        looked_at: the bytes of these that the fixes were found in.
        before: what the files said.
        findings: what is left to say of them.
        reading: the issue as it is then; none where it cannot be read.
        count: how many fixes were put in.
    """

    files: Mapping[Path, bytes]
    looked_at: Mapping[Path, bytes]
    before: Mapping[Path, str]
    findings: Findings
    reading: Reading | None
    count: int


class _Files(Mapping[Path, bytes]):
    """The bytes of the issue's texts as they change, each read once: what is mended was seen."""

    def __init__(self, held: Held) -> None:
        self.first, self.last = dict(held), dict(held)

    def mend(self, path: Path, found: list[Diagnostic]) -> int:
        """Put the fixes of one file in; how many."""
        fixes = [each.fix for each in found if each.fix]
        self.last[path], count = edited(path, self[path], fixes)
        return count

    def changed(self) -> dict[Path, bytes]:
        """The new bytes of the files that others are to stand in."""
        return {path: data for path, data in self.last.items() if data != self.first[path]}

    def __getitem__(self, path: Path) -> bytes:
        if path not in self:
            raise KeyError(path)
        if path not in self.last:
            self.first[path] = self.last[path] = contents(path)
        return self.last[path]

    def __contains__(self, path: object) -> bool:
        return path in self.last or (isinstance(path, Path) and path.suffix.lower() in _TEXTS)

    def __iter__(self) -> Iterator[Path]:
        return iter(self.last)

    def __len__(self) -> int:
        return len(self.last)


def mend(path: Path, wanted: Callable[[Diagnostic], bool], held: Held = NOTHING_HELD) -> Mended:
    """Look an issue through, put in the fixes, and look again until there is none.

    Args:
        path: the issue's file.
        wanted: whether the fix of a finding is to be put in.
        held: bytes that stand for what lies on the disk.

    Raises:
        BulletinError: a file cannot be read.
    """
    files, count = _Files(held), 0
    found = checked(path, held=files)
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
        found = checked(path, held=files)
    changed = files.changed()
    looked_at = {each: files.first[each] for each in changed}
    return Mended(changed, looked_at, before, found.findings, found.reading, count)
