"""The publication (刊物): what stays the same from issue to issue, as a person writes it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from bulletin_cli.levels import Levels
from bulletin_cli.prose import Typed, faults, line, paragraphs
from bulletin_cli.validators import after, before

NUMBERING = "{year}年第{number}期"
NUMBERING_WITH_TOTAL = "{year}年第{number}期（总第{total}期）"
SUPPLEMENT_NUMBERING = "{year}年增刊第{number}期"
SUPPLEMENT_NUMBERING_WITH_TOTAL = "{year}年增刊第{number}期（总第{total}期）"
COLLECTED = "（本期信息采集时间：{from}—{to}）"
PRINTED = "共印{copies}份"


def unsettable(text: str) -> re.Match[str] | None:
    """The first character that no page can show or XML cannot hold, where there is one.

    They are control characters but the newline, lone surrogates and non-characters; none of them is
    what Python calls printable, which is told at once.
    """
    return None if text.isprintable() else _unsettable().search(text)


@cache
def _unsettable() -> re.Pattern[str]:
    ends = "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    return re.compile(
        f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{ends}]"
    )


def _settable(text: str) -> str:
    match = unsettable(text)
    if match:
        character = f"U+{ord(match[0]):04X}"
        context = {"character": character, "position": match.start() + 1}
        raise PydanticCustomError("control", "control character {character}", context)
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("one_line", "more than one line")
    if not text.strip():
        raise PydanticCustomError("blank", "blank")
    return text


def _unbroken(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("one_line", "more than one line")
    return text


def _prose(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "blank")
    return text


def _notation(text: str) -> str:
    return _right(text, paragraphs(text, Levels())) if "{" in text else text


def _line_notation(text: str) -> str:
    return _right(text, [line(text)])


def _right(text: str, typed: Iterable[Typed]) -> str:
    wrong = tuple(islice(faults(typed), _TOLD))
    if wrong:
        raise PydanticCustomError("notation", "wrong notation", {"faults": wrong})
    return text


_TOLD = 20
"""Faults of notation in one text: who mends these sees the rest."""

NOTATION = after(_notation)
"""What marks a text of paragraphs in which the notation means something."""

LINE_NOTATION = after(_line_notation)
"""The same of one line."""


def form(name: str) -> Any:  # noqa: ANN401 - what pydantic's Field is
    """A name for what a value looks like, by which the schema for editors knows it."""
    return Field(json_schema_extra={"form": name})


Line = Annotated[str, after(_settable), after(_one_line), form("line")]
"""One line of text that says something."""

Prose = Annotated[str, after(_settable), after(_prose), NOTATION, form("prose")]
"""Text of one or more paragraphs, parted by blank lines; may hold the notation."""

ProseLine = Annotated[str, after(_settable), after(_one_line), LINE_NOTATION, form("line")]
"""One line of text that may hold the notation: a caption, a cell."""

Cell = Annotated[str, after(_settable), after(_unbroken), LINE_NOTATION, form("cell")]
"""What stands in a cell of a table: one line of text, which may be empty or hold the notation."""

FileName = Annotated[Line, form("file")]
"""The name of a file below the folder of the source."""


def wording(*names: str) -> AfterValidator:
    """A check that a wording's ``{…}`` are all among ``names``."""

    def check(text: str) -> str:
        for found in re.findall(r"\{([^{}]*)\}|[{}]", text):
            if found not in names:
                known = "".join(f"{{{name}}}" for name in names)
                context = {"found": f"{{{found}}}", "known": known}
                raise PydanticCustomError("wording", "unknown placeholder {found}", context)
        return text

    return after(check)


Numbering = Annotated[Line, wording("year", "number", "total"), form("numbering")]
"""The wording of a number line."""

Collecting = Annotated[Line, wording("from", "to"), form("collecting")]
"""The wording of a collection period."""

Printing = Annotated[Line, wording("copies"), form("printing")]
"""The wording of how many copies are printed."""


