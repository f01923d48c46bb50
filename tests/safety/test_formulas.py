"""A ledger is only text to a spreadsheet, whatever the units that it counts are called."""

import csv
import io
import json
import shutil
import subprocess
import unicodedata
from xml.etree import ElementTree as ET

import pytest

FIRST = ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\u3000＝", "\u00a0+", "|", "%"]
UNITS = [
    *(f"{first}SUM(1{number})" for number, first in enumerate(FIRST)),
    "-张",
    "=cmd|' /C calc'!A0",
]


@pytest.fixture
def ledger(bulletin, write, tmp_path):
    """The ledger of units with such names, and its rows."""
    items = [{"text": "会议。", "credit": unit} for unit in UNITS]
    said = {"publication": {"name": "=1+1"}, "date": "2021-05-17"}
    said["sections"] = [{"title": "@SUM(1)", "items": items}]
    write("=1.json", json.dumps(said))
    target = tmp_path / "ledger.csv"
    by = ("--by", "credit", "--output-format", "csv", "-o", target)
    assert bulletin("ledger", ".", *by).code == 0
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"), newline="")))
    assert bulletin("ledger", ".", "--output-format", "csv", "-o", tmp_path / "all.csv").code == 0
    return target, rows


def test_no_cell_begins_as_a_formula_does(ledger, tmp_path):
    _target, rows = ledger
    whole = list(csv.reader(io.StringIO((tmp_path / "all.csv").read_text("utf-8-sig"))))
    for cell in (cell for row in rows + whole for cell in row if cell):
        first = unicodedata.normalize("NFKC", cell).lstrip()[0]
        assert first not in "=+-@|%\t\r\n\0", cell
    said = "".join(cell for row in rows for cell in row)
    assert "'-张" in said
    assert said.count("SUM(1") == len(FIRST)


@pytest.mark.render
def test_a_spreadsheet_computes_nothing(ledger, lacking, tmp_path):
    target, _rows = ledger
    soffice = shutil.which("soffice") or lacking("LibreOffice is not installed")
    home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = [soffice, home, "--headless", "--infilter=CSV:44,34,76", "--convert-to", "fods"]
    command = [*convert, "--outdir", str(tmp_path), str(target)]
    subprocess.run(command, capture_output=True, check=False, timeout=240)
    written = tmp_path / "ledger.fods"
    if not written.exists():
        lacking("LibreOffice has no Calc")
    text = written.read_text("utf-8")
    assert "table:formula" not in text
    cells = {"".join(cell.itertext()).strip() for cell in ET.fromstring(text).iter()}
    assert any(cell.endswith("-张") for cell in cells)
