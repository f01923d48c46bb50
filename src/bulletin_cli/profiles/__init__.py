"""Format profiles (版式): GB/T 9704—2012 as bulletins follow it, and what a house sets otherwise.

``load`` is the way in: the standard's numbers with a house's overrides laid over them, checked.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from bulletin_cli.profiles import coherence
from bulletin_cli.profiles.model import Profile, merged
from bulletin_cli.profiles.standard import values

__all__ = ["Profile", "load"]


def load(overrides: Mapping[str, Any] | None = None) -> Profile:
    """The profile of the standard with a house's overrides laid over it.

    Args:
        overrides: tables shaped as the profile's own, holding only what differs.

    Raises:
        pydantic.ValidationError: an override is unknown or of the wrong kind, or the measures do
            not go together.
    """
    if not overrides:
        return _standard()
    profile = Profile.model_validate(merged(values(), overrides))
    coherence.check(profile, overrides)
    return profile


@cache
def _standard() -> Profile:
    return Profile.model_validate(values())
