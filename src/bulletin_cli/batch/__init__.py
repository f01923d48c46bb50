"""Many issues: which are out of date, who makes them, what came of it.

An issue is left alone if nothing of what it is made from has changed and its outputs are as they
were written. That is known from digests of what is really in the files, so a file that was only
touched changes nothing, and one that was damaged is seen.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from bulletin_cli import limits, outputs, rubbish
from bulletin_cli.batch import manifest
from bulletin_cli.batch.making import Making, faces_digest
from bulletin_cli.batch.manifest import Entry
from bulletin_cli.diagnostics import BulletinError, Findings, Rejected, fault_of
from bulletin_cli.folders import Named
from bulletin_cli.messages import _
from bulletin_cli.outputs import temporaries
from bulletin_cli.outputs.locks import alone

if TYPE_CHECKING:
    from bulletin_cli.fonts import Faces

_TEXTS = {".toml", ".json", ".csv"}


class Task(Struct, frozen=True):
    """One issue to be made.

    Attributes:
        path: the issue's file.
        folder: where its outputs go.
        making: how.
        noted: whether a manifest is kept in the folder.
        force: whether it is made again though nothing has changed.
    """

    path: Path
    folder: Path
    making: Making
    noted: bool = True
    force: bool = False

    @property
    def entry_path(self) -> Path:
        """Where its entry of the manifest lies."""
        return manifest.entry_path(self.folder, self.path.stem)


class Status(Enum):
    """What came of an issue."""

    MADE = auto()
    UNCHANGED = auto()
    WRONG = auto()
    FAILED = auto()


class Outcome(Struct, frozen=True):
    """What came of an issue, and what there is to say of it.

    Attributes:
        path: the issue's file.
        status: ``WRONG`` where its text is at fault, ``FAILED`` where anything else is.
        outputs: its files.
        sources: the files that it was read from.
        standins: families wanted, and those that stand for them.
        findings: what is wrong with the text, or the proofreader's warnings.
        error: why it failed, as a sentence.
        fault: a fault of the program itself: its kind, its place, the way there.
    """

    path: Path
    status: Status
    outputs: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()
    standins: tuple[tuple[str, str], ...] = ()
    findings: Findings = field(default_factory=Findings)
    error: str = ""
    fault: tuple[str, str, str] | None = None

    @property
    def failed(self) -> bool:
        """Whether its outputs are not what its sources say."""
        return self.status in {Status.WRONG, Status.FAILED}


def tasks(
    named: Sequence[Named], output: Path | None, making: Making, *, force: bool = False
) -> list[Task]:
    """The issues as tasks; with an output folder they keep their place below the folder named."""
    return [
        Task(each.path, output / each.below, making, force=force)
        if output is not None
        else Task(each.path, each.path.parent, making, noted=False)
        for each in named
    ]


def check_targets(wanted: Sequence[Task]) -> None:
    """Refuse, before anything is written, issues that would write one over the other.

    Raises:
        BulletinError: there are such issues.
    """
    from bulletin_cli import pipeline

    owners: dict[str, Path] = {}
    for task in wanted:
        for target in pipeline.targets(task.path, task.folder, task.making.formats):
            key = os.path.normcase(os.path.abspath(target))  # noqa: PTH100 - links are kept
            if key in owners:
                message = _('"{first}" and "{second}" would both be written to "{target}".')
                values = {"first": owners[key], "second": task.path, "target": target}
                raise BulletinError(message.format(**values))
            owners[key] = task.path


def unchanged(wanted: Sequence[Task]) -> dict[Task, Outcome]:
    """Those tasks for which nothing is to be done, and what came of them before."""
    for folder in {folder for task in wanted for folder in (task.folder, task.entry_path.parent)}:
        temporaries.clear(folder)
    seen: dict[Path, str] = {}
    noted = (task for task in wanted if task.noted and not task.force)
    found = ((task, _unchanged(task, seen)) for task in noted)
    return {task: outcome for task, outcome in found if outcome}


def _unchanged(task: Task, seen: dict[Path, str]) -> Outcome | None:
    entry = manifest.load(task.entry_path)
    if (
        entry is None
        or entry.making != task.making.digest()
        or entry.surroundings != task.making.surroundings()
        or manifest.relative(task.path, task.folder) not in entry.sources
        or not manifest.unaltered(task.folder, entry.sources, seen)
        or not manifest.unaltered(task.folder, entry.outputs, {})
    ):
        return None
    return _as_before(task, entry)


def _as_before(task: Task, entry: Entry) -> Outcome:
    return Outcome(
        task.path,
        Status.UNCHANGED,
        tuple(task.folder / name for name in entry.outputs),
        tuple(Path(os.path.normpath(task.folder / name)) for name in entry.sources),
    )


def make(task: Task) -> Outcome:
    """Make one issue, in whatever process; nothing is raised but what stops a process."""
    rubbish.before_issue()
    sources = _Sources()
    try:
        with limits.held(task.making.limits):
            return _make(task, sources)
    except Rejected as error:
        findings = Findings(error.diagnostics, dict(error.findings.texts))
        return Outcome(task.path, Status.WRONG, (), sources.paths, findings=findings)
    except BulletinError as error:
        return Outcome(task.path, Status.FAILED, (), sources.paths, error=str(error))
    except Exception as error:  # the last resort: a fault of the program itself
        return Outcome(task.path, Status.FAILED, (), sources.paths, fault=fault_of(error))


def _make(task: Task, sources: "_Sources") -> Outcome:
    from bulletin_cli import pipeline

    making = task.making
    ready = pipeline.ready(task.path, making.search(), sources)
    entry = _entry(task, ready.faces, sources) if task.noted else None
    older = manifest.load(task.entry_path) if task.noted else None
    if entry and older and not task.force and _same(task, entry, older):
        outputs.write(task.entry_path, replace(entry, outputs=older.outputs).data())
        return _as_before(task, older)
    rendered = pipeline.render(ready, making.formats, making.embed_fonts)
    files = {task.folder / f"{task.path.stem}{ending}": data for ending, data in rendered}
    if entry is None:
        outputs.write_all(files)
    else:
        made = {path.name: manifest.digest(data) for path, data in files.items()}
        _write(task, files, replace(entry, outputs=made), older)
    standins = tuple((it.wanted, it.font.family) for it in ready.faces.found if it.standin)
    findings = replace(ready.findings, texts=dict(ready.findings.texts))
    return Outcome(task.path, Status.MADE, tuple(files), sources.paths, standins, findings)


def _entry(task: Task, faces: "Faces", sources: "_Sources") -> Entry:
    """What the outputs of an issue are made from, as it was read just now."""
    return Entry(
        task.making.digest(),
        task.making.surroundings(),
        faces_digest(faces),
        {manifest.relative(path, task.folder): value for path, value in sources.read.items()},
        {},
    )


def _same(task: Task, entry: Entry, older: Entry) -> bool:
    """Whether the outputs are right though other fonts have come or gone meanwhile."""
    known = replace(older, surroundings=entry.surroundings, outputs={})
    return known == entry and manifest.unaltered(task.folder, older.outputs, {})


def _write(task: Task, files: Mapping[Path, bytes], entry: Entry, older: Entry | None) -> None:
    with alone(task.folder):
        whole = {**files, task.entry_path: entry.data()}
        outputs.write_all(whole, voucher=task.entry_path)
        for name in (older.outputs.keys() if older else set()) - entry.outputs.keys():
            _remove_page(task, name)


def _remove_page(task: Task, name: str) -> None:
    """Remove the picture of a page that the issue no longer has."""
    if "png" in task.making.formats and Path(name).suffix == ".png" and Path(name).name == name:
        (task.folder / name).unlink(missing_ok=True)


class _Sources(Mapping[Path, bytes]):
    """The files on the disk, each noted as it is read: what was set is what is in the manifest."""

    def __init__(self) -> None:
        self.read: dict[Path, str] = {}

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(self.read)

    def __getitem__(self, path: Path) -> bytes:
        from bulletin_cli.reader.files import contents

        data = contents(path, "bytes" if path in self else "picture_bytes")
        self.read[path] = manifest.digest(data)
        return data

    def __contains__(self, path: object) -> bool:
        return isinstance(path, Path) and path.suffix.lower() in _TEXTS

    def __iter__(self) -> Iterator[Path]:
        return iter(self.read)

    def __len__(self) -> int:
        return len(self.read)
