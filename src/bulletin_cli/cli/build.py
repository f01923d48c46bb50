"""``bulletin build``: set issues as PDF and DOCX."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_cli import pipeline
from bulletin_cli.cli.faults import for_each
from bulletin_cli.cli.options import FontPath, IgnoreSystemFonts, Issues, StrictFonts, search
from bulletin_cli.cli.terminal import example, put, say
from bulletin_cli.diagnostics import BulletinError
from bulletin_cli.messages import _

if TYPE_CHECKING:
    from bulletin_cli.fonts import Found

_KINDS = ("pdf", "docx", "png")

HELP = example(
    _(
        "Set issues as PDF and DOCX.\n\n"
        "The files are called like the issue and lie beside it, or in the folder after -o."
    ),
    "bulletin build 2021-09.toml",
    "bulletin build 2021-*.toml -o out --to pdf",
)


def build(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    issues: Issues,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help=_("Put the files into this folder.")),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            metavar="pdf|docx|png",
            help=_("Make only this kind of file; repeatable. png: a picture of each page."),
        ),
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help=_("Also say, in a file, what was set how and why."))
    ] = False,
    font_path: FontPath = None,
    ignore_system_fonts: IgnoreSystemFonts = False,
    strict_fonts: StrictFonts = False,
) -> None:
    """Set each issue and say where its files are."""
    formats = (*_formats(to), *(["report"] if report else []))
    _check_targets(issues, output, formats)
    fonts = search(font_path, ignore_system_fonts, strict_fonts)
    standins: dict[str, Found] = {}

    def work(path: Path) -> int:
        built = pipeline.build(path, output, formats, fonts)
        standins.update((found.wanted, found) for found in built.standins)
        for target in built.outputs:
            put(str(target))
        return 0

    code = for_each(issues, work)
    if standins:
        pairs = _(", ").join(f"{wanted} → {it.font.family}" for wanted, it in standins.items())
        say(_("Other typefaces stood in for those not found: {pairs}.").format(pairs=pairs))
    raise typer.Exit(code)


def _formats(to: list[str] | None) -> tuple[str, ...]:
    for name in to or ():
        if name.lower() not in _KINDS:
            message = _('After --to stands pdf, docx or png, not "{name}".')
            raise BulletinError(message.format(name=name))
    return tuple(name.lower() for name in to) if to else pipeline.USUAL


def _check_targets(issues: list[Path], output: Path | None, formats: tuple[str, ...]) -> None:
    """Refuse, before anything is written, issues that would write one over the other."""
    owners: dict[str, Path] = {}
    for path in issues:
        for target in pipeline.targets(path, output, formats):
            key = os.path.normcase(target.absolute())
            if key in owners:
                message = _('"{first}" and "{second}" would both be written to "{target}".')
                raise BulletinError(message.format(first=owners[key], second=path, target=target))
            owners[key] = path
