"""Styles (样式): paragraph and character styles as the profile says they look.

A style says everything itself, so that nothing it inherits from Normal can show through.
ECMA-376 Part 1 § 17.7; the order of the properties is the schema's.
"""

from collections.abc import Iterable

from msgspec import Struct

from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.rooms import Breaking, Rule, TextStyle
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, root, switch, w
from bulletin_cli.writers.docx.names import BUILT_IN, CHARACTERS, LINK, NORMAL, StyleName

ALIGN = {
    Align.JUSTIFY: "both",
    Align.CENTRE: "center",
    Align.LEFT: "left",
    Align.RIGHT: "right",
}


class Underline(Struct, frozen=True):
    """A rule below a paragraph, as wide as the type area, ``space`` whole points below its line."""

    rule: Rule
    space: int


class Shape(Struct, frozen=True):
    """How the lines of a paragraph stand; lengths in twips.

    Attributes:
        line: height of every line, or nothing for one as high as what it holds.
        align: where its lines stand.
        before: space above.
        after: space below.
        left: indent of all its lines.
        right: the same at the right.
        first: further indent of the first line.
        characters: that indent in hundredths of a character, which Word prefers.
        right_tab: where text after a tab ends.
        leader: what leads to that, by Word's name; nothing where it is left white.
        underline: the rule below it.
        keep: whether it stays whole and on one page with the next paragraph.
        whole: whether it stays whole on one page.
        breaking: the profile that says how its lines are broken; the others inherit it of Normal.
    """

    line: int | None
    align: Align
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    first: int = 0
    characters: int = 0
    right_tab: int | None = None
    leader: str = "none"
    underline: Underline | None = None
    keep: bool = False
    whole: bool = False
    breaking: Profile | None = None


def style_sheet(profile: Profile, styles: Iterable[Element]) -> Element:
    """The part that holds all styles: Word's three defaults, the runs' styles, and ``styles``."""
    body = profile.text[Role.BODY]
    defaults = w(
        "docDefaults",
        w(
            "rPrDefault",
            w("rPr", *set_type(body, profile, None), _language()),
        ),
        w("pPrDefault"),
    )
    # Of Word's several hundred styles the style pane then lists ours alone (§ 17.7.4.5).
    latent = w("latentStyles", defSemiHidden=1, defUIPriority=99, defUnhideWhenUsed=1, count=376)
    return root("styles", defaults, latent, *styles, *_bases(), *_character_styles(profile))


def _language() -> Element:
    """Chinese; ``val`` is for Latin letters and figures, which as Chinese might be broken apart."""
    return w("lang", val="en-US", eastAsia="zh-CN")


def paragraph_style(
    name: StyleName,
    based_on: StyleName | None,
    shape: Shape,
    type_: tuple[Element, ...],
    level: int | None = None,
) -> Element:
    """A paragraph style.

    Args:
        name: its id and name.
        based_on: the style that it varies; none for Normal itself.
        shape: how its lines stand.
        type_: its run properties.
        level: outline level of a heading, from 1, by which the navigation pane lists it.
    """
    return w(
        "style",
        w("name", val=name.name),
        w("basedOn", val=based_on.id) if based_on else None,
        w("next", val=NORMAL.id) if level else None,
        w("uiPriority", val=level or 1),
        w("qFormat"),
        w("pPr", *_lines(shape), w("outlineLvl", val=level - 1) if level else None),
        w("rPr", *type_),
        **_kind("paragraph", name),
        **({} if based_on else {"default": 1}),
        styleId=name.id,
    )


def type_of(role: Role, profile: Profile) -> tuple[Element, ...]:
    """Run properties of a paragraph in a role."""
    return set_type(profile.text[role], profile, profile.tracking_of(role))


