"""Where a bracket seems to have been lost: seen from how the lines of a source are indented.

A parser stumbles only over the next bracket that fits no more, often many lines on.
"""

from msgspec import Struct

_PAIRS = {"}": "{", "]": "["}


class _Opened(Struct, frozen=True):
    """An opening bracket: its kind, its line and that line's indent; whether it ends the line."""

    mark: str
    line: int
    indent: int
    last: bool


def lost_bracket(text: str, bare: str) -> int | None:
    """The place at which a bracket seems to be missing; nothing if all fit.

    Args:
        text: a source of indented lines.
        bare: the same with its strings blanked out.
    """
    lines = text.rstrip().split("\n")
    found = _misfit(lines, bare.rstrip().split("\n"))
    if found is None:
        return None
    line, at_end = _blamed(lines, *found)
    before = sum(len(each) + 1 for each in lines[:line])
    return before + (len(lines[line].rstrip()) if at_end else _indent(lines[line]))


def _misfit(lines: list[str], bare: list[str]) -> tuple[int, _Opened | None] | None:
    """The first line with a closing bracket that fits not, and what was opened last before it."""
    opened: list[_Opened] = []
    for number, line in enumerate(bare):
        indent = _indent(lines[number])
        for column, char in enumerate(line):
            if char in "[{":
                opened.append(_Opened(char, number, indent, not line[column + 1 :].strip()))
            elif char in _PAIRS:
                last = opened.pop() if opened else None
                first = column == indent
                if last is None or last.mark != _PAIRS[char]:
                    return number, last
                if first and last.last and last.indent != indent:
                    return number, last
    return (len(lines) - 1, opened[-1]) if opened else None


def _blamed(lines: list[str], number: int, opened: _Opened | None) -> tuple[int, bool]:
    """The line at which a bracket is missing, and whether at its end.

    What was opened deeper than the misfit stands should have been closed before the first line that
    is indented no deeper; otherwise it is the misfit's own opening that is missing.
    """
    indent = _indent(lines[number])
    if opened is not None and (opened.indent > indent or number == len(lines) - 1):
        later = range(opened.line + 1, number + 1)
        ends = (n for n in later if lines[n].strip() and _indent(lines[n]) <= opened.indent)
        return next(((line, False) for line in ends), (number, True))
    earlier = range(number - 1, -1, -1)
    begins = (n for n in earlier if lines[n].strip() and _indent(lines[n]) <= indent)
    return next(((line, True) for line in begins), (0, False))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
