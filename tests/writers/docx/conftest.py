"""Documents to write, and what reads them back: as XML, and as pages that LibreOffice renders."""

import datetime
import os
import shutil
import struct
import subprocess
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from bulletin_cli.document import (
    Document,
    FootLine,
    Masthead,
    Metadata,
    Paragraph,
    Picture,
    Run,
)
from bulletin_cli.fonts import FontFile
from bulletin_cli.fonts.naming import FAMILY, FULL, POSTSCRIPT, renamed
from bulletin_cli.layout import lay_out, settle
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role
from bulletin_cli.writers.docx import write

FACES = Path(__file__).parents[3] / "fonts"
STAND_INS = {
    "方正小标宋简体": "Bulletin XiaoBiaoSong",
    "仿宋_GB2312": "Bulletin FangSong",
    "黑体": "Bulletin Hei",
    "楷体_GB2312": "Bulletin Kai",
    "宋体": "Bulletin Song",
    "思源宋体": "Bulletin Song",  # a house's own faces, in the examples
    "思源黑体": "Bulletin Hei",
}
HEAD = Masthead("中铝股份党群工作", None, "2021年第9期（总第9期）", "党群工作部", "2021年5月17日")
FOOT = (
    FootLine("发放：", "公司领导，本部各部门、各实体企业", ""),
    FootLine("抄送：", "集团党群工作部", "投稿邮箱：gfdqb1@chalco.com.cn"),
)
BODY = (
    (Role.SECTION, (Role.SECTION, "学·习之路")),
    (
        Role.BODY,
        (Role.LEAD, "习近平谈党的传家宝——群众路线。"),
        (
            Role.BODY,
            "“群众路线是我们党的生命线和根本工作路线，是我们党永葆青春活力和战斗力的重要传家宝。”"
            "他不仅是群众路线的倡导者，更是群众路线的践行者。",
        ),
    ),
    (
        Role.BODY,
        (Role.BODY, "形成228项工作台账，投资100余万元，完好率提高至99.8%……"),
        (Role.CREDIT, "（山西华圣  高旭荣）"),
    ),
    (Role.SECTION, (Role.SECTION, "践·铝之行")),
    (Role.PART, (Role.PART, "党史学习教育进行篇")),
    (Role.BODY, (Role.BODY, "提升了学习质量。"), (Role.CREDIT, "（央视网）")),
    (Role.SECTION, (Role.SECTION, "展事迹·学风采"), (Role.NOTE, "（连载之三）")),
    (Role.GROUP, (Role.GROUP, "【2021年中铝集团劳动模范】")),
    (Role.BODY, (Role.BODY, "年节省清理费用7200元。"), (Role.CREDIT, "（山西新材料）")),
    (Role.COLLECTED, (Role.COLLECTED, "（本期信息采集时间：5月11日—5月14日）")),
)


def paragraph(role, *runs):
    return Paragraph(role, tuple(Run(text, kind) for kind, text in runs))


def _document(masthead=HEAD, body=None, foot=FOOT, **metadata):
    if body is None:
        body = tuple(paragraph(role, *runs) for role, *runs in BODY)
    about = {
        "title": "中铝股份党群工作 2021年第9期（总第9期）",
        "author": "党群工作部",
        "subject": "简报",
        "keywords": ("学·习之路", "践·铝之行"),
        "date": datetime.date(2021, 5, 17),
    }
    return Document(Metadata(**{**about, **metadata}), masthead, tuple(body), tuple(foot))


def _text(text, role=Role.BODY):
    return paragraph(role, (role, text))


def _chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _png(width, height):
    row = b"\x00" + b"\xcc\x00\x00" * width
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(row * height)),
            _chunk(b"IEND", b""),
        )
    )


@pytest.fixture(scope="session")
def document():
    """Builds a document: the sample issue with what the test wants otherwise."""
    return _document


