"""The wheel: installed outside the checkout, it builds an issue with the faces it carries."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel installs, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = [*pip, "wheel", str(ROOT), "--no-deps", "--no-build-isolation", "-w", str(folder)]
    # pip looks what connections this machine has as soon as it is loaded
    may_connect = {**os.environ, "BULLETIN_TESTS_MAY_CONNECT": "1"}
    subprocess.run(build, check=True, env=may_connect)
    (wheel,) = folder.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "bulletin_cli/bundled/manifest.toml" in names
    assert "bulletin_cli/locale/zh_CN/LC_MESSAGES/bulletin.mo" in names
    target = folder / "installed"
    install = [*pip, "install", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, env=may_connect)
    return target


def test_it_builds_an_issue_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    source = tmp_path / "第1期.toml"
    source.write_bytes((ROOT / "examples" / "minimal.toml").read_bytes())
    code = "import bulletin_cli, sys; print(bulletin_cli.__file__); sys.path.insert(0, '')"
    environment = {"PYTHONPATH": str(installed), "PATH": "", "PYTHONUTF8": "1"}
    where = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert str(installed) in where.stdout.decode()
    command = [sys.executable, "-m", "bulletin_cli", "build", source.name, "--ignore-system-fonts"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert (tmp_path / "第1期.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert (tmp_path / "第1期.docx").read_bytes().startswith(b"PK")
