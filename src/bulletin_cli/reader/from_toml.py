"""TOML text to tables, and what the parser says of broken text turned into our own words."""

import re
import tomllib
from pathlib import Path

from bulletin_cli.diagnostics import Code, Diagnostic, InputError, Place, Rejected, Span
from bulletin_cli.messages import N_, _
from bulletin_cli.reader.full_width import full_width
from bulletin_cli.reader.guard import last_string, skeleton, strings

_WHERE = r"\(at (?:line (\d+), column (\d+)|end of document)\)\s*$"
_UNCLOSED = N_(
    'The text that begins here never ends: close it with the same marks, half-width, as " or """.'
)
_QUOTES = N_('Text stands between half-width quotation marks, as title = "学·习之路".')
_NO_VALUE = N_("After the = a value is missing; write it, or remove the line.")
_BACKSLASH = N_("Between these quotation marks a backslash is written twice, as \\\\.")
_TWICE = N_("This key or heading stands twice in the same table; keep one.")
_HEADING = N_("This heading is not closed: it is written [foot] or [[sections]], half-width.")
_SENTENCES = {
    "Illegal character '\\n'": (Code.SYNTAX, _UNCLOSED),
    "Illegal character": (Code.CONTROL, N_("Here stands a control character; remove it.")),
    "Unterminated string": (Code.SYNTAX, _UNCLOSED),
    'Expected "': (Code.SYNTAX, _UNCLOSED),
    "Found invalid character '\\n'": (Code.SYNTAX, _UNCLOSED),
    "Found invalid": (Code.CONTROL, N_("Here stands a control character; remove it.")),
    "Invalid value": (Code.SYNTAX, _QUOTES),
    "Expected '=' after": (
        Code.SYNTAX,
        N_("Between a key and its value stands a half-width =, and this line has none there."),
    ),
    "Invalid statement": (
        Code.SYNTAX,
        N_("A line begins with a key, as title =, or is a heading, as [[sections]]."),
    ),
    "Invalid initial character": (
        Code.SYNTAX,
        N_("Here a key is expected: English letters, figures, - and _, as title."),
    ),
    "Invalid date": (
        Code.DATE,
        N_("There is no such day or time: a date is written 2021-05-17."),
    ),
    "Cannot": (Code.TWICE, _TWICE),
    "Duplicate": (Code.TWICE, _TWICE),
    "Unclosed array": (
        Code.SYNTAX,
        N_("In this list a half-width comma or the closing ] is missing."),
    ),
    "Unclosed inline table": (
        Code.SYNTAX,
        N_("Between { and } a half-width comma or the closing } is missing."),
    ),
    "Expected ']": (Code.SYNTAX, _HEADING),
    "Unescaped": (Code.SYNTAX, _BACKSLASH),
    "Invalid hex": (Code.SYNTAX, _BACKSLASH),
    "Escaped character": (Code.SYNTAX, _BACKSLASH),
    "Expected newline": (
        Code.SYNTAX,
        N_("The value ends here, yet the line goes on: one key and one value make a line."),
    ),
}
_LIKE_A_LINE = r"(?m)^[ \t]*(?:\[\[?[a-z_.]+\]\]?[ \t]*$|[a-z_]+[ \t]*=[ \t]*[\"'\[{0-9tf])"
"""How a heading or a key with its value begins: within a text, it is a sign of a lost end."""
_INNER_QUOTE = N_(
    'The text ends at this ": inside it write “ and ”, or close the text only at its end.'
)
_FALLBACK = N_(
    "Something here is not as TOML has it; look at the marks on this line and before it."
)


def from_toml(text: str, path: Path) -> dict[str, object]:
    """The tables of a TOML text.

    Raises:
        Rejected: it is not TOML; says where and what is likely the matter.
        InputError: it overloads the parser.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Rejected([_diagnosed(str(error), text, path)]) from None
    except (RecursionError, ValueError):
        message = _('Something in "{path}" is too long or too deep to be read; shorten it.')
        raise InputError(message.format(path=path)) from None


def _diagnosed(said: str, text: str, path: Path) -> Diagnostic:
    index = _index(said, text)
    lost = _lost_end(text, index)
    if lost is None:
        return _told(said, text, index, path)
    opening, end = lost
    message = _('The text that begins on line {line} seems to end here: close it with """.')
    message = message.format(line=text.count("\n", 0, opening) + 1)
    return Diagnostic(Code.SYNTAX, message, Place.at(path, text, end))


def _told(said: str, text: str, index: int, path: Path) -> Diagnostic:
    """What the parser says of a place, in our words."""
    code, sentence = Code.SYNTAX, _FALLBACK
    for opening, known in _SENTENCES.items():
        if said.startswith(opening):
            code, sentence = known
            break
    if sentence is _UNCLOSED:
        index = _opening(text)
    elif code is Code.SYNTAX:
        blamed = full_width(text, index, "=")
        if blamed:
            return Diagnostic(code, blamed, Place.at(path, text, index))
        if said.startswith("Expected newline"):
            code, sentence = _rest_of_line(text, index, sentence)
        elif said.startswith("Invalid value") and text[index : index + 1].strip() == "":
            sentence = _NO_VALUE
    return Diagnostic(code, _(sentence), Place.at(path, text, index))


def _index(said: str, text: str) -> int:
    match = re.search(_WHERE, said)
    if match is None or match[1] is None:
        return len(text.rstrip())
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1


def _lost_end(text: str, index: int) -> Span | None:
    """Where a text of several lines before a place begins, and where it seems to have lost its end.

    It has run on to the opening marks of the next one, over lines that look like keys or headings.
    """
    for start, end in strings(text):
        if start > index:
            break
        if text.startswith(('"""', "'''"), start):
            line = re.compile(_LIKE_A_LINE).search(text, start + 3, end)
            if line:
                return start, max(len(text[: line.start()].rstrip()), start + 3)
    return None


def _opening(text: str) -> int:
    """Where the text begins that is not closed: at a mark left over, or at the last one of all."""
    alone = re.search(r"[\"']", skeleton(text, ".toml"))
    return alone.start() if alone else last_string(text)


def _rest_of_line(text: str, index: int, sentence: str) -> tuple[Code, str]:
    """Why a line goes on after its value: a quotation mark too early, or a date in another form."""
    line = text[text.rfind("\n", 0, index) + 1 : index]
    if line.endswith('"'):
        return Code.SYNTAX, _INNER_QUOTE
    if re.search(r"=\s*\d{4}(?:[-/.年]\d*)?$", line) and text[index] in "-/.年":
        return Code.DATE, N_(
            "A date is written 2021-05-17, the month and the day with two figures."
        )
    if re.search(r"=\s*\d[\d-]*$", line) and text[index] not in ",;":
        return Code.SYNTAX, _QUOTES
    return Code.SYNTAX, sentence
