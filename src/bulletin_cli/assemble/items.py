"""Items (稿件) as blocks of a document: texts, pictures and tables, the lead and the credit."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletin_cli.assemble.figures import picture_row, table
from bulletin_cli.assemble.running import running
from bulletin_cli.attachments import Attachments
from bulletin_cli.blocks import Block as Source
from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.document import Block, Paragraph, Run
from bulletin_cli.issue import Item
from bulletin_cli.levels import Levels
from bulletin_cli.roles import LEVELS, Role


class Items(Struct, frozen=True):
    """What all items of an issue have in common.

    Attributes:
        label: what begins the editor's comment.
        attached: what their blocks name.
    """

    label: str
    attached: Attachments

    def comment(self, text: str | None) -> Iterator[Block]:
        """The editor's comment, its label before the first paragraph, or above it if a heading."""
        label = Run(self.label, Role.COMMENT_LABEL)
        for position, each in enumerate(running(text or "", Role.COMMENT, Levels())):
            if position == 0 and each.number:
                yield Paragraph(Role.COMMENT, (label,))
            yield each if position or each.number else _led(each, label)

    def all(self, items: Sequence[Item], above: KeyPath) -> Iterator[Block]:
        """The blocks of some items, one after the other.

        Args:
            items: the items.
            above: the keys that lead to what holds them.
        """
        for index, item in enumerate(items):
            if item.title:
                yield Paragraph(Role.HEADLINE, (Run(item.title, Role.HEADLINE),))
            yield from self.comment(item.comment)
            yield from self._content(item, (*above, "items", index))

    def _content(self, item: Item, keys: KeyPath) -> list[Block]:
        """An item's text and blocks, its lead before them, its credit after them.

        Beside a heading, a picture or a table each of these two is a paragraph of its own.
        """
        levels = Levels()
        content: list[Block] = [*running(item.text or "", Role.BODY, levels)]
        for index, block in enumerate(item.blocks):
            content += self._block(block, (*keys, "blocks", index), levels)
        if item.lead:
            lead, first = Run(item.lead, Role.LEAD), content[0]
            if isinstance(first, Paragraph) and not first.number:
                content[0] = _led(first, lead)
            else:
                content.insert(0, Paragraph(Role.BODY, (lead,)))
        if item.credit:
            credit, last = Run(bracketed(item.credit, "（", "）"), Role.CREDIT), content[-1]
            if isinstance(last, Paragraph) and last.role not in LEVELS:
                content[-1] = replace(last, runs=(*last.runs, credit))
            else:
                content.append(Paragraph(Role.BODY, (credit,)))
        return content

    def _block(self, block: Source, keys: KeyPath, levels: Levels) -> Iterator[Block]:
        if block.text is not None:
            yield from running(block.text, Role.BODY, levels)
        if block.pictures:
            yield picture_row(block.pictures, (*keys, "pictures"), self.attached)
        if block.table:
            yield table(block.table, (*keys, "table"), self.attached)


def _led(paragraph: Paragraph, run: Run) -> Paragraph:
    """The paragraph with a run before its own."""
    return replace(paragraph, runs=(run, *paragraph.runs))


def bracketed(text: str, left: str, right: str) -> str:
    """The text in brackets, unless it was typed with them."""
    typed = text.startswith(left) and text.endswith(right)
    return text if typed else f"{left}{text}{right}"
