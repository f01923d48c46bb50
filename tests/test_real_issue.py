"""The main job, end to end: a published issue in, its text out of both files, nothing lost."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pypdfium2
import pytest

from bulletin_cli.fonts import FontSearch
from bulletin_cli.pipeline import build

ROOT = Path(__file__).parents[1]
PUBLISHED = ROOT / "tests" / "data" / "2021-09.txt"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("out")
    built = build(ROOT / "examples" / "2021-09.toml", folder, search=FontSearch(system=False))
    return {path.suffix: path.read_bytes() for path in built.outputs}


def bare(text: str) -> str:
    """A text without white space, which the extraction of the published PDF put anywhere."""
    return re.sub(r"\s", "", text)


def test_the_pdf_says_what_was_published(outputs: dict[str, bytes]) -> None:
    opened = pypdfium2.PdfDocument(outputs[".pdf"])
    pages = [bare(page.get_textpage().get_text_bounded()) for page in opened]
    opened.close()
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"—{number}—")
    text = "".join(page.removesuffix(f"—{number}—") for number, page in enumerate(pages, 1))
    assert text == bare(PUBLISHED.read_text(encoding="utf-8"))


def test_the_docx_says_what_was_published(outputs: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(outputs[".docx"])) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    text = "".join(body.itertext())
    assert bare(text) == bare(PUBLISHED.read_text(encoding="utf-8"))


def test_slips_stand_as_they_were_published(outputs: dict[str, bytes]) -> None:
    opened = docx.Document(io.BytesIO(outputs[".docx"]))
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    assert "\n，青海分公司" in text
    assert "新篇章（中铝物资 樊海啸）" in text
    assert "（山西新材料 ）" in text
    assert "（山西华圣  高旭荣）" in text


def test_again_gives_equal_bytes(outputs: dict[str, bytes], tmp_path: Path) -> None:
    built = build(ROOT / "examples" / "2021-09.toml", tmp_path, search=FontSearch(system=False))
    assert {path.suffix: path.read_bytes() for path in built.outputs} == outputs
