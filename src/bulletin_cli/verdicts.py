"""What layout could not set (排不下), told to a person at the key that can be mended."""

from bulletin_cli.diagnostics import Code, Diagnostic, KeyPath, Rejected
from bulletin_cli.document import Document, Table
from bulletin_cli.layout import Overfull, Unfit
from bulletin_cli.messages import _
from bulletin_cli.reader import Reading
from bulletin_cli.reader.attachments import blocks
from bulletin_cli.reader.places import placed
from bulletin_cli.roles import Role
from bulletin_cli.units import MM


def overfull(error: Overfull, reading: Reading) -> Rejected:
    """Tell of a masthead or a foot that leaves no room, or of a line that is too wide."""
    foot, millimetres = error.part is Role.FOOT, max(error.excess / MM, 1.0)
    keys: KeyPath = ("publication", "foot" if foot else "name")
    if error.excess and foot:
        keys = (*keys, error.line, "right")
        message = _("What stands at the right of the foot is {excess:.0f} mm too wide; shorten it.")
    elif error.excess:
        keys = _line(error.part, reading)
        message = _("This line of the masthead is {excess:.0f} mm wider than the text; shorten it.")
    elif foot:
        message = _("The foot leaves no room on the page for text; shorten it.")
    else:
        message = _("The masthead leaves no room for text; make it smaller.")
    return _rejected(Code.OVERFULL, message.format(excess=millimetres), keys, reading)


def _line(part: Role, reading: Reading) -> KeyPath:
    """The key that says a line of the masthead."""
    issue = reading.issue
    if part is Role.SECRECY and issue.secrecy:
        return ("secrecy",)
    if part is Role.NUMBER:
        return ("publication", "supplement_numbering" if issue.supplement else "numbering")
    return ("publication", "profile" if part is Role.DATE else part.value)


def unfit(error: Unfit, document: Document, reading: Reading) -> Rejected:
    """Tell of a table or of pictures that no page holds, at the block they are."""
    body, most = document.body, reading.profile.grid.lines
    wrong_block = body[error.block]
    before = sum(isinstance(block, type(wrong_block)) for block in body[: error.block])
    key = "table" if isinstance(wrong_block, Table) else "pictures"
    named = [keys for keys, block in blocks(reading.issue) if getattr(block, key)]
    if not isinstance(wrong_block, Table):
        message = _(
            "These pictures with their captions take {lines} lines, a page has {most}; shorten the"
            " captions, or widen the narrow pictures."
        ).format(lines=error.lines, most=most)
    elif error.column:
        message = _(
            "Column {column} of this table is {count:.1f} characters too narrow for its figures;"
            ' give it more in "widths".'
        ).format(
            column=error.column,
            count=error.excess / reading.profile.text[wrong_block.role].size,
        )
    elif error.lines:
        message = _(
            "A row of this table takes {lines} lines, the header above it included, a page has"
            " {most}; shorten its texts, or make two rows of it."
        ).format(lines=error.lines, most=most)
    else:
        message = _(
            "This table is {count:.1f} characters wider than the text: use fewer columns, shorter"
            " words or the smaller size."
        ).format(count=error.excess / reading.profile.text[wrong_block.role].size)
    return _rejected(Code.TABLE_WIDE, message, (*named[before], key), reading)


def _rejected(code: Code, message: str, keys: KeyPath, reading: Reading) -> Rejected:
    wrong = Diagnostic(code, message, reading.place(keys))
    return Rejected(placed([wrong], reading.texts), reading.texts)
