"""What outputs are made of besides their sources: nothing of the program may be left out."""

from pathlib import Path

import bulletin_cli
from bulletin_cli.batch import making

SAY_NOTHING = {".pyc", ".po", ".typed"}
"""Files of the package that no output can depend on."""


def test_the_digest_is_of_every_file_of_the_program(tmp_path, monkeypatch):
    package = Path(bulletin_cli.__file__).parent
    copies = []
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if path.is_file() and path.suffix not in SAY_NOTHING and inside.parts[0] != "bundled":
            copies.append(tmp_path / inside)
            copies[-1].parent.mkdir(parents=True, exist_ok=True)
            copies[-1].touch()
    monkeypatch.setattr(making, "__file__", str(tmp_path / "batch" / "making.py"))
    digest = making._program.__wrapped__
    before = digest()
    assert digest() == before
    for copy in copies:
        copy.write_bytes(b"changed")
        after = digest()
        assert after != before, copy
        before = after
    (tmp_path / "batch" / "making.pyc").touch()
    assert digest() == before
    rooms = {copy.relative_to(tmp_path).parts[0] for copy in copies}
    assert {"batch", "layout", "lint", "writers", "profiles", "reader", "fonts"} <= rooms
