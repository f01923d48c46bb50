"""The theme (主题): what Word offers for text and shapes that a colleague adds later.

Validators want one; the styles never refer to it, because a reader that lacks a theme's face says
so even where no text is set in it. ECMA-376 Part 1 § 20.1.6.
"""

from collections.abc import Iterator

from lxml import etree

from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role
from bulletin_cli.writers.docx.markup import Element

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WHITE = "FFFFFF"
_SCRIPTS = ("latin", "ea", "cs")
_ACCENTS = (*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_LINE = 6350
"""Width of a shape's outline, EMU: half a point."""


def theme(profile: Profile) -> Element:
    """A theme of the profile's: faces of name and body; black, white and the red of the rule."""
    elements = _a("themeElements", _colours(profile), _fonts(profile), _formats(profile))
    return _a("theme", elements, name=profile.title)


def _a(tag: str, *children: Element, **attributes: str) -> Element:
    element = etree.Element(f"{{{_A}}}{tag}", attributes, nsmap={"a": _A})
    element.extend(children)
    return element


def _colours(profile: Profile) -> Element:
    dark, accent = profile.text[Role.BODY].colour, profile.masthead.rule.colour
    values = {"dk1": dark, "lt1": _WHITE, "dk2": dark, "lt2": _WHITE}
    values |= dict.fromkeys(_ACCENTS, accent)
    colours = (_a(name, _a("srgbClr", val=value)) for name, value in values.items())
    return _a("clrScheme", *colours, name=profile.title)


def _fonts(profile: Profile) -> Element:
    def faces(tag: str, role: Role) -> Element:
        name = profile.faces[profile.text[role].face].name
        return _a(tag, *(_a(script, typeface=name) for script in _SCRIPTS))

    major, minor = faces("majorFont", Role.NAME), faces("minorFont", Role.BODY)
    return _a("fontScheme", major, minor, name=profile.title)


def _formats(profile: Profile) -> Element:
    """Three of each kind, which the schema wants: plain fill, plain outline, no effect."""
    return _a(
        "fmtScheme",
        _a("fillStyleLst", *_fills()),
        _a("lnStyleLst", *(_a("ln", fill, w=str(_LINE)) for fill in _fills())),
        _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _ in range(3))),
        _a("bgFillStyleLst", *_fills()),
        name=profile.title,
    )


def _fills() -> Iterator[Element]:
    for _ in range(3):
        yield _a("solidFill", _a("schemeClr", val="phClr"))
