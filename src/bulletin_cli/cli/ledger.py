"""``bulletin ledger``: the ledger of a series, and who contributed how much."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_cli.cli import tables
from bulletin_cli.cli.faults import FINDINGS, FINE, say_error, say_findings
from bulletin_cli.cli.options import (
    FontPath,
    IgnoreSystemFonts,
    Issues,
    Limit,
    StrictFonts,
    search,
)
from bulletin_cli.cli.terminal import delivering, example, put, say
from bulletin_cli.diagnostics import BulletinError, Rejected
from bulletin_cli.messages import _

if TYPE_CHECKING:
    from bulletin_cli.archive import Archive
    from bulletin_cli.fonts import FontSearch
    from bulletin_cli.reader import Reading
    from bulletin_cli.series.ledger import Entry

HELP = example(
    _(
        "The ledger of a series: number, total, date, sections, items, characters, pages.\n\n"
        "With --by credit: how many items each unit contributed."
    ),
    "bulletin ledger .",
    "bulletin ledger . --by credit --period quarter --output-format csv -o ledger.csv",
)

_PERIODS = ("month", "quarter", "year")


def ledger(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    issues: Issues,
    output_format: Annotated[
        str,
        typer.Option(
            "--output-format",
            metavar="table|csv|json|md",
            show_default=False,
            help=_("How it is written; by default table. csv: UTF-8 as Excel reads it."),
        ),
    ] = "table",
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="credit", help=_("Count items by contributing unit.")),
    ] = None,
    period: Annotated[
        str,
        typer.Option(
            "--period",
            metavar="month|quarter|year",
            show_default=False,
            help=_("With --by credit: count for each; by default for the year."),
        ),
    ] = "year",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help=_("Write it into this file.")),
    ] = None,
    font_path: FontPath = None,
    ignore_system_fonts: IgnoreSystemFonts = False,
    strict_fonts: StrictFonts = False,
    limit: Limit = None,  # noqa: ARG001 - holds by itself
) -> None:
    """Print or write the ledger; issues that cannot be read are told and left out."""
    from bulletin_cli import folders
    from bulletin_cli.archive import read_all

    _check("--output-format", output_format, tuple(tables.FORMS))
    _check("--by", by or "credit", ("credit",))
    _check("--period", period, _PERIODS)
    archive = read_all(named.path for named in folders.issues(issues))
    code = _failures(archive)
    if by:
        head, rows = _contributions(archive, period)
    else:
        fonts = search(font_path, ignore_system_fonts, strict_fonts)
        head, rows, more = _entries(archive, fonts)
        code = code or more
    _give(tables.rendered(output_format, head, rows), output)
    raise typer.Exit(code)


def _check(option: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        message = _('After {option} stands one of {known}, not "{value}".')
        names = _(", ").join(known)
        raise BulletinError(message.format(option=option, known=names, value=value))


def _failures(archive: "Archive") -> int:
    for _path, error in archive.failed:
        if isinstance(error, Rejected):
            say_findings(error.findings)
        else:
            say_error(str(error))
    if archive.failed:
        say(
            _("{count} issues could not be read and are left out.").format(
                count=len(archive.failed)
            )
        )
    return FINDINGS if archive.failed else FINE


def _entries(
    archive: "Archive", fonts: "FontSearch"
) -> tuple[list[tuple[str, str]], list[list[tables.Cell]], int]:
    """A row for each issue; pages stay blank where an issue cannot be set."""
    from bulletin_cli import pipeline
    from bulletin_cli.series.ledger import ledger as entries

    failed: list[Rejected] = []

    def pages(reading: "Reading") -> int | None:
        try:
            return pipeline.page_count(reading, fonts)
        except Rejected as rejected:
            failed.append(rejected)
            return None

    rows = [_row(entry) for entry in entries(archive.readings, pages)]
    for rejected in failed:
        say_findings(rejected.findings)
    return _head(), rows, FINDINGS if failed else FINE


def _head() -> list[tuple[str, str]]:
    return [
        ("file", _("file")),
        ("publication", _("publication")),
        ("year", _("year")),
        ("number", _("number")),
        ("total", _("total")),
        ("supplement", _("supplement")),
        ("date", _("date")),
        ("sections", _("sections")),
        ("items", _("items")),
        ("characters", _("text characters")),
        ("pages", _("pages")),
    ]


def _row(entry: "Entry") -> list[tables.Cell]:
    issue = entry.issue
    return [
        entry.path.name,
        issue.publication.name,
        entry.year,
        issue.number,
        issue.total,
        _("yes") if issue.supplement else None,
        str(issue.date),
        len(issue.sections),
        entry.items,
        entry.characters,
        entry.pages,
    ]


def _contributions(
    archive: "Archive", period: str
) -> tuple[list[tuple[str, str]], list[list[tables.Cell]]]:
    """A row for each unit, a column for each period."""
    from bulletin_cli.series.ledger import Period, contributions

    found = contributions(archive.readings, Period(period))
    periods = sorted({each for row in found for each in row.counts})
    head = [("unit", _("unit")), *((each, each) for each in periods), ("total", _("in all"))]
    return head, [
        [row.unit, *(row.counts.get(each, 0) for each in periods), row.total] for row in found
    ]


def _give(data: bytes, output: Path | None) -> None:
    """To the file, or as it is to standard output: the same bytes on every system."""
    if output is None:
        with delivering():
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        return
    from bulletin_cli import outputs

    outputs.write(output, data)
    put(str(output))
