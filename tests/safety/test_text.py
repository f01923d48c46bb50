"""Text stays text: what is invisible is told, what no page holds refused, markup given back."""

import io
import re
import shutil
import subprocess
import zipfile

import pikepdf
import pytest
from lxml import etree

INVISIBLE = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0xFEFF, 0xE000, 0xF8FF]
FIELDS = ("text", "lead", "credit", "title", "comment")


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_invisible_is_told_with_its_place(bulletin, issue, no_output, field):
    for code in INVISIBLE:
        issue(f"{code:x}.json", {"text": "会议。", field: f"会议{chr(code)}召开。"})
    done = bulletin("build", ".", "-o", "out")
    assert done.code == 1
    for code in INVISIBLE:
        assert re.search(rf"{code:x}\.json:1:\d+: .*U\+{code:04X}", done.err), f"{code:x}"
    assert no_output()


@pytest.mark.parametrize("code", [0x1, 0xB, 0x7F, 0x85, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0xDC00])
@pytest.mark.parametrize("field", FIELDS)
def test_what_xml_cannot_hold_is_refused(bulletin, issue, no_output, field, code):
    done = bulletin("build", issue(item={"text": "会议。", field: f"会{chr(code)}议。"}))
    assert done.code == 1
    assert re.search(r"issue\.json:1:\d+: E114", done.err)
    assert no_output()


MARKUP = '<w:br/>&]]><!-- --><w:instrText>HYPERLINK "x"</w:instrText>&amp;%s{0}{path}${x}\\(x)>>'
"""Markup of DOCX and PDF, placeholders of templates: to a reader they are only characters."""


@pytest.fixture
def outputs(bulletin, issue, tmp_path):
    """Both outputs of an issue that says markup everywhere."""
    name = ") /JS (x) \\ </rdf:li> endobj"
    foot = [{"label": "<报&>", "text": MARKUP, "right": {"label": "\\(", "text": "]]>"}}]
    house = {"name": name, "office": MARKUP, "secrecy": MARKUP[:34], "unit": MARKUP, "foot": foot}
    table = {"caption": MARKUP, "header": [MARKUP[:8]] * 2, "rows": [["=1+1", "@SUM(1)"]]}
    item = dict.fromkeys(FIELDS, MARKUP) | {"blocks": [{"table": table}, {"text": "完。"}]}
    source = issue(item=item, publication=house, signatures=[{"label": "审", "text": MARKUP}])
    done = bulletin("build", source, "--ignore-system-fonts")
    assert done.code == 0, done.err
    return source.with_suffix(".pdf"), source.with_suffix(".docx")


def plain(text: str) -> str:
    return "".join(text.split())


