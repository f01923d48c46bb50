"""The words that rules know (词表): data files beside the code, read when a rule first asks."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of this package, as it stands."""
    text = (Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of ``words.toml``."""
    return frozenset(table("words")[name].split())


@cache
def compounds(verb: str) -> tuple[str, ...]:
    """What follows a verb where it is part of a noun."""
    return tuple(table("words")["compounds"].get(verb, "").split())
