"""bulletin-cli: PDF/A-2A and DOCX from the issue's file, as `bulletin build` does."""

from pathlib import Path

from bulletin_cli.fonts import FontSearch
from bulletin_cli.pipeline import build

SEARCH = FontSearch(system=False)


def make(source: Path, folder: Path) -> list[Path]:
    """Build one issue; the files that came of it."""
    return list(build(source, folder, search=SEARCH).outputs)
