"""Who answers for the issue (责任编辑、审核、签发): the first row of the foot, without rules."""

from collections.abc import Iterator, Sequence

from bulletin_cli.document import FootLine
from bulletin_cli.profiles.ending import evenly, side
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, paragraph, run, tab, text, w
from bulletin_cli.writers.docx.names import PARAGRAPHS
from bulletin_cli.writers.docx.widths import hanging_indent, natural

_STYLE = PARAGRAPHS[Role.SIGNATURE]


def signature_paragraphs(signatures: Sequence[FootLine], profile: Profile) -> Iterator[Element]:
    """One line with a tab stop for each signature, or, where it has no room, a line for each."""
    size = profile.text[Role.SIGNATURE].size
    texts = [each.label + each.left for each in signatures]
    places = evenly([natural(each, profile) * size for each in texts], profile)
    if places is None:
        for each in signatures:
            said = run(text(each.label + each.left))
            yield paragraph(
                _STYLE.id, said, properties=hanging_indent(each.label, Role.SIGNATURE, profile)
            )
        return
    stops = [w("tab", val="left", pos=twips(place)) for place in places[1:-1]]
    if len(texts) > 1:
        right = twips(profile.paper.area_width) - twips(side(profile))
        stops.append(w("tab", val="right", pos=right))
    content = [text(texts[0])]
    for other in texts[1:]:
        content += [tab(), text(other)]
    tabs = (w("tabs", *stops), w("jc", val="left")) if stops else ()
    yield paragraph(_STYLE.id, run(*content), properties=tabs)
