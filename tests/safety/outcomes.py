"""What must hold whatever an issue says: how a build may end, and what its outputs then are."""

import contextlib
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pikepdf
import pypdfium2
from lxml import etree

from bulletin_cli.cli import main
from bulletin_cli.issue import texts
from bulletin_cli.reader import Reading, read

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SAID = {f"{_W}t", f"{_W}noBreakHyphen"}
_FAULT = re.compile(r"Traceback|The program itself is at fault \((?P<what>[^)]*)\)")
_OPTIONS = ("--ignore-system-fonts", "--to", "pdf", "--to", "docx")


class Broken(AssertionError):  # noqa: N818 - a verdict, not an error
    """Something that must always hold does not."""


def built(source: Path, *, thorough: bool = False) -> int:
    """Build an issue; its exit code.

    Args:
        source: the issue, in a folder of its own.
        thorough: whether validators look at the outputs too.

    Raises:
        Broken: a fault of the program, an output that is not whole, a character lost.
    """
    before = set(source.parent.iterdir())
    code = command("build", str(source), *_OPTIONS)
    new = {path.name for path in set(source.parent.iterdir()) - before}
    if code:
        if new:
            raise Broken(f"left over after {code}: {new}")
        return code
    if new != {f"{source.stem}.pdf", f"{source.stem}.docx"}:
        raise Broken(f"outputs {new}")
    whole(source, thorough=thorough)
    return 0


def command(*arguments: str) -> int:
    """Run a command line; its exit code, which is 0, 1 or 2."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(list(arguments))
    fault = _FAULT.search(said.getvalue())
    if fault:
        raise Broken(f"fault {fault['what']}")
    if code not in {0, 1, 2}:
        raise Broken(f"exit code {code}")
    return code


def whole(source: Path, *, thorough: bool) -> None:
    """Whether both outputs open and say all that the issue says."""
    reading = read(source)
    pdf, word = source.with_suffix(".pdf"), source.with_suffix(".docx")
    with pikepdf.open(pdf) as opened:
        if not len(opened.pages):
            raise Broken("no page")
    docx.Document(str(word))
    said_in_word = said_in_docx(word)
    missing = [text for text in wanted(reading) if text not in said_in_word]
    if missing:
        raise Broken(f"not in the DOCX: {missing[0][:60]!r}")
    said = said_in_pdf(pdf, reading)
    missing = [text for text in wanted(reading) if text not in said]
    if missing and shutil.which("pdftotext"):  # PDFium takes some marks for hyphens, some for space
        said = said_by_poppler(pdf, reading)
        missing = [text for text in missing if text not in said]
    if missing:
        raise Broken(f"not in the PDF: {missing[0][:60]!r}")
    if thorough:
        validated(pdf, word)


def wanted(reading: Reading) -> Iterator[str]:
    """What the sections say, paragraph by paragraph, without white space and brackets around it."""
    sections = reading.issue.sections
    cells = (cell for rows in reading.attached.rows.values() for row in rows for cell in row)
    for text in (*(printed.text for printed in texts(sections, ("sections",))), *cells):
        for paragraph in text.split("\n"):
            core = _plain(paragraph).strip("（）()【】[]：:")
            if core:
                yield core


def said_in_docx(path: Path) -> str:
    """All that the body of a DOCX says, in its order."""
    with zipfile.ZipFile(path) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    found = (each for each in tree.iter() if each.tag in _SAID)
    return _plain("".join(each.text or ("-" if each.tag != f"{_W}t" else "") for each in found))


def said_in_pdf(path: Path, reading: Reading) -> str:
    """All that a PDF says, its folios left out.

    Raises:
        Broken: a character does not stand on the paper.
    """
    opened = pypdfium2.PdfDocument(path)
    try:
        said = []
        for page in opened:
            text = page.get_textpage()
            said.append(text.get_text_range())
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                if min(left, bottom) < 0 or right > page.get_width() or top > page.get_height():
                    raise Broken(f"off the paper: {text.get_text_range(index, 1)!r}")
    finally:
        opened.close()
    return _joined(said, reading)


def said_by_poppler(path: Path, reading: Reading) -> str:
    """The same as another program reads it."""
    run = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return _joined(run.stdout.decode("utf-8").split("\f"), reading)


def _joined(pages: list[str], reading: Reading) -> str:
    wording = reading.profile.folio.wording
    said = []
    for number, page in enumerate(pages, 1):
        text = _plain(page)
        said.append(text.removesuffix(_plain(wording.format(page=number))))
    return "".join(said)


def _plain(text: str) -> str:
    return "".join(text.split())


def validated(pdf: Path, word: Path) -> None:
    """Whether validators find nothing: of PDF/A, of the structure of a PDF, of Open XML."""
    import page
    from openxml_audit import OpenXmlValidator

    if shutil.which("qpdf"):
        run = subprocess.run(["qpdf", "--check", pdf], capture_output=True, check=False)
        if run.returncode:
            raise Broken(f"qpdf: {run.stdout[-200:]!r}")
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(pdf.read_bytes(), profile=profile)
        if not report.is_compliant:
            raise Broken(f"{profile}: {[str(failure) for failure in report.failures][:2]}")
    found = OpenXmlValidator().validate(str(word))
    if found.errors:
        raise Broken(f"Open XML: {[str(error) for error in found.errors][:2]}")