def test_markup_comes_back_as_text(outputs):
    pdf, docx = outputs
    with zipfile.ZipFile(docx) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    texts = tree.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    said = plain("".join(each.text or "" for each in texts))
    assert said.count(plain(MARKUP)) >= 6
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing")
    command = ["pdftotext", "-raw", str(pdf), "-"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert plain(printed).count(plain(MARKUP)) >= 6


ACTIVE = re.compile(r"/(JS|JavaScript|OpenAction|Launch|AA|SubmitForm|EmbeddedFile|RichMedia)$")


def test_a_pdf_does_nothing(outputs):
    pdf, _docx = outputs
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", "--check", str(pdf)], check=True, capture_output=True)
    with pikepdf.open(pdf) as opened:
        names = set()
        for each in opened.objects:
            if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
                names |= set(each.keys()) | {str(v) for v in each.values() if _is_name(v)}
        assert not [name for name in names if ACTIVE.match(name)]
        assert "/JS" in str(opened.docinfo.get("/Title"))
        xmp = opened.Root.Metadata.read_bytes()
        etree.fromstring(xmp[xmp.index(b"<x:") :].rsplit(b"<?", 1)[0])


def _is_name(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and isinstance(value, pikepdf.Name)


FIELD_WORDS = {"PAGE", "NUMPAGES", "PAGEREF", "TOC", "HYPERLINK", "SEQ", "STYLEREF"}
FORBIDDEN = re.compile(
    r"vbaProject|attachedTemplate|oleObject|package/.*embed|afchunk|activeX|externalLink"
)


def test_a_docx_leads_nowhere(outputs):
    _pdf, docx = outputs
    with zipfile.ZipFile(docx) as package:
        for name in package.namelist():
            data = package.read(name)
            assert not FORBIDDEN.search(name), name
            if name.endswith((".xml", ".rels")):
                etree.fromstring(data)
            if name.endswith(".rels") or "Content_Types" in name:
                assert b'TargetMode="External"' not in data
                assert not FORBIDDEN.search(data.decode())
            for code in re.findall(rb"<w:instrText[^>]*>([^<]*)<", data):
                assert code.decode().split()[0] in FIELD_WORDS, code
                assert b"x" not in code.replace(b"HYPERLINK", b"")
            assert b"attachedTemplate" not in data


def test_only_a_link_that_was_written_leads_out(bulletin, issue):
    source = issue(item={"text": "见{链：网站｜https://example.com/a?b=1&c=2}。"})
    assert bulletin("build", source).code == 0
    with zipfile.ZipFile(source.with_suffix(".docx")) as package:
        rels = [package.read(n) for n in package.namelist() if n.endswith(".rels")]
    assert sum(data.count(b'TargetMode="External"') for data in rels) == 1
    for address in ("file:///etc/passwd", "javascript:alert(1)", "\\\\host\\x", "ftp://x/y", "//x"):
        assert bulletin("build", issue(item={"text": f"见{{链：网站｜{address}}}。"})).code == 1


def test_a_wording_reaches_no_attribute(bulletin, issue, no_output):
    for wording in ("{year.__class__}", "{number!r}", "{0}", "{year:>999999999}", "{}{number}"):
        done = bulletin("build", issue(publication={"name": "刊", "numbering": wording}, number=1))
        assert done.code == 1
        assert "E121" in done.err
        assert no_output()


def test_what_is_in_the_outputs_only_is_of_the_issue(bulletin, issue, tmp_path, write, monkeypatch):
    """No user, no machine, no folder, no time; nothing of a camera."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F], exif[0x0132] = "SecretCamera", "2001:01:01 00:00:00"
    exif.get_ifd(0x8825)[2] = (39.0, 54.0, 20.0)
    file = io.BytesIO()
    options = {"exif": exif.tobytes(), "comment": b"SecretNote"}
    Image.new("RGB", (80, 40), "red").save(file, "JPEG", **options)
    write("x.jpg", file.getvalue())
    picture = {"pictures": [{"file": "x.jpg", "alt": "图"}]}
    source = issue(item={"text": "会议。", "blocks": [picture]})
    variables = {"USER": "secretuser", "LOGNAME": "secretuser", "HOSTNAME": "secrethost"}
    kinds = ("--to", "pdf", "--to", "docx", "--report", "--to", "png")
    assert bulletin("build", source, "-o", "out", *kinds, **variables).code == 0
    import platform

    secrets = [b"Secret", b"secretuser", b"secrethost", str(tmp_path).encode(), b"GPS", b"Exif"]
    secrets += [platform.node().encode()] if len(platform.node()) > 4 else []
    for path in (each for each in tmp_path.joinpath("out").rglob("*") if each.is_file()):
        for name, data in _parts(path):
            for secret in secrets:
                assert secret not in data, (path.name, name, secret)
                assert secret.decode().encode("utf-16-be") not in data, (path.name, name, secret)


def _parts(path):
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            yield from ((name, package.read(name)) for name in package.namelist())
    elif path.suffix == ".pdf":
        with pikepdf.open(path) as opened:
            for number, each in enumerate(opened.objects):
                if isinstance(each, pikepdf.Stream) and "/DCTDecode" not in str(
                    each.get("/Filter")
                ):
                    yield f"{number}", each.read_bytes()
                elif isinstance(each, pikepdf.Stream):
                    yield f"{number}", each.read_raw_bytes()
    yield "raw", path.read_bytes()
