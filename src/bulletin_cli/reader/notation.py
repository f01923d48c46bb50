"""What is wrong with the notation of a text, told to a person, each fault at its own place."""

from collections.abc import Iterator

from msgspec.structs import replace
from pydantic_core import ErrorDetails

from bulletin_cli.diagnostics import Code, Diagnostic, Place
from bulletin_cli.messages import N_, _
from bulletin_cli.notation import Fault, Wrong

_SENTENCES = {
    Wrong.UNCLOSED: N_(
        '"{found}" opens what is never closed in this paragraph; put "}}" where it ends, or'
        ' write "{{{found}" to print it as it is.'
    ),
    Wrong.EMPTY: N_('"{found}" holds nothing to print; write the words into it, or remove it.'),
    Wrong.NESTED: N_(
        '"{found}" stands too deep: one notation may stand within another, no more, and no link'
        " within a link."
    ),
    Wrong.NO_ADDRESS: N_(
        '"{found}" is a link without an address; write "{{链：words｜https://…}}".'
    ),
    Wrong.ADDRESS: N_('"{found}" is no whole address; write it without spaces, as "https://…".'),
    Wrong.SCHEME: N_(
        '"{found}" is no address for a link; it must begin with https://, http:// or mailto:.'
    ),
}
_SHOWN = 24
"""Characters of a notation that are told; what it holds may be long."""


def notation(details: ErrorDetails, place: Place) -> Iterator[Diagnostic]:
    """The diagnostics of a text whose notation its model refused."""
    text = details["input"]
    for fault in details["ctx"]["faults"]:
        yield Diagnostic(Code.NOTATION, sentence(text, fault), replace(place, span=fault.span))


def sentence(text: str, fault: Fault) -> str:
    """What a fault of a text's notation is, and how to mend it."""
    found = text[slice(*fault.span)].replace("\n", "")
    if len(found) > _SHOWN:
        found = f"{found[:_SHOWN]}…"
    return _(_SENTENCES[fault.wrong]).format(found=found)
