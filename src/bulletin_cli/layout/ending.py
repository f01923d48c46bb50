"""What ends the last page, at its lower edge: who answers for the issue, and the foot (版记)."""

import math
from collections.abc import Iterator

from msgspec import Struct

from bulletin_cli.document import Document
from bulletin_cli.layout.furniture import FootRow, foot_height, foot_items, foot_rows, foot_top
from bulletin_cli.layout.setter import Setter
from bulletin_cli.layout.signatures import (
    Line,
    signature_items,
    signature_lines,
    signatures_height,
)
from bulletin_cli.layout.tree import Tree, add_foot, add_signatures
from bulletin_cli.pages import Item

_ROUNDING = 1e-9
"""Sums of lines may miss a whole number by this much."""


class Ending(Struct, frozen=True):
    """The signatures and the foot, set; ``lines`` of the grid are theirs."""

    signatures: list[Line]
    foot: list[FootRow]
    lines: int


def ending(document: Document, setter: Setter) -> Ending:
    """Set the signatures and the foot of a document."""
    profile = setter.profile
    signed = signature_lines(document.signatures, setter)
    foot = foot_rows(document.foot, setter)
    height = signatures_height(signed, profile) + foot_height(foot, profile)
    return Ending(signed, foot, math.ceil(height / profile.pitch - _ROUNDING))


def add_ending(document: Document, tree: Tree) -> tuple[list[int], list[int]]:
    """Put them into the structure; the element of each signature, and of each line of the foot."""
    return add_signatures(document.signatures, tree), add_foot(document.foot, tree)


def ending_items(
    end: Ending, setter: Setter, elements: tuple[list[int], list[int]]
) -> Iterator[Item]:
    """Both at their places on the last page.

    Args:
        end: what is set.
        setter: what it is set with.
        elements: the structure that each part belongs to.
    """
    signatures, foot = elements
    top = foot_top(end.foot, setter.profile)
    yield from signature_items(end.signatures, top, setter, signatures)
    yield from foot_items(end.foot, setter, foot)
