"""``bulletin new``: write the file of the next issue, to be filled in."""

import datetime
from pathlib import Path
from typing import Annotated

import typer

from bulletin_cli.cli.options import Limit
from bulletin_cli.cli.terminal import example, put, say
from bulletin_cli.diagnostics import BulletinError
from bulletin_cli.messages import _

HELP = example(
    _(
        "Write the file of the next issue: number and total counted on, the sections laid out.\n\n"
        "It follows the issues of this folder, or of the folder or publication file that is named."
    ),
    "bulletin new",
    "bulletin new publication.toml --date 2021-05-31",
)


def new(
    where: Annotated[Path, typer.Argument(metavar="FOLDER", hidden=True)] = Path(),
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help=_("Day of issue; today without it.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help=_("Write this file, not the usual.")),
    ] = None,
    supplement: Annotated[
        bool, typer.Option("--supplement", help=_("A supplement, in a count of its own."))
    ] = False,
    limit: Limit = None,  # noqa: ARG001 - holds by itself
) -> None:
    """Write the next issue and say where it is."""
    from bulletin_cli import outputs
    from bulletin_cli.archive import next_issue

    if not where.exists():
        raise BulletinError(_('There is no folder or file "{path}".').format(path=where))
    if output is not None and output.suffix.lower() != ".toml":
        raise BulletinError(_("The file of an issue is written as TOML; its name ends in .toml."))
    draft = next_issue(where, _day(date), output, supplement=supplement)
    outputs.create(draft.path, draft.text.encode("utf-8"))
    put(str(draft.path))
    say(_("Fill it in; bulletin validate {path} says what is still blank.").format(path=draft.path))


def _day(text: str | None) -> datetime.date:
    if text is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        message = _('After --date stands a day as 2021-05-17, not "{text}".')
        raise BulletinError(message.format(text=text)) from None
