"""Draw the first page of a PDF as the picture that the README shows: `make picture`."""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

WIDTH = 760
"""Of the picture, in pixels."""


def main(source: Path, target: Path) -> None:
    """Draw page 1 with a thin frame, so that white paper shows on a white screen."""
    with pypdfium2.PdfDocument(source) as document:
        page = document[0]
        drawn = page.render(scale=2 * WIDTH / page.get_width()).to_pil()
    small = drawn.resize(
        (WIDTH, round(drawn.height * WIDTH / drawn.width)), Image.Resampling.LANCZOS
    )
    framed = ImageOps.expand(small.convert("RGB"), border=1, fill="#c8c8c8")
    framed.quantize(64).save(target, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
