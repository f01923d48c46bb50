"""What tests of the proofreader share: an issue around a text, and texts with marked slips."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bulletin_cli.diagnostics import Diagnostic, KeyPath, Place
from bulletin_cli.issue import Issue
from bulletin_cli.lint import check

HERE = Path("issue.toml")
_MARKED = re.compile(r"\{([^{}]*?)(?:=>([^{}|]*))?(?:\|(\w+))?\}")


@dataclass(frozen=True)
class Slip:
    """A marked slip: where it stands, what it becomes, and of which kind it is."""

    start: int
    end: int
    mended: str | None
    kind: str | None


def _place(keys: KeyPath) -> Place:
    return Place(HERE, keys)


def _issue(text: str, kind: str) -> Issue:
    item = {"text": "会议结束。"} | ({kind: text} if kind in {"text", "credit", "lead"} else {})
    title = text if kind == "title" else "要闻"
    return Issue.model_validate(
        {"publication": {}, "date": "2021-05-17", "sections": [{"title": title, "items": [item]}]}
    )


@pytest.fixture
def lint() -> Callable[..., list[Diagnostic]]:
    """What the proofreader says of one text."""

    def lint(text: str, kind: str = "text") -> list[Diagnostic]:
        return check(_issue(text, kind), _place)

    return lint


@pytest.fixture
def of_issue() -> Callable[[dict[str, object]], list[Diagnostic]]:
    """What the proofreader says of a whole issue."""

    def of_issue(tables: dict[str, object]) -> list[Diagnostic]:
        whole = {"publication": {}, "date": "2021-05-17"} | tables
        return check(Issue.model_validate(whole), _place)

    return of_issue


@pytest.fixture
def marked() -> Callable[[str], tuple[str, list[Slip]]]:
    """A text without its marks ``{wrong=>right|kind}``, and what they said."""

    def marked(text: str) -> tuple[str, list[Slip]]:
        bare, slips, at = "", [], 0
        for match in _MARKED.finditer(text):
            bare += text[at : match.start()]
            slips.append(Slip(len(bare), len(bare) + len(match[1]), match[2], match[3]))
            bare += match[1]
            at = match.end()
        return bare + text[at:], slips

    return marked
