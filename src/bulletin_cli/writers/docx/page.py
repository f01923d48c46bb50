"""The page (版面): paper, margins, grid, and which footer stands on which pages."""

from collections.abc import Mapping

from bulletin_cli.profiles.model import Profile
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.folio import footer_distance
from bulletin_cli.writers.docx.markup import Element, related, w


def section(profile: Profile, footers: Mapping[str, str]) -> Element:
    """The properties of the only section (ECMA-376 Part 1 § 17.6).

    Paper is the nearest twip, as Word knows its sizes; right and lower margins are what the type
    area leaves, so that rounding never takes a line or a character from it.

    Args:
        profile: the measures.
        footers: ids of the relationships to the footers, by the pages they stand on.
    """
    paper = profile.paper
    width, height = round(paper.width * 20), round(paper.height * 20)
    left, top = twips(paper.left), twips(paper.top)
    distance = footer_distance(profile)
    margins = w(
        "pgMar",
        top=top,
        right=width - left - twips(paper.area_width),
        bottom=height - top - twips(paper.area_height),
        left=left,
        header=distance,  # there is no header; the schema wants a number
        footer=distance,
        gutter=0,
    )
    return w(
        "sectPr",
        *(related("footerReference", footers[pages], type=pages) for pages in footers),
        w("pgSz", w=width, h=height),
        margins,
        w("cols", space=0),
        None if profile.folio.first else w("titlePg"),  # and no footer for it
        w("docGrid", type="lines", linePitch=twips(profile.pitch)),
    )
