"""Links (链接): stretches of a paragraph that lead out of the file.

The file names an address once, as a relationship of the part; a link names the relationship
(ECMA-376 Part 1 § 17.16.22). A link is written with its address, and given its relationship when
all are known.
"""

from collections.abc import Iterable, Iterator

from bulletin_cli.writers.docx.markup import Element, R, W, related

_ID, _LINK = f"{{{R}}}id", f"{{{W}}}hyperlink"


def link(address: str, *runs: Element) -> Element:
    """Runs that lead to an address."""
    element = related("hyperlink", address, history=1)
    element.extend(runs)
    return element


def with_relations(story: Iterable[Element], addresses: dict[str, str]) -> Iterator[Element]:
    """The same elements, in which every link names a relationship.

    Args:
        story: the elements.
        addresses: is filled in: for each address the id of the relationship to it.
    """
    for element in story:
        for each in element.iter(_LINK):
            address = each.get(_ID)
            if address is None:  # leads to a bookmark of the file
                continue
            each.set(_ID, addresses.setdefault(address, f"rIdLink{len(addresses) + 1}"))
        yield element
