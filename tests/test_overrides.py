"""A house overrides any measure of the profile by its name, and sees it in both outputs."""

import datetime
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image
from pydantic import ValidationError

from bulletin_cli.document import (
    Column,
    Contents,
    Document,
    Entry,
    FootLine,
    Masthead,
    Metadata,
    Paragraph,
    Picture,
    PictureRow,
    Placed,
    Run,
    Table,
)
from bulletin_cli.fonts import Faces
from bulletin_cli.layout import Overfull, Unfit, lay_out, settle
from bulletin_cli.levels import Ordinal
from bulletin_cli.pages import Page
from bulletin_cli.profiles import load
from bulletin_cli.profiles.measures import Measure, measures
from bulletin_cli.profiles.values import NO_LENGTH
from bulletin_cli.roles import LEVELS, Role
from bulletin_cli.units import length
from bulletin_cli.writers import docx, dump, pdf

Box = tuple[float, float, float, float]

HOUSE: dict[str, Any] = {
    "grid": {"widow": 2},
    "breaking": {"avoid_lone": True},
    "masthead": {"star": {"size": "5mm"}, "rule2": {"weight": "1pt"}},
}
"""What the standard's profile leaves out, so that how it looks can be overridden too."""

OTHERS: dict[str, object] = {
    "title": "某单位版式",
    "paper.width": "230mm",
    "paper.height": "310mm",
    "paper.area_width": "150mm",
    "paper.area_height": "215mm",
    "grid.baseline": 0.75,
    "grid.widow": 1,
    "masthead.name_top": "40mm",
    "masthead.marks_gap": "25mm",
    "masthead.unit_gap": "30mm",
    "masthead.body_gap": "25mm",
    "masthead.name_fill": 0.5,
    "masthead.name_spacing": 0.1,
    "text.name.size": "36pt",
    "contents.leader": "middle",
    "contents.dot": "3pt",
    "contents.room": 12,
    "folio.wording": "第{page}页",
    "folio.dash": 0.6,
    "folio.place": "centre",
    "folio.first": False,
    "inline.strong": "song",
    "inline.emphasis": "song",
    "tables.space": "5mm",
    "tables.outer.weight": "3pt",
    "tables.inner.weight": "3pt",
    "tables.line": 2.5,
    "pictures.space": "6mm",
    "pictures.gap": 6.0,
    "breaking.gap": 0.0,
    "breaking.setting": "compressed",
    "breaking.stretch": 0.01,
    "breaking.avoid_lone": False,
}
"""Another legal value of each measure of which that cannot be guessed from its kind."""

PDF_ONLY = {
    "contents.dot": "Word draws the dots of a leader",
    "contents.step": "the same",
    "breaking.stretch": "Word fills lines as it does",
    "breaking.avoid_lone": "the same",
}
DOCX_ONLY = {
    "title": "what Word calls the theme",
}
NEITHER = {
    "standins": "which font is found, where the machine has it",
    "resolution": "how many pixels the reader keeps",
}


def other(measure: Measure) -> object:
    """Another value that the measure may have."""
    name, leaf, value = ".".join(measure.keys), measure.keys[-1], measure.value
    if name in OTHERS:
        return OTHERS[name]
    if isinstance(value, list):
        return [*value, "别名"]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1 if isinstance(value, int) else value * 0.9
    usual = {
        "face": "kai" if value == "song" else "song",
        "colour": "123456",
        "align": "right" if value == "left" else "left",
        "name": f"{value}_GBK",
    }
    return usual.get(leaf, "11.5pt")


MEASURES = {".".join(each.keys): each for each in measures(HOUSE) if each.keys[-1] not in NEITHER}


def run(text: str, role: Role) -> tuple[Run]:
    return (Run(text, role),)


def documents(picture: Picture) -> tuple[Document, Document]:
    """Everything that a bulletin has; and what stands only where that leaves no room."""
    prose = (
        "会议指出，要坚持“群众路线”，2021年产量达到1250吨（同比增长3%）；要抓好落实。" * 4 + "好了"
    )
    head = Masthead(
        "某集团青年工作",
        None,
        "2026年第3期（总第21期）",
        "办公室",
        "2026年3月16日",
        (Run("000017", Role.COPY), Run("秘密", Role.SECRECY)),
        "某集团有限公司",
    )
    raised = Run("2", Role.BODY, raised=True)
    entries = tuple(Entry("长题目" * 6, depth, depth + 1) for depth in (1, 2, 3))
    body = (
        Contents("本期要目", entries),
        Paragraph(Role.BODY, run("按语。", Role.BODY)),
        Paragraph(Role.SECTION, (*run("要闻" * 12, Role.SECTION), *run("（一）", Role.NOTE))),
        Paragraph(Role.PART, run("进行篇", Role.PART)),
        Paragraph(Role.HEADLINE, run("稿件标题", Role.HEADLINE)),
        Paragraph(Role.GROUP, run("【先进】", Role.GROUP)),
        Paragraph(Role.COMMENT, (*run("编者按：", Role.COMMENT_LABEL), *run(prose, Role.COMMENT))),
        *(
            Paragraph(
                Role.BODY,
                (
                    *run("导语。", Role.LEAD),
                    *run(prose[: 40 + 7 * count], Role.BODY),
                    *run("（甲）", Role.CREDIT),
                ),
            )
            for count in range(16)
        ),
        *(
            Paragraph(role, run("加强学习" * 9, role), Ordinal("一、", level, level == 1))
            for level, role in enumerate(LEVELS, 1)
        ),
        Paragraph(Role.BODY, (*run("重点", Role.STRONG), *run("强调", Role.EMPHASIS), raised)),
        *figures(picture),
        Paragraph(Role.COLLECTED, run("（采集时间）", Role.COLLECTED)),
    )
    foot = (FootLine("报：", "各部门", ""), FootLine("送：", "各单位、" * 12, "共印9份"))
    signed = (FootLine("审核：", "甲", ""), FootLine("签发：", "乙", ""))
    about = Metadata("题", "者", "", (), datetime.date(2021, 5, 17))
    crowded = (FootLine("责任编辑：", "甲乙丙丁" * 8, ""), *signed)
    logo = Masthead("名", picture, None, "长" * 24, "2026年3月16日", head.marks)
    return Document(about, head, body, foot, signed), Document(about, logo, body[1:], foot, crowded)


