"""What pages tell of a document (排版所定): for a form that has no pages of its own."""

from bulletin_cli.document import Document, Settled
from bulletin_cli.layout.cells import Advance
from bulletin_cli.layout.contents import settled_entries
from bulletin_cli.layout.keeping import may_keep
from bulletin_cli.layout.masthead import natural_widths
from bulletin_cli.layout.setter import Setter
from bulletin_cli.layout.tables import settled_tables
from bulletin_cli.pages import Pages
from bulletin_cli.profiles.model import Profile


def settle(document: Document, pages: Pages, profile: Profile, advance: Advance) -> Settled:
    """What a document has come to on its pages.

    Args:
        document: what was set.
        pages: what it was set on.
        profile: by which.
        advance: width of a character in a face of the profile, em.
    """
    setter = Setter(profile, advance)
    return Settled(
        keep_last=may_keep(pages, profile),
        entries=settled_entries(pages),
        tables=settled_tables(document, setter),
        masthead=natural_widths(document.masthead, setter),
    )
