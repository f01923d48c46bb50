"""Keeping the last paragraph with the foot (与下段同页): what the DOCX may ask of its reader.

In the DOCX the foot stands on the page of a tiny paragraph after the text, and a foot that finds no
room below the text goes to a new page: alone, unless the last paragraph is kept with the next one.
Word then takes the paragraph's last line along, which is what GB/T 9704 § 7.4 wants and our own
pages do. LibreOffice takes all of the paragraph, and does so wherever it runs over the end of a
page, also where the foot has room: measured with 7.4, for paragraphs of 3 to 60 lines and each fill
of the last page. So the paragraph is kept with the foot, but for one case, which our pages know.
"""

from bulletin_cli.document import Role
from bulletin_cli.pages import Glyphs, Page, Pages
from bulletin_cli.profiles.model import Profile


def may_keep(pages: Pages, profile: Profile) -> bool:
    """Whether the last paragraph of the text may be kept with the foot in the DOCX.

    It may where it stands on one page, and must where a part of it went over only for the foot's
    sake. It may not where it runs over because its page is full.
    """
    below_text = {Role.SIGNATURE, Role.FOOT}
    text = [index for index, each in enumerate(pages.elements) if each.role not in below_text]
    if not text or len(pages.pages) < 2:
        return True
    before, last = (_lines(page, text[-1]) for page in pages.pages[-2:])
    if not before:
        return True
    below = (1 - profile.grid.baseline) * profile.pitch
    edge = profile.paper.top + profile.paper.area_height
    room = round((edge - max(before) - below) / profile.pitch)
    return 0 < len(last) <= room


def _lines(page: Page, element: int) -> set[float]:
    """Baselines of an element's lines on a page."""
    glyphs = (item for item in page.items if isinstance(item, Glyphs))
    return {item.y for item in glyphs if item.element == element}
