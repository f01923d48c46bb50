"""Which files of a folder are issues, told without a parser."""

from pathlib import Path

import pytest

from bulletin_cli import folders

EXAMPLES = Path(__file__).parents[1] / "examples"

ISSUES = {
    "date.toml": "date = 2021-05-17\n",
    "wrong date.toml": "date = 20210517\n",
    "number.toml": " number=1\n",
    "sections.toml": '[[sections]]\ntitle = "要闻"\n',
    "publication.toml": 'publication.name = "刊"\n',
    "publication table.toml": '[publication]\nname = "刊"\n',
    "collected.toml": "collected = { from = 2021-05-11, to = 2021-05-14 }\n",
    "collected table.toml": "[collected]\nfrom = 2021-05-11\n",
    "collected dotted.toml": "collected.from = 2021-05-11\n",
    "date.json": '{"date" : "2021-05-17"}',
    "number.json": '{"number": 1}',
    "collected.json": '{"collected": {"from": "2021-05-11"}}',
    "publication.json": '{"publication": {"name": "刊"}}',
    "empty.toml": "",
}
PUBLICATIONS = {
    "name.toml": 'name = "刊"\n',
    "house.toml": 'name = "刊"\n[profile.text]\nnumber = { size = "4号" }\ndate ={ indent = 0 }\n',
    "collected.toml": 'office = "部"\n[profile.text]\ncollected = { align = "right" }\n',
    "dotted.toml": 'name = "刊"\n[profile.text]\nnumber.size = "4号"\ncollected.align = "left"\n',
    "house.json": '{"name": "刊", "profile": {"text": {"number": {"size": "4号"}, "date" : {}}}}',
    "collected.json": '{"name": "刊", "profile": {"text": {"collected": {"align": "left"}}}}',
}
OTHERS = {"settings.toml": "[tool]\nx = 1\n", "list.json": "[1, 2]"}


@pytest.mark.parametrize("kinds", [ISSUES, PUBLICATIONS, OTHERS], ids=["issue", "house", "other"])
def test_each_kind_is_known(tmp_path: Path, kinds: dict[str, str]) -> None:
    for name, text in kinds.items():
        (tmp_path / name).write_text(text, "utf-8")
    issues = {path.name for path in folders.below(tmp_path)}
    houses = {path.name for path in folders.publications(tmp_path)}
    assert issues == (kinds.keys() if kinds is ISSUES else set())
    assert houses == (kinds.keys() if kinds is PUBLICATIONS else set())


def test_no_example_is_taken_for_another(tmp_path: Path) -> None:
    houses = set(EXAMPLES.rglob("publication.toml"))
    assert len(houses) >= 3
    assert set(folders.publications(EXAMPLES)) == houses
    assert not houses & set(folders.below(EXAMPLES))
