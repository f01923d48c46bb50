"""The schema accepts what the models accept, and nothing else, but for what no schema can say."""

import datetime
import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from pydantic import ValidationError

from bulletin_cli import profiles
from bulletin_cli.issue import Issue
from bulletin_cli.profiles.model import Profile
from bulletin_cli.publication import Publication
from bulletin_cli.reader.names import unfit
from bulletin_cli.schema import KINDS, descriptions, schema

EXAMPLES = Path(__file__).parents[2] / "examples"
ISSUE, PUBLICATION = (Draft4Validator(schema(kind)) for kind in KINDS)


def as_json(tables):
    """What an editor sees of a TOML file: its dates are text."""
    return json.loads(json.dumps(tables, default=lambda value: value.isoformat()))


def accepted(tables):
    """Whether the reader takes an issue."""
    if isinstance(tables.get("publication"), str):
        if unfit(tables["publication"]):
            return False
        tables = {**tables, "publication": {}}
    try:
        issue = Issue.model_validate(tables)
        profiles.load(issue.publication.profile)
    except ValidationError:
        return False
    return not (issue.publication.logo and unfit(issue.publication.logo))


GIVEN = {"date": "2021-05-17"}
GOOD = "publication = {{ {0} }}\ndate = 2021-05-17\n{1}"

HERE = Path(__file__).parent
PUBLICATIONS = (HERE / "publications.txt").read_text(encoding="utf-8").splitlines()
"""What may and may not stand in a publication, a line each."""

ISSUES = (HERE / "issues.txt").read_text(encoding="utf-8").splitlines()
"""What may and may not stand in an issue, a line each."""

DATES = ["2021-05-17", "2021-13-01", "2021-04-31", "2021-5-17", "20210517", "2021-W20-1", "", "x"]
NAMES = [
    "p.toml",
    "a/p.json",
    "",
    " ",
    "/p.toml",
    "C:p.toml",
    "a\\p.toml",
    "http://x",
    "~p",
    "a\nb",
]

CORPUS = [
    *(tomllib.loads(GOOD.format(each, "")) for each in PUBLICATIONS),
    *(tomllib.loads(GOOD.format("", each)) for each in ISSUES),
    *({"publication": {}, "date": date} for date in DATES),
    *({"publication": name, "date": "2021-05-17"} for name in NAMES),
    *({"publication": {}, "date": "2021-05-17", key: None} for key in (
        "number", "total", "year", "collected", "secrecy", "copy_number", "sections", "supplement",
    )),
    {"publication": {"name": None, "logo": None, "numbering": None}, "date": "2021-05-17"},
    {"publication": {"collecting": None}, "date": "2021-05-17"},
    {"publication": None, "date": "2021-05-17"},
    {"publication": {}, "date": None},
    {"publication": {}},
    {"date": "2021-05-17"},
    {"publication": {}, "date": datetime.datetime(2021, 5, 17, 10)},
    {"publication": {}, "date": 20210517},
]  # fmt: skip


@pytest.mark.parametrize("tables", CORPUS, ids=lambda tables: str(tables)[:60])
def test_the_schema_accepts_what_the_reader_accepts(tables):
    seen = as_json(tables)
    tables.pop("$schema", None)
    assert ISSUE.is_valid(seen) == accepted(tables)
    publication = tables.get("publication")
    if isinstance(publication, dict):
        assert PUBLICATION.is_valid(publication) == accepted({**GIVEN, "publication": publication})


BLOCK = 'sections = [{{ title = "甲", items = [{{ blocks = [{0}] }}] }}]'

UNSAYABLE = [
    GOOD.format("", "number = 3\ntotal = 2"),
    GOOD.format("", "collected = { from = 2021-05-14, to = 2021-05-11 }"),
    'publication = {}\ndate = "2021-02-29"',
    GOOD.format('profile = { text = { name = { face = "hie" } } }', ""),
    GOOD.format('profile = { paper = { left = "100mm" } }', ""),
    GOOD.format('profile = { paper = { top = "0mm" } }', ""),
    GOOD.format('profile = { paper = { width = "2001pt" } }', ""),
    GOOD.format('name = "\\U0001FFFE"', ""),
    GOOD.format("", 'sections = [{ title = "甲", items = [{ lead = "一", credit = "二" }] }]'),
    *(GOOD.format("", BLOCK.format(each)) for each in (
        "{}",
        '{ text = "一", pictures = [{ file = "a.png" }] }',
        '{ table = { file = "a.csv", rows = [["一"]] } }',
        '{ table = { header = ["一"] } }',
        '{ table = { rows = [["一"], ["二", "三"]] } }',
        '{ table = { rows = [["一"]], widths = [1, 2] } }',
    )),
]  # fmt: skip
"""What a schema cannot say: one value beside another, the calendar, lengths, rare characters."""


@pytest.mark.parametrize("source", UNSAYABLE)
def test_what_the_schema_leaves_to_the_reader(source):
    tables = tomllib.loads(source)
    assert not accepted(tables)
    assert ISSUE.is_valid(as_json(tables))


SOURCES = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in {".toml", ".json"})


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_the_examples_are_valid(path):
    content = path.read_text(encoding="utf-8")
    tables = json.loads(content) if path.suffix == ".json" else tomllib.loads(content)
    validator = PUBLICATION if path.stem == "publication" else ISSUE
    assert list(validator.iter_errors(as_json(tables))) == []


def nodes(node):
    """A schema and all schemas in it."""
    yield node
    below = [
        *node.get("properties", {}).values(),
        node.get("items"),
        node.get("additionalProperties"),
    ]
    for each in below:
        if isinstance(each, dict):
            yield from nodes(each)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_of_draft_4_and_plain(kind):
    drawn = schema(kind)
    Draft4Validator.check_schema(drawn)
    for node in nodes(drawn):
        assert (
            not {"anyOf", "allOf", "oneOf", "$ref", "$defs", "const", "propertyNames"} & node.keys()
        )
        for bound in ("exclusiveMinimum", "exclusiveMaximum"):
            assert node.get(bound, True) is True


def test_every_key_is_described_in_both_languages():
    known = {}
    for model in (Issue, Publication, Profile):
        drawn = model.model_json_schema()
        for name, each in {model.__name__: drawn, **drawn.get("$defs", {})}.items():
            known[name] = set(each.get("properties", {}))
    for name, keys in descriptions().items():
        assert set(keys) <= known[name]
        assert all(len(words) == 2 for words in keys.values())
    missing = {name: keys - set(descriptions().get(name, {})) for name, keys in known.items()}
    assert not any(missing.values()), missing
