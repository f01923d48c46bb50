"""Keeping the last paragraph with the foot (与下段同页): what the DOCX may ask of its reader.

In the DOCX the foot stands on the page of a tiny paragraph after the text, and a foot that finds no
room below the text goes to a new page: alone, unless the last paragraph is kept with the next one.
Word then takes the paragraph's last line along, which is what GB/T 9704 § 7.4 wants and our own
pages do. LibreOffice takes all of the paragraph, and does so wherever it runs over the end of a
page, also where the foot has room: measured with 7.4, for paragraphs of 3 to 60 lines and each fill
of the last page. So the paragraph is kept with the foot, but for one case, which our pages know.
Pictures, and the last row of a table, are never parted: they may always be kept.
"""

import math
from collections.abc import Set

from bulletin_cli.pages import Glyphs, Page, Pages
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role


def may_keep(pages: Pages, profile: Profile) -> bool:
    """Whether the last paragraph of the text may be kept with the foot in the DOCX.

    It may where it stands on one page, and must where a part of it went over only for the foot's
    sake. It may not where it runs over because its page is full.
    """
    tree = pages.elements
    below = {Role.SIGNATURE, Role.FOOT}
    text = [i for i, each in enumerate(tree) if each.role not in below and each.parent is None]
    if not text or len(pages.pages) < 2:
        return True
    parts = {text[-1], *(i for i, each in enumerate(tree) if each.parent == text[-1])}
    before, last = (_lines(page, parts, profile) for page in pages.pages[-2:])
    if not before:
        return True
    return 0 < len(last) < profile.grid.lines - max(before)


def _lines(page: Page, parts: Set[int], profile: Profile) -> set[int]:
    """The lines of the grid on a page, from 0, in which an element or a part of it stands."""
    glyphs = (item for item in page.items if isinstance(item, Glyphs) and item.element in parts)
    return {math.floor((item.y - profile.paper.top) / profile.pitch) for item in glyphs}
