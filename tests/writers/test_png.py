"""Pages as pictures: one each, of the paper's size at 150 dots an inch."""

import io
from pathlib import Path

from PIL import Image

from bulletin_cli.fonts import FontSearch
from bulletin_cli.pipeline import build

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_picture_of_each_page(tmp_path: Path) -> None:
    built = build(EXAMPLES / "2021-09.toml", tmp_path, ["png"], FontSearch(system=False))
    assert [path.name for path in built.outputs] == [f"2021-09-{page}.png" for page in range(1, 8)]
    with Image.open(io.BytesIO(built.outputs[0].read_bytes())) as picture:
        assert picture.size == (1241, 1754)
        colours = {colour for _count, colour in picture.getcolors(maxcolors=1 << 20) or []}
    assert (255, 0, 0) in colours
    assert (255, 255, 255) in colours
