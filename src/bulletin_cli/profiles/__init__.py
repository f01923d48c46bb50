"""Format profiles (版式): GB/T 9704—2012 as bulletins follow it, and what a house sets otherwise.

``load`` is the way in: the standard's numbers with a house's overrides laid over them, checked.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bulletin_cli.profiles.model import Profile, merged

__all__ = ["Profile", "load"]

_SOURCED = {"value", "clause", "strength"}


def load(overrides: Mapping[str, Any] | None = None) -> Profile:
    """The profile of the standard with a house's overrides laid over it.

    Args:
        overrides: tables shaped as the profile's own, holding only what differs.

    Raises:
        pydantic.ValidationError: an override is unknown or of the wrong kind.
    """
    if not overrides:
        return _standard()
    return Profile.model_validate(merged(_measures(), overrides))


@cache
def _standard() -> Profile:
    return Profile.model_validate(_measures())


@cache
def _measures() -> dict[str, Any]:
    text = (files(__package__) / "gbt9704.toml").read_text(encoding="utf-8")
    plain = _plain(tomllib.loads(text))
    assert isinstance(plain, dict)
    return plain


def _plain(node: object) -> object:
    """The tables with each ``{ value, clause, strength }`` replaced by its value."""
    if isinstance(node, dict):
        if node.keys() == _SOURCED:
            return node["value"]
        return {key: _plain(value) for key, value in node.items()}
    return node
