"""What cannot be set: a verdict on the text, which the conductor tells as a diagnostic."""


class Unfit(Exception):  # noqa: N818 - a verdict on the text, not an error of the program
    """A table that is too wide, or a row of it or of pictures that is higher than a page.

    Attributes:
        excess: by how much it is wider than the measure, pt; 0 where it is not.
        lines: of the grid that the row takes, where that is more than a page; that of a table with
            the header above it.
        block: its index in the body of the document.
    """

    def __init__(self, excess: float = 0.0, lines: int = 0) -> None:
        """Say by how much it does not fit; who knows the block adds it."""
        super().__init__(excess, lines)
        self.excess, self.lines = excess, lines
        self.block = -1
