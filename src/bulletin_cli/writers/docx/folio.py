"""The folio (页码): a page number field in the footers, odd pages right, even pages left."""

from collections.abc import Iterator

from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.values import Align, FolioPlace
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, paragraph, root, run, text, w
from bulletin_cli.writers.docx.names import FOLIO_EVEN, NORMAL, PARAGRAPHS, StyleName
from bulletin_cli.writers.docx.styles import Shape, paragraph_style, type_of

_STYLE = PARAGRAPHS[Role.FOLIO]


def mirrored(profile: Profile) -> bool:
    """Whether odd and even pages differ."""
    return profile.folio.place is FolioPlace.OUTER


def folio_styles(profile: Profile) -> Iterator[Element]:
    """The folio's style and, where even pages differ, theirs."""
    line = twips(_line(profile))
    side = twips(profile.folio.side * profile.text[Role.FOLIO].size)
    odd = Shape(line, Align.CENTRE)
    if mirrored(profile):
        odd = Shape(line, Align.RIGHT, right=side)
        even = Shape(line, Align.LEFT, left=side)
        yield paragraph_style(FOLIO_EVEN, _STYLE, even, type_of(Role.FOLIO, profile))
    yield paragraph_style(_STYLE, NORMAL, odd, type_of(Role.FOLIO, profile))


def footer_distance(profile: Profile) -> int:
    """From the lower edge of the paper to the folio's line, twips, for the profile's baseline."""
    below = (1 - profile.grid.baseline) * _line(profile)
    return twips(profile.paper.height - profile.folio_baseline - below)


def _line(profile: Profile) -> float:
    """Height of the folio's line, pt: its baseline is one size below its top."""
    return profile.text[Role.FOLIO].size / profile.grid.baseline


def footers(profile: Profile) -> dict[str, Element]:
    """Footers by the pages that they stand on: ``default``, and ``even`` where those differ."""
    result = {"default": _footer(_STYLE, profile)}
    if mirrored(profile):
        result["even"] = _footer(FOLIO_EVEN, profile)
    return result


def _footer(style: StyleName, profile: Profile) -> Element:
    before, after = profile.folio.wording.split("{page}")
    field = w("fldSimple", run(text("1")), instr=" PAGE ")
    content = [run(text(before))] if before else []
    content.append(field)
    if after:
        content.append(run(text(after)))
    return root("ftr", paragraph(style.id, *content))
