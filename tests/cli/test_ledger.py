import csv
import io
import json

import pytest

from bulletin_cli.cli.tables import safe

NAMES = ["=1+1", "+1", "-1", "@SUM(1)", "-张", "＝1+1", "＋1", "－1", "＠x", "\u3000=1+1", "张"]
OURS = "--ignore-system-fonts"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "publication.toml").write_text('name = "=1+1"\n', "utf-8")
    for number in (1, 2):
        text = f'publication = "publication.toml"\nnumber = {number}\ntotal = {number}\n'
        text += f'date = 2021-0{number * 3}-04\n[[sections]]\ntitle = "学"\n'
        for name in NAMES:
            text += f'[[sections.items]]\ntext = "文 字"\ncredit = "{name} 某甲"\n'
        (folder / f"2021-0{number}.toml").write_text(text, "utf-8")
    return folder


def test_the_ledger_as_a_table(bulletin, folder):
    result = bulletin("ledger", OURS, folder)
    assert result.code == 0
    head, first, _second = result.out.splitlines()
    assert head.split()[:5] == ["file", "publication", "year", "number", "total"]
    known = ["2021-01.toml", "=1+1", "2021", "1", "1", "2021-03-04", "1", str(len(NAMES))]
    assert first.split()[:-2] == known


def test_the_ledger_as_json_and_markdown(bulletin, folder):
    rows = json.loads(bulletin("ledger", OURS, folder, "--output-format", "json").out)
    assert [(row["number"], row["total"], row["date"], row["items"]) for row in rows] == [
        (1, 1, "2021-03-04", len(NAMES)),
        (2, 2, "2021-06-04", len(NAMES)),
    ]
    assert all(row["pages"] >= 1 and row["characters"] > 0 for row in rows)
    text = bulletin("ledger", OURS, folder, "--output-format", "md").out
    assert len({line.count(" | ") for line in text.splitlines()}) == 1


def test_contributions(bulletin, folder):
    result = bulletin(
        *("ledger", folder, "--by", "credit", "--period", "quarter", "--output-format", "json")
    )
    rows = {row["unit"]: row for row in json.loads(result.out)}
    assert rows["张"] == {"unit": "张", "2021-Q1": 1, "2021-Q2": 1, "total": 2}
    assert rows["-张"]["total"] == 2


def test_csv_has_a_mark_and_no_formula(bulletin, folder, tmp_path):
    target = tmp_path / "ledger.csv"
    options = ("--by", "credit", "--output-format", "csv", "-o", target)
    assert bulletin("ledger", folder, *options).code == 0
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    units = {row[0] for row in rows[1:]}
    assert {"'-张", "'=1+1", "'＝1+1", "张"} <= units
    assert not any(unit[0] in "=+-@＝＋－＠\t\r\n \u3000" for unit in units)


@pytest.mark.parametrize("first", ["\t", "\r", "\0", "\n", " =", " \t@", "\u00a0+", "\u3000－"])
def test_a_cell_that_begins_so_is_made_safe(first):
    assert safe(f"{first}1").startswith("'")
    assert safe("张-1=2") == "张-1=2"


def test_what_cannot_be_read_is_told_and_left_out(bulletin, folder):
    (folder / "2021-03.toml").write_text("number = 0\ndate = 1\n", "utf-8")
    result = bulletin("ledger", OURS, folder, "--output-format", "json")
    assert result.code == 1
    assert len(json.loads(result.out)) == 2
    assert "left out" in result.err


def test_usage(bulletin, folder, tmp_path):
    assert bulletin("ledger", folder, "--output-format", "xls").code == 2
    assert bulletin("ledger", folder, "--by", "name").code == 2
    assert bulletin("ledger", folder, "--period", "day").code == 2
    (tmp_path / "none").mkdir()
    assert bulletin("ledger", "none").code == 2
