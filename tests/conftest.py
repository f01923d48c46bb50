"""What tests of every room share: the standard profile and the one real issue."""

import os
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from bulletin_cli import profiles
from bulletin_cli.assemble import assemble
from bulletin_cli.characters import ems
from bulletin_cli.document import Document
from bulletin_cli.fonts import Faces, FontSearch, find
from bulletin_cli.pages import Figure, Glyphs, Page, Polygon, Stroke
from bulletin_cli.profiles import Profile
from bulletin_cli.profiles.values import ASCENT
from bulletin_cli.reader import read

# What is checked before a change lands is the same on every run and however busy the machine is;
# "thorough" looks for what nobody has thought of.
_PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "quick",
    settings(max_examples=300, derandomize=True, database=None),
    deadline=None,
    suppress_health_check=_PATIENT,
)
settings.register_profile(
    "thorough", max_examples=10_000, deadline=None, suppress_health_check=_PATIENT
)
settings.load_profile("quick")

ROOT = Path(__file__).parents[1]
REAL_ISSUE = ROOT / "examples" / "2021-09.toml"


@pytest.fixture(scope="session")
def profile() -> Profile:
    return profiles.load()


@pytest.fixture(scope="session")
def faces(profile: Profile) -> Faces:
    return find(profile, FontSearch(system=False))


@pytest.fixture(scope="session")
def real_document() -> Document:
    reading = read(REAL_ISSUE)
    return assemble(reading.issue, reading.logo)


Box = tuple[float, float, float, float]
"""Left, top, right, bottom, pt."""


@pytest.fixture(scope="session")
def boxes() -> Callable[[Page], list[Box]]:
    """Where the texts and pictures of a page stand."""

    def boxes(page: Page) -> list[Box]:
        found = []
        for item in page.items:
            match item:
                case Glyphs():
                    last = min(item.advances[-1], item.size * ems(item.text[-1]))
                    ink = sum(item.advances[:-1]) + last
                    top = item.y - ASCENT * item.size
                    found.append((item.x, top, item.x + ink, top + item.size))
                case Figure():
                    found.append((item.x, item.y, item.x + item.width, item.y + item.height))
                case Stroke() | Polygon():
                    pass
        return found

    return boxes


@pytest.fixture(scope="session")
def apart() -> Callable[[list[Box]], bool]:
    """Whether no two boxes share more than what faces leave free around characters."""

    def apart(one: Box, other: Box) -> bool:
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        return across < 0.6 or down < 0.6

    return lambda found: all(apart(one, other) for one, other in combinations(found, 2))


@pytest.fixture(scope="session")
def lacking() -> Callable[[str], NoReturn]:
    """Skips a test for what the machine lacks, or fails it where the run must render."""

    def lacking(what: str) -> NoReturn:
        if os.environ.get("BULLETIN_TESTS_MUST_RENDER"):
            pytest.fail(f"{what}, and this run must render")
        pytest.skip(what)

    return lacking


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Messages in English, nothing of the machine's own settings, an empty folder to be in."""
    monkeypatch.setenv("BULLETIN_LANG", "en")
    for name in ("BULLETIN_FONT_PATH", "BULLETIN_DEBUG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


_PEAK = """
import resource, sys
try:
    lines = open("/proc/self/status").read().splitlines()
    peak = next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**20
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, peak, file=sys.stderr)
"""
"""Says what a process has used. On Linux ``ru_maxrss`` would count the one that started it too."""


@pytest.fixture
def measured() -> Callable[..., tuple[str, float, int]]:
    """Runs code in a process of its own: what it prints, its seconds of CPU, its peak in MB."""
    if sys.platform == "win32":
        pytest.skip("time and memory are measured as POSIX does")

    def measured(code: str, *arguments: object) -> tuple[str, float, int]:
        command = [sys.executable, "-c", code + _PEAK, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds, megabytes = done.stderr.split()[-2:]
        return done.stdout, float(seconds), int(megabytes)

    return measured


_CONNECTIONS, _MAY_CONNECT = "BULLETIN_TESTS_CONNECTIONS", "BULLETIN_TESTS_MAY_CONNECT"
_NO_NETWORK = Path(__file__).with_name("no_network")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse connections, here and in each Python that is started from here."""
    if not hasattr(config, "workerinput"):
        descriptor, os.environ[_CONNECTIONS] = tempfile.mkstemp(prefix="connections-")
        os.close(descriptor)
        older = os.environ.get("PYTHONPATH")
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_NO_NETWORK), older]))
        runpy.run_path(str(_NO_NETWORK / "sitecustomize.py"))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say what was refused; it fails the run even where the one refused went on."""
    if hasattr(config, "workerinput"):
        return
    log = Path(os.environ[_CONNECTIONS])
    refused = log.read_text("utf-8")
    log.unlink()
    if refused:
        pytest.exit(f"connections were opened:\n{refused}", returncode=1)


@pytest.fixture(autouse=True)
def _network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test connect that is marked for it."""
    if request.node.get_closest_marker("network"):
        monkeypatch.setenv(_MAY_CONNECT, "1")


@pytest.fixture
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder that is a disk of its own, of 400 kB or what the test says."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    size = f"size={getattr(request, 'param', '400k')}"
    mount = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    if Path.cwd().is_relative_to(folder):
        os.chdir(tmp_path)
    subprocess.run(["umount", str(folder)], check=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-goldens", action="store_true", help="write the goldens anew")


@pytest.fixture
def rewrite_goldens(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-goldens"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what renders where LibreOffice is missing, unless the run must render."""
    if shutil.which("soffice") or os.environ.get("BULLETIN_TESTS_MUST_RENDER"):
        return
    for item in items:
        if item.get_closest_marker("render"):
            item.add_marker(pytest.mark.skip(reason="LibreOffice (soffice) is not installed"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests measured and recorded as ``figure``."""
    figures = [
        value
        for report in terminalreporter.stats.get("passed", ())
        for name, value in report.user_properties
        if name == "figure"
    ]
    if figures:
        terminalreporter.section("figures")
        terminalreporter.write("".join(f"{figure}\n" for figure in sorted(figures)))
