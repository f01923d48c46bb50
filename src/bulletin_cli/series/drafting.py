"""The text of a new issue: what is known filled in, what is not left blank, with advice.

What is left blank is found by ``bulletin validate``, so nothing can be forgotten; an example text
could be printed by mistake.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bulletin_cli.messages import _
from bulletin_cli.series.succession import Following

SCHEMA = "issue.schema.json"
"""What an editor completes and checks the file by; ``bulletin schema`` writes it."""


def draft(new: Following, publication: str | Mapping[str, Any]) -> str:
    """The TOML text of an issue that is still to be written.

    Args:
        new: what is known of it.
        publication: the publication's file, as the issue names it, or its own table.
    """
    return "\n".join((*_head(new, publication), *_sections(new)))


def _head(new: Following, publication: str | Mapping[str, Any]) -> Iterator[str]:
    yield f"#:schema {SCHEMA}"
    yield "# " + _("Fill in what is left blank, then: bulletin validate {name}.toml").format(
        name=new.name
    )
    yield ""
    yield f"publication = {_inline(publication)}"
    if new.supplement:
        yield "supplement = true"
    if new.number:
        yield f"number = {new.number}"
    if new.total:
        yield f"total = {new.total}"
    yield f"date = {new.date}"
    if new.collected:
        start, end = new.collected
        yield "# " + _("When the news were collected: check the days, or remove the line.")
        yield f"collected = {{ from = {start}, to = {end} }}"
    yield "# copies = 100"
    yield "# comment = " + _inline(_("editor's comment before the first section"))


def _sections(new: Following) -> Iterator[str]:
    yield ""
    yield "# " + _(
        "Remove a section that stays empty. A blank line within a text parts paragraphs."
    )
    yield "# " + _("Repeat the lines from [[sections.items]] on for each further item.")
    yield "# " + _("A line that begins with # is only a hint; remove the # to use it.")
    for title in new.sections or ("",):
        yield ""
        yield "[[sections]]"
        yield f"title = {_inline(title)}"
        yield ""
        yield "[[sections.items]]"
        yield "# title = " + _inline(_("headline"))
        yield 'text = """'
        yield '"""'
        yield "# credit = " + _inline(_("unit name"))
    yield ""


def _inline(value: object) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)} = {_inline(each)}" for key, each in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_inline(each) for each in value)}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else json.dumps(key, ensure_ascii=False)
