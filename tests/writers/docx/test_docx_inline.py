"""What the notation names, in the DOCX: styles of runs, links, breaks, levels that Word counts."""

from io import BytesIO

import docx
import pdfplumber
import pytest

from bulletin_cli.document import Paragraph, Run
from bulletin_cli.layout import lay_out
from bulletin_cli.levels import Levels
from bulletin_cli.profiles import load
from bulletin_cli.roles import LEVELS, Role
from bulletin_cli.writers import pdf
from bulletin_cli.writers.docx import write
from bulletin_cli.writers.docx.faces import Embedded

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "word/_rels/document.xml.rels"
ADDRESS, OTHER = "https://example.com/a?b=1&c=2", "mailto:a@example.com"


def of_runs(*runs, role=Role.BODY, number=None):
    return Paragraph(role, runs, number)


def body(text, **said):
    return Run(text, Role.BODY, **said)


@pytest.fixture
def written(document, profile, xml):
    """The parts of a document of these paragraphs."""

    def written(*paragraphs, profile=profile):
        return xml(write(document(None, paragraphs, ()), profile))

    return written


@pytest.fixture
def runs(written):
    """The runs of one paragraph: text and style of each."""

    def runs(paragraph):
        sample = written(paragraph)
        found = sample.paragraphs[0].iter(sample.W + "r")
        return [("".join(run.itertext()), sample.of(run, "rPr/rStyle")) for run in found]

    return runs


def test_strong_words_and_emphasis_have_word_s_own_styles(runs):
    parts = (body("讲"), Run("安全", Role.STRONG), Run("人民日报", Role.EMPHASIS))
    assert runs(of_runs(*parts)) == [("讲", None), ("安全", "Strong"), ("人民日报", "Emphasis")]


def test_their_styles_are_a_face_alone(written, profile):
    sample = written(of_runs(body("文")))
    for id_, face in (("Strong", "hei"), ("Emphasis", "kai")):
        (only,) = sample.style(id_).find(sample.W + "rPr")
        assert only.get(sample.W + "eastAsia") == profile.faces[face].name
    assert sample.style("Hyperlink").find(sample.W + "rPr") is None
    assert sample.style("Hyperlink").get(sample.W + "customStyle") is None


def test_a_house_s_face_is_listed(written):
    house = load({"faces": {"yuan": {"name": "幼圆"}}, "inline": {"strong": "yuan"}})
    sample = written(of_runs(Run("安全", Role.STRONG)), profile=house)
    fonts = {each.get(sample.W + "name") for each in sample.part("word/fontTable.xml")}
    assert "幼圆" in fonts
    assert sample.of(sample.style("Strong"), "rPr/rFonts", "eastAsia") == "幼圆"


@pytest.mark.parametrize(
    ("role", "size", "rise"),
    [(Role.BODY, 20, 12), (Role.STRONG, 20, 12), (Role.CREDIT, 20, 12)],
)
def test_a_superscript_is_as_small_and_high_as_the_profile_says(written, role, size, rise):
    sample = written(of_runs(body("m"), Run("2", role, raised=True)))
    raised = list(sample.paragraphs[0].iter(sample.W + "r"))[1]
    said = [sample.of(raised, f"rPr/{name}") for name in ("sz", "szCs", "position")]
    assert said == [str(size), str(size), str(rise)]


def test_a_forced_break(written):
    sample = written(of_runs(body("春风\n又绿\n")))
    (run,) = sample.paragraphs[0].iter(sample.W + "r")
    assert [each.tag.removeprefix(sample.W) for each in run] == ["rPr", "t", "br", "t", "br"]
    settings = sample.part("word/settings.xml")
    assert settings.find(f"{sample.W}compat/{sample.W}doNotExpandShiftReturn") is not None


