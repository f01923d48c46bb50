"""What a model refuses, told to a person: one sentence that names the key, the fault, the mend."""

import datetime
import difflib
from collections.abc import Callable
from dataclasses import replace

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bulletin_cli.diagnostics import Code, Diagnostic, KeyPath, Place, Span
from bulletin_cli.issue import Issue
from bulletin_cli.limits import FAULTS
from bulletin_cli.messages import N_, _
from bulletin_cli.publication import Publication
from bulletin_cli.reader.notation import notation
from bulletin_cli.reader.shape import choices_at, keys_at

Told = tuple[Code, str]

_TEXT = N_('text between quotation marks, as "…"')
_WHOLE = N_("a whole number without quotation marks")
_NUMBER = N_("a number without quotation marks")
_LIST = N_("a list, as [ … ] or [[…]]")
_TABLE = N_("a table, as [ … ] or { … }")
_FILE_OR_TABLE = N_("the name of the publication file, or the publication itself as a table")
_EXPECTED = {
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": N_("true or false, without quotation marks"),
    "tuple_type": _LIST,
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
}
_KIND = N_('"{key}" must be {expected}, but {value} stands here.')
_CHOICE = N_('"{key}" is {value}; it must be one of: {choices}.')
_FORM = N_('"{key}" cannot be {value}; correct it.')
_FORMS = {
    "colour": N_(
        '"{key}" must be a colour in six signs 0-9, A-F, as "FF0000", but {value} stands here.'
    ),
    "wording": N_('"{key}" must hold {{page}} once, as "— {{page}} —", but {value} stands here.'),
}
_SENTENCES = {
    "missing": (Code.MISSING_KEY, N_('"{key}" is missing here; it cannot be left out.')),
    "greater_than_equal": (Code.RANGE, N_('"{key}" is {value}; it must be at least {ge}.')),
    "greater_than": (Code.RANGE, N_('"{key}" is {value}; it must be more than {gt}.')),
    "less_than_equal": (Code.RANGE, N_('"{key}" is {value}; it must be at most {le}.')),
    "less_than": (Code.RANGE, N_('"{key}" is {value}; it must be less than {lt}.')),
    "control": (
        Code.CONTROL,
        N_(
            'In "{key}" the character at position {position} is a control character or'
            " none at all ({character}); remove it."
        ),
    ),
    "one_line": (Code.ONE_LINE, N_('"{key}" takes one line only; remove the line break in it.')),
    "blank": (Code.BLANK, N_('"{key}" is blank; fill it in, or remove it if it is not needed.')),
    "wording": (Code.PLACEHOLDER, N_('"{key}" cannot hold {found}; it may hold {known}.')),
    "date": (
        Code.DATE,
        N_('"{key}" must be a day of the calendar written 2021-05-17, but {value} stands here.'),
    ),
    "period": (Code.PERIOD, N_('"to" is a day before "from"; exchange or correct them.')),
    "total": (
        Code.TOTAL,
        N_(
            '"total" ({total}) is less than "number" ({number}); it counts every issue since the'
            " first."
        ),
    ),
    "width": (
        Code.FORM,
        N_(
            '"{key}" must be a number of characters, at most 100, or a share as "50%", but {value}'
            " stands here."
        ),
    ),
    "no_text": (
        Code.MISSING_KEY,
        N_('This item says nothing: give it "text", or "blocks" with text, pictures or a table.'),
    ),
    "block": (
        Code.BLOCK,
        N_('A block is one of "text", "pictures" and "table"; make a block of each.'),
    ),
    "table_rows": (
        Code.TABLE_ROWS,
        N_('A table has its rows either here, in "rows", or in a file, named in "file".'),
    ),
    "ragged": (
        Code.TABLE_ROWS,
        N_("Row {row} of this table has {count} cells instead of {wanted}; give each as many."),
    ),
    "table_widths": (
        Code.TABLE_ROWS,
        N_('"widths" has {count} figures for {wanted} columns; give one for each.'),
    ),
    "face": (Code.PROFILE, N_('There is no face "{face}"; known are: {known}.')),
    "area": (
        Code.PROFILE,
        N_("The type area does not fit on the paper: make it smaller, or the margins."),
    ),
    "folio": (
        Code.PROFILE,
        N_(
            "Below the type area there is only {room} of paper, too little for the page number:"
            ' make "gap" of [profile.folio] smaller, or the type area.'
        ),
    ),
    "folio_gap": (
        Code.PROFILE,
        N_(
            'The page number reaches into the text above it: "gap" of [profile.folio] must be at'
            " least {least}."
        ),
    ),
    "high": (
        Code.PROFILE,
        N_(
            "The type takes {size} in height, but its lines are only {room} high: make the type"
            " smaller, or the lines of the page fewer."
        ),
    ),
    "narrow": (
        Code.PROFILE,
        N_(
            "With its indents or sides and {count} characters a line takes {wanted}, but the type"
            " area is only {room} wide: make them smaller, or the type area wider."
        ),
    ),
    "wide": (
        Code.PROFILE,
        N_("This takes {wanted}, but the type area is only {room} wide: make it smaller."),
    ),
    "cell": (
        Code.PROFILE,
        N_(
            "With {count} characters on a line each has {cell}, but the text is {size} in size:"
            ' write "characters = {fit}" below [profile.grid], or correct the size.'
        ),
    ),
    "picture": (
        Code.PROFILE,
        N_(
            "White of {white} above and below leaves nothing of the {room} that a picture takes"
            ' at the most: make "space" smaller, or "lines" more.'
        ),
    ),
    "rule": (
        Code.PROFILE,
        N_("A rule of {weight} takes the {room} of white around the texts: make it thinner."),
    ),
    "dots": (
        Code.PROFILE,
        N_("Dots of {dot} run into one another, {room} from one to the next: make them smaller."),
    ),
    "length_or_none": (
        Code.FORM,
        N_(
            '"{key}" must be a length with its unit, as "2pt" or "5mm", or "none" for what is'
            " not to be there, but {value} stands here."
        ),
    ),
    "length": (
        Code.FORM,
        N_(
            '"{key}" must be a length with its unit, as "37mm", "16pt" or "3号", but {value}'
            " stands here."
        ),
    ),
}


