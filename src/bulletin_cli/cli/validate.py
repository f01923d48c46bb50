"""``bulletin validate``: say what is wrong with issues."""

from pathlib import Path

import typer

from bulletin_cli import pipeline
from bulletin_cli.cli.faults import FINDINGS, FINE, for_each
from bulletin_cli.cli.options import Issues
from bulletin_cli.cli.terminal import concise, example, put, say
from bulletin_cli.messages import _

HELP = example(
    _("Say what is wrong with issues, and where; nothing is written."),
    "bulletin validate 2021-09.toml",
    "bulletin validate 2021-*.toml",
)


def validate(issues: Issues) -> None:
    """Check each issue and print what is wrong with it."""
    raise typer.Exit(for_each(issues, _check))


def _check(path: Path) -> int:
    found = pipeline.validate(path)
    for diagnostic in found:
        put(concise(diagnostic))
    if not found:
        say(_("{path}: nothing wrong.").format(path=path))
    return FINDINGS if found else FINE
