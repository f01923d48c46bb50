"""``bulletin dump``: the laid-out pages of issues as text."""

from pathlib import Path

import typer

from bulletin_cli import pipeline
from bulletin_cli.cli.faults import FINE, for_each
from bulletin_cli.cli.options import (
    FontPath,
    IgnoreSystemFonts,
    Issues,
    Limit,
    StrictFonts,
    search,
)
from bulletin_cli.cli.terminal import example, put
from bulletin_cli.messages import _

HELP = example(
    _("Print the laid-out pages of issues as text: what stands where, in which type."),
    "bulletin dump 2021-09.toml",
)


def dump(
    issues: Issues,
    font_path: FontPath = None,
    ignore_system_fonts: IgnoreSystemFonts = False,
    strict_fonts: StrictFonts = False,
    limit: Limit = None,  # noqa: ARG001 - holds by itself
) -> None:
    """Print each issue's pages."""
    fonts = search(font_path, ignore_system_fonts, strict_fonts)

    def work(path: Path) -> int:
        for line in pipeline.dump(path, fonts).splitlines():
            put(line)
        return FINE

    raise typer.Exit(for_each(issues, work))
