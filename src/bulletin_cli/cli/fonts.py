"""``bulletin fonts``: which typefaces are wanted, and what was found for them."""

import typer

from bulletin_cli.cli.options import FontPath, IgnoreSystemFonts, StrictFonts, search
from bulletin_cli.cli.terminal import example, put, table
from bulletin_cli.messages import _

HELP = example(
    _("Show which typefaces are wanted and which are found."),
    "bulletin fonts",
    "bulletin fonts --font-path D:/fonts",
)


def fonts(
    font_path: FontPath = None,
    ignore_system_fonts: IgnoreSystemFonts = False,
    strict_fonts: StrictFonts = False,
) -> None:
    """Print a table: what each face is for, wanted, found, its file, licence and characters."""
    from bulletin_cli import profiles
    from bulletin_cli.fonts import find

    faces = find(profiles.load(), search(font_path, ignore_system_fonts, strict_fonts))
    head = (_("face"), _("wanted"), _("found"), _("stands in"), _("characters"), _("licence"))
    rows: list[tuple[str, ...]] = [(*head, _("file"))]
    for found in faces.found:
        font = found.font
        standin = _("yes") if found.standin else _("no")
        licence = font.licence.strip().partition("\n")[0][:40] or "–"
        count = str(font.characters)
        row = (found.face, found.wanted, font.family, standin, count, licence, str(font.path))
        rows.append(row)
    for line in table(rows):
        put(line)
    raise typer.Exit(0)
