"""What the texts of a source look like, as patterns that every editor's engine understands.

No pattern looks ahead and none depends on what an engine takes for a space. Characters beyond the
basic plane and lone surrogates, which not every engine can name, are left to ``bulletin validate``.
"""

from typing import Any

_CONTROL = r"\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff"
_SPACE = r" \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SAYS_SOMETHING = rf"[^{_SPACE}\n]"
_DAY = (
    "^[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))$"
)
_LENGTH = (
    r"^[ \t]*(?:(?:[1-6一二三四五六]号|初号|小[1-6一二三四五六初])"
    r"|[0-9]+(?:[.][0-9]+)?[ \t]*(?:pt|mm|cm|in))[ \t]*$"
)


_WIDTH = r"^[ \t]*(?:100(?:[.]0{1,2})?|[1-9]?[0-9](?:[.][0-9]{1,2})?)[%％][ \t]*$"


def _without(pattern: str) -> dict[str, Any]:
    """Text in which a pattern is not found; what is no text need not be looked at."""
    return {"not": {"type": "string", "pattern": pattern}}


_ONE_LINE = _without(rf"[{_CONTROL}\n]")


def _wording(*names: str) -> dict[str, Any]:
    """Text of one line whose ``{…}`` are all among the names."""
    filled = f"[{{](?:{'|'.join(names)})[}}]"
    says = rf"^[{_SPACE}\n]*(?:[^{{}}{_SPACE}\n]|{filled})(?:[^{{}}]|{filled})*$"
    return {"pattern": says, **_ONE_LINE}


FORMS: dict[str, dict[str, Any]] = {
    "line": {"pattern": _SAYS_SOMETHING, **_ONE_LINE},
    "prose": {"pattern": _SAYS_SOMETHING, **_without(f"[{_CONTROL}]")},
    "cell": _ONE_LINE,
    "width": {
        "exclusiveMinimum": 0,
        "maximum": 100,
        "pattern": _WIDTH,
    },
    "file": {
        "pattern": _SAYS_SOMETHING,
        **_without(rf"[{_CONTROL}\n\\]|^[/~]|^[A-Za-z][A-Za-z0-9+.-]*:"),
    },
    "numbering": _wording("year", "number", "total"),
    "collecting": _wording("from", "to"),
    "printing": _wording("copies"),
    "contents": {
        "enum": ["first-page", "own-page", "none", False],
        "type": ["string", "boolean"],
    },
    "date": {"pattern": _DAY},
    "length": {"type": "string", "pattern": _LENGTH},
    "length_or_none": {"type": "string", "pattern": f"{_LENGTH}|^none$"},
}
"""What a schema says of the values of each form."""
