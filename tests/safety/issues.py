"""Whole issues as hypothesis makes them: every field of the models, and every kind of block.

What may stand where comes from the models themselves, so that a field which is added is covered at
once. Only leaves are written by hand, and what holds between fields of a table.
"""

import datetime
import json
import types
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from PIL import Image
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bulletin_cli.blocks import Block, TableSource
from bulletin_cli.issue import Issue, Item
from bulletin_cli.profiles import Profile
from bulletin_cli.publication import FootElement, Publication
from bulletin_cli.series.drafting import _inline

Table = dict[str, Any]

_PHRASES = [
    *("会议传达学习了有关精神。", "公司党委书记、董事长某某出席会议并讲话，", "2021年", "5月17日"),
    *(
        "一是提高站位，二是狠抓落实；",
        "《条例》",
        "“两个维护”",
        "（总第9期）",
        "同比增长12.5%",
        "第一，",
    ),
    *("（一）", "——", "……", "、", "：", "Word 2019", "GB/T 9704", "8:30", "3000 吨", "①", "℃", "·"),
    *(
        "{粗：安全第一}",
        "m{上：3}",
        "{楷：人民日报}",
        "{链：网站｜https://example.com/a}",
        "{换行}",
    ),
    *("\n\n", "\n", " ", "\u3000", "\u00a0", "某", "学", "镕", "䶮", "a-b", "A"),
]
_HOSTILE = [
    *("<w:br/>", "&]]>", "</rdf:li>", ")", "\\", "%s", "{0}", "{path}", "{{粗：", "{粗", "}", "{"),
    *("=1+1", "@SUM", "-", "'", '"', '"""', "#", "$(id)", "../../x", "//", "*_`|[x](y)", "Ａ"),
    *("长" * 300, "x" * 200, "…" * 40, "“" * 30, "１２３", "é", "Ω", "€", "~", "^", "\ufe30"),
]
_REFUSED = [*"\x00\x01\x1b\x7f\x85\u200b\u202e\u2028\ufeff\ufffe\ue000", "\ud800", "😀", "𠮷", "ﬁ"]


def _text(line: bool, most: int = 25) -> SearchStrategy[str]:
    """A text of this genre, of pieces; a few of them hostile, very few what no text may hold."""
    phrases = [each for each in _PHRASES if not line or ("\n" not in each and "{" not in each)]
    usual = st.sampled_from(phrases)
    pieces = _seldom(
        st.sampled_from(_HOSTILE), 25, _seldom(st.sampled_from(_REFUSED), 2_500, usual)
    )
    return st.lists(pieces, min_size=1, max_size=most).map(_said)


def _said(pieces: list[str]) -> str:
    text = "".join(pieces)
    return text if text.strip() else f"{text}文"


def _seldom(
    strange: SearchStrategy[Any], one_in: int, usual: SearchStrategy[Any]
) -> SearchStrategy[Any]:
    return st.integers(1, one_in).flatmap(
        lambda chance: strange if chance == one_in * 5 // 7 else usual
    )


_WORDINGS = {
    "numbering": ["{year}年第{number}期", "第{number}期", "{year}-{number}/{total}", "特刊"] * 6
    + ["{x}"],
    "collecting": ["（{from}至{to}）", "采集", "{from}"],
    "printing": ["印{copies}份", "共印"],
}
_DATES = st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 12, 31)).map(str)
_LENGTHS = st.sampled_from(
    [
        "1mm",
        "5mm",
        "37mm",
        "80mm",
        "156mm",
        "16pt",
        "22pt",
        "0.1pt",
        "3号",
        "小四",
        "2000pt",
        "500mm",
    ]
)
_FORMS: dict[str, SearchStrategy[Any]] = {
    "date": _seldom(st.sampled_from(["2021-02-30", "0001-01-01", "2021"]), 60, _DATES),
    "line": _text(line=True, most=6),
    "prose": _text(line=False),
    "length": _LENGTHS,
    "length_or_none": st.one_of(_LENGTHS, st.just("none")),
    "width": st.sampled_from([1, 5, 7.5, 10, 12, 20, "50%", "100%", "33.3%", "30%", "20%", "0%"]),
    "contents": st.sampled_from(["first-page", "own-page", "none", False]),
    **{name: st.sampled_from(wordings) for name, wordings in _WORDINGS.items()},
}
_ALONE: dict[type[BaseModel], tuple[str, ...]] = {
    Issue: ("secrecy",),
    Publication: ("secrecy",),
    FootElement: ("label", "text"),
}
"""What stands on one line that holds it or is refused, so that most of it has to be short."""
PICTURES = ("a.png", "b.jpg", "c.png")


