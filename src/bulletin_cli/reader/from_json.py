"""JSON text to tables: strict where Python's parser is lenient, and in our own words."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bulletin_cli.diagnostics import Code, Diagnostic, InputError, KeyPath, Place, Rejected
from bulletin_cli.messages import N_, _
from bulletin_cli.reader.full_width import full_width
from bulletin_cli.reader.guard import skeleton

_SENTENCES = {
    "Expecting value": N_(
        "Here a value is missing: text between half-width quotation marks, a figure, [ or {."
    ),
    "Expecting property name": N_(
        "Here a key between half-width quotation marks is expected; after the last one no comma."
    ),
    "Illegal trailing comma": N_("After the last value no comma may stand; remove it."),
    "Expecting ',' delimiter": N_(
        'Here a half-width comma or a closing mark is missing, or a " within a text is not “ or ”.'
    ),
    "Expecting ':' delimiter": N_("Between a key and its value stands a half-width colon."),
    "Extra data": N_("The bulletin ends before this place; nothing may follow its last }."),
    "Unterminated string": N_(
        'The text that begins here never ends: close it with a half-width ".'
    ),
    "Invalid control": N_("Within a text a new line is written \\n, and a tab must not stand."),
    "Invalid \\": N_("Within a text a backslash is written twice, as \\\\."),
}
_FALLBACK = N_(
    "Something here is not as JSON has it; look at the marks on this line and before it."
)


class _Object(dict[str, object]):
    """An object that remembers which of its keys stood in it more than once."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.doubled: list[str] = []
        if len(self) < len(pairs):
            count = Counter(key for key, _value in pairs)
            self.doubled = [key for key, times in count.items() if times > 1]


class _NoFigure:
    """What stands for NaN and Infinity until it is refused."""


def from_json(text: str, path: Path) -> dict[str, object]:
    """The tables of a JSON text.

    Raises:
        Rejected: it is not JSON, not an object, has a key twice, or a figure that is none.
        InputError: it overloads the parser.
    """
    try:
        tables = json.loads(
            text, object_pairs_hook=_Object, parse_constant=lambda _name: _NoFigure()
        )
    except json.JSONDecodeError as error:
        raise Rejected([_diagnosed(error, text, path)]) from None
    except (RecursionError, ValueError):
        message = _('Something in "{path}" is too long or too deep to be read; shorten it.')
        raise InputError(message.format(path=path)) from None
    if not isinstance(tables, dict):
        message = _("A bulletin is written between { and }; this file holds something else.")
        raise Rejected([Diagnostic(Code.NOT_A_TABLE, message, Place(path))])
    faults = list(_faults(tables, path, ()))
    if faults:
        raise Rejected(faults)
    return tables


def _diagnosed(error: json.JSONDecodeError, text: str, path: Path) -> Diagnostic:
    message = full_width(text, error.pos, ":")
    place = None if message else _bracket(error, text)
    if place is not None:
        message = _("Here a bracket seems to be missing: one of { } or [ ].")
        return Diagnostic(Code.SYNTAX, message, Place.at(path, text, place))
    if not message:
        sentence = _FALLBACK
        for opening, known in _SENTENCES.items():
            if error.msg.startswith(opening):
                sentence = known
                break
        message = _(sentence)
    return Diagnostic(Code.SYNTAX, message, Place.at(path, text, error.pos))


def _bracket(error: json.JSONDecodeError, text: str) -> int | None:
    """Where a bracket is missing, if that may be why the parser stumbled."""
    if not error.msg.startswith(("Expecting", "Extra data", "Illegal trailing")):
        return None
    lines = re.sub(r"\\.", "", text).split("\n")
    if any(line.count('"') % 2 for line in lines):  # it is a quotation mark that is missing
        return None
    from bulletin_cli.reader.brackets import lost_bracket

    return lost_bracket(text, skeleton(text, ".json"))


def _faults(node: object, path: Path, keys: KeyPath) -> Iterator[Diagnostic]:
    if isinstance(node, _NoFigure):
        message = _("NaN and Infinity are no figures; write a figure.")
        yield Diagnostic(Code.KIND, message, Place(path, keys))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _faults(value, path, (*keys, index))
    elif isinstance(node, _Object):
        for key in node.doubled:
            message = _("This key stands twice in the same table; keep one.")
            yield Diagnostic(Code.TWICE, message, Place(path, (*keys, key)))
        for key, value in node.items():
            yield from _faults(value, path, (*keys, key))
