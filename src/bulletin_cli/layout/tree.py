"""The logical structure (逻辑结构) as it grows: what is set is a part of, in reading order."""

from msgspec.structs import replace

from bulletin_cli.document import Document, FootLine, Masthead
from bulletin_cli.pages import Element, Kind
from bulletin_cli.roles import Role


class Tree:
    """The elements of a set issue, each put in where reading comes to it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._elements: list[Element] = []
        self._begun: dict[int, int] = {}
        self._leads: dict[int, int] = {}

    def add(self, element: Element) -> int:
        """Put an element at the end; its index, by which items name it."""
        self._elements.append(element)
        return len(self._elements) - 1

    def begin(self, block: int) -> None:
        """Say that the next element is the first of a block of the body, by its index there."""
        self._begun[block] = len(self._elements)

    def lead(self, element: int, block: int) -> None:
        """Say that an element leads to a block of the body, which may still be to come."""
        self._leads[element] = block

    def all(self) -> tuple[Element, ...]:
        """The elements in reading order."""
        return tuple(
            replace(element, target=self._begun[self._leads[index]])
            if index in self._leads
            else element
            for index, element in enumerate(self._elements)
        )


def add_masthead(document: Document, tree: Tree) -> dict[Role, int]:
    """Put the parts of the masthead in; the element of each."""
    masthead = document.masthead or Masthead()
    office = " ".join(filter(None, (masthead.office, masthead.date)))
    parts = [Element(mark.role, 0, mark.text) for mark in masthead.marks]
    if masthead.unit:
        parts.append(Element(Role.UNIT, 0, masthead.unit))
    if masthead.logo:
        parts.append(Element(Role.LOGO, 0, masthead.logo.description, Kind.FIGURE))
    texts = (
        (Role.NAME, masthead.name),
        (Role.NUMBER, masthead.number),
        (Role.OFFICE, office),
    )
    parts += [Element(role, 0, text) for role, text in texts if text]
    return {part.role: tree.add(part) for part in parts}


def add_foot(foot: tuple[FootLine, ...], tree: Tree) -> list[int]:
    """Put the lines of the foot in; the element of each."""
    return [tree.add(Element(Role.FOOT, 0, line.label + line.left)) for line in foot]


def add_signatures(signatures: tuple[FootLine, ...], tree: Tree) -> list[int]:
    """Put the signatures in; the element of each."""
    return [tree.add(Element(Role.SIGNATURE, 0, each.label + each.left)) for each in signatures]
