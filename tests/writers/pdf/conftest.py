"""What reads a PDF back: its logical structure."""

from collections.abc import Callable, Iterator

import pikepdf
import pytest

Elements = Callable[[pikepdf.Pdf, str], list[pikepdf.Object]]


@pytest.fixture
def elements() -> Elements:
    """Finds the elements of a kind, such as ``/TH``, in reading order."""

    def below(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield node
        for kid in node.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid)

    def elements(opened: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
        return [each for each in below(opened.Root.StructTreeRoot.K[0]) if kind == each.S]

    return elements
