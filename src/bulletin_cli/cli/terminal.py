"""What goes to the terminal: data to standard output, talk to standard error, nothing raw."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bulletin_cli.diagnostics import OutputError
from bulletin_cli.messages import _
from bulletin_cli.report.columns import columns, visible


def prepare() -> None:
    """Let no console fall over a character that it cannot show: it is spelt out instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def delivering() -> Iterator[None]:
    """Tell a person what cannot be printed; a reader that has gone need not be told.

    Raises:
        OutputError: standard output takes nothing, as on a full disk.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError:
        message = _("What was to be printed could not be; is the disk full that it goes to?")
        raise OutputError(message) from None


def put(line: str) -> None:
    """One line of data.

    Raises:
        OutputError: it cannot be printed.
    """
    with delivering():
        print(visible(line), flush=True)


def say(line: str) -> None:
    """One line of talk; where nobody can be told, the exit code tells."""
    with suppress(OSError):
        print(visible(line), file=sys.stderr, flush=True)


def put_all(text: str) -> None:
    """Several lines of data, where there are any."""
    for line in text.split("\n") if text else ():
        put(line)


def say_all(text: str) -> None:
    """Several lines of talk, where there are any."""
    for line in text.split("\n") if text else ():
        say(line)


def example(text: str, *lines: str) -> str:
    r"""A help text with example lines under it; ``\b`` asks Typer to keep them as they are."""
    return "\n".join((text, "", "\b", _("Example:"), *(f"  {line}" for line in lines)))


def table(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as lines, their columns aligned."""
    shown = [tuple(visible(cell) for cell in row) for row in rows]
    widths = [max(columns(row[index]) for row in shown) for index in range(len(shown[0]))]
    return [
        "  ".join(
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in shown
    ]
