"""bulletin-cli: sets numbered Chinese bulletins (简报) as an official DOCX and an archival PDF.

For scripts: ``load_issue`` reads an issue, ``build`` makes the outputs of one or of an archive.
Neither prints; ``docs/python.md`` shows both at work.
"""

from collections.abc import Collection, Iterable
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_cli.version import __version__

if TYPE_CHECKING:
    from bulletin_cli.batch import Outcome
    from bulletin_cli.issue import Issue

__all__ = ["__version__", "build", "load_issue"]


def load_issue(path: str | PathLike[str]) -> "Issue":
    """Read an issue, its publication within it, and check it.

    Raises:
        bulletin_cli.diagnostics.Rejected: the text is wrong; ``diagnostics`` says where.
        bulletin_cli.diagnostics.BulletinError: a file cannot be read.
    """
    from bulletin_cli.reader import read

    return read(Path(fspath(path))).issue


def build(
    issues: str | PathLike[str] | Iterable[str | PathLike[str]],
    output: str | PathLike[str] | None = None,
    *,
    formats: Collection[str] = ("pdf", "docx"),
    system_fonts: bool = True,
    jobs: int = 1,
) -> "tuple[Outcome, ...]":
    """Make the outputs of issues, and say for each what came of it.

    Args:
        issues: files, patterns, or folders, which stand for all issues in them and below.
        output: the folder for the outputs. With it only what has changed is made again; without it
            each output lies beside its issue, and all are made.
        formats: of ``pdf``, ``docx``, ``png``, ``report``.
        system_fonts: whether the system's fonts count; without them a page is the same everywhere.
        jobs: how many processes work at once. With more than one the script that calls must guard
            what it does by ``if __name__ == "__main__":``, as always with processes.

    Returns:
        The outcomes in the order of the issues; ``failed`` tells those whose outputs are not what
        their sources say. A text that is wrong raises nothing.

    Raises:
        bulletin_cli.diagnostics.BulletinError: a folder has no issue, or two issues would be
            written to the same file.
        ValueError: there is no such format.
    """
    from bulletin_cli import batch, folders
    from bulletin_cli.batch import workers
    from bulletin_cli.batch.making import Making

    known = {"pdf", "docx", "png", "report"}
    if not known.issuperset(formats):
        raise ValueError(f"no such format: {', '.join(sorted(set(formats) - known))}")
    names = [issues] if isinstance(issues, (str, PathLike)) else issues
    named = folders.issues(Path(fspath(each)) for each in names)
    making = Making(tuple(formats), (), system_fonts)
    wanted = batch.tasks(named, None if output is None else Path(fspath(output)), making)
    batch.check_targets(wanted)
    return workers.run(wanted, jobs)
