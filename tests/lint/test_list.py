"""``docs/rules.md`` lists every rule as the code has it; ``--rewrite-goldens`` writes it anew."""

from pathlib import Path

from bulletin_cli.lint import FAMILIES, rules

RULES = Path(__file__).parents[2] / "docs" / "rules.md"
HEAD = """\
# The proofreader's rules · 校对规则

What `bulletin validate` looks for in the text. `bulletin explain M101` says what a rule means and
why, and shows it wrong and right. Written from the code by the tests.

A publication chooses, and adds its own words; a section, part or item asks to be spared with
`ignore`:

```toml
[lint]
ignore = ["M301"]                    # 代码或其开头，如 "M"、"M3"

[[lint.words]]                       # 本单位的写法
wrong = "碳素厂"
right = "炭素厂"
why = "公司名称用“炭”"               # 可不写
unless = ["碳素厂区"]                # 可不写：含有它但本身正确的词
```
"""


def written():
    lines = [HEAD]
    for letter, (english, chinese) in FAMILIES.items():
        lines += [
            f"## {letter} · {english} · {chinese}\n",
            "| code | | 说明 |",
            "| --- | --- | --- |",
        ]
        for code, rule in sorted(rules().items()):
            if code[0] == letter:
                titles = [rule.explanation[name]["title"] for name in ("en", "zh_CN")]
                lines.append(f"| {code} | {titles[0]} | {titles[1]} |")
        lines.append("")
    return "\n".join(lines)


def test_the_list_is_the_codes(rewrite_goldens):
    if rewrite_goldens:
        RULES.write_text(written(), encoding="utf-8")
    assert RULES.read_text(encoding="utf-8") == written()
