"""What cannot be set: a verdict on the text, which the conductor tells as a diagnostic."""

from bulletin_cli.roles import Role


class Overfull(Exception):  # noqa: N818 - a verdict on the text, not an error of the program
    """The masthead or the foot leaves no room for text, or a line of them is too wide.

    Attributes:
        part: ``Role.NAME`` for the masthead, ``Role.FOOT`` for the foot; what the line is.
        excess: by how much the line is wider than the measure, as small as its type may be, pt.
        line: of the foot, which line it is, from 0.
    """

    def __init__(self, part: Role, excess: float = 0.0, line: int = 0) -> None:
        """Name the part, and what of it is too wide."""
        super().__init__(part.value, excess, line)
        self.part, self.excess, self.line = part, excess, line


class Unfit(Exception):  # noqa: N818 - a verdict on the text, not an error of the program
    """A table too wide, a column too narrow for its figures, or a row higher than a page.

    Attributes:
        excess: by how much it is wider than the measure, pt; 0 where it is not.
        lines: of the grid that the row takes, where that is more than a page; that of a table with
            the header above it.
        column: the one, from 1, that is too narrow, by ``excess``; 0 where none is.
        block: its index in the body of the document.
    """

    def __init__(self, excess: float = 0.0, lines: int = 0, column: int = 0) -> None:
        """Say by how much it does not fit; who knows the block adds it."""
        super().__init__(excess, lines, column)
        self.excess, self.lines, self.column = excess, lines, column
        self.block = -1
