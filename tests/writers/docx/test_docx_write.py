"""The file as a whole: what is in it, in which order, and what is not."""

import datetime
import os
import subprocess
import sys
from io import BytesIO

import docx
import pytest

from bulletin_cli.document import Paragraph, Run
from bulletin_cli.roles import Role
from bulletin_cli.writers.docx import write

PARTS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/settings.xml",
    "word/styles.xml",
    "word/theme/theme1.xml",
]


@pytest.fixture(scope="module")
def sample(document, profile, xml):
    return xml(write(document(), profile))


def test_text_stands_in_reading_order(sample, document):
    issue = document()
    assert sample.texts == [
        "中铝股份党群工作",
        "2021年第9期（总第9期）",
        "党群工作部\t2021年5月17日",
        *(paragraph.text for paragraph in issue.body),
        "发放：公司领导，本部各部门、各实体企业",
        "抄送：集团党群工作部\t投稿邮箱：gfdqb1@chalco.com.cn",
        "",
    ]


def test_only_the_anchor_of_the_foot_is_empty(sample):
    empty = [sample.style_of(p) for p in sample.paragraphs if not sample.text(p)]
    assert empty == ["FootEnd"]


def test_without_foot_nothing_is_empty(document, profile, xml):
    written = xml(write(document(foot=()), profile))
    assert all(written.texts)
    assert written.body.find(written.W + "tbl") is None


def test_the_package_holds_nothing_else(sample):
    assert sorted(sample.names) == PARTS
    everything = b"".join(sample.archive.read(name) for name in sample.names)
    for leftover in (b"python-docx", b"asciiTheme", b"eastAsiaTheme", b"ja-JP", b"Calibri"):
        assert leftover not in everything
    assert b"TargetMode" not in sample.archive.read("word/_rels/document.xml.rels")


def test_every_style_referred_to_is_there(sample):
    styles = sample.part("word/styles.xml").findall(sample.W + "style")
    known = {style.get(sample.W + "styleId") for style in styles}
    for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml"):
        root = sample.part(name)
        used = [e.get(sample.W + "val") for tag in ("pStyle", "rStyle") for e in _iter(root, tag)]
        assert used
        assert set(used) <= known


def _iter(root, tag):
    return root.iter("{*}" + tag)


def test_formatting_is_in_the_styles(sample):
    """Runs name a style and their script; paragraphs a style, the last keeps with the foot."""
    paragraphs = sample.paragraphs
    last = paragraphs[-4]
    assert sample.text(last).startswith("（本期")
    for paragraph in paragraphs:
        tags = [child.tag.rpartition("}")[2] for child in paragraph[0]]
        in_foot = sample.style_of(paragraph) == "Foot"
        allowed = ["pStyle", *(["keepNext"] if paragraph is last else [])]
        assert tags == allowed + (["ind"] if in_foot else [])
    name, *others = paragraphs
    for paragraph in others:
        for properties in _iter(paragraph, "rPr"):
            tags = [child.tag.rpartition("}")[2] for child in properties]
            assert tags in (["rFonts"], ["rStyle", "rFonts"])
    assert [len(properties) for properties in _iter(name, "rPr")] == [1, 2]


def test_runs_that_differ_have_their_style(sample):
    found = {sample.text(run): sample.of(run, "rPr/rStyle") for run in _iter(sample.body, "r")}
    assert found["（山西华圣  高旭荣）"] == "Credit"
    assert found["（连载之三）"] == "SeriesNote"
    assert found["习近平谈党的传家宝——群众路线。"] == "Lead"
    assert found["提升了学习质量。"] is None


def test_every_run_is_chinese(sample):
    """Word then takes “ ” — … · for Chinese marks."""
    for run in _iter(sample.body, "r"):
        assert sample.of(run, "rPr/rFonts", "hint") == "eastAsia"


@pytest.mark.parametrize(
    "words", ["<w:br/>&]]>&amp;", "山西华圣  高旭荣 ", " a  b", "‘“”’·…—", "镕喆堃䶮𬭎𠅤", "\"'>"]
)
def test_every_character_comes_back(document, text, profile, xml, words):
    written = write(document(body=[text(words)]), profile)
    assert xml(written).texts[3] == words
    assert docx.Document(BytesIO(written)).paragraphs[3].text == words


def test_unusual_roles_stand_in_the_body(document, profile, xml):
    body = [Paragraph(Role.CREDIT, (Run("（央视网）", Role.CREDIT), Run("", Role.BODY)))]
    written = xml(write(document(body=body), profile))
    paragraph = written.paragraphs[3]
    assert written.style_of(paragraph) == "Normal"
    assert len(paragraph) == 2
    assert written.of(paragraph, "r/rPr/rStyle") == "Credit"


def test_an_empty_document_is_a_document(document, profile):
    written = write(document(None, (), ()), profile)
    assert docx.Document(BytesIO(written)).paragraphs == []


def test_equal_input_gives_equal_bytes(document, profile):
    assert write(document(), profile) == write(document(), profile)


def test_bytes_depend_neither_on_clock_nor_on_hash_seed(sample):
    assert {entry.date_time for entry in sample.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in sample.archive.infolist()} == {0}
    program = (
        "import datetime, hashlib\n"
        "from bulletin_cli.document import Document, Metadata\n"
        "from bulletin_cli.profiles import load\n"
        "from bulletin_cli.writers.docx import write\n"
        "about = Metadata('a', 'b', 'c', ('d',), datetime.date(2021, 5, 17))\n"
        "print(hashlib.sha256(write(Document(about, None, (), ()), load())).hexdigest())"
    )
    found = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", program]
        result = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
        found.add(result.stdout)
    assert len(found) == 1


def test_metadata_is_the_issue_s(document, profile):
    written = write(document(title="题" * 300, keywords=("学·习之路", "a & b")), profile)
    about = docx.Document(BytesIO(written)).core_properties
    assert about.title == "题" * 300
    assert (about.author, about.subject) == ("党群工作部", "简报")
    assert about.keywords == "学·习之路; a & b"
    day = datetime.datetime(2021, 5, 17, tzinfo=datetime.UTC)
    assert about.created == about.modified == day
    assert about.last_modified_by == ""


def test_what_is_unknown_is_left_out(document, profile, xml):
    written = xml(write(document(author="", subject="", keywords=()), profile))
    tags = {child.tag.rpartition("}")[2] for child in written.part("docProps/core.xml")}
    assert tags == {"title", "language", "created", "modified"}


def test_python_docx_changes_a_sentence(document, profile):
    opened = docx.Document(BytesIO(write(document(), profile)))
    opened.paragraphs[4].runs[0].text = "改过的一句。"
    saved = BytesIO()
    opened.save(saved)
    again = docx.Document(saved)
    assert again.paragraphs[4].text.startswith("改过的一句。")
    assert again.paragraphs[4].style.name == "Normal"
    assert next(p.text for p in again.paragraphs if p.style.name == "Heading 1") == "学·习之路"