def faults(
    error: ValidationError, model: type[BaseModel], place: Callable[[KeyPath], Place]
) -> list[Diagnostic]:
    """The diagnostics of what a model refused.

    Args:
        error: the refusal.
        model: the model, which knows what would have been right.
        place: where the value stands to which a path of keys leads.
    """
    found: list[Diagnostic] = []
    spent: set[KeyPath] = set()
    for details in sorted(error.errors(include_url=False)[:FAULTS], key=_unknown_first):
        keys = _keys(details)
        if any(keys[:length] in spent for length in range(1, len(keys) + 1)):
            continue
        if not _unknown_first(details):
            spent |= {keys, (*keys[:-1], nearest(str(keys[-1]), keys[:-1], model))}
        if details["type"] == "notation":
            found += notation(details, place(keys))
            continue
        code, message = _told(details, keys, model)
        found.append(Diagnostic(code, message, replace(place(keys), span=_span(details))))
    return found


def _span(details: ErrorDetails) -> Span | None:
    """Which characters of a text are meant, where it is some of them only."""
    text, context = details["input"], details.get("ctx", {})
    match details["type"]:
        case "control":
            return context["position"] - 1, context["position"]
        case "one_line":
            return text.index("\n"), text.index("\n") + 1
        case "wording":
            start = text.find(context["found"])
            return (start, start + len(context["found"])) if start >= 0 else None
    return None


def _keys(details: ErrorDetails) -> KeyPath:
    """The keys that lead to what was refused."""
    keys = tuple(key for key in details["loc"] if key != "[key]")
    if details["type"] == "no_text":
        return (*keys[:-1], "text")
    return keys


def _unknown_first(details: ErrorDetails) -> bool:
    """Sorts unknown keys first: what is missing or wrong because of them is not told again."""
    return details["type"] != "extra_forbidden" and details["loc"][-1:] != ("[key]",)


def named(keys: KeyPath) -> str:
    """The last key of a path, with the position in its list counted from 1: ``items#2``."""
    if not keys:
        return ""
    if isinstance(keys[-1], str):
        return keys[-1]
    return f"{named(keys[:-1])}#{keys[-1] + 1}"


def nearest(key: str, path: KeyPath, model: type[BaseModel]) -> str:
    """The known key that an unknown one resembles most; empty if it resembles none."""
    near = difflib.get_close_matches(key.lower(), keys_at(model, path), n=1, cutoff=0.6)
    return near[0] if near else ""


def unknown(key: str, path: KeyPath, model: type[BaseModel]) -> Told:
    """What to say of a key that is not known in the table to which a path leads."""
    known = keys_at(model, path)
    near = nearest(key, path, model)
    if near:
        message = _('There is no "{key}" here; do you mean "{near}"?')
        return Code.UNKNOWN_KEY, message.format(key=key, near=near)
    if path and model is Issue and key in keys_at(Issue, ()):
        message = _('"{key}" belongs to the whole issue: put it before the first heading in [ ].')
    elif not path and model is Issue and key in keys_at(Publication, ()):
        message = _('"{key}" belongs to the publication: move it there.')
    elif known:
        message = _('There is no "{key}" here; known are: {known}.')
    else:
        message = _('There is no "{key}" here; remove it.')
    return Code.UNKNOWN_KEY, message.format(key=key, known=_(", ").join(known))


def _told(details: ErrorDetails, keys: KeyPath, model: type[BaseModel]) -> Told:
    kind, key = details["type"], named(keys)
    if not _unknown_first(details):
        return unknown(str(keys[-1]), keys[:-1], model)
    choices = choices_at(model, keys)
    if kind in _EXPECTED:
        code, sentence = Code.KIND, _KIND
    elif kind in _SENTENCES:
        code, sentence = _SENTENCES[kind]
    else:
        code, sentence = Code.FORM, _CHOICE if choices else _FORMS.get(key, _FORM)
    expected = _FILE_OR_TABLE if key == "publication" else _EXPECTED.get(kind, _FORM)
    values = {
        "key": key,
        "value": _shown(details["input"]),
        "expected": _(expected),
        "choices": _(", ").join(choices),
    }
    context = details.get("ctx", {})
    if context.get("character") == "U+0009":
        context = {**context, "character": _("U+0009, a tab")}
    if code is Code.RANGE and isinstance(details["input"], str):  # a length
        context = {bound: f"{points:g}pt" for bound, points in context.items()}
        values["value"] = details["input"]
    return code, _(sentence).format(**{**values, **context})


def _shown(value: object) -> str:
    """A value as a person recognises it, cut where it is long."""
    match value:
        case None:
            shown = _("nothing (null)")
        case bool():
            shown = "true" if value else "false"
        case str():
            text = value if len(value) <= 20 else f"{value[:20]}…"
            shown = _('the text "{text}"').format(text=text)
        case int() | float():
            shown = str(value)
        case datetime.datetime():
            shown = _("a date with a time of day")
        case datetime.date() | datetime.time():
            shown = value.isoformat()
        case list() | tuple():
            shown = _("a list")
        case _other:
            shown = _("a table")
    return shown