class Source(BaseModel):
    """What everything that a person writes has in common: no unknown keys, no guessing."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class ContentsPlace(StrEnum):
    """Where the contents (本期要目) stand."""

    FIRST_PAGE = "first-page"
    """Below the masthead, the text after them."""
    OWN_PAGE = "own-page"
    """Below the masthead, the text on the next page."""
    NONE = "none"
    """Nowhere."""


class ContentsLevel(StrEnum):
    """What the contents list."""

    SECTION = "section"
    PART = "part"
    HEADLINE = "headline"


def _place(value: object) -> object:
    return ContentsPlace.NONE.value if value is False else value


ContentsWhere = Annotated[ContentsPlace, before(_place), form("contents")]
"""Where the contents stand; ``false`` is nowhere."""


class Signature(Source):
    """Who answers for the issue (责任编辑, 审核, 签发), above the foot."""

    label: Line
    text: Line


class FootElement(Source):
    """The element at the right of a line of the foot (投稿邮箱, 共印份数)."""

    label: Line | None = None
    text: Line


class FootLine(Source):
    """A line of the foot (版记): 发放, 报, 送, 抄送."""

    label: Line | None = None
    text: Line
    right: FootElement | None = None


class Word(Source):
    """A word that this house writes in one way.

    Attributes:
        wrong: as it is not written here.
        right: as it is.
        why: the reason, told with the finding.
        unless: longer words that hold the wrong one and are right.
    """

    wrong: Line
    right: Line
    why: Line | None = None
    unless: tuple[Line, ...] = ()


class Lint(Source):
    """What the proofreader looks for in this house.

    Attributes:
        select: codes of rules, or what they begin with; all rules where none is named.
        ignore: the same of rules that are not wanted; of both the longer name decides.
        words: the house's own slips of wording.
    """

    select: tuple[Line, ...] = ()
    ignore: tuple[Line, ...] = ()
    words: tuple[Word, ...] = ()


class Publication(Source):
    """A publication.

    Attributes:
        name: its name (简报名称), set as the masthead.
        unit: the unit (单位名称) whose name stands above it.
        logo: a PNG or JPEG of the masthead's artwork, below the publication file's folder.
        office: the issuing office (编发单位).
        secrecy: secrecy (密级) of every issue, such as 内部资料 注意保存.
        numbering: wording of the number line, of ``{year}``, ``{number}``, ``{total}``.
        supplement_numbering: the same of a supplement (增刊).
        collecting: wording of the collection period, of ``{from}`` and ``{to}``.
        printing: wording of how many copies are printed, of ``{copies}``.
        comment_label: what begins an editor's comment (编者按).
        contents: where the contents (本期要目) stand.
        contents_title: their heading.
        contents_levels: what they list.
        sections: the catalogue of sections (栏目) in their order.
        signatures: who answers for each issue (责任编辑, 审核, 签发).
        foot: the lines at the foot of the last page.
        lint: what the proofreader looks for in this house.
        profile: what this house sets otherwise than the standard's profile.
    """

    name: Line | None = None
    unit: Line | None = None
    logo: FileName | None = None
    office: Line | None = None
    secrecy: Line | None = None
    numbering: Numbering | None = None
    supplement_numbering: Numbering | None = None
    collecting: Collecting = COLLECTED
    printing: Printing = PRINTED
    comment_label: Line = "编者按"
    contents: ContentsWhere = ContentsPlace.NONE
    contents_title: Line = "本期要目"
    contents_levels: Annotated[tuple[ContentsLevel, ...], Field(min_length=1)] = (
        ContentsLevel.SECTION,
        ContentsLevel.HEADLINE,
    )
    sections: tuple[Line, ...] = ()
    signatures: tuple[Signature, ...] = ()
    foot: tuple[FootLine, ...] = ()
    lint: Lint = Lint()
    profile: dict[str, Any] = Field(default_factory=dict)
