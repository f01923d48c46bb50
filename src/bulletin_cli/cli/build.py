"""``bulletin build``: set issues as PDF and DOCX."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_cli import batch, folders, limits, pipeline
from bulletin_cli.batch.making import Making
from bulletin_cli.cli.faults import for_each, say_findings
from bulletin_cli.cli.options import (
    FontPath,
    IgnoreSystemFonts,
    Issues,
    Limit,
    StrictFonts,
    among,
    search,
)
from bulletin_cli.cli.terminal import example, put, say
from bulletin_cli.diagnostics import BulletinError
from bulletin_cli.messages import _

if TYPE_CHECKING:
    from bulletin_cli.fonts import Found

_KINDS = ("pdf", "docx", "png")

HELP = example(
    _(
        "Set issues as PDF and DOCX.\n\n"
        "The files are called like the issue and lie beside it, or in the folder after -o. A folder"
        " stands for all issues in it and below.\n\n"
        "With -o only what has changed is built again; a hidden folder .bulletin there keeps count."
    ),
    "bulletin build 2021-09.toml",
    "bulletin build archive -o out",
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
    embed_fonts: Annotated[
        bool,
        typer.Option(
            "--embed-fonts",
            help=_("Put our own fonts into the DOCX, for computers without the official ones."),
        ),
    ] = False,
    font_path: FontPath = None,
    ignore_system_fonts: IgnoreSystemFonts = False,
    strict_fonts: StrictFonts = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "-j",
            "--jobs",
            metavar="N",
            help=_("Work on so many issues at once; by default as many as there are processors."),
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("With -o: build also what has not changed."))
    ] = False,
    fail_fast: Annotated[
        bool,
        typer.Option(
            "--fail-fast/--keep-going",
            show_default=False,
            help=_("Stop at the first issue that fails."),
        ),
    ] = False,
    deps: Annotated[
        Path | None,
        typer.Option("--deps", metavar="FILE", help=_("Write there, for make, what needs what.")),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            metavar="tcp://…",
            help=_("Let a dask cluster work, which sees the same folders."),
        ),
    ] = None,
    limit: Limit = None,  # noqa: ARG001 - holds by itself
) -> None:
    """Set each issue and say where its files are."""
    formats = (*_formats(to), *(["report"] if report else []))
    named = folders.issues(issues)
    making = Making(
        formats,
        tuple(font_path or ()),
        not ignore_system_fonts,
        strict_fonts,
        embed_fonts,
        limits.now(),
    )
    wanted = batch.tasks(named, output, making, force=force)
    batch.check_targets(wanted)
    if jobs is not None and jobs < 1:
        raise BulletinError(_("After -j stands the number of issues at once, from 1."))
    if output is not None or len(wanted) > 1 or deps is not None:
        from bulletin_cli.cli.batch import Running, run

        raise typer.Exit(run(wanted, Running(jobs, cluster, fail_fast, deps)))
    fonts = search(font_path, ignore_system_fonts, strict_fonts)
    standins: dict[str, Found] = {}

    def work(path: Path) -> int:
        built = pipeline.build(path, output, formats, fonts, embed_fonts)
        say_findings(built.findings)
        standins.update((found.wanted, found) for found in built.standins)
        for target in built.outputs:
            put(str(target))
        return 0

    code = for_each([task.path for task in wanted], work)
    if standins:
        pairs = _(", ").join(f"{wanted} → {it.font.family}" for wanted, it in standins.items())
        say(_("Other typefaces stood in for those not found: {pairs}.").format(pairs=pairs))
    raise typer.Exit(code)


def _formats(to: list[str] | None) -> tuple[str, ...]:
    return tuple(among("--to", _KINDS, name) for name in to or ()) or pipeline.USUAL
