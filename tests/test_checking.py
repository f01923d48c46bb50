"""What is looked at before an issue is set: also what its files hold."""

from pathlib import Path

from bulletin_cli.checking import check


def test_a_character_in_a_table_s_file_that_no_font_has(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("名称\n\U000f0000\n", "utf-8")
    issue = tmp_path / "i.toml"
    issue.write_text(
        'publication = {}\ndate = 2021-05-17\n[[sections]]\ntitle = "学"\n'
        '[[sections.items]]\nblocks = [{ table = { file = "t.csv" } }]\n',
        "utf-8",
    )
    found = [each for each in check(issue).diagnostics if each.code == "E201"]
    assert [(each.place.path, each.place.line) for each in found] == [(issue, 6)]
    assert "U+F0000" in found[0].message
