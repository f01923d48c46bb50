"""Full-width marks where a data file wants half-width ones: the commonest slip of all."""

from bulletin_cli.messages import _

_HALF = {
    **dict.fromkeys("“”„＂「」『』〝〞", '"'),
    **dict.fromkeys("‘’＇", "'"),
    **dict.fromkeys("，、", ","),
    **dict.fromkeys("［【〔", "["),
    **dict.fromkeys("］】〕", "]"),
    "＝": "=",
    "｛": "{",
    "｝": "}",
    "＃": "#",
    "－": "-",
    "．": ".",
    "；": ",",
}
_SPACES = frozenset("\u3000\xa0\u2002\u2003\u200b\ufeff")


def full_width(text: str, index: int, colon: str) -> str:
    """What to say of the character that a parser stumbled over, or nothing if it is not to blame.

    Args:
        text: the whole source.
        index: where the parser stopped.
        colon: what ``：`` should have been: ``=`` in TOML, ``:`` in JSON.
    """
    found = text[index : index + 1]
    if found in _SPACES and found:
        message = _("This is a special space (U+{code:04X}); type an ordinary one instead.")
        return message.format(code=ord(found))
    wanted = colon if found == "：" else _HALF.get(found)
    if wanted is None:
        return ""
    message = _("This is a full-width {found}; type the half-width {wanted} instead.")
    return message.format(found=found, wanted=wanted)