def figures(picture: Picture) -> Iterator[PictureRow | Table]:
    """A picture alone, one as high as may be, two side by side; a table in each size."""
    caption = run("图1 现场", Role.CAPTION)
    yield PictureRow((Placed(replace(picture, width=2000, height=300), caption),))
    yield PictureRow((Placed(replace(picture, width=60, height=600), caption, characters=26),))
    yield PictureRow((Placed(picture, caption), Placed(picture, caption)))
    columns = (Column.WORDS, Column.TEXT, Column.NUMBERS)
    for role, head in ((Role.TABLE, Role.TABLE_HEAD), (Role.TABLE_SMALL, Role.TABLE_HEAD_SMALL)):
        header = tuple(run(text, head) for text in ("任务", "要求", "得分"))
        row = tuple(run(text, role) for text in ("学习", "按月报送进展情况，" * 14, "12.5"))
        yield Table(run("表1 任务", Role.CAPTION), header, (row,), columns, (), role, head)


class Outputs:
    """Both outputs of both documents by a house's profile."""

    def __init__(self, faces: Faces, picture: Picture) -> None:
        self.faces, self.documents = faces, documents(picture)

    def of(self, house: dict[str, Any]) -> tuple[list[str], list[bytes]]:
        profile = load(house)
        pages = [lay_out(each, profile, self.faces.advance) for each in self.documents]
        for each in pages:
            assert pdf.write(each, self.faces).startswith(b"%PDF")
        settled = [
            settle(document, each, profile, self.faces.advance)
            for document, each in zip(self.documents, pages, strict=True)
        ]
        written = [
            docx.write(document, profile, settled=each)
            for document, each in zip(self.documents, settled, strict=True)
        ]
        return [dump.write(each) for each in pages], written


@pytest.fixture(scope="module")
def outputs(faces: Faces) -> Outputs:
    data = io.BytesIO()
    Image.new("RGB", (400, 60), "red").save(data, "PNG")
    return Outputs(faces, Picture(data.getvalue(), 400, 60, "报头"))


@pytest.fixture(scope="module")
def usual(outputs: Outputs) -> tuple[list[str], list[bytes]]:
    return outputs.of(HOUSE)


def far(value: object) -> list[object]:
    """Values at the far ends of what a figure or a length may be, and between them."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [0, 0.01, 0.3, 0.45, 0.62, 0.99, 1, 2, 3, 5, 10, 20, 26, 40, 60, 100]
    if isinstance(value, str) and (value == NO_LENGTH or is_length(value)):
        return [
            NO_LENGTH,
            "0.01pt",
            "4pt",
            "16pt",
            "30pt",
            "60pt",
            "300pt",
            "430pt",
            "600pt",
            "1584pt",
        ]
    return []


def is_length(text: str) -> bool:
    try:
        return bool(length(text))
    except ValueError:
        return False


def overridden(keys: tuple[str, ...], value: object) -> dict[str, Any]:
    """The house's profile with one measure more."""
    result: dict[str, Any] = {room: dict(each) for room, each in HOUSE.items()}
    node = result
    for key in keys[:-1]:
        node[key] = dict(node.get(key, {}))
        node = node[key]
    node[keys[-1]] = value
    return result


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_is_seen_in_both_outputs(
    name: str, outputs: Outputs, usual: tuple[list[str], list[bytes]]
) -> None:
    measure = MEASURES[name]
    pages, written = outputs.of(overridden(measure.keys, other(measure)))
    face = measure.keys[0] == "faces"
    assert (pages != usual[0]) == (name not in DOCX_ONLY and not face), "pages"
    assert (written != usual[1]) == (name not in PDF_ONLY), "DOCX"


@pytest.mark.parametrize("name", [name for name, each in MEASURES.items() if far(each.value)])
def test_at_its_far_ends_a_measure_is_refused_or_keeps_all_on_the_page(
    name: str,
    outputs: Outputs,
    boxes: Callable[[Page], list[Box]],
    apart: Callable[[list[Box]], bool],
) -> None:
    measure, taken = MEASURES[name], 0
    for value in far(measure.value):
        try:
            profile = load(overridden(measure.keys, value))
        except ValidationError:
            continue
        taken += 1
        for document in outputs.documents:
            try:
                pages = lay_out(document, profile, outputs.faces.advance)
            except (Overfull, Unfit):
                continue
            for page in pages.pages:
                found = boxes(page)
                assert apart(found), (value, page.number)
                for left, top, right, bottom in found:
                    assert left > -1 and right < pages.width + 1, (value, page.number)
                    assert top > -1 and bottom < pages.height + 1, (value, page.number)
    assert taken, "at least one of these is a value that the measure may have"
