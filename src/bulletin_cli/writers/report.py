"""The report (版式说明): what was set how, by which clause, and where it departs from the standard.

A bulletin is no official document in the standard's sense: the report says 参照, never "conforms".
"""

from collections.abc import Iterator, Mapping, Sequence

from bulletin_cli.fonts import Found
from bulletin_cli.messages import N_, _
from bulletin_cli.pages import Pages
from bulletin_cli.profiles.measures import Measure

HEADING = "参照 GB/T 9704—2012《党政机关公文格式》"

_STRENGTHS = {
    "规定": N_("fixed"),
    "一般": N_("as a rule"),
    "推荐": N_("recommended"),
    "实务": N_("practice"),
    "": "",
}
_ROOMS = {
    "paper": N_("Paper"),
    "grid": N_("Grid"),
    "copy": N_("Copy number"),
    "secrecy": N_("Secrecy"),
    "name": N_("Name"),
    "unit": N_("Unit's name"),
    "number": N_("Number line"),
    "office": N_("Office and date"),
    "date": N_("Date on a line of its own"),
    "contents": N_("Contents"),
    "entry_1": N_("Entry of the contents"),
    "entry_2": N_("Entry of the second level"),
    "entry_3": N_("Entry of the third level"),
    "comment": N_("Editor's comment"),
    "comment_label": N_("Label of the comment"),
    "section": N_("Section heading"),
    "note": N_("Section note"),
    "part": N_("Part heading"),
    "group": N_("Group heading"),
    "headline": N_("Headline"),
    "body": N_("Text"),
    "lead": N_("Lead sentence"),
    "credit": N_("Credit"),
    "level_1": N_("First level"),
    "level_2": N_("Second level"),
    "level_3": N_("Third level"),
    "level_4": N_("Fourth level"),
    "inline": N_("Parts of a text"),
    "caption": N_("Caption"),
    "table": N_("Table, larger type"),
    "table_small": N_("Table, smaller type"),
    "table_head": N_("Header of a table, larger type"),
    "table_head_small": N_("Header of a table, smaller type"),
    "pictures": N_("Pictures"),
    "tables": N_("Tables"),
    "collected": N_("Collection period"),
    "signature": N_("Signatures"),
    "foot": N_("Foot"),
    "folio": N_("Folio"),
    "masthead": N_("Masthead"),
    "breaking": N_("Line breaking"),
}
_MEASURES = {
    "width": N_("width"),
    "height": N_("height"),
    "top": N_("upper margin"),
    "left": N_("left margin"),
    "area_width": N_("width of the type area"),
    "area_height": N_("height of the type area"),
    "lines": N_("lines"),
    "characters": N_("characters on a line"),
    "baseline": N_("baseline in its line"),
    "widow": N_("least lines at a page end"),
    "face": N_("typeface"),
    "size": N_("size"),
    "colour": N_("colour"),
    "align": N_("alignment"),
    "indent": N_("indent, characters"),
    "name_top": N_("top of the name"),
    "marks_gap": N_("marks to name"),
    "unit_gap": N_("unit to name"),
    "name_fill": N_("share of the measure that the name fills"),
    "name_spacing": N_("most space in the name, characters"),
    "number_gap": N_("name to number line"),
    "office_gap": N_("number line to office"),
    "side": N_("in from the side, characters"),
    "rule_gap": N_("office to rule"),
    "rule.weight": N_("weight of the rule"),
    "rule.colour": N_("colour of the rule"),
    "star.size": N_("width of the star"),
    "star.gap": N_("star to rule"),
    "rule2.weight": N_("weight of the second rule"),
    "rule2.gap": N_("white between the rules"),
    "body_gap": N_("rule to text, at least"),
    "logo_width": N_("logo, at most wide"),
    "logo_height": N_("logo, at most high"),
    "space": N_("white above and below, at least"),
    "share": N_("share of the measure, at most"),
    "resolution": N_("pixels to the inch"),
    "line": N_("line to line, characters"),
    "leader": N_("leader"),
    "dot": N_("size of a dot"),
    "step": N_("dot to dot, characters"),
    "room": N_("free at the right, characters"),
    "after": N_("lines left free below"),
    "outer.weight": N_("weight of first and last rule"),
    "outer.colour": N_("colour of first and last rule"),
    "inner.weight": N_("weight of inner rules"),
    "inner.colour": N_("colour of inner rules"),
    "wording": N_("wording"),
    "gap": N_("gap"),
    "dash": N_("height of the dash in the type"),
    "place": N_("place"),
    "first": N_("on page 1"),
    "setting": N_("setting of marks"),
    "stretch": N_("most stretch between characters"),
    "strong": N_("face of strong words"),
    "emphasis": N_("face of emphasis"),
    "raised_size": N_("size of a superscript, share of the text's"),
    "raised_rise": N_("rise of a superscript, characters"),
    "avoid_lone": N_("no lone character on a last line"),
}


