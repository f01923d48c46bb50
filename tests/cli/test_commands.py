import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin_cli import __version__

FULL = Path("/dev/full")


def run(*arguments, **environment):
    variables = {**os.environ, "COLUMNS": "80", **environment}
    return subprocess.run(
        [sys.executable, "-m", "bulletin_cli", *arguments],
        capture_output=True,
        check=False,
        env=variables,
    )


def test_validate_says_so_when_nothing_is_wrong(bulletin, issue):
    result = bulletin("validate", issue)
    assert (result.code, result.out, result.err) == (0, "", f"{issue}: nothing wrong.\n")


def test_validate_prints_findings_as_data(bulletin, issue):
    text = issue.read_text(encoding="utf-8")
    issue.write_text(text.replace("number = 1", "number = 0").replace('"文"', '" "'), "utf-8")
    result = bulletin("validate", issue)
    assert result.code == 1
    assert result.err == ""
    first, second = result.out.split("\n\n")
    assert first.splitlines() == [
        f'{issue}:2:10: E118 "number" is 0; it must be at least 1.',
        "  |",
        "2 | number = 0",
        "  |          ^",
    ]
    assert second.startswith(f"{issue}:7:8: E115 ")


def test_validate_goes_on(bulletin, issue, tmp_path):
    (tmp_path / "bad.toml").write_text("a = \n", encoding="utf-8")
    result = bulletin("validate", "none.toml", "bad.toml", issue)
    assert result.code == 1
    assert result.out.startswith("bad.toml:1:5: E104 ")
    assert "none.toml" in result.err
    assert f"{issue}: nothing wrong." in result.err


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "build"]])
def test_version(bulletin, arguments):
    assert bulletin(*arguments).out == f"bulletin {__version__}\n"


def test_version_by_the_module():
    done = run("--version")
    assert (done.returncode, done.stdout.decode().split()) == (0, ["bulletin", __version__])


def test_fonts_as_a_table(bulletin):
    result = bulletin("fonts", "--ignore-system-fonts")
    assert result.code == 0
    head, *rows = result.out.splitlines()
    assert head.split() == [
        "face",
        "wanted",
        "found",
        "stands",
        "in",
        "characters",
        "licence",
        "file",
    ]
    assert any("仿宋_GB2312" in row for row in rows)
    assert bulletin("fonts", "--ignore-system-fonts", "--strict-fonts").code == 2


USAGE = [
    ([], None, None),
    (["buld"], 'no command "buld"', "没有“buld”这个命令"),
    (["build"], "ISSUE is missing", "缺少 ISSUE"),
    (["build", "--tp", "x"], "mean --to", "是不是 --to"),
    (["build", "--frobnicate", "x"], "no option --frobnicate", "没有 --frobnicate 这个选项"),
    (["build", "-x", "a"], "no option -x", "没有 -x 这个选项"),
    (["build", "a.toml", "--to"], "needs a value", "还要写一个值"),
    (["build", "--strict-fonts=1", "a.toml"], "takes no value", "后面不用写值"),
    (["fonts", "x"], '"x" is too much', "多写了“x”"),
    (["validate", "--to", "pdf", "a.toml"], "no option --to", "没有 --to 这个选项"),
]


@pytest.mark.parametrize(("arguments", "english", "chinese"), USAGE)
def test_usage_errors_are_in_our_words(bulletin, monkeypatch, arguments, english, chinese):
    for language, said in (("en", english), ("zh", chinese)):
        monkeypatch.setenv("BULLETIN_LANG", language)
        result = bulletin(*arguments)
        assert result.code == 2
        if said is None:
            assert "--help" in result.out
            assert result.err == ""
        else:
            assert said in result.err
            assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("command", [[], ["build"], ["validate"], ["fonts"]])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_is_in_the_language_and_has_an_example(command, language):
    done = run(*command, "--help", BULLETIN_LANG=language, PYTHONIOENCODING="utf-8")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "  bulletin " in text
    assert ("显示本帮助" in text) == (language == "zh")
    assert ("选项" in text) == (language == "zh")
    assert ("Show this help" in text) == (language == "en")
    assert "list[" not in text


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_console_falls_over_what_it_cannot_show(issue, encoding, language):
    issue.write_text('"镕𠅤é→" = 1\n', encoding="utf-8")
    for arguments in (["validate", "issue.toml"], ["build", "--help"], ["bld𠅤"], ["fonts"]):
        done = run(*arguments, BULLETIN_LANG=language, PYTHONIOENCODING=encoding)
        assert done.returncode in {0, 1, 2}
        assert b"Traceback" not in done.stderr
        # Typer takes an ASCII console for a misconfigured one and writes its help in UTF-8.
        helped = "--help" in arguments and encoding == "ascii"
        assert (done.stdout + done.stderr).decode("utf-8" if helped else encoding)


@pytest.mark.parametrize(
    "arguments", [["--version"], ["validate", "issue.toml"], ["validate", "none.toml"]]
)
def test_nothing_heavy_is_imported_for_what_needs_it_not(issue, arguments):
    code = (
        "import sys; sys.argv[1:] = sys.argv[1:]\n"
        "from bulletin_cli.__main__ import run\n"
        "run(); print(sorted({m.split('.')[0] for m in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    loaded = done.stderr.splitlines()[-1]
    for module in ("docx", "reportlab", "PIL", "rich", "lxml", "fontTools"):
        assert f"'{module}'" not in loaded
    if arguments == ["--version"]:
        assert "'typer'" not in loaded


def test_nothing_is_placed_where_there_is_nothing_to_say(issue):
    code = (
        "import sys\n"
        "from bulletin_cli.__main__ import run\n"
        "code = run(); print('bulletin_cli.reader.places' in sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "validate", issue.name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "False\n")


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "M201"],
        ["schema", "issue"],
        ["validate", "issue.toml", "--output-format", "json"],
        ["ledger", "."],
        ["build", "issue.toml"],
        ["dump", "issue.toml"],
        ["--help"],
        ["build", "--help"],
        ["fonts"],
    ],
)
def test_what_cannot_be_printed_is_told(issue, arguments):
    command = [sys.executable, "-m", "bulletin_cli", *arguments]
    with FULL.open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "error: What was to be printed could not be" in done.stderr
    assert "fault" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes as POSIX has them")
def test_a_reader_that_has_gone_is_not_told(issue):
    command = [sys.executable, "-m", "bulletin_cli", "schema", "issue"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")
