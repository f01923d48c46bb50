"""Equal bytes over time, time zone, folder, language and the seed of hashes."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
_RUN = """
import sys, time
shift = float(sys.argv[1])
for name in ("time", "time_ns"):
    real = getattr(time, name)
    step = shift if name == "time" else int(shift * 10**9)
    setattr(time, name, lambda real=real, step=step: real() + step)
from bulletin_cli.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("name", ["2021-09.toml", "rich/2026-03.toml"])
def test_equal_bytes(tmp_path, name):
    made = set()
    for number, (zone, seed, shift, language) in enumerate(
        [
            ("UTC", "0", 0, "en"),
            ("Asia/Shanghai", "1", 4e8, "zh"),
            ("America/Lima", "77", 1e9, "en"),
        ]
    ):
        folder = tmp_path / f"{number}" / ("deeper/" * number) / "here"
        shutil.copytree((EXAMPLES / name).parent, folder)
        command = [sys.executable, "-c", _RUN, str(shift), "build", Path(name).name]
        kinds = ("--to", "pdf", "--to", "docx", "--to", "png", "--embed-fonts")
        variables = {"TZ": zone, "PYTHONHASHSEED": seed, "BULLETIN_LANG": language}
        done = subprocess.run(
            [*command, *kinds, "--ignore-system-fonts", "-o", "out"],
            cwd=folder,
            env={**os.environ, **variables},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        whole = hashlib.sha256()
        for path in sorted((folder / "out").iterdir()):
            if path.is_file():
                whole.update(path.name.encode() + path.read_bytes())
        made.add(whole.hexdigest())
    assert len(made) == 1
