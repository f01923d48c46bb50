"""What ``bulletin build`` says and does when there is more than one issue, or an output folder."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bulletin_cli import batch, outputs
from bulletin_cli.batch import Outcome, Status, Task, workers
from bulletin_cli.cli.faults import FAILED, FINDINGS, FINE, program_fault, say_error, say_findings
from bulletin_cli.cli.terminal import put, say
from bulletin_cli.diagnostics import Findings, Severity
from bulletin_cli.messages import _
from bulletin_cli.report.columns import visible


class Running(Struct, frozen=True):
    """How a batch runs.

    Attributes:
        jobs: how many processes work at once; as many as are worth it where nobody says.
        cluster: address of a dask cluster that works instead.
        fail_fast: whether the first failure ends it.
        deps: the file into which dependencies are written.
    """

    jobs: int | None = None
    cluster: str | None = None
    fail_fast: bool = False
    deps: Path | None = None


def run(wanted: Sequence[Task], running: Running) -> int:
    """Make what is out of date and say what came of it; the exit code."""
    done = batch.unchanged(wanted)
    todo = [task for task in wanted if task not in done]
    results, warnings = list(done.values()), 0
    jobs = running.jobs or workers.usual_jobs(len(todo))
    stream = workers.outcomes(todo, jobs, running.cluster)
    with contextlib.closing(stream), _progress(todo) as tell:
        for outcome in stream:
            warnings += 0 if outcome.failed else _warnings(outcome)
            results.append(outcome if outcome.failed or len(wanted) == 1 else _slight(outcome))
            tell(outcome)
            if outcome.failed and running.fail_fast:
                break
    if running.deps is not None:
        _write_deps(running.deps, wanted, results)
    _summary(wanted, results, warnings)
    codes = {FINE, *(_code(outcome) for outcome in results)} - (
        {FINE} if all(outcome.failed for outcome in results) else set()
    )
    return codes.pop() if len(codes) == 1 else FINDINGS


def _warnings(outcome: Outcome) -> int:
    return outcome.findings.count(Severity.WARNING)


def _slight(outcome: Outcome) -> Outcome:
    """An outcome without the texts that its findings are about: thousands would fill the memory."""
    return replace(outcome, findings=Findings())


def _code(outcome: Outcome) -> int:
    return {Status.WRONG: FINDINGS, Status.FAILED: FAILED}.get(outcome.status, FINE)


@contextlib.contextmanager
def _progress(todo: Sequence[Task]) -> Iterator[Callable[[Outcome], None]]:
    """Tell what is being set: a bar on a terminal, elsewhere a line for each issue that is done."""
    count, number = len(todo), 0
    if count > 1 and sys.stderr.isatty():
        with _bar([task.path.name for task in todo]) as tell:
            yield tell
        return

    def tell_line(outcome: Outcome) -> None:
        nonlocal number
        number += 1
        for path in outcome.outputs if outcome.status is Status.MADE else ():
            put(str(path))
        if count > 1:
            words = (
                _("{number}/{count} {path}")
                if not outcome.failed
                else _("{number}/{count} {path}: failed")
            )
            say(words.format(number=number, count=count, path=outcome.path))

    yield tell_line


@contextlib.contextmanager
def _bar(names: Sequence[str]) -> Iterator[Callable[[Outcome], None]]:
    """A bar with the count and the issue whose turn it is."""
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    progress = Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False
    )
    with progress:
        shown = [escape(visible(name)) for name in names]
        bar = progress.add_task(shown[0], total=len(shown))
        waiting = iter(shown[1:])

        def tell(outcome: Outcome) -> None:
            if not sys.stdout.isatty() and outcome.status is Status.MADE:
                for path in outcome.outputs:
                    put(str(path))
            progress.update(bar, advance=1, description=next(waiting, ""), refresh=True)

        yield tell


def _summary(wanted: Sequence[Task], results: Sequence[Outcome], warnings: int) -> None:
    """The failures with their findings, then one line for all."""
    failed = sorted((each for each in results if each.failed), key=lambda each: each.path)
    for outcome in failed:
        _say_failure(outcome)
    standins = {wanted: family for each in results for wanted, family in each.standins}
    if standins:
        pairs = _(", ").join(f"{wanted} → {family}" for wanted, family in standins.items())
        say(_("Other typefaces stood in for those not found: {pairs}.").format(pairs=pairs))
    if len(wanted) == 1 and not failed:
        [outcome] = results
        say_findings(outcome.findings)
        if outcome.status is Status.UNCHANGED:
            say(_("{path}: unchanged since it was last built.").format(path=outcome.path))
    elif len(wanted) > 1:
        say(_counts(wanted, results, warnings))


def _counts(wanted: Sequence[Task], results: Sequence[Outcome], warnings: int) -> str:
    made = sum(each.status is Status.MADE for each in results)
    kept = sum(each.status is Status.UNCHANGED for each in results)
    failed = sum(each.failed for each in results)
    parts = [_("{count} built").format(count=made), _("{count} unchanged").format(count=kept)]
    parts.append(_("{count} failed").format(count=failed))
    if len(results) < len(wanted):
        parts.append(_("{count} not begun").format(count=len(wanted) - len(results)))
    if warnings:
        words = _("{count} warnings (bulletin validate says them)")
        parts.append(words.format(count=warnings))
    return _(", ").join(parts) + _(".")


def _say_failure(outcome: Outcome) -> None:
    if outcome.findings.diagnostics:
        say_findings(outcome.findings)
    elif outcome.fault:
        say_error(f"{outcome.path}: {program_fault(*outcome.fault)}")
    else:
        named = str(outcome.path) in outcome.error
        say_error(outcome.error if named else f"{outcome.path}: {outcome.error}")


def _write_deps(path: Path, wanted: Sequence[Task], results: Iterable[Outcome]) -> None:
    """What each output is made from, as make reads it."""
    from bulletin_cli import pipeline

    lines = []
    known = {outcome.path: outcome for outcome in results}
    for task in wanted:
        outcome = known.get(task.path)
        if outcome is None:
            continue
        usual = pipeline.targets(task.path, task.folder, task.making.formats)
        made = " ".join(_for_make(each) for each in outcome.outputs or usual)
        sources = dict.fromkeys(map(_nearest, (task.path, *outcome.sources)))
        lines.append(f"{made}: {' '.join(map(_for_make, sources))}\n")
    outputs.write(path, "".join(lines).encode("utf-8", "surrogateescape"))


def _nearest(path: Path) -> Path:
    """A source as it is best named from here."""
    with contextlib.suppress(ValueError):  # another drive
        near = Path(os.path.relpath(path))
        return path if path.is_absolute() and near.parts[:1] == ("..",) else near
    return path


def _for_make(path: Path) -> str:
    name = path.as_posix().replace("\\", "\\\\").replace("$", "$$")
    return "".join(f"\\{char}" if char in " #:%" else char for char in name)