def issues() -> SearchStrategy[Table]:
    """Issues as tables, most of them right."""
    return _model(Issue)


def furnish(folder: Path) -> None:
    """Put the files that issues name into a folder."""
    Image.new("RGB", (60, 40), "red").save(folder / "a.png")
    Image.new("L", (300, 20), 99).save(folder / "b.jpg")
    Image.new("RGBA", (10, 200), (1, 2, 3, 90)).save(folder / "c.png")
    (folder / "t.csv").write_text("单位,数量\n某厂,12\n某矿,3.5\n", "utf-8")


def as_json(issue: Table) -> bytes:
    """An issue as JSON holds it; a lone surrogate too."""
    return json.dumps(issue, ensure_ascii=True).encode()


def as_toml(issue: Table) -> bytes:
    """An issue as TOML holds it, a key a line."""
    lines = (f"{key} = {_inline(value)}\n" for key, value in issue.items())
    return "".join(lines).encode("utf-8", "replace")


def _model(model: type[BaseModel]) -> SearchStrategy[Table]:
    required, optional = {}, {}
    for name, field in model.model_fields.items():
        strategy = _field(model, name, field)
        always = field.is_required() or (model is Issue and name == "sections")
        (required if always else optional)[field.alias or name] = strategy
    made = st.fixed_dictionaries(required, optional=optional)
    return made.map(_SETTLED[model]) if model in _SETTLED else made


def _field(model: type[BaseModel], name: str, field: FieldInfo) -> SearchStrategy[Any]:
    if model is TableSource and name == "file":
        return _seldom(st.sampled_from(["none.csv", "a.png"]), 40, st.just("t.csv"))
    if name in _ALONE.get(model, ()):
        return _seldom(_text(line=True, most=6), 20, _text(line=True, most=1))
    if name == "profile":
        return _overrides()
    if name == "sections" and model is Issue:
        return st.lists(_model(get_args(field.annotation)[0]), min_size=1, max_size=3)
    return _value(field.annotation, [field, *field.metadata])


