"""The proofreader (校对): what is wrong with the text of an issue, by rules of seven families.

``check`` is the way in. Rules are functions in the family's modules; their docstrings are what
``bulletin explain`` prints. To add one, write it there, with its cases in ``tests/lint/cases``.
"""

from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bulletin_cli.diagnostics import Diagnostic, KeyPath, Place
from bulletin_cli.lint.passages import passages
from bulletin_cli.lint.rule import FAMILIES, LIMIT, Bulletin, Finding, Rule, Rules
from bulletin_cli.lint.selection import Selection

if TYPE_CHECKING:
    from bulletin_cli.issue import Issue

__all__ = ["FAMILIES", "Rule", "check", "rules"]

_MODULES = (
    "marks",
    "speech",
    "edges",
    "lists",
    "members",
    "spaces",
    "pairs",
    "quotes",
    "ranges",
    "dates",
    "figures",
    "memorial",
    "wording",
    "phrases",
    "usage",
    "consistency",
    "adverbials",
    "particles",
    "frames",
    "blends",
    "conjunctions",
    "logic",
    "redundancy",
    "degrees",
    "collocation",
    "valence",
    "structure",
    "sequence",
)


@cache
def rules() -> Rules:
    """Every rule by its code, in the order of the families."""
    found = (
        value
        for name in _MODULES
        for value in vars(import_module(f"{__name__}.{name}")).values()
        if isinstance(value, Rule)
    )
    return Rules((rule.code, rule) for rule in found)


def check(issue: "Issue", place: Callable[[KeyPath], Place]) -> list[Diagnostic]:
    """What a proofreader would say of an issue, in the order of its text.

    Args:
        issue: what a person wrote.
        place: where a value stands, in the file that holds it.
    """
    bulletin = Bulletin(issue, tuple(passages(issue)), rules())
    selection = Selection(issue)
    order = {passage.keys: index for index, passage in enumerate(bulletin.passages)}
    found = [
        (order.get(finding.keys, -1), finding.span or (0, 0), rule, finding)
        for rule in rules().values()
        if selection.wants(rule.code)
        for finding in _limited(rule.check(bulletin))
        if not selection.spares(rule.code, finding.keys)
    ]
    found.sort(key=lambda each: each[:2])
    once = {(each.keys, each.span, each.fix): (rule, each) for *_at, rule, each in reversed(found)}
    return [_diagnostic(rule, each, place) for rule, each in reversed(once.values())]


def _limited(found: list[Finding]) -> list[Finding]:
    """What a rule finds, not more of it in one value than anybody reads."""
    if len(found) <= LIMIT:
        return found
    told: Counter[KeyPath] = Counter()
    kept = []
    for finding in found:
        told[finding.keys] += 1
        if told[finding.keys] <= LIMIT:
            kept.append(finding)
    return kept


def _diagnostic(rule: Rule, finding: Finding, place: Callable[[KeyPath], Place]) -> Diagnostic:
    where = replace(place(finding.keys), span=finding.span)
    fix = finding.fix and replace(finding.fix, keys=where.keys)
    return Diagnostic(rule.code, finding.message, where, rule.severity, fix)
