"""For a program: an array of objects, one for each finding."""

import json
import re
from typing import Any

from bulletin_cli.diagnostics import Diagnostic, Findings
from bulletin_cli.report.columns import visible


def write(findings: Findings) -> str:
    """The findings as a JSON array."""
    return dumped([_object(each) for each in findings.diagnostics])


def dumped(value: object) -> str:
    r"""A value as JSON text, characters that steer a terminal written as ``\u001b``."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return re.sub(r"[^\n -~]", lambda match: _spelt(match[0]), text)


def _spelt(char: str) -> str:
    return char if visible(char) == char else json.dumps(char)[1:-1]


def _object(diagnostic: Diagnostic) -> dict[str, Any]:
    place, fix = diagnostic.place, diagnostic.fix
    return {
        "code": str(diagnostic.code),
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "path": str(place.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "fix": fix
        and {
            "keys": list(fix.keys),
            "span": list(fix.span),
            "text": fix.text,
            "safe": fix.safe,
        },
    }
