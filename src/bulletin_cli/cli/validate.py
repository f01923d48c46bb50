"""``bulletin validate``: say what is wrong with issues, and mend what can be mended."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct, field

from bulletin_cli import folders
from bulletin_cli.cli.codes import Choice, chosen, meanings
from bulletin_cli.cli.faults import FINDINGS, FINE, for_each
from bulletin_cli.cli.options import Issues, Limit, among
from bulletin_cli.cli.terminal import example, put_all, say
from bulletin_cli.diagnostics import BulletinError, Diagnostic, Findings
from bulletin_cli.messages import _

if TYPE_CHECKING:
    from bulletin_cli.reader import Reading

HELP = example(
    _(
        "Say what is wrong with issues, and mend it.\n\n"
        "With - for the issue it is read from standard input."
    ),
    "bulletin validate 2021-09.toml",
    "bulletin validate 2021-*.toml --fix",
)

_STDIN = Path("-")
_ATTEMPTS = 20
"""How often a file is looked at again that changes while it is mended."""


def validate(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    issues: Issues,
    output_format: Annotated[
        str,
        typer.Option(
            "--output-format",
            metavar="full|concise|json|github|sarif",
            help=_("How it is said: full for people, the others for programs."),
        ),
    ] = "full",
    strict: Annotated[
        bool, typer.Option("--strict", help=_("A warning, too, makes the exit code 1."))
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="CODES",
            help=_("Say only these, as M or M101,W; repeatable."),
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODES", help=_("Do not say these; repeatable.")),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help=_("Mend in the files what can be mended safely."))
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=_("Show what --fix would change; write nothing."))
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help=_("With --fix or --diff: also what may change sense.")),
    ] = False,
    limit: Limit = None,  # noqa: ARG001 - holds by itself
) -> None:
    """Check each issue and print what is wrong with it."""
    from bulletin_cli.report import FORMS

    form = among("--output-format", FORMS, output_format)
    task = _Task(chosen(select, ignore), strict, unsafe_fixes)
    paths = [named.path for named in folders.issues(issues)]
    code = for_each(paths, task.diff if diff else task.fix if fix else task.check)
    if not diff:
        between = task.between(paths)
        code = code or between
        task.tell(form)
    raise typer.Exit(code)


class _Task(Struct):
    """What is to be done with each issue, and what has been found in them so far."""

    choice: Choice
    strict: bool
    unsafe: bool
    found: dict[Diagnostic, None] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)
    shown: set[Path] = field(default_factory=set)
    readings: list["Reading"] = field(default_factory=list)
    sound: list[Path] = field(default_factory=list)

    def check(self, path: Path) -> int:
        """Look an issue through."""
        from bulletin_cli.checking import checked

        looked = checked(path, held=_held(path))
        return self._note(path, looked.findings, looked.reading)

    def between(self, paths: list[Path]) -> int:
        """Look at what holds between issues, and at their sections."""
        from bulletin_cli import archive

        readings = [each for each in self.readings if each.path != _STDIN]
        complete = len(self.readings) == len(paths)
        findings = archive.between(readings, complete=complete)
        told = tuple(each for each in findings.diagnostics if self.choice(each))
        self.found.update(dict.fromkeys(told))
        self.texts.update(findings.texts)
        self.sound = [path for path in self.sound if all(d.place.path != path for d in told)]
        return self._code(Findings(told))

    def fix(self, path: Path) -> int:
        """Mend an issue and look it through."""
        from bulletin_cli.mending import mend
        from bulletin_cli.outputs import exchange

        if path == _STDIN:
            raise BulletinError(_("Standard input cannot be mended in place; use --diff."))
        for _attempt in range(_ATTEMPTS):
            mended = mend(path, self._wanted)
            if exchange(_resolved(mended.files), _resolved(mended.looked_at)):
                break
        else:
            message = _('"{path}" is being changed by another program; mend it when that is done.')
            raise BulletinError(message.format(path=path))
        if mended.count:
            say(_("{path}: {count} mended.").format(path=path, count=mended.count))
        return self._note(path, mended.findings, mended.reading)

    def diff(self, path: Path) -> int:
        """Show what mending would change."""
        from bulletin_cli.mending import mend

        mended = mend(path, self._wanted, _held(path))
        for each, data in mended.files.items():
            if each not in self.shown:
                self.shown.add(each)
                put_all(_diff(each, mended.before[each], data))
        return FINDINGS if mended.files else self._code(mended.findings)

    def tell(self, form: str) -> None:
        """Print everything that was found, each thing once."""
        from bulletin_cli.report import render

        findings = Findings(tuple(self.found), self.texts)
        said = meanings(d.code for d in self.found) if form == "sarif" else None
        put_all(render(form, findings, said))
        for path in self.sound:
            say(_("{path}: nothing wrong.").format(path=path))
        fixable = sum(d.fix is not None and (d.fix.safe or self.unsafe) for d in self.found)
        if fixable and form in {"full", "concise"}:
            say(_("{count} of these can be mended by --fix.").format(count=fixable))

    def _wanted(self, diagnostic: Diagnostic) -> bool:
        fix = diagnostic.fix
        return self.choice(diagnostic) and fix is not None and (fix.safe or self.unsafe)

    def _note(self, path: Path, findings: Findings, reading: "Reading | None") -> int:
        if reading:
            self.readings.append(reading)
        told = [each for each in findings.diagnostics if self.choice(each)]
        self.found.update(dict.fromkeys(told))
        self.texts.update(findings.texts)
        hidden = len(findings.diagnostics) - len(told)
        if hidden:
            say(_("{path}: {count} not said.").format(path=path, count=hidden))
        elif not told:
            self.sound.append(path)
        return self._code(Findings(tuple(told)))

    def _code(self, findings: Findings) -> int:
        wrong = findings.diagnostics if self.strict else findings.errors
        return FINDINGS if wrong else FINE


def _resolved(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """The files to which the names lead: a link stays one."""
    return {path.resolve(): data for path, data in files.items()}


def _held(path: Path) -> Mapping[Path, bytes]:
    """What standard input says, for an issue called ``-``."""
    if path != _STDIN:
        return {}
    from bulletin_cli.reader.files import within

    return {path: within(sys.stdin.buffer, path)}


def _diff(path: Path, before: str, data: bytes) -> str:
    from bulletin_cli.reader.files import text

    after = text(path, {path: data})
    name = path.as_posix()
    from difflib import unified_diff

    lines = unified_diff(before.split("\n"), after.split("\n"), name, name, lineterm="")
    return "\n".join(lines)
