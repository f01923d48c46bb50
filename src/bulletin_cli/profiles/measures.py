"""The measures of a profile one by one: what is set, by which clause, and what a house changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from bulletin_cli.profiles.standard import SOURCED, tables

Keys = tuple[str, ...]


class Measure(Struct, frozen=True):
    """One measure of a profile.

    Attributes:
        keys: where it stands in the profile, ``("paper", "top")``.
        value: what is set, as it is written.
        clause: of GB/T 9704—2012, or nothing where the standard is silent.
        strength: 规定, 一般, 推荐 or 实务; nothing where it only follows from its neighbours.
        standard: what the standard's profile says where a house says otherwise.
    """

    keys: Keys
    value: object
    clause: str = ""
    strength: str = ""
    standard: object = None


def measures(overrides: Mapping[str, Any]) -> tuple[Measure, ...]:
    """Every measure of a profile, in the order of the standard's.

    Args:
        overrides: what a house sets otherwise, already checked.
    """
    changed = dict(_leaves(overrides, ()))
    standard = dict(_leaves(tables(), ()))
    result = []
    for keys, node in standard.items():
        source = node if isinstance(node, dict) else {"value": node, "clause": "", "strength": ""}
        value = changed.pop(keys, source["value"])
        other = source["value"] if value != source["value"] else None
        result.append(Measure(keys, value, source["clause"], source["strength"], other))
    return (*result, *(Measure(keys, value, standard="") for keys, value in changed.items()))


def _leaves(node: Mapping[str, Any], keys: Keys) -> Iterator[tuple[Keys, Any]]:
    for key, value in node.items():
        if isinstance(value, Mapping) and value.keys() != SOURCED:
            yield from _leaves(value, (*keys, key))
        else:
            yield (*keys, key), value