def test_links_lead_where_they_say(written):
    sample = written(
        of_runs(
            body("见"),
            body("网", link=ADDRESS),
            Run("站", Role.STRONG, ADDRESS),
            body("或"),
            body("信", link=OTHER),
        ),
        of_runs(body("同上", link=ADDRESS)),
    )
    targets = {each.get("Id"): each for each in sample.part(RELATIONS)}
    links = list(sample.body.iter(sample.W + "hyperlink"))
    assert [sample.text(each) for each in links] == ["网站", "信", "同上"]
    found = [targets[each.get(R + "id")] for each in links]
    assert [each.get("Target") for each in found] == [ADDRESS, OTHER, ADDRESS]
    assert {each.get("TargetMode") for each in found} == {"External"}
    assert sum(each.get("TargetMode") == "External" for each in targets.values()) == 2
    styles = [sample.of(run, "rPr/rStyle") for run in links[0]]
    assert styles == ["Hyperlink", "Strong"]


def test_without_links_nothing_leads_out(written):
    sample = written(of_runs(body("文")))
    assert b"External" not in sample.archive.read(RELATIONS)


def numbered(*levels):
    counts, found = Levels(), []
    for level in levels:
        number = counts.next(level)
        role = LEVELS[level - 1]
        found.append(of_runs(Run("标题", role), role=role, number=number))
    return found


def test_levels_are_numbered_by_word(written, profile):
    sample = written(*numbered(1, 2, 2, 1), *numbered(3, 1))
    counted = [
        (sample.of(each, "pPr/numPr/numId"), sample.of(each, "pPr/numPr/ilvl"))
        for each in sample.paragraphs
    ]
    assert counted == [("1", "0"), ("1", "1"), ("1", "1"), ("1", "0"), ("2", "2"), ("2", "0")]
    assert {sample.text(each) for each in sample.paragraphs} == {"标题"}
    styles = [sample.style_of(each) for each in sample.paragraphs]
    assert styles == [f"Heading{level}" for level in (4, 5, 5, 4, 6, 4)]
    numbering = sample.part("word/numbering.xml")
    levels = numbering.findall(f"{sample.W}abstractNum/{sample.W}lvl")
    said = [[sample.of(each, name) for name in ("lvlText", "suff", "numFmt")] for each in levels]
    assert said == [
        ["%1、", "nothing", "chineseCountingThousand"],
        ["（%2）", "nothing", "chineseCountingThousand"],
        ["%3.", "nothing", "decimal"],
        ["（%4）", "nothing", "decimal"],
    ]
    starts = numbering.findall(f"{sample.W}num/{sample.W}lvlOverride/{sample.W}startOverride")
    assert [each.get(sample.W + "val") for each in starts] == ["1"] * 8


def test_a_number_looks_as_its_level_and_stands_as_its_paragraph(written):
    house = load({"text": {"body": {"indent": 1}}})
    level = Levels().next(2)
    run_in = of_runs(Run("成立专班。", Role.LEVEL_2), body("每月开会。"), number=level)
    sample = written(run_in, profile=house)
    assert sample.style_of(sample.paragraphs[0]) == "Normal"
    assert sample.of(sample.paragraphs[0], "pPr/ind", "firstLineChars") == "100"
    levels = sample.part("word/numbering.xml").findall(f"{sample.W}abstractNum/{sample.W}lvl")
    assert sample.of(levels[1], "pPr/ind", "firstLineChars") == "200"
    assert sample.of(levels[1], "rPr/rFonts", "eastAsia") == "楷体_GB2312"
    (first, second) = sample.paragraphs[0].iter(sample.W + "r")
    assert sample.of(first, "rPr/rStyle") == "RunIn2"
    assert sample.of(second, "rPr/rStyle") is None


def test_headings_have_outline_levels(written):
    sample = written(of_runs(body("文")))
    levels = [
        int(sample.of(sample.style(f"Heading{number}"), "pPr/outlineLvl")) + 1
        for number in (1, 2, 4, 5, 6, 7)
    ]
    assert levels == [1, 2, 4, 5, 6, 7]


