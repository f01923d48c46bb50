"""An archive: the issues of a folder read together, to be checked, counted and continued."""

import datetime
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from bulletin_cli import folders, series
from bulletin_cli.diagnostics import (
    BulletinError,
    Code,
    Findings,
    InputError,
    Rejected,
)
from bulletin_cli.messages import _
from bulletin_cli.reader import Reading, read


class Archive(Struct, frozen=True):
    """What could be read of many issues.

    Attributes:
        readings: the issues that are right in themselves.
        failed: the others, each with why it could not be read.
    """

    readings: tuple[Reading, ...]
    failed: tuple[tuple[Path, BulletinError], ...]


def read_all(paths: Iterable[Path]) -> Archive:
    """Read issues; those that cannot be read are kept apart."""
    readings, failed = [], []
    for path in paths:
        try:
            readings.append(read(path))
        except BulletinError as error:
            failed.append((path, error))
    return Archive(tuple(readings), tuple(failed))


_FOLLOWING = frozenset({Code.GAP, Code.YEAR, Code.TOTAL_BREAK, Code.NO_TOTAL})
"""What is wrong only where an issue follows straight upon another."""


def between(readings: Sequence[Reading], *, complete: bool) -> Findings:
    """What is wrong between issues, with lines and columns.

    Args:
        readings: the issues that are right in themselves.
        complete: whether these are all. If not, nothing is said of what must follow what: one that
            could not be read may stand between.
    """
    found = series.check(readings)
    if not complete:
        found = [each for each in found if each.code not in _FOLLOWING]
    texts = {path: text for each in readings for path, text in each.texts.items()}
    if not found:
        return Findings((), texts)
    from bulletin_cli.reader.places import placed

    return Findings(placed(found, texts), texts)


class Draft(Struct, frozen=True):
    """An issue that is still to be written: where it would lie, and its text."""

    path: Path
    text: str


def next_issue(
    named: Path, date: datetime.date, target: Path | None = None, *, supplement: bool = False
) -> Draft:
    """The issue that follows those of a folder or publication.

    Args:
        named: the folder, or the publication's file in it.
        date: the day on which it is to come out.
        target: its file, where that is decided; else it lies beside the issue before it.
        supplement: whether it is to be a supplement.

    Raises:
        InputError: there is nothing to count on from, or an issue there cannot be read.
    """
    from bulletin_cli.series.drafting import draft
    from bulletin_cli.series.succession import following

    folder = named if named.is_dir() else named.parent
    archive = read_all(folders.below(folder))
    if archive.failed:
        path, error = archive.failed[0]
        if not isinstance(error, Rejected):
            raise error
        message = _(
            '"{path}" is not finished, so nothing can be counted on from it: mend it first'
            " (bulletin validate says where)."
        )
        raise InputError(message.format(path=path))
    last = _last(archive, named, date)
    new = following(last.issues, last.model.issue.publication, date, supplement=supplement)
    beside = last.issues[-1].path.parent if last.issues else folder
    target = target or beside / f"{new.name}.toml"
    return Draft(target, draft(new, _publication(last.model, target)))


class _Last(Struct, frozen=True):
    """The issues to count on from, by date, and one that has their publication."""

    issues: tuple[Reading, ...]
    model: Reading


def _last(archive: Archive, named: Path, date: datetime.date) -> _Last:
    """The issues of the one publication that is meant."""
    groups = series.by_publication(sorted(archive.readings, key=lambda each: each.issue.date))
    if not named.is_dir():
        issues = tuple(groups.get(named.resolve(), ()))
        return _Last(issues, issues[-1] if issues else _first(named, date))
    lone = {path.resolve(): path for path in folders.publications(named)}
    if len({*groups, *lone}) > 1:
        names = _(", ").join(sorted(str(lone.get(Path(key), key)) for key in {*groups, *lone}))
        message = _('"{path}" holds issues of several publications; name one of these: {names}.')
        raise InputError(message.format(path=named, names=names))
    if groups:
        [issues_] = groups.values()
        return _Last(tuple(issues_), issues_[-1])
    if lone:
        return _Last((), _first(next(iter(lone.values())), date))
    message = _(
        'In "{path}" there is neither an issue nor a publication. Write a file publication.toml'
        ' first, with the lines  name = "…简报"  and  office = "…办公室".'
    )
    raise InputError(message.format(path=named))


def _first(publication: Path, date: datetime.date) -> Reading:
    """An issue that says nothing but its publication, for one that has none yet."""
    stand_in = publication.with_name(f".{publication.stem}-first.toml")
    name = publication.name.replace("\\", "\\\\").replace('"', '\\"')
    text = f'publication = "{name}"\nnumber = 1\ntotal = 1\ndate = {date}\n'
    return read(stand_in, {stand_in: text.encode()})


def _publication(model: Reading, target: Path) -> "str | dict[str, object]":
    """How the new issue names its publication: by the file, or with it written inline."""
    if model.publication_path is None:
        return model.issue.publication.model_dump(exclude_defaults=True, by_alias=True)
    try:
        relative = os.path.relpath(model.publication_path.resolve(), target.parent.resolve())
    except ValueError:  # another drive
        message = _('"{path}" must lie on the same drive as the publication; choose another place.')
        raise InputError(message.format(path=target)) from None
    return Path(relative).as_posix()
