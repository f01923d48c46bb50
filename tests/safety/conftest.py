"""The command line in a process of its own, and what it used; a hostile issue in a few words."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

_RUN = """
import resource, sys
from bulletin_cli.cli import main
code = main(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_SELF)
try:
    lines = open("/proc/self/status").read().splitlines()
    peak = next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
except OSError:
    peak = used.ru_maxrss // 2**20
with open(sys.argv[1], "w") as file:
    file.write(f"{used.ru_utime + used.ru_stime} {peak}")
sys.exit(code)
"""


@dataclass(frozen=True)
class Done:
    """What a command said, its exit code, its seconds of CPU, its peak in MB."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: int

    @property
    def said(self) -> str:
        return self.out + self.err


@pytest.fixture(autouse=True)
def surroundings(alone):
    """Every test here starts alone."""


@pytest.fixture
def bulletin(tmp_path_factory) -> Callable[..., Done]:
    if sys.platform == "win32":
        pytest.skip("time and memory are measured as POSIX does")
    figures = tmp_path_factory.mktemp("figures") / "figures"

    def bulletin(*arguments: object, **variables: str) -> Done:
        command = [sys.executable, "-c", _RUN, str(figures), *map(str, arguments)]
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1", **variables},
        )
        seconds, peak = figures.read_text().split()
        out, err = (stream.decode("utf-8") for stream in (done.stdout, done.stderr))
        assert "Traceback" not in err, err
        return Done(done.returncode, out, err, float(seconds), int(peak))

    return bulletin


@pytest.fixture
def write(tmp_path) -> Callable[..., Path]:
    """Writes text or bytes into the test's folder."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def issue(write) -> Callable[..., Path]:
    """Writes an issue as JSON, in which anything can be said."""

    def issue(name: str = "issue.json", item: dict[str, object] | None = None, **keys: object):
        said: dict[str, object] = {"publication": {"name": "某集团简报"}, "date": "2021-05-17"}
        items = [item or {"text": "会议传达了有关精神。"}]
        said |= {"sections": [{"title": "要闻", "items": items}], **keys}
        return write(name, json.dumps(said, ensure_ascii=True))

    return issue


@pytest.fixture
def figure(record_property) -> Callable[[str, Done], None]:
    """Notes what a row of the table has taken, to be printed after the tests."""

    def figure(name: str, done: Done) -> None:
        record_property("figure", f"{name}: {done.seconds:.2f} s, {done.megabytes} MB")

    return figure


@pytest.fixture
def picture() -> bytes:
    file = io.BytesIO()
    Image.new("L", (40, 20), 200).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def no_output(tmp_path) -> Callable[[], bool]:
    """Whether there is no output and nothing left over."""

    def no_output() -> bool:
        endings = {".pdf", ".docx", ".tmp", ".png.tmp"}
        return not any(path.suffix in endings for path in tmp_path.rglob("*"))

    return no_output
