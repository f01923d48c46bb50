"""The examples: right to the proofreader, archival, and houses that look plainly different."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import page as validation
import pypdfium2
import pytest
from lxml import etree

from bulletin_cli.assemble import assemble
from bulletin_cli.document import Document, Paragraph
from bulletin_cli.fonts import FontSearch
from bulletin_cli.layout import lay_out
from bulletin_cli.pages import Glyphs, Pages, Stroke
from bulletin_cli.pipeline import build, ready, validate
from bulletin_cli.writers.docx.markup import W

EXAMPLES = Path(__file__).parents[1] / "examples"
OURS = FontSearch(system=False)
NAMES = re.compile(r'^\s*"?publication"?\s*[=:]', re.MULTILINE)
"""What an issue says and a publication does not."""
ISSUES = sorted(
    path
    for path in EXAMPLES.rglob("*")
    if path.suffix in {".toml", ".json"} and NAMES.search(path.read_text("utf-8"))
)
PUBLISHED = EXAMPLES / "2021-09.toml"
HOUSES = sorted(path for path in ISSUES if path.parent != EXAMPLES)


def name(path: Path) -> str:
    return path.relative_to(EXAMPLES).as_posix()


@pytest.mark.parametrize("path", [path for path in ISSUES if path != PUBLISHED], ids=name)
def test_the_proofreader_finds_nothing(path: Path) -> None:
    assert [each.message for each in validate(path, OURS).diagnostics] == []


@pytest.mark.parametrize("path", ISSUES, ids=name)
def test_it_is_archival(path: Path, tmp_path: Path) -> None:
    (output,) = build(path, tmp_path, ["pdf"], OURS).outputs
    for profile in (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1):
        report = validation.validate_pdf_bytes(output.read_bytes(), profile=profile)
        assert report.is_compliant, (profile, [str(failure) for failure in report.failures])
    if shutil.which("qpdf"):
        done = subprocess.run(["qpdf", "--check", output], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def laid_out(path: Path) -> Pages:
    it = ready(path, OURS)
    document = assemble(it.reading.issue, it.reading.logo, it.reading.attached)
    return lay_out(document, it.reading.profile, it.faces.advance)


def look(pages: Pages) -> dict[str, object]:
    """What is plain to see of a first page."""
    items = pages.pages[0].items
    glyphs = [item for item in items if isinstance(item, Glyphs)]
    largest = max(glyphs, key=lambda item: item.size)
    rules = [item for item in items if isinstance(item, Stroke) and not item.step]
    text = max(
        (g for page in pages.pages for g in page.items if isinstance(g, Glyphs)),
        key=lambda item: len(item.text),
    )
    return {
        "name": (largest.face, round(largest.size), largest.colour),
        "rules": [(round(rule.width), rule.weight, rule.colour) for rule in rules],
        "text": (text.face, text.size),
    }


def test_houses_look_different() -> None:
    looks = [look(laid_out(path)) for path in HOUSES]
    assert len(looks) == 3
    for key in ("name", "rules"):
        assert len({str(each[key]) for each in looks}) == len(looks), key
    assert len({str(each["text"]) for each in looks}) > 1


@pytest.mark.parametrize("path", HOUSES, ids=name)
def test_a_house_shows_itself_on_a_few_pages(path: Path) -> None:
    pages = laid_out(path)
    assert 3 <= len(pages.pages) <= 6
    assert pages.fallbacks == ()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pdf_text(data: bytes) -> str:
    """What a reader takes out of the PDF; of each page the folio, which comes last, left out."""
    opened = pypdfium2.PdfDocument(data)
    try:
        texts = [squeezed(page.get_textpage().get_text_bounded()) for page in opened]
    finally:
        opened.close()
    return "".join(re.sub(rf"—?{number}—?$", "", text) for number, text in enumerate(texts, 1))


def docx_text(data: bytes) -> str:
    """The characters of the DOCX; levels are not among them, for Word counts those itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        story = etree.fromstring(archive.read("word/document.xml"))
    return squeezed("".join(each.text or "" for each in story.iter(f"{{{W}}}t")))


@pytest.mark.parametrize("path", HOUSES, ids=name)
def test_both_outputs_give_the_text_back_in_order(path: Path, tmp_path: Path) -> None:
    it = ready(path, OURS)
    document = assemble(it.reading.issue, it.reading.logo, it.reading.attached)
    below = [each.label + each.left for each in (*document.signatures, *document.foot)]
    printed = [*(block.text for block in paragraphs(document)), *below]
    typed = ["".join(run.text for run in block.runs) for block in paragraphs(document)]
    pdf, docx = (output.read_bytes() for output in build(path, tmp_path, search=OURS).outputs)
    for text, said in ((pdf_text(pdf), printed), (docx_text(docx), [*typed, *below])):
        at = 0
        for each in map(squeezed, said):
            found = text.find(each, at)
            assert found >= 0, (each, text[at : at + 80])
            at = found + len(each)


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.body if isinstance(block, Paragraph)]
