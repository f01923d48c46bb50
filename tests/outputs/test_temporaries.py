import os
import subprocess
import sys

import pytest

from bulletin_cli.outputs import temporaries


@pytest.fixture
def dead():
    """The number of a process that is gone."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_name_is_known_as_ours_and_gone_when_it_is_dropped(tmp_path):
    path = temporaries.new(tmp_path / "x.pdf")
    assert path.name.startswith(f".bulletin-{os.getpid()}-")
    path.touch()
    temporaries.clear(tmp_path)
    assert path.exists()
    temporaries.drop([path])
    assert not path.exists()


def test_what_a_dead_process_has_left_goes(tmp_path, dead):
    path = tmp_path / temporaries.new(tmp_path / "x").name.replace(str(os.getpid()), str(dead))
    path.touch()
    temporaries.clear(tmp_path)
    assert not path.exists()


def test_what_a_living_process_uses_stays(tmp_path):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        path = tmp_path / f".bulletin-{process.pid}-0123abcd.tmp"
        path.touch()
        temporaries.clear(tmp_path)
        assert path.exists()
    temporaries.clear(tmp_path)
    assert not path.exists()


def test_an_earlier_process_of_our_own_number_is_gone(tmp_path):
    """In a container every run may have the same number."""
    path = tmp_path / f".bulletin-{os.getpid()}-{temporaries._computer()}0123abcd.tmp"
    path.touch()
    temporaries.clear(tmp_path)
    assert not path.exists()


@pytest.mark.parametrize(
    "name",
    [".bulletin-x.tmp", ".bulletin-1-notes.tmp", "bulletin-1-0123abcd.tmp", ".bulletin-1-0123abcd"],
)
def test_other_names_stay(tmp_path, name):
    (tmp_path / name).touch()
    temporaries.clear(tmp_path)
    assert (tmp_path / name).exists()


def test_a_folder_or_link_of_such_a_name_stays(tmp_path, dead):
    folder = tmp_path / f".bulletin-{dead}-0123abcd.tmp"
    folder.mkdir()
    temporaries.clear(tmp_path)
    assert folder.is_dir()


def test_a_number_that_no_process_can_have(tmp_path):
    path = tmp_path / f".bulletin-{10**30}-0123abcd.tmp"
    path.touch()
    temporaries.clear(tmp_path)
    assert not path.exists()


def test_a_folder_that_is_not_there(tmp_path):
    temporaries.clear(tmp_path / "none")


def test_once_means_once(tmp_path, dead):
    temporaries.clear(tmp_path, once=True)
    path = tmp_path / f".bulletin-{dead}-0123abcd.tmp"
    path.touch()
    temporaries.clear(tmp_path, once=True)
    assert path.exists()
