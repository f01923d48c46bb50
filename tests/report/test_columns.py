import pytest

from bulletin_cli.report.columns import columns, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("中文 text é 𠅤　（）", "中文 text é 𠅤　（）"),
        ("\x1b[31m\x07\x9b", "\\x1b[31m\\x07\\x9b"),
        ("a\nb\r\tc\u2028", "a\\nb\\r\\tc\\u2028"),
        ("\u202e\u2066\u200b\ufeff", "\\u202e\\u2066\\u200b\\ufeff"),
        ("\udcff", "\\udcff"),
    ],
)
def test_what_steers_a_terminal_is_spelt_out(text, shown):
    assert visible(text) == shown


def test_a_mark_over_a_letter_takes_no_column_of_its_own():
    assert columns("e\u0301") == 1
    assert columns("中文，") == 6
