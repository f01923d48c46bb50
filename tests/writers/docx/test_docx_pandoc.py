"""Another program reads the text in its order, and headings as headings: pandoc."""

import json
import shutil
import subprocess

import pytest

from bulletin_cli.roles import Role
from bulletin_cli.writers.docx import write

LEVELS = {Role.SECTION: 1, Role.PART: 2, Role.GROUP: 2}


@pytest.fixture(scope="module")
def read(lacking, tmp_path_factory):
    """The blocks that pandoc finds in a file: its kind, a heading's level, its text."""
    pandoc = shutil.which("pandoc") or lacking("pandoc is not installed")

    def blocks(content):
        path = tmp_path_factory.mktemp("pandoc") / "issue.docx"
        path.write_bytes(content)
        command = [pandoc, "--from", "docx", "--to", "json", str(path)]
        result = subprocess.run(
            command, check=True, capture_output=True, text=True, encoding="utf-8"
        )
        assert result.stderr == ""
        return [_block(block) for block in json.loads(result.stdout)["blocks"]]

    return blocks


def _block(block):
    level = block["c"][0] if block["t"] == "Header" else 0
    return block["t"], level, "".join(_words(block["c"]))


def _words(node):
    """The text below a node, in order; white space of any kind is left out."""
    if isinstance(node, dict):
        if node.get("t") == "Str":
            yield node["c"]
        elif "c" in node:
            yield from _words(node["c"])
    elif isinstance(node, list):
        for child in node:
            yield from _words(child)


def bare(text):
    return "".join(text.split())


@pytest.fixture(params=["sample", "real"])
def issue(request, document, real_document):
    return document() if request.param == "sample" else real_document


def test_text_comes_in_order(read, issue, profile):
    head = issue.masthead
    found = read(write(issue, profile))
    wanted = [
        *(bare(part) for part in (head.name, head.number, head.office + head.date)),
        *(bare(paragraph.text) for paragraph in issue.body),
        bare("".join(line.label + line.left + line.right for line in issue.foot)),
    ]
    assert [text for _kind, _level, text in found] == wanted


def test_headings_are_headings(read, issue, profile):
    found = [(level, text) for _kind, level, text in read(write(issue, profile)) if level]
    wanted = [(LEVELS[p.role], bare(p.text)) for p in issue.body if p.role in LEVELS]
    assert found == wanted
    assert {level for level, _text in found} == {1, 2}


def test_the_foot_is_a_table_at_the_end(read, document, profile):
    kinds = [kind for kind, _level, _text in read(write(document(), profile))]
    assert kinds[-1] == "Table"
    assert kinds.count("Table") == 1
