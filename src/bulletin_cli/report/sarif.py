"""SARIF 2.1.0: the form in which code hosts and editors take the findings of any checker."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from bulletin_cli.diagnostics import Diagnostic, Findings, Place
from bulletin_cli.report.json import dumped
from bulletin_cli.version import __version__

_FIRST = re.compile(r"(?<=[.。])\s*")
"""Where the first sentence of a meaning ends."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def write(findings: Findings, meanings: Mapping[str, str]) -> str:
    """The findings as one run of a SARIF log, with what their codes mean."""
    codes = sorted({str(each.code) for each in findings.diagnostics})
    driver = {
        "name": "bulletin",
        "version": __version__,
        "rules": [_rule(code, meanings.get(code, "")) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes) for each in findings.diagnostics],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, meaning: str) -> dict[str, Any]:
    if not meaning:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": _FIRST.split(meaning)[0]},
        "fullDescription": {"text": meaning},
        "help": {"text": f"bulletin explain {code}"},
    }


def _result(diagnostic: Diagnostic, codes: list[str]) -> dict[str, Any]:
    location = {"physicalLocation": _location(diagnostic.place)}
    result = {
        "ruleId": str(diagnostic.code),
        "ruleIndex": codes.index(diagnostic.code),
        "level": str(diagnostic.severity),
        "message": {"text": diagnostic.message},
        "locations": [location],
    }
    fix, place = diagnostic.fix, diagnostic.place
    if fix is not None and (fix.keys, fix.span) == (place.keys, place.span):
        result["fixes"] = [_fix(diagnostic)]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(place)}, "region": _region(place)}


def _uri(place: Place) -> str:
    if place.path.is_absolute():
        return place.path.as_uri()
    return quote(place.path.as_posix())


def _region(place: Place) -> dict[str, int]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {key: value for key, value in region.items() if value is not None}


def _fix(diagnostic: Diagnostic) -> dict[str, Any]:
    """The mend as a replacement at the finding's own place."""
    fix, place = diagnostic.fix, diagnostic.place
    assert fix is not None
    replacement = {"deletedRegion": _region(place), "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": {"uri": _uri(place)}, "replacements": [replacement]}
    return {"artifactChanges": [change]}