def test_without_levels_there_is_no_numbering(written):
    assert "word/numbering.xml" not in written(of_runs(body("文"))).names


@pytest.mark.parametrize("role", [Role.BODY, Role.STRONG, Role.EMPHASIS])
@pytest.mark.parametrize("said", [{}, {"link": ADDRESS}, {"raised": True}])
def test_rare_characters_are_set_in_their_family_within_them(document, profile, xml, role, said):
    face = profile.style_of(role, Role.BODY).face
    embedded = Embedded({"Other": b"\0" * 64}, {("䶮", face): "Other"})
    paragraph = of_runs(Run("张䶮某", role, **said))
    sample = xml(write(document(None, [paragraph], ()), profile, embedded))
    runs = list(sample.paragraphs[0].iter(sample.W + "r"))
    assert ["".join(run.itertext()) for run in runs] == [*("张", "䶮", "某")]
    assert sample.of(runs[1], "rPr/rFonts", "eastAsia") == "Other"
    for name in ("rStyle", "position"):
        assert len({sample.of(run, f"rPr/{name}") for run in runs}) == 1
    assert len(list(sample.body.iter(sample.W + "hyperlink"))) == ("link" in said)


def test_python_docx_reads_links_and_text(document, profile):
    paragraph = of_runs(body("见"), body("网站", link=ADDRESS), body("。\n完"))
    opened = docx.Document(BytesIO(write(document(None, [paragraph], ()), profile)))
    (read,) = opened.paragraphs
    assert read.text == "见网站。\n完"
    assert [(link.text, link.url) for link in read.hyperlinks] == [("网站", ADDRESS)]


@pytest.fixture(scope="module")
def sheets(document, profile, faces, render, tmp_path_factory):
    """The same paragraphs as our pages and as LibreOffice sets the DOCX."""
    paragraphs = [
        of_runs(body("春风又绿江南岸，\n明月"), Run("何时", Role.STRONG), body("2", raised=True)),
        *numbered(*[1] * 21),
        *numbered(2, *[3] * 12, 4, 4, 2),
    ]
    issue = document(None, paragraphs, ())
    ours = tmp_path_factory.mktemp("inline") / "ours.pdf"
    ours.write_bytes(pdf.write(lay_out(issue, profile, faces.advance), faces))
    return ours, render({"inline": write(issue, profile)})["inline"]


def rows(path):
    """The lines of all pages as text, but for the folio."""
    with pdfplumber.open(path) as opened:
        return [line for page in opened.pages for line in page.extract_text().split("\n")[:-1]]


@pytest.mark.render
def test_libreoffice_counts_as_we_do(sheets):
    ours, theirs = map(rows, sheets)
    assert ours == theirs
    heads = [line.removesuffix("标题") for line in ours]
    assert {"十、", "十一、", "二十、", "二十一、", "（一）", "12.", "（2）", "（二）"} <= {*heads}


@pytest.mark.render
def test_a_superscript_stands_alike_in_both(sheets):
    places = []
    for path in sheets:
        with pdfplumber.open(path) as opened:
            chars = opened.pages[0].chars
        small = next(char for char in chars if char["text"] == "2" and char["size"] < 12)
        before = next(char for char in chars if char["text"] == "时")
        rise = small["matrix"][5] - before["matrix"][5]
        places.append((small["x0"], rise, small["size"]))
    assert places[0] == pytest.approx(places[1], abs=0.5)


@pytest.mark.render
def test_a_line_before_a_forced_break_is_not_stretched(sheets):
    for path in sheets:
        with pdfplumber.open(path) as opened:
            chars = opened.pages[0].chars
        first, second = (next(c for c in chars if c["text"] == text) for text in "春风")
        assert second["x0"] - first["x0"] == pytest.approx(442.2 / 28, abs=0.1)