def _value(annotation: Any, metadata: list[Any]) -> SearchStrategy[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _value(inner, [*more, *metadata])
    form = next(_forms(metadata[::-1]), None)  # what is said last says most
    if form == "file":
        return _seldom(st.sampled_from(["none.png", "../a.png"]), 40, st.sampled_from(PICTURES))
    if form in _FORMS:
        return _FORMS[form]
    if origin in {Union, types.UnionType}:
        kinds = [each for each in get_args(annotation) if each is not types.NoneType]
        return st.one_of([_value(each, metadata) for each in kinds])
    if origin is tuple:
        flat = [each for one in metadata for each in (one, *getattr(one, "metadata", ()))]
        least = next((m.min_length for m in flat if hasattr(m, "min_length")), 0)
        return st.lists(_value(get_args(annotation)[0], []), min_size=least, max_size=3)
    return _plain(annotation, metadata)


def _plain(annotation: Any, metadata: list[Any]) -> SearchStrategy[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model(annotation)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return st.sampled_from([each.value for each in annotation])
    if annotation is bool:
        return st.booleans()
    if annotation in {int, float}:
        return _number(annotation, metadata)
    return _seldom(st.sampled_from(_REFUSED), 12, _text(line=True, most=6))


def _number(kind: type, metadata: list[Any]) -> SearchStrategy[Any]:
    """Within the bounds that the model has, and one at either side of them at times."""
    flat = [each for one in metadata for each in (one, *getattr(one, "metadata", ()))]
    bounds = [_bounds(each) for each in flat]
    least = next((low for low, _high in bounds if low is not None), 0)
    most = next((high for _low, high in bounds if high is not None), 1000)
    if kind is int:
        usual = st.integers(int(least), int(min(most, 99_999)))
        return _seldom(st.sampled_from([int(least), int(most), int(most) + 1]), 30, usual)
    return st.floats(float(least), float(most)).map(lambda value: round(value, 3))


def _bounds(constraint: Any) -> tuple[float | None, float | None]:
    low = getattr(constraint, "ge", None)
    high = getattr(constraint, "le", None)
    low = getattr(constraint, "gt", None) if low is None else low
    high = getattr(constraint, "lt", None) if high is None else high
    return low, high


def _forms(metadata: list[Any]) -> Iterator[str]:
    for each in metadata:
        extra = getattr(each, "json_schema_extra", None)
        schema = getattr(each, "json_schema", None)
        for said in (extra, schema):
            if isinstance(said, Mapping) and "form" in said:
                yield str(said["form"])


def _overrides() -> SearchStrategy[Table]:
    """No, one or a few measures of the profile, each at its place."""
    leaves = list(_leaves(Profile, ()))
    chosen = st.lists(st.sampled_from(leaves).flatmap(_placed), max_size=3)
    return st.booleans().flatmap(lambda some: chosen.map(_merged) if some else st.just({}))


def _leaves(annotation: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, field in annotation.model_fields.items():
        kind, here = field.annotation, (*path, field.alias or name)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _leaves(kind, here)
        elif get_origin(kind) is dict:
            key, below = get_args(kind)
            names = list(key) if isinstance(key, type) and issubclass(key, StrEnum) else ["song"]
            for each in names:
                yield from _leaves(below, (*here, str(each)))
        else:
            yield here, field


def _placed(leaf: tuple[tuple[str, ...], FieldInfo]) -> SearchStrategy[Table]:
    path, field = leaf
    usual = {
        "face": st.sampled_from(["song", "hei", "kai", "fangsong"]),
        "colour": st.sampled_from(["C00000", "123456", "0000FF"]),
        "wording": st.sampled_from(["{page}", "— {page} —", "第{page}页"]),
    }.get(path[-1])
    if usual is None:
        usual = _value(field.annotation, [field, *field.metadata])

    def nested(value: object) -> Table:
        for key in reversed(path):
            value = {key: value}
        assert isinstance(value, dict)
        return value

    return usual.map(nested)


def _merged(tables: list[Table]) -> Table:
    from bulletin_cli.profiles.model import merged

    whole: Table = {}
    for table in tables:
        whole = merged(whole, table)
    return whole


def _one_kind(block: Table) -> Table:
    kinds = [key for key in block if block[key]]
    return {kinds[0]: block[kinds[0]]} if kinds else {"text": "文。"}


def _square(table: Table) -> Table:
    """As many cells in each row; rows here or in a file."""
    table = dict(table)
    if table.get("file") and table.get("rows"):
        del table["rows" if len(str(table)) % 2 else "file"]
    if not table.get("rows") and not table.get("file"):
        table["rows"] = [["甲", "12"]]
    width = 2 if table.get("file") else max(map(len, table["rows"])) or 1
    for key in ("header", "widths"):
        if table.get(key):
            table[key] = (table[key] * width)[:width]
    if table.get("rows"):
        table["rows"] = [(row * width or ["文"] * width)[:width] for row in table["rows"]]
    return table


def _speaking(item: Table) -> Table:
    return item if item.get("text") or item.get("blocks") else {**item, "text": "文。"}


def _counted(issue: Table) -> Table:
    """The total not below the number, for most; the end of the collection after its beginning."""
    issue = dict(issue)
    number, total = issue.get("number"), issue.get("total")
    if number and total and total < number and number % 10:
        issue["total"] = number
    if not number:
        for key in ("total", "year"):
            issue.pop(key, None)
    said = str(issue["publication"])
    if "{number}" in said or "{total}" in said:
        issue["number"] = issue.get("number") or 7
        issue["total"] = max(issue.get("total") or 9, issue["number"])
    collected = issue.get("collected")
    if collected and collected["to"] < collected["from"]:
        issue["collected"] = {"from": collected["to"], "to": collected["from"]}
    return issue


_SETTLED: dict[type[BaseModel], Callable[[Table], Table]] = {
    Block: _one_kind,
    TableSource: _square,
    Item: _speaking,
    Issue: _counted,
}
