"""bulletin-cli: PDF/A-2A and DOCX of an issue, in a process as `bulletin build` has it."""

from pathlib import Path

from bulletin_cli import rubbish

rubbish.rarely()

from bulletin_cli.fonts import FontSearch  # noqa: E402 - what is imported is not to be looked through
from bulletin_cli.pipeline import build  # noqa: E402

SEARCH = FontSearch(system=False)


def make(source: Path, folder: Path) -> list[Path]:
    """Build one issue; the files that came of it."""
    rubbish.before_issue()
    return list(build(source, folder, search=SEARCH).outputs)
