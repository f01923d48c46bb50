"""For GitHub Actions: a workflow command for each finding, shown beside the line in a review."""

from bulletin_cli.diagnostics import Diagnostic, Findings
from bulletin_cli.report.columns import visible


def write(findings: Findings) -> str:
    """The findings as workflow commands, one on a line."""
    return "\n".join(_command(each) for each in findings.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    facts = {
        "file": place.path.as_posix(),
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "title": f"bulletin {diagnostic.code}",
    }
    if place.end_line != place.line:  # GitHub takes columns on one line only
        del facts["col"], facts["endColumn"]
    said = ",".join(f"{key}={_fact(str(fact))}" for key, fact in facts.items() if fact is not None)
    return f"::{diagnostic.severity} {said}::{_escaped(diagnostic.message)}"


def _escaped(text: str) -> str:
    """Text as a command's message holds it, with ``%`` and line ends as ``%0A``."""
    lines = text.replace("%", "%25").split("\n")
    return "%0A".join(visible(line) for line in lines)


def _fact(text: str) -> str:
    return visible(text.replace("%", "%25").replace(":", "%3A").replace(",", "%2C"))
