"""The laid-out pages of the real issue as text: a change of layout shows here as a diff."""

from pathlib import Path

from bulletin_cli.document import Document
from bulletin_cli.fonts import Faces
from bulletin_cli.layout import lay_out
from bulletin_cli.profiles import Profile
from bulletin_cli.writers import dump

GOLDENS = Path(__file__).parents[1] / "goldens"


def test_the_real_issue_as_laid_out(
    real_document: Document, profile: Profile, faces: Faces, rewrite_goldens: bool
) -> None:
    golden = GOLDENS / "2021-09.dump"
    text = dump.write(lay_out(real_document, profile, faces.advance))
    if rewrite_goldens:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
