"""What no single key shows: whether the wordings can be filled, and the house's profile."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bulletin_cli.diagnostics import Code, Diagnostic, KeyPath
from bulletin_cli.messages import _
from bulletin_cli.reader.faults import faults
from bulletin_cli.reader.sources import Sources

if TYPE_CHECKING:
    from bulletin_cli.profiles import Profile

_PROFILE: KeyPath = ("publication", "profile")


def numbering(tables: Mapping[str, Any], sources: Sources) -> Iterator[Diagnostic]:
    """Whether the issue has all that its number line says, and the line says all that it has."""
    publication = tables.get("publication")
    named = "supplement_numbering" if tables.get("supplement") is True else "numbering"
    wording = publication.get(named) if isinstance(publication, Mapping) else None
    wording = wording if isinstance(wording, str) else ""
    for key in ("number", "total"):
        if f"{{{key}}}" in wording and tables.get(key) is None:
            message = _(
                '"{key}" is missing here, but the number line, "{named}", holds {{{key}}}.'
            ).format(key=key, named=named)
            yield Diagnostic(Code.WORDING, message, sources.place((key,)))
    if "number" not in tables and "{number}" not in wording:
        for key in ("total", "year"):
            if key in tables:
                message = _('"{key}" stands here without "number"; there is no number line then.')
                yield Diagnostic(Code.WORDING, message.format(key=key), sources.place((key,)))


def house(tables: Mapping[str, Any], sources: Sources) -> "tuple[Profile | None, list[Diagnostic]]":
    """The house's profile, where it sets anything otherwise, or what is wrong with it."""
    publication = tables.get("publication")
    overrides = publication.get("profile") if isinstance(publication, Mapping) else None
    if not overrides or not isinstance(overrides, Mapping):
        return None, []
    from bulletin_cli import profiles
    from bulletin_cli.profiles import Profile

    try:
        return profiles.load(overrides), []
    except ValidationError as error:
        return None, faults(error, Profile, sources.below(_PROFILE))
