"""What cannot be laid out is told at its place, with the figure."""

import io
from pathlib import Path

import pytest
from PIL import Image

from bulletin_cli import pipeline
from bulletin_cli.diagnostics import Diagnostic, Rejected
from bulletin_cli.fonts import FontSearch

HEAD = """\
publication = { name = "刊" }
date = 2021-05-17
[[sections]]
title = "学"
[[sections.items]]
text = "文。"
[[sections.items.blocks]]
table = { rows = [["甲"]] }
"""


def refused(folder: Path, block: str) -> Diagnostic:
    """What is said of an issue with one block more; nothing is written."""
    data = io.BytesIO()
    Image.new("L", (40, 20)).save(data, "PNG")
    (folder / "a.png").write_bytes(data.getvalue())
    issue = folder / "i.toml"
    issue.write_text(f"{HEAD}[[sections.items.blocks]]\n{block}\n", "utf-8")
    with pytest.raises(Rejected) as rejected:
        pipeline.build(issue, folder / "out", search=FontSearch(system=False))
    assert not (folder / "out").exists()
    [wrong] = [each for each in rejected.value.diagnostics if each.code[0] == "E"]
    assert wrong.place.line == 10
    return wrong


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_LANG", "en")


def test_a_table_wider_than_the_text(tmp_path: Path) -> None:
    wrong = refused(tmp_path, 'table = { rows = [["甲", "乙"]], widths = [30, 20] }')
    assert wrong.code == "E203"
    assert "15.1 characters wider" in wrong.message


def test_a_row_higher_than_a_page(tmp_path: Path) -> None:
    wrong = refused(tmp_path, f'table = {{ rows = [["{"文" * 3000}"]] }}')
    assert wrong.code == "E203"
    assert "a page has 22" in wrong.message


def test_a_row_higher_than_a_page_with_its_header(tmp_path: Path) -> None:
    rows = f'header = ["{"题" * 260}"], rows = [["{"文" * 260}"]], widths = [10]'
    wrong = refused(tmp_path, f"table = {{ {rows} }}")
    assert wrong.code == "E203"
    assert "lines, the header above it included, a page has 22" in wrong.message


def test_captions_higher_than_a_page(tmp_path: Path) -> None:
    narrow = f'{{ file = "a.png", width = 1, caption = "{"题" * 60}" }}'
    wide = '{ file = "a.png", width = 26, alt = "图" }'
    wrong = refused(tmp_path, f"pictures = [{narrow}, {wide}]")
    assert wrong.code == "E203"
    assert "a page has 22; shorten the captions" in wrong.message


def test_a_column_narrower_than_its_figures(tmp_path: Path) -> None:
    wrong = refused(tmp_path, 'table = { rows = [["甲", "1,234.5"]], widths = [3, 2] }')
    assert wrong.code == "E203"
    assert wrong.message.startswith("Column 2 of this table is 1.")


def test_columns_narrower_than_a_character(tmp_path: Path) -> None:
    wrong = refused(tmp_path, 'table = { rows = [["甲", "乙"]], widths = [0.5, 3] }')
    assert wrong.code == "E118"
    assert "at least 1" in wrong.message


def test_pictures_wider_than_the_text(tmp_path: Path) -> None:
    picture = '{ file = "a.png", width = "60%", alt = "图" }'
    wrong = refused(tmp_path, f"pictures = [{picture}, {picture}]")
    assert wrong.code == "E145"
    assert "6.6 characters wider" in wrong.message


def test_a_file_with_other_columns_than_are_said(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("甲,乙\n1,2\n", "utf-8")
    wrong = refused(tmp_path, 'table = { file = "t.csv", header = ["一", "二", "三"] }')
    assert wrong.code == "E152"
    assert "2 columns" in wrong.message
