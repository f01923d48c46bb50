"""What a model refuses, told to a person: one sentence that names the key, the fault, the mend."""

import datetime
import difflib
from collections.abc import Callable

from msgspec.structs import replace
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bulletin_cli.diagnostics import Code, Diagnostic, KeyPath, Place, Span
from bulletin_cli.issue import Issue
from bulletin_cli.limits import FAULTS
from bulletin_cli.messages import _
from bulletin_cli.publication import Publication
from bulletin_cli.reader.notation import notation
from bulletin_cli.reader.sentences import (
    CHOICE,
    EXPECTED,
    FILE_OR_TABLE,
    FORM,
    FORMS,
    KIND,
    SENTENCES,
)
from bulletin_cli.reader.shape import choices_at, keys_at

Told = tuple[Code, str]


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
    if kind in EXPECTED:
        code, sentence = Code.KIND, KIND
    elif kind in SENTENCES:
        code, sentence = SENTENCES[kind]
    else:
        code, sentence = Code.FORM, CHOICE if choices else FORMS.get(key, FORM)
    expected = FILE_OR_TABLE if key == "publication" else EXPECTED.get(kind, FORM)
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
