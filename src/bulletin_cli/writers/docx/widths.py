"""Widths of texts as far as the DOCX needs them: reckoned, because Word breaks its lines."""

from itertools import pairwise

from bulletin_cli.characters import ems, is_han, is_western
from bulletin_cli.profiles.ending import hanging, side
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, w


def natural(text: str, profile: Profile) -> float:
    """Width of a text with the gaps that Word puts between Chinese and Latin, em."""
    gaps = sum(
        (is_han(before) and is_western(after)) or (is_western(before) and is_han(after))
        for before, after in pairwise(text)
    )
    return ems(text) + gaps * profile.breaking.gap


def hanging_indent(label: str, role: Role, profile: Profile) -> tuple[Element, ...]:
    """The indent of a line at an issue's end whose turn-over lines stand under its text.

    Args:
        label: what stands before the text; nothing where that is all.
        role: of the line.
        profile: the measures.
    """
    if not label:
        return ()
    hang = twips(hanging(ems(label) * profile.text[role].size, profile))
    return (w("ind", left=twips(side(profile)) + hang, hanging=hang),)
