"""Widths of texts as far as the DOCX needs them: reckoned, because Word breaks its lines."""

from itertools import pairwise

from bulletin_cli.characters import ems, is_han, is_western
from bulletin_cli.profiles.model import Profile


def natural(text: str, profile: Profile) -> float:
    """Width of a text with the gaps that Word puts between Chinese and Latin, em."""
    gaps = sum(
        (is_han(before) and is_western(after)) or (is_western(before) and is_han(after))
        for before, after in pairwise(text)
    )
    return ems(text) + gaps * profile.breaking.gap
