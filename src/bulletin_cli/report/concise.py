"""One line for each finding: ``path:line:col: CODE message``."""

from bulletin_cli.diagnostics import Diagnostic, Findings
from bulletin_cli.report.columns import visible


def write(findings: Findings) -> str:
    """The findings, one on a line."""
    return "\n".join(line(diagnostic) for diagnostic in findings.diagnostics)


def line(diagnostic: Diagnostic) -> str:
    """One finding on one line."""
    said = " ".join(diagnostic.message.split("\n"))
    return visible(f"{where(diagnostic)}: {diagnostic.code} {said}")


def where(diagnostic: Diagnostic) -> str:
    """File, line and column, as far as they are known."""
    place = diagnostic.place
    known = (place.path, place.line, place.column)
    return ":".join(str(part) for part in known if part is not None)
