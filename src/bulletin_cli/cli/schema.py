"""``bulletin schema``: what an issue or a publication may hold, for editors."""

import json
from typing import Annotated

import typer

from bulletin_cli.cli.terminal import example, put_all
from bulletin_cli.diagnostics import BulletinError
from bulletin_cli.messages import _

HELP = example(
    _(
        "Print the JSON Schema of an issue or of a publication.\n\n"
        "Editors complete and check with it; docs/diagnostics.md says how."
    ),
    "bulletin schema > issue.schema.json",
    "bulletin schema publication > publication.schema.json",
)


def schema(
    kind: Annotated[str, typer.Argument(metavar="issue|publication", hidden=True)] = "issue",
) -> None:
    """Print the schema."""
    from bulletin_cli.schema import KINDS, schema

    if kind not in KINDS:
        message = _('There is a schema of {kinds}, none of "{name}".')
        raise BulletinError(message.format(kinds=_(", ").join(KINDS), name=kind))
    put_all(json.dumps(schema(kind), ensure_ascii=False, indent=2))
