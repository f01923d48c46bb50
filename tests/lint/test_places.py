"""Findings point at the characters of the value as it stands in the source."""


def test_line_ends_and_indents_of_the_source_are_counted(lint):
    raw = "　　会议强调，\n　　要抓好落实，，压实责任。\n\n　　会议指出,要加强学习。\n"
    found = lint(raw)
    assert [raw[slice(*d.place.span)] for d in found] == ["，，", ","]
    assert [raw[slice(*d.fix.span)] for d in found] == ["，，", ","]


def test_a_mark_is_seen_across_the_line_ends_of_the_source(lint):
    (found,) = lint("会议强调，\n，要抓好落实。")
    assert (found.code, found.place.span) == ("M102", (4, 7))


def test_a_blank_text_line_at_the_end_is_nothing(lint):
    assert lint("会议结束。\n\n　　\n\n") == []


def test_indents_are_no_spaces(lint):
    assert lint("    会议结束。  \n\n　　散会。") == []
