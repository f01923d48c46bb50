"""What is taken for granted of fonts: the characters that every one of ours has."""

from bulletin_cli.characters import usual
from bulletin_cli.fonts import Faces


def test_every_face_has_the_usual_characters(faces: Faces) -> None:
    assert len(usual()) > 6_763
    assert faces.uncovered("".join(sorted(usual()))) == ()


def test_what_is_rare_is_not_taken_for_granted() -> None:
    assert not {*"镕喆堃䶮𬭎", "\ue000", "\ufeff"} & usual()
