"""The command line: the only place that prints and exits."""

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer
from typer.core import TyperGroup, TyperOption

from bulletin_cli import messages
from bulletin_cli.cli.faults import FAILED, FINE, INTERRUPTED, guarded, misused, say_error
from bulletin_cli.cli.terminal import delivering, example, prepare, put
from bulletin_cli.messages import N_, _
from bulletin_cli.version import __version__

COMMANDS = ("build", "validate", "new", "ledger", "explain", "schema", "fonts", "dump")
"""Each is a module here, with a function of its name and the text of its help page."""

_COMPLETION = {
    "install_completion": N_("Let the Tab key complete commands and options in this shell."),
    "show_completion": N_("Show what --install-completion would add to the shell."),
}

HEADINGS = (N_("Options"), N_("Commands"))
"""What Typer itself writes into a help page, for the catalogue."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command line, by default the process's own; the result is the exit code."""
    prepare()
    messages.bind()
    try:
        return guarded(lambda: _run(arguments))
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str] | None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    named = given[:1] if given and given[0] in COMMANDS else COMMANDS
    command = typer.main.get_command(_app(named))
    _adopt_options(command)
    try:
        code = command.main(arguments, prog_name="bulletin", standalone_mode=False)
    except typer.TyperException as error:
        say_error(misused(error, COMMANDS))
        return FAILED
    except typer.Abort:
        return INTERRUPTED
    except SystemExit as leaving:  # how Typer's completion ends
        code = leaving.code
    return code if isinstance(code, int) else FINE


def _adopt_options(command: object) -> None:
    """Say in our words what Typer's own options do, and what they cannot print."""
    assert isinstance(command, TyperGroup)
    for each in (command, *command.commands.values()):
        option = each.get_help_option(typer.Context(each))
        if option is not None:
            _adopt(option, _("Show this help."))
    for parameter in command.params:
        if parameter.name in _COMPLETION and isinstance(parameter, TyperOption):
            _adopt(parameter, _(_COMPLETION[parameter.name]))


def _adopt(option: TyperOption, said: str) -> None:
    """Say what an option does, and, where it prints, that it could not."""
    option.help = said
    if option.callback is not None:
        option.callback = delivering()(option.callback)


def _app(names: Iterable[str]) -> typer.Typer:
    """The program with these commands; a run has the one it is about, for each takes its time."""
    app = typer.Typer(
        name="bulletin",
        help=example(
            _("Sets numbered Chinese bulletins as PDF and DOCX."),
            "bulletin validate 2021-09.toml",
            "bulletin build 2021-09.toml",
        ),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND"),
        invoke_without_command=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_root)
    for name in names:
        module = import_module(f"{__name__}.{name}")
        function = getattr(module, name)
        app.command(name, help=module.HELP, options_metavar=_("[OPTIONS]"))(function)
    return app


def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help=_("Print the version and leave."))
    ] = False,
) -> None:
    if version:
        put(f"bulletin {__version__}")
        raise typer.Exit(FINE)
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(FAILED)
