"""Numbering (多级编号): levels that Word counts, so that they count on when a colleague adds one.

One pattern of four levels; each item has a list of its own that begins anew (ECMA-376 Part 1
§ 17.9). Without a tab or space after the number the text follows it as it was typed.
"""

from collections.abc import Iterable

from bulletin_cli.document import Block, Paragraph
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import LEVELS
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, root, w
from bulletin_cli.writers.docx.styles import type_of

_HAN, _FIGURES = "chineseCountingThousand", "decimal"
_FORMS = ((_HAN, "%1、"), (_HAN, "（%2）"), (_FIGURES, "%3."), (_FIGURES, "（%4）"))
_PATTERN = 1


def numbering(profile: Profile, lists: int) -> Element:
    """The part that holds the pattern, and so many lists by it, numbered from 1."""
    levels = (_level(index, profile) for index in range(len(LEVELS)))
    pattern = w(
        "abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=_PATTERN
    )
    return root("numbering", pattern, *(_list(number) for number in range(1, lists + 1)))


def count_lists(body: Iterable[Block]) -> int:
    """How many lists a body has: one for each item with levels."""
    paragraphs = (each for each in body if isinstance(each, Paragraph))
    return sum(bool(each.number and each.number.begins) for each in paragraphs)


def counted(paragraph: Paragraph, number: int, profile: Profile) -> tuple[Element, ...]:
    """The properties of a paragraph that a list counts; its indent stays that of its role."""
    if paragraph.number is None:
        return ()
    level = w("ilvl", val=paragraph.number.level - 1)
    role = paragraph.role
    return (
        w("numPr", level, w("numId", val=number)),
        _indent(profile.text[role].indent, profile.indent_of(role)),
    )


def _indent(characters: float, length: float) -> Element:
    return w("ind", left=0, firstLineChars=int(characters * 100), firstLine=twips(length))


def _level(index: int, profile: Profile) -> Element:
    role, (form, text) = LEVELS[index], _FORMS[index]
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("suff", val="nothing"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", _indent(profile.text[role].indent, profile.indent_of(role))),
        w("rPr", *type_of(role, profile)),
        ilvl=index,
    )


def _list(number: int) -> Element:
    starts = (
        w("lvlOverride", w("startOverride", val=1), ilvl=index) for index in range(len(LEVELS))
    )
    return w("num", w("abstractNumId", val=_PATTERN), *starts, numId=number)
