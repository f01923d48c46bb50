"""Objects that are written as bytes: what stands between a stream's data and its end."""

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from bulletin_cli.writers.pdf.objects import Stream


@pytest.mark.parametrize("data", [b"data", b"data\r", b"data\n", b"data\r\n", b""])
def test_the_end_of_line_before_the_end_is_no_part_of_the_data(data: bytes) -> None:
    """However many of the ends of line a reader takes for one, ``/Length`` says where data end."""
    written = Stream("", data).format(PDFDocument())
    head, rest = written.split(b"stream\n", 1)
    assert f"/Length {len(data)}".encode() in head
    assert rest == data + b"\r\nendstream\n"
