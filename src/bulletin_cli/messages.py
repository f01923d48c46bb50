"""What the program says, in English and Chinese: one catalogue, chosen by the reader's locale.

English is the text in the source; Chinese is ``locale/zh_CN/LC_MESSAGES/bulletin.po``. After a
change of messages ``make messages`` collects them; write the Chinese and run it again.
"""

import gettext
import os
import sys
from functools import cache
from pathlib import Path

DOMAIN = "bulletin"
LOCALE = Path(__file__).parent / "locale"

_VARIABLES = ("BULLETIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def _(message: str) -> str:
    """The message in the reader's language, its ``{placeholders}`` still to be filled."""
    return _catalogue(language()).gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """The message as it stands, marked for the catalogue; ``_`` translates it when it is said."""
    return message


def language() -> str:
    """The reader's language: ``zh_CN`` or ``en``.

    The first of ``BULLETIN_LANG``, ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` that is set decides;
    Windows, which sets none of them, is asked for the language of its desktop.
    """
    for variable in _VARIABLES:
        value = os.environ.get(variable)
        if value:
            return "zh_CN" if value.lower().startswith("zh") else "en"
    return _desktop_language()


def bind() -> None:
    """Let everything that speaks through :mod:`gettext` in this process, as Typer, do it in ours.

    ``LANGUAGE`` is the variable that gettext itself asks first.
    """
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)


@cache
def _catalogue(name: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE, languages=[name], fallback=True)


@cache
def _desktop_language() -> str:
    if sys.platform == "win32":
        import ctypes

        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return "zh_CN" if primary == 0x04 else "en"
    return "en"
