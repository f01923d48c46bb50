"""What the program never does, seen in its sources: run code, unpickle, read archives, connect."""

import ast
from pathlib import Path

import bulletin_cli

PACKAGE = Path(bulletin_cli.__file__).parent
NEVER = {
    *("pickle", "marshal", "shelve", "subprocess", "socket", "http", "urllib", "ftplib", "smtplib"),
    *("requests", "httpx", "jinja2", "mako", "yaml", "xmlrpc", "webbrowser", "code", "runpy"),
    *("tarfile", "pty", "telnetlib", "asyncio"),
}
HARMLESS = {"urllib.parse"}
"""Takes addresses apart."""
CALLS = {"eval", "exec", "compile", "__import__", "system", "popen", "startfile", "loads_pickle"}
WRITERS_ONLY = {"zipfile": "writers/docx", "lxml": "writers/docx"}
"""Formats that a bomb may come in: they are written, and read nowhere but from our own template."""


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""


def test_nothing_is_imported_that_runs_code_or_connects():
    found = {(name, module) for name, tree in modules() for module in imported(tree)}
    never = {each for each in found if each[1].partition(".")[0] in NEVER}
    assert {module for _name, module in never} <= HARMLESS, never


def test_archives_and_xml_are_written_only():
    for name, tree in modules():
        for module in imported(tree):
            first = module.partition(".")[0]
            if first in {"zipfile", "lxml", "xml", "gzip", "bz2", "lzma"}:
                assert name.startswith(WRITERS_ONLY.get(first, "writers")), (name, module)


def test_nothing_is_called_that_runs_text():
    found = set()
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                word = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                owner = getattr(getattr(called, "value", None), "id", "")
                if word in CALLS and owner != "re":
                    found.add((name, word))
    assert found == set()