def write(measures: Sequence[Measure], found: Sequence[Found], pages: Pages) -> str:
    """The report as Markdown, in the reader's language.

    Args:
        measures: the measures that were set with.
        found: what stood for each face.
        pages: what came of it.
    """
    shown = [each for each in measures if each.keys[0] not in {"faces", "title"}]
    return "\n".join(
        [
            f"# {pages.metadata.title}",
            "",
            HEADING,
            "",
            *_section(_("Departures from the standard's profile"), _departures(shown)),
            *_section(_("Typefaces"), _faces(found)),
            *_section(_("Lines that could not be broken well"), _fallbacks(pages)),
            *_section(_("Measures"), _measures(shown)),
        ]
    )


def _section(title: str, rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """A heading and a table, or a word that there is nothing to tell."""
    head, *body = rows
    yield f"## {title}"
    yield ""
    if body:
        yield _row(head)
        yield _row(tuple("---" for _cell in head))
        yield from (_row(row) for row in body)
    else:
        yield _("None.")
    yield ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _departures(measures: Sequence[Measure]) -> Iterator[tuple[str, ...]]:
    yield _("measure"), _("set here"), _("standard's profile"), _("clause"), _("strength")
    for each in measures:
        if each.standard is not None:
            yield (*_named(each), _value(each.standard), each.clause, _strength(each))


def _faces(found: Sequence[Found]) -> Iterator[tuple[str, ...]]:
    yield _("wanted"), _("set with"), _("stand-in"), _("licence")
    for each in found:
        licence = each.font.licence.splitlines()[0] if each.font.licence else ""
        yield each.wanted, each.font.family, _("yes") if each.standin else _("no"), licence


def _fallbacks(pages: Pages) -> Iterator[tuple[str, ...]]:
    yield _("page"), _("line")
    for each in pages.fallbacks:
        yield str(each.page), each.text


def _measures(measures: Sequence[Measure]) -> Iterator[tuple[str, ...]]:
    yield _("measure"), _("set here"), _("clause"), _("strength")
    for each in measures:
        strength = _strength(each) if each.standard is None else _("the house's own")
        yield (*_named(each), each.clause, strength)


def _named(measure: Measure) -> tuple[str, str]:
    """A measure's name in words, with its keys, and its value."""
    keys = measure.keys[1:] if measure.keys[0] == "text" else measure.keys
    room, leaf = keys[0], ".".join(keys[1:])
    words = _("{room}: {measure}").format(room=_term(room, _ROOMS), measure=_term(leaf, _MEASURES))
    return f"{words} `{'.'.join(measure.keys)}`", _value(measure.value)


def _term(key: str, terms: Mapping[str, str]) -> str:
    return _(terms[key]) if key in terms else key


def _value(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def _strength(measure: Measure) -> str:
    return _(_STRENGTHS[measure.strength]) if measure.strength else ""
