"""Limits hold for a command, reach the processes that work for it, and tell outputs apart."""

import json
from pathlib import Path

import pytest
from msgspec.structs import fields

from bulletin_cli import limits
from bulletin_cli.batch import Status, make, tasks
from bulletin_cli.batch.making import Making
from bulletin_cli.cli import main
from bulletin_cli.folders import Named
from bulletin_cli.limits import Limits

ISSUE = 'publication = { name = "刊" }\ndate = 2021-05-17\n'
ITEM = '[[sections]]\ntitle = "学"\n[[sections.items]]\ntext = """\n%s"""\n'


@pytest.fixture(autouse=True)
def surroundings(alone):
    """Every test here starts alone, and leaves the limits as they were."""
    yield
    limits.hold(Limits())


@pytest.fixture
def issue(tmp_path):
    path = tmp_path / "issue.toml"
    path.write_text(ISSUE + ITEM % ("文" * 2_000), "utf-8")
    return path


def build(*arguments):
    return main(["build", "issue.toml", "--to", "pdf", "--ignore-system-fonts", *arguments])


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("bytes=100", "larger than"),
        ("marks=5", "keys and marks"),
        ("characters=1000", "characters"),
        ("pages=2", "pages"),
    ],
)
def test_what_is_over_a_limit_is_refused_and_says_how_to_raise_it(issue, capfd, limit, said):
    assert build("--limit", limit) == 2
    told = capfd.readouterr().err
    assert said in told
    assert f"--limit {limit.partition('=')[0]}=NUMBER" in told
    assert not issue.with_suffix(".pdf").exists()
    assert build("--limit", limit.partition("=")[0] + "=9000000") == 0


def test_they_hold_for_one_command_only(issue):
    assert build("--limit", "bytes=100") == 2
    assert build() == 0
    assert limits.now() == Limits()


@pytest.mark.parametrize("value", ["bytes", "bytes=", "bytes=0", "bytes=-1", "x=1", "bytes=1e9"])
def test_what_is_no_limit(issue, capfd, value):
    assert build("--limit", value) == 2
    assert "After --limit" in capfd.readouterr().err


def test_they_reach_other_processes(issue, tmp_path, capfd):
    (tmp_path / "second.toml").write_bytes(issue.read_bytes())
    command = ["build", ".", "-o", "out", "-j", "2", "--ignore-system-fonts", "--limit", "pages=2"]
    assert main(command) == 2
    assert "more than 2" in capfd.readouterr().err
    assert main(command[:-2]) == 0


def test_outputs_under_other_limits_are_made_again(issue, tmp_path):
    usual, tight = Making(system_fonts=False), Making(system_fonts=False, limits=Limits(pages=2))
    assert usual.digest() != tight.digest()
    [task] = tasks([Named(issue)], tmp_path / "out", tight)
    assert make(task).status is Status.FAILED
    assert limits.now() == Limits()


def test_type_is_neither_too_small_nor_too_large(issue, capfd):
    for size, code in (("0.01pt", 1), ("3.9pt", 1), ("4pt", 0), ("401pt", 1), ("1900pt", 1)):
        profile = f'profile = {{ text = {{ caption = {{ size = "{size}" }} }} }}'
        text = ISSUE.replace("{ name", f"{{ {profile}, name") + ITEM % "文"
        issue.write_text(text, "utf-8")
        assert build() == code, size


def test_every_limit_stands_in_the_documentation():
    text = (Path(__file__).parents[1] / "docs" / "security.md").read_text("utf-8")
    for field in fields(Limits):
        assert f"| `{field.name.replace('_', '-')}` | {field.default:,} |" in text


@pytest.mark.parametrize("name", ["\x01", "\x00", "\ufffe", "\ud800", "\n", "", " ", "长" * 65])
def test_what_names_no_font_and_no_format(issue, capfd, name):
    for profile in (
        {"title": name},
        {"faces": {"fangsong": {"name": name}}},
        {"faces": {"fangsong": {"aliases": [name]}}},
        {"folio": {"wording": f"{{page}}{name}"}} if name.strip(" ") else {"title": name},
    ):
        said = {"publication": {"name": "刊", "profile": profile}, "date": "2021-05-17"}
        issue.with_suffix(".json").write_text(json.dumps(said), "utf-8")
        assert main(["build", "issue.json", "--ignore-system-fonts"]) == 1, profile
        assert "at fault" not in capfd.readouterr().err
