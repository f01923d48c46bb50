"""Findings as text: for a person, for another program, for a review on the web.

``render`` is the way in. Each form has a module of its own, imported when it is asked for.
"""

from collections.abc import Callable, Mapping
from importlib import import_module

from bulletin_cli.diagnostics import Findings

FORMS = ("full", "concise", "json", "github", "sarif")
"""What findings can be told as."""


def render(form: str, findings: Findings, meanings: Mapping[str, str] | None = None) -> str:
    """The findings in one of ``FORMS``: lines without the last line end, nothing raw in them.

    Args:
        form: of ``FORMS``.
        findings: placed, in the order in which they are told.
        meanings: what each code means, for the form that has room for it.
    """
    module = import_module(f"bulletin_cli.report.{form}")
    write: Callable[..., str] = module.write
    return write(findings, meanings or {}) if form == "sarif" else write(findings)
