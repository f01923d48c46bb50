"""Arguments and options that several commands share, in words for a clerk."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import fields

from bulletin_cli.diagnostics import BulletinError
from bulletin_cli.limits import Limits, hold
from bulletin_cli.messages import _

if TYPE_CHECKING:
    from bulletin_cli.fonts import FontSearch


def _limited(values: list[str] | None) -> list[str] | None:
    """Let the limits hold that are asked for, the usual ones where none are."""
    known = {field.name.replace("_", "-"): field.name for field in fields(Limits)}
    asked: dict[str, int] = {}
    for value in values or ():
        name, _sign, number = value.partition("=")
        if name not in known or not re.fullmatch("[1-9][0-9]{0,11}", number):
            message = _('After --limit stands one of {known}, then = and a number, not "{value}".')
            raise BulletinError(message.format(known=_(", ").join(known), value=value))
        asked[known[name]] = int(number)
    hold(Limits(**asked))
    return values


Issues = Annotated[
    list[Path],
    typer.Argument(metavar="ISSUE", hidden=True),
]

FontPath = Annotated[
    list[Path] | None,
    typer.Option(
        "--font-path",
        metavar="PATH",
        envvar="BULLETIN_FONT_PATH",
        show_envvar=False,
        help=_("Font file or folder to look in first; repeatable. Also: BULLETIN_FONT_PATH."),
    ),
]

IgnoreSystemFonts = Annotated[
    bool,
    typer.Option(
        "--ignore-system-fonts",
        help=_("Same page on every computer: use only our own fonts."),
    ),
]

StrictFonts = Annotated[
    bool,
    typer.Option("--strict-fonts", help=_("A missing typeface is an error.")),
]

Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        callback=_limited,
        help=_("Take in more: bytes, pages, pixels …; repeatable; see docs/security.md."),
    ),
]
"""Whoever has it need not look at it: the limits hold from then on."""


def search(paths: list[Path] | None, ignore_system: bool, strict: bool) -> "FontSearch":
    """Where to look for fonts, from the options."""
    from bulletin_cli.fonts import FontSearch

    return FontSearch(tuple(paths or ()), not ignore_system, strict)


def among(option: str, names: Collection[str], name: str) -> str:
    """What stands after an option, which is one of a few names, in lower case.

    Raises:
        BulletinError: it is none of them.
    """
    if name.lower() not in names:
        message = _('After {option} stands one of {names}, not "{name}".')
        raise BulletinError(message.format(option=option, names=_(", ").join(names), name=name))
    return name.lower()
