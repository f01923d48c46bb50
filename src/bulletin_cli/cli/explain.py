"""``bulletin explain``: what a code means, why it matters, how to mend it."""

from typing import TYPE_CHECKING, Annotated

import typer

from bulletin_cli.cli.codes import unknown
from bulletin_cli.cli.terminal import example, put, put_all
from bulletin_cli.diagnostics import BulletinError, Code
from bulletin_cli.messages import _, language

if TYPE_CHECKING:
    from bulletin_cli.lint.rule import Rule

HELP = example(
    _("Say what a code means; without one, list them all."),
    "bulletin explain E111",
)


def explain(
    code: Annotated[str, typer.Argument(metavar="[CODE]", hidden=True)] = "",
) -> None:
    """Print what is known of a code, or of all in a line each."""
    from bulletin_cli.lint import rules
    from bulletin_cli.report.errors import MEANINGS

    wanted = code.strip().upper()
    if wanted in rules():
        put_all(_explained(rules()[wanted]))
    elif wanted in MEANINGS:
        put_all(f"{wanted}\n\n{_(MEANINGS[Code(wanted)])}")
    elif wanted:
        raise BulletinError(unknown(code))
    else:
        for each, meaning in MEANINGS.items():
            put(f"{each} {_(meaning)}")
        for name, rule in rules().items():
            put(f"{name} {rule.explanation[language()]['title']}")


def _explained(rule: "Rule") -> str:
    """A rule's own documentation in the reader's language."""
    said = rule.explanation[language()]
    parts = (
        (_("What"), said["what"]),
        (_("Why"), said["why"]),
        (_("Wrong"), said["wrong"]),
        (_("Right"), said["right"]),
    )
    lines = [f"{rule.code} {rule.name}", said["title"]]
    lines += [_("{part}: {text}").format(part=part, text=text) for part, text in parts if text]
    return "\n\n".join(lines)
