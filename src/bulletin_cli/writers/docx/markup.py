"""WordprocessingML as elements (ECMA-376 Part 1 § 17): the words the other modules write in."""

from copy import copy
from functools import cache
from typing import TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_W = f"{{{W}}}"
_SPACES = {"w": W}
_ROOT_SPACES = {"w": W, "r": R}
_PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}

Element: TypeAlias = etree._Element


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the ``w`` namespace with its children; a child that is ``None`` is left out.

    Args:
        tag: local name.
        children: in the order of the schema, which Word insists on.
        attributes: of the same namespace, by local name.
    """
    element = copy(_plain(tag))
    for name, value in attributes.items():
        element.set(_W + name, str(value))
    if children:
        element.extend([child for child in children if child is not None])
    return element


@cache
def _plain(tag: str) -> Element:
    """An element alone: made once and copied, that takes a third of the time."""
    return etree.Element(_W + tag, nsmap=_SPACES)


def root(tag: str, *children: Element | None) -> Element:
    """The root element of a part, which declares the namespaces of the whole part."""
    element = etree.Element(_W + tag, nsmap=_ROOT_SPACES)
    element.extend([child for child in children if child is not None])
    return element


def related(tag: str, relation: str, **attributes: str | int) -> Element:
    """An element that points to another part by the id of its relationship."""
    element = w(tag, **attributes)
    element.set(f"{{{R}}}id", relation)
    return element


def switch(tag: str, on: bool) -> Element:
    """A property that is on or off, said either way: what is left out means different things."""
    return w(tag, val=int(on))


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph in a style, with what it sets differently from the style."""
    own = copy(_style_of_paragraph(style))
    own.extend(properties)
    return w("p", own, *content)


@cache
def _style_of_paragraph(style: str) -> Element:
    return w("pPr", w("pStyle", val=style))


def run(
    *content: Element,
    style: str | None = None,
    spacing: int | None = None,
    raised: tuple[int, int] | None = None,
) -> Element:
    """A run of Chinese text, in a character style where it differs from its paragraph.

    ``hint`` has Word take “ ” ‘ ’ — … · for Chinese marks (§ 17.3.2.26); a ``spacing`` of its own
    is in twips; of a superscript ``raised`` is size and rise in half points.
    """
    return w("r", copy(_properties_of_run(style, spacing, raised)), *content)


@cache
def _properties_of_run(
    style: str | None, spacing: int | None, raised: tuple[int, int] | None
) -> Element:
    return w(
        "rPr",
        w("rStyle", val=style) if style else None,
        w("rFonts", hint="eastAsia"),
        w("spacing", val=spacing) if spacing is not None else None,
        *(_raised(*raised) if raised else ()),
    )


def _raised(size: int, rise: int) -> tuple[Element, ...]:
    """A superscript as the profile has it, which ``vertAlign`` would leave to the reader."""
    return w("position", val=rise), w("sz", val=size), w("szCs", val=size)


def face_of(family: str) -> Element:
    """A family for all scripts, of a run in another face than its style's."""
    return w("rFonts", hint="eastAsia", ascii=family, hAnsi=family, eastAsia=family, cs=family)


def text(value: str) -> Element:
    """A stretch of text, every space of it kept."""
    element = copy(_kept())
    element.text = value
    return element


@cache
def _kept() -> Element:
    return etree.Element(_W + "t", _PRESERVE, nsmap=_SPACES)


def tab() -> Element:
    """A jump to the next tab stop."""
    return w("tab")