def set_type(style: TextStyle, profile: Profile, extra: float | None) -> tuple[Element, ...]:
    """Run properties: one face for all scripts, so that Chinese marks are never Latin.

    Args:
        style: face, colour and size.
        profile: whose face it is.
        extra: space after each character, pt; ``None`` leaves it to the paragraph's style.
    """
    half_points = int(style.size * 2)
    return (
        typeface(style.face, profile),
        w("color", val=style.colour),
        *(() if extra is None else (w("spacing", val=twips(extra)),)),
        w("sz", val=half_points),
        w("szCs", val=half_points),
    )


def typeface(face: str, profile: Profile) -> Element:
    """A face of the profile for all scripts."""
    name = profile.faces[face].name
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def tiny_type(profile: Profile) -> tuple[Element, ...]:
    """Run properties of a paragraph without text, which must not be higher than what it holds."""
    tiny = profile.text[Role.BODY].model_copy(update={"size": 1.0})
    return set_type(tiny, profile, 0.0)


def _character_styles(profile: Profile) -> Iterable[Element]:
    """Styles of runs: they keep the spacing of the paragraph they stand in."""
    for role, name in CHARACTERS.items():
        face = profile.inline.face_of(role)
        type_ = (typeface(face, profile),) if face else set_type(profile.text[role], profile, None)
        yield _character_style(name, type_)
    yield _character_style(LINK, ())


def _character_style(name: StyleName, type_: tuple[Element, ...]) -> Element:
    return w(
        "style",
        w("name", val=name.name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=2),
        w("qFormat"),
        w("rPr", *type_) if type_ else None,
        **_kind("character", name),
        styleId=name.id,
    )


def _bases() -> Iterable[Element]:
    """The styles that Word takes for granted beside Normal."""
    for kind, id_, name in (
        ("character", "DefaultParagraphFont", "Default Paragraph Font"),
        ("table", "TableNormal", "Normal Table"),
        ("numbering", "NoList", "No List"),
    ):
        hidden = w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")
        yield w("style", w("name", val=name), *hidden, type=kind, default=1, styleId=id_)


def _kind(kind: str, name: StyleName) -> dict[str, str | int]:
    custom = {} if name.name in BUILT_IN else {"customStyle": 1}
    return {"type": kind, **custom}


def _lines(shape: Shape) -> Iterable[Element]:
    if shape.keep:
        yield w("keepNext")
    if shape.keep or shape.whole:
        yield w("keepLines")
    if shape.breaking:
        yield switch("widowControl", on=shape.breaking.grid.widow > 1)
    if shape.underline:
        yield w("pBdr", border("bottom", shape.underline.rule, shape.underline.space))
    if shape.right_tab is not None:
        leader = {} if shape.leader == "none" else {"leader": shape.leader}
        yield w("tabs", w("tab", val="right", pos=shape.right_tab, **leader))
    if shape.breaking:
        yield from _breaking(shape.breaking.breaking)
    # Lines of exact height keep the grid; LibreOffice would centre snapped ones in their row.
    yield switch("snapToGrid", on=False)
    height: dict[str, str | int] = {"line": 240, "lineRule": "auto"}
    if shape.line is not None:
        height = {"line": shape.line, "lineRule": "exact"}
    yield w("spacing", before=shape.before, after=shape.after, **height)
    yield w(
        "ind",
        left=shape.left,
        right=shape.right,
        firstLineChars=shape.characters,
        firstLine=shape.first,
    )
    yield w("jc", val=ALIGN[shape.align])


def border(side: str, rule: Rule, space: int = 0) -> Element:
    """A rule at a side of a paragraph or cell, ``space`` points off; its weight in eighths."""
    if not rule.weight:
        return w(side, val="nil")
    weight = round(rule.weight * 8)
    return w(side, val="single", sz=weight, space=space, color=rule.colour)


def _breaking(breaking: Breaking) -> Iterable[Element]:
    """How lines are broken, as Word says it; marks hang where ``overflowPunct`` is left out."""
    yield switch("kinsoku", on=True)
    if not breaking.hanging:
        yield switch("overflowPunct", on=False)
    yield switch("autoSpaceDE", on=breaking.gap > 0)
    yield switch("autoSpaceDN", on=breaking.gap > 0)
