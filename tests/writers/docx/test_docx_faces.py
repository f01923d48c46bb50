"""Faces that travel in the file: how they are stored, and which runs name them."""

import re
from io import BytesIO

import docx
import pytest

from bulletin_cli.document import FootLine, Masthead, Run
from bulletin_cli.roles import Role
from bulletin_cli.writers.docx import Embedded, write

FONT = bytes(range(200)) * 2
EMBEDDED = Embedded(
    {"仿宋_GB2312": FONT, "Bulletin Rare": FONT[::-1]},
    {
        **{("䶮", face): "Bulletin Rare" for face in ("fangsong", "hei", "xiaobiaosong", "kai")},
        ("癸", "song"): "Bulletin Rare",
    },
)
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"


@pytest.fixture(scope="module")
def sample(document, profile, xml):
    return xml(write(document(), profile, EMBEDDED))


def listed(sample):
    fonts = sample.part("word/fontTable.xml")
    return {font.get(sample.W + "name"): font for font in fonts}


def test_a_face_comes_back_with_its_key(sample):
    fonts, relations = listed(sample), sample.part("word/_rels/fontTable.xml.rels")
    targets = {each.get("Id"): each for each in relations}
    for name, data in EMBEDDED.files.items():
        embedded = fonts[name].find(sample.W + "embedRegular")
        relation = targets[embedded.get(R + "id")]
        assert relation.get("Type") == RELATION
        key = embedded.get(sample.W + "fontKey")
        assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", key)
        stored = sample.archive.read("word/" + relation.get("Target"))
        mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
        assert bytes(a ^ b for a, b in zip(stored[:32], mask, strict=True)) == data[:32]
        assert stored[32:] == data[32:]


def test_faces_have_their_type_and_the_settings_say_so(sample):
    types = sample.part("[Content_Types].xml")
    found = {e.get("PartName"): e.get("ContentType") for e in types}
    obfuscated = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    assert found["/word/fonts/font1.odttf"] == found["/word/fonts/font2.odttf"] == obfuscated
    tags = [child.tag.rpartition("}")[2] for child in sample.part("word/settings.xml")]
    assert tags[:3] == ["zoom", "embedTrueTypeFonts", "saveSubsetFonts"]


def test_each_face_is_listed_once(sample, profile):
    names = [font.get(sample.W + "name") for font in sample.part("word/fontTable.xml")]
    assert len(names) == len(set(names))
    used = {profile.faces[style.face].name for style in profile.text.values()}
    assert set(names) == used | {"Bulletin Rare"}
    assert sample.of(listed(sample)["黑体"], "embedRegular", "fontKey") is None


def test_without_embedded_faces_nothing_is_said_of_them(document, profile, xml):
    plain = xml(write(document(body=[]), profile))
    assert not [name for name in plain.names if "fonts/" in name or "fontTable.xml.rels" in name]
    settings = plain.part("word/settings.xml")
    assert settings.find(plain.W + "embedTrueTypeFonts") is None


def test_a_face_has_the_same_key_each_time(document, profile):
    assert write(document(), profile, EMBEDDED) == write(document(), profile, EMBEDDED)


def faces(written, paragraph):
    return [
        (written.text(run), written.of(run, "rPr/rFonts", "eastAsia"))
        for run in paragraph.iter(written.W + "r")
    ]


def test_runs_are_parted_where_a_face_lacks_a_character(document, text, profile, xml):
    masthead = Masthead("某䶮简报", None, None, "䶮部", "5月7日", (Run("䶮密", Role.SECRECY),))
    foot = [FootLine("报：", "李䶮", "䶮" * 30)]
    written = xml(write(document(masthead, [text("李䶮䶮、王䶮。")], foot), profile, EMBEDDED))
    rare = "Bulletin Rare"
    mark, name, office, body, row, right, _end = written.paragraphs
    assert faces(written, mark) == [("䶮", rare), ("密", None)]
    assert faces(written, name) == [("某", None), ("䶮", rare), ("简", None), ("报", None)]
    assert faces(written, office) == [("䶮", rare), ("部", None), ("\t", None), ("5月7日", None)]
    assert faces(written, body) == [
        *(("李", None), ("䶮䶮", rare)),
        *(("、王", None), ("䶮", rare), ("。", None)),
    ]
    assert faces(written, row) == [("报：李", None), ("䶮", rare)]
    assert faces(written, right) == [("䶮" * 30, rare)]
    assert written.texts[3] == "李䶮䶮、王䶮。"


def test_a_parted_run_keeps_its_style_and_spacing(document, profile, xml, head):
    from bulletin_cli.document import Paragraph

    lead = Paragraph(Role.BODY, (Run("李䶮", Role.LEAD),))
    written = xml(write(document(Masthead("某简䶮"), [lead], ()), profile, EMBEDDED))
    name, body = written.paragraphs
    runs = list(body.iter(written.W + "r"))
    assert [written.of(run, "rPr/rStyle") for run in runs] == ["Lead", "Lead"]
    scripts = ("ascii", "hAnsi", "eastAsia", "cs", "hint")
    said = [written.of(runs[1], "rPr/rFonts", script) for script in scripts]
    assert said == [*["Bulletin Rare"] * 4, "eastAsia"]
    assert written.of(list(name.iter(written.W + "r"))[-1], "rPr/spacing") == "0"


def test_the_folio_too(document, xml):
    from bulletin_cli.profiles import load

    profile = load({"folio": {"wording": "癸{page}"}})
    written = xml(write(document(), profile, EMBEDDED))
    for footer in ("word/footer1.xml", "word/footer2.xml"):
        assert faces(written, written.part(footer))[0] == ("癸", "Bulletin Rare")


def test_a_logo_stays_as_it_is(document, profile, xml, logo):
    written = xml(write(document(Masthead(logo=logo), []), profile, EMBEDDED))
    assert written.body.find(".//{*}drawing") is not None


def test_python_docx_keeps_the_faces(document, profile, xml):
    opened = docx.Document(BytesIO(write(document(), profile, EMBEDDED)))
    saved = BytesIO()
    opened.save(saved)
    again = xml(saved.getvalue())
    assert {"word/fonts/font1.odttf", "word/fonts/font2.odttf"} <= set(again.names)