@pytest.fixture(scope="session")
def text():
    """Builds a paragraph of one run."""
    return _text


@pytest.fixture(scope="session")
def head():
    return HEAD


@pytest.fixture(scope="session")
def logo():
    return Picture(_png(300, 50), 300, 50, "中铝股份党群工作")


@pytest.fixture(scope="session")
def profile():
    return load()


class Xml:
    """The parts of a DOCX, and shorthand to ask them."""

    W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

    def __init__(self, content):
        self.archive = zipfile.ZipFile(BytesIO(content))
        self.names = self.archive.namelist()

    def part(self, name):
        return etree.fromstring(self.archive.read(name))

    @property
    def body(self):
        return self.part("word/document.xml")[0]

    @property
    def paragraphs(self):
        return list(self.body.iter(self.W + "p"))

    @property
    def texts(self):
        return [self.text(paragraph) for paragraph in self.paragraphs]

    def text(self, element):
        tags = {self.W + "t": lambda e: e.text, self.W + "tab": lambda e: "\t"}
        runs = element.iter(self.W + "r")
        return "".join(tags[e.tag](e) for run in runs for e in run if e.tag in tags)

    def style(self, id_):
        styles = self.part("word/styles.xml").findall(self.W + "style")
        return next(style for style in styles if style.get(self.W + "styleId") == id_)

    def of(self, element, path, name="val"):
        """An attribute of what stands at a path, both in the ``w`` namespace."""
        found = element.find("/".join(self.W + step for step in path.split("/")))
        return None if found is None else found.get(self.W + name)

    def style_of(self, paragraph):
        return self.of(paragraph, "pPr/pStyle")


@pytest.fixture(scope="session")
def xml():
    return Xml


FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{faces}</dir><cachedir>{cache}</cachedir>{aliases}</fontconfig>
"""
ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'


@pytest.fixture(scope="session")
def as_built(faces):
    """Writes a document as ``bulletin build`` does: our own pages say what is kept."""

    def written(document, profile):
        pages = lay_out(document, profile, faces.advance)
        settled = settle(document, pages, profile, faces.advance)
        return write(document, profile, settled=settled)

    return written


def _latin(folder):
    """A folder with one font of Latin letters: without any LibreOffice does not start."""
    folder.mkdir(exist_ok=True)
    whole = FontFile(FACES / "BulletinHei.ttf", 0, "Bulletin Hei")
    letters = whole.part(map(chr, range(0x20, 0x7F)))
    names = {FAMILY: "Latin", FULL: "Latin", POSTSCRIPT: "Latin"}
    (folder / "latin.ttf").write_bytes(renamed(letters, names))
    return folder


@pytest.fixture(scope="session")
def render(tmp_path_factory, lacking):
    """Renders DOCX files to PDF as LibreOffice does, the bundled faces under their official names.

    Takes ``{name: bytes}``, gives ``{name: path of the PDF}``; one start for all of them. Without
    ``known`` the machine has no face but one of Latin letters, and what travels in the files.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        lacking("LibreOffice is not installed")
    if not list(FACES.glob("*.ttf")):
        lacking("the bundled faces are not built")
    home = tmp_path_factory.mktemp("office")
    aliases = "".join(ALIAS.format(*pair) for pair in STAND_INS.items())

    def rendered(files, known=True):
        config, folders = home / f"fonts-{known}.conf", FACES if known else _latin(home / "latin")
        cache, pairs = home / f"cache-{known}", aliases if known else ""
        config.write_text(FONTCONFIG.format(faces=folders, cache=cache, aliases=pairs), "utf-8")
        folder = tmp_path_factory.mktemp("render")
        for name, content in files.items():
            (folder / f"{name}.docx").write_bytes(content)
        sources = sorted(str(path) for path in folder.glob("*.docx"))
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={home.as_uri()}/profile",
                *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
                *sources,
            ],
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {name: folder / f"{name}.pdf" for name in files}

    return rendered
