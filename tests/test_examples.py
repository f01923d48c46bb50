"""The examples: right to the proofreader, archival, and houses that look plainly different."""

import re
import shutil
import subprocess
from pathlib import Path

import page as validation
import pytest

from bulletin_cli.assemble import assemble
from bulletin_cli.fonts import FontSearch
from bulletin_cli.layout import lay_out
from bulletin_cli.pages import Glyphs, Pages, Stroke
from bulletin_cli.pipeline import build, ready, validate

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
    document = assemble(it.reading.issue, it.reading.logo)
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
