"""Whole issues as nobody would write them; ``make fuzz`` makes thousands of them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import Phase, given, settings
from pydantic import BaseModel

SAFETY = Path(__file__).parent
RUN = [sys.executable, str(SAFETY / "fuzz.py")]


@pytest.fixture(scope="module")
def issues():
    sys.path.insert(0, str(SAFETY))
    import issues

    sys.path.remove(str(SAFETY))
    return issues


def test_nothing_breaks_what_must_always_hold(tmp_path):
    """Exit 0, 1 or 2, no fault, nothing left over; both outputs open and say all there is."""
    command = [*RUN, "--count", "90", "--jobs", "2", "--keep", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == 0, done.stdout + done.stderr
    counts = {line.split(None, 1)[1]: int(line.split()[0]) for line in done.stdout.splitlines()}
    assert counts["build exit 0"] > 45
    assert sum(n for name, n in counts.items() if name.startswith("build")) == 90


def test_the_models_are_walked_to_their_last_field(issues):
    """Every key of every model stands in some issue of a few hundred."""
    from bulletin_cli.issue import Issue

    found: set[str] = set()

    @settings(max_examples=400, derandomize=True, database=None, phases=[Phase.generate])
    @given(issues.issues())
    def each(issue):
        found.update(keys_in(issue))

    each()
    assert keys_of(Issue) - found == set()


def keys_in(node):
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from keys_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys_in(value)


def keys_of(model):
    """The keys of a model and of those below it."""
    found = set()
    for name, field in model.model_fields.items():
        found.add(field.alias or name)
        for below in models_in(field.annotation):
            found |= keys_of(below)
    return found


def models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from models_in(each)
