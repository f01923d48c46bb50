"""typst: the same text on the same grid with the same faces, PDF alone."""

import json
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parents[2] / "fonts"
HEAD = """\
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  footer: context align(if calc.odd(here().page()) { right } else { left },
    text(font: "Bulletin Song", size: 14pt, [— #counter(page).display() —])))
#set text(font: "Bulletin FangSong", size: 16pt, lang: "zh", region: "cn", tracking: -0.21pt)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13pt, spacing: 13pt)
#set heading(numbering: none)
#show heading: it => align(center, text(font: "Bulletin XiaoBiaoSong", size: 18pt, it.body))
"""
_compiler: typst.Compiler | None = None


def make(source: Path, folder: Path) -> list[Path]:
    """Compile one issue; the compiler and its fonts are kept from issue to issue."""
    global _compiler
    text = folder / "main.typ"
    text.write_text(markup(json.loads(source.read_text(encoding="utf-8"))), encoding="utf-8")
    if _compiler is None:
        _compiler = typst.Compiler(str(text), font_paths=[str(FONTS)], ignore_system_fonts=True)
    target = folder / f"{source.stem}.pdf"
    target.write_bytes(_compiler.compile(format="pdf"))
    return [target]


def markup(tables: dict[str, Any]) -> str:
    """An issue in typst's own markup."""
    publication = tables["publication"]
    lines = [
        HEAD,
        f'#align(center, text(font: "Bulletin XiaoBiaoSong", size: 48pt, fill: red, '
        f"[{_text(publication['name'])}]))",
        f"#align(center)[{tables['date'][:4]}年第{tables['number']}期（总第{tables['total']}期）]",
        f"{publication['office']} #h(1fr) {tables['date']}",
        "#line(length: 100%, stroke: 2pt + red)",
    ]
    for section in tables["sections"]:
        lines += [f"= {_text(section['title'])}", *map(_item, section.get("items", ()))]
        for part in section.get("parts", ()):
            face = "Bulletin Hei" if part.get("bracketed") else "Bulletin Kai"
            lines.append(f'#text(font: "{face}")[{_text(part["title"])}]')
            lines += map(_item, part["items"])
    foot = [f"{_text(line['label'])}：{_text(line['text'])}" for line in publication["foot"]]
    return "\n\n".join([*lines, "#v(1fr)", "#line(length: 100%)", *foot])


def _item(item: dict[str, Any]) -> str:
    return f'{_text(item["text"])}#text(font: "Bulletin Kai")[（{_text(item["credit"])}）]'


def _text(text: str) -> str:
    for mark in "\\#*_$[]<@`=/":
        text = text.replace(mark, f"\\{mark}")
    return text.strip()
