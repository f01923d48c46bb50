"""The DOCX (Word 文档): written from the document and the profile; Word breaks the lines.

The profile's numbers become styles, page and settings; the document becomes paragraphs in those
styles. ``write`` is the way in; nothing here decides a measure.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from bulletin_cli.document import Document, Settled
from bulletin_cli.profiles.masthead import MastheadPlan, plan
from bulletin_cli.profiles.model import Profile
from bulletin_cli.writers.docx.body import body_story, body_styles
from bulletin_cli.writers.docx.faces import Embedded, face_table
from bulletin_cli.writers.docx.folio import folio_styles, footers
from bulletin_cli.writers.docx.foot import foot_story, foot_styles
from bulletin_cli.writers.docx.links import with_relations
from bulletin_cli.writers.docx.markup import Element, root, w
from bulletin_cli.writers.docx.masthead import masthead_paragraphs, masthead_styles
from bulletin_cli.writers.docx.metadata import core_properties
from bulletin_cli.writers.docx.numbering import count_lists, numbering
from bulletin_cli.writers.docx.package import Attached, Kind, pack, serialised
from bulletin_cli.writers.docx.page import section
from bulletin_cli.writers.docx.pictures import Shown
from bulletin_cli.writers.docx.rare import with_families
from bulletin_cli.writers.docx.settings import settings
from bulletin_cli.writers.docx.styles import style_sheet
from bulletin_cli.writers.docx.theme import theme

__all__ = ["Embedded", "write"]

_LOGO = "rIdLogo"
_PNG = b"\x89PNG\r\n\x1a\n"
_NONE = Embedded()
_UNSETTLED = Settled()


def write(
    document: Document,
    profile: Profile,
    embedded: Embedded = _NONE,
    settled: Settled = _UNSETTLED,
) -> bytes:
    """A document as the bytes of a DOCX file; equal input gives equal bytes.

    Args:
        document: what is to be written, free of characters that XML cannot hold.
        profile: every measure, face and colour.
        embedded: the faces that travel in the file.
        settled: what our own pages tell of it. Where the last paragraph keeps with the foot, Word
            takes its last line along to the foot's page, but LibreOffice the whole paragraph
            wherever it runs over the end of a page; so where our pages need it not, it is left.
    """
    head = plan(document.masthead, profile, settled.masthead)
    sheets, feet = _usual(head, profile) if not embedded.files else _fixed(head, profile, embedded)
    attached = [*sheets, *feet.values()]
    lists = count_lists(document.body)
    if lists:
        attached.append(_sheet("numbering", Kind.NUMBERING, numbering(profile, lists)))
    relations = {pages: part.relation for pages, part in feet.items()}
    keep_last = settled.keep_last and bool(document.foot or document.signatures)
    shown, addresses = Shown(), dict[str, str]()
    story = _story(document, head, profile, replace(settled, keep_last=keep_last), shown)
    text = with_relations(with_families(story, profile, embedded), addresses)
    main = root("document", w("body", *text, section(profile, relations)))
    attached += _pictures(document, shown)
    return pack(main, attached, core_properties(document.metadata), addresses)


def _story(
    document: Document, head: MastheadPlan, profile: Profile, settled: Settled, shown: Shown
) -> Iterator[Element]:
    """Everything in the order in which it is read: masthead, body, foot."""
    if document.masthead:
        yield from masthead_paragraphs(document.masthead, head, _LOGO, profile)
    yield from body_story(document.body, settled, profile, shown)
    yield from foot_story(document.foot, document.signatures, profile)


def _fixed(
    head: MastheadPlan, profile: Profile, embedded: Embedded
) -> tuple[Sequence[Attached], Mapping[str, Attached]]:
    """What does not depend on the text: sheets and footers."""
    return _sheets(head, profile, embedded), _footers(profile, embedded)


@lru_cache(maxsize=16)
def _usual(
    head: MastheadPlan, profile: Profile
) -> tuple[Sequence[Attached], Mapping[str, Attached]]:
    """The same where no face travels: made once for all issues of a publication."""
    return _fixed(head, profile, _NONE)


def _sheets(head: MastheadPlan, profile: Profile, embedded: Embedded) -> Sequence[Attached]:
    """What the profile alone, and the places in the masthead, make of the file."""
    styles = (
        *body_styles(profile),
        *masthead_styles(head, profile),
        *foot_styles(profile),
        *folio_styles(profile),
    )
    return (
        _sheet("styles", Kind.STYLES, style_sheet(profile, styles)),
        _sheet("settings", Kind.SETTINGS, settings(profile, bool(embedded.files))),
        face_table(profile, embedded),
        _sheet("theme/theme1", Kind.THEME, theme(profile)),
    )


def _footers(profile: Profile, embedded: Embedded) -> dict[str, Attached]:
    """The footers by the pages that they stand on."""
    elements = footers(profile)
    texts = with_families(elements.values(), profile, embedded)
    return {
        pages: _sheet(f"footer{number}", Kind.FOOTER, element)
        for number, (pages, element) in enumerate(zip(elements, texts, strict=True), 1)
    }


def _sheet(name: str, kind: Kind, element: Element) -> Attached:
    relation = f"rId{name.rpartition('/')[2].capitalize()}"
    return Attached(relation, f"/word/{name}.xml", kind, serialised(element))


def _pictures(document: Document, shown: Shown) -> Iterator[Attached]:
    """The files of the logo and of the pictures, as they are."""
    files = {}
    if document.masthead and document.masthead.logo:
        files[_LOGO] = document.masthead.logo.data
    files |= {relation: data for data, relation in shown.relations.items()}
    for number, (relation, data) in enumerate(files.items(), 1):
        kind = Kind.PNG if data.startswith(_PNG) else Kind.JPEG
        suffix = "png" if kind is Kind.PNG else "jpeg"
        yield Attached(relation, f"/word/media/image{number}.{suffix}", kind, data)
