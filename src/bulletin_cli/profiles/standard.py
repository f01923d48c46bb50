"""The standard's own profile, as it is written: each measure with its clause and strength."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

SOURCED = {"value", "clause", "strength"}
"""The keys of a measure that names its source."""


@cache
def tables() -> dict[str, Any]:
    """The tables of ``gbt9704.toml``."""
    text = Path(__file__).with_name("gbt9704.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def values() -> dict[str, Any]:
    """The same with each measure reduced to its value."""
    plain = _plain(tables())
    assert isinstance(plain, dict)
    return plain


def _plain(node: object) -> object:
    if isinstance(node, dict):
        if node.keys() == SOURCED:
            return node["value"]
        return {key: _plain(value) for key, value in node.items()}
    return node
