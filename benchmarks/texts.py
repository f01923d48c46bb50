"""Issues to measure with: the published one, its words shuffled, so that no two are alike.

A further issue that repeats the last one measures a cache. Each sentence is shuffled on its own,
seeded by the issue's number: marks stay where they were, characters and faces are the same.
"""

import random
import re
import tomllib
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[1] / "examples"


def issue(number: int, pages: int = 7) -> dict[str, Any]:
    """The tables of an issue, its publication within it; longer than 7 pages by repetition."""
    tables = tomllib.loads((EXAMPLES / "2021-09.toml").read_text(encoding="utf-8"))
    publication = (EXAMPLES / "publication.toml").read_text(encoding="utf-8")
    tables["publication"] = tomllib.loads(publication)
    tables["number"] = tables["total"] = number % 99_999 + 1
    tables["sections"] = tables["sections"] * max(1, round(pages / 7))
    shuffle = random.Random(number)
    tables["sections"] = [_section(section, shuffle) for section in tables["sections"]]
    return tables


def _section(section: dict[str, Any], shuffle: random.Random) -> dict[str, Any]:
    result = dict(section)
    for key in ("items", "parts"):
        if key in result:
            result[key] = [_section(each, shuffle) for each in result[key]]
    if "text" in result:
        result["text"] = re.sub(
            r"[\u4e00-\u9fff]+", lambda run: _shuffled(run[0], shuffle), result["text"]
        )
    return result


def _shuffled(text: str, shuffle: random.Random) -> str:
    characters = list(text)
    shuffle.shuffle(characters)
    return "".join(characters)
