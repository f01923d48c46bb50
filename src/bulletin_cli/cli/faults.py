"""What is said when something fails, and the exit code that goes with it."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from bulletin_cli.cli.terminal import say, say_all
from bulletin_cli.diagnostics import BulletinError, Findings, Rejected, fault_of
from bulletin_cli.messages import N_, _

FINE, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: all well; the text is wrong, or some of many failed; the world failed; Ctrl-C."""


_SENTENCES = {
    "No such option": N_("There is no option {option}; see --help."),
    "Missing": N_("{parameter} is missing; see --help."),
    "Option .* does not take a value": N_("The option {option} takes no value; see --help."),
    "Option .* requires": N_("The option {option} needs a value after it; see --help."),
    "No such command '(?P<name>.*?)'": N_('There is no command "{name}"; there are: {commands}.'),
    r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)": N_(
        '"{name}" is too much here; see --help.'
    ),
}
"""How Typer begins to say what is wrong with a command line, and what we say."""


def for_each(paths: Sequence[Path], work: Callable[[Path], int]) -> int:
    """Do some work for each issue, going on after one that fails; the exit code of them all."""
    codes = [guarded(lambda path=path: work(path)) for path in paths]  # type: ignore[misc]
    if len(set(codes)) <= 1:
        return codes[0] if codes else FINE
    return FINDINGS


def guarded(work: Callable[[], int]) -> int:
    """Do some work; say what fails, one sentence for each thing, and give the exit code."""
    try:
        return work()
    except Rejected as rejected:
        say_findings(rejected.findings)
        return FINDINGS
    except BulletinError as error:
        say_error(str(error))
        return FAILED
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise
    except Exception as error:  # the last resort: a fault of the program itself
        say_error(program_fault(*fault_of(error)))
        return FAILED


def say_findings(findings: Findings) -> None:
    """Say what is wrong with a text, each finding with its line of the source."""
    if findings.diagnostics:
        from bulletin_cli.report import render

        say_all(render("full", findings))


def say_error(message: str) -> None:
    """Say that something failed, and what."""
    say(_("error: {message}").format(message=message))


def misused(error: typer.TyperException, commands: Sequence[str]) -> str:
    """What is wrong with a command line that Typer does not understand, in our words."""
    said = error.format_message()
    values = {
        "option": str(getattr(error, "option_name", "")),
        "parameter": str(getattr(getattr(error, "param", None), "metavar", "")),
        "commands": ", ".join(commands),
    }
    from difflib import get_close_matches

    known = getattr(error, "possibilities", None) or ()
    near = get_close_matches(values["option"], known, n=1)
    if near:
        message = _("There is no option {option}; do you mean {near}?")
        return message.format(option=values["option"], near=near[0])
    for opening, sentence in _SENTENCES.items():
        match = re.match(opening, said)
        if match:
            return _(sentence).format(**values, **match.groupdict())
    return _("This command line is not understood; see --help.")


def program_fault(kind: str, where: str, trace: str) -> str:
    """A fault of the program: where it is, for whoever mends it, and how to tell them."""
    if os.environ.get("BULLETIN_DEBUG") == "1":
        for line in trace.splitlines():
            say(line)
    message = _(
        "The program itself is at fault ({kind}, {where}): please report it together with the issue"
        " file; with BULLETIN_DEBUG=1 set it says more."
    )
    return message.format(kind=kind, where=where)
