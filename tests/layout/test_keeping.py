"""Whether the last paragraph may be kept with the foot: all but where a full page parts it."""

import datetime

import pytest

from bulletin_cli.document import Document, FootLine, Metadata, Paragraph, Run
from bulletin_cli.layout import lay_out
from bulletin_cli.layout.keeping import may_keep
from bulletin_cli.roles import Role

ABOUT = Metadata("", "", "", (), datetime.date(2021, 5, 17))
FOOT = (FootLine("报：", "公司", ""), FootLine("送：", "部门", ""))


def kept(before: int, lines: int, profile, foot=FOOT) -> bool:
    """Of an issue of so many lines and a last paragraph of so many more; the foot takes two."""
    one = Paragraph(Role.BODY, (Run("一行。", Role.BODY),))
    last = Paragraph(Role.BODY, (Run("国" * (26 + 28 * (lines - 1)), Role.BODY),))
    document = Document(ABOUT, None, (*[one] * before, *([last] if lines else [])), foot)
    return may_keep(lay_out(document, profile, lambda _char, _face: 1.0), profile)


@pytest.mark.parametrize("before", [0, 5, 17])
def test_on_one_page(profile, before):
    assert kept(before, 3, profile)


def test_whole_on_the_last_of_two_pages(profile):
    assert kept(22, 6, profile)
    assert kept(30, 1, profile)


@pytest.mark.parametrize("before", [17, 18, 20, 21])
def test_run_over_from_a_full_page(profile, before):
    assert not kept(before, 6, profile)
    assert not kept(before, 40, profile)


@pytest.mark.parametrize("lines", [1, 2, 6, 18, 21])
def test_a_line_goes_over_for_the_foot_alone(profile, lines):
    assert kept(21 - lines, lines, profile)
    assert kept(22 - lines, lines, profile)


def test_no_text_and_no_foot(profile):
    assert kept(0, 0, profile)
    assert kept(0, 6, profile, ())
