from bulletin_cli.cli.terminal import table
from bulletin_cli.report.columns import columns


def test_a_chinese_character_takes_two_columns():
    assert columns("仿宋_GB2312") == 11
    assert table([("仿宋", "x"), ("abc", "y"), ("a\x1b", "z")]) == [
        "仿宋   x",
        "abc    y",
        "a\\x1b  z",
    ]
