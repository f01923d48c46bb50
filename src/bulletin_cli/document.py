"""The document (文档): what is to be set, in order, with every word final and nothing placed.

Layout turns it into pages for the PDF; the DOCX is written from it as it is, because there Word
breaks the lines. All texts here are final: number, date and brackets are already worded.
"""

import datetime
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from bulletin_cli.levels import Ordinal
from bulletin_cli.roles import LEVELS, Role


class Run(Struct, frozen=True):
    r"""A stretch of text in one role.

    Attributes:
        text: its characters; ``"\n"`` is a forced line break.
        role: what it is.
        link: the address that it leads to, or nothing; neighbours with one address are one link.
        raised: whether it is a superscript.
    """

    text: str
    role: Role
    link: str = ""
    raised: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph or heading: its role gives size, place and indent; its runs give the faces.

    Attributes:
        role: what it is.
        runs: its text, but for the number.
        number: the number that it begins with: of its level, or of the heading run into it.
    """

    role: Role
    runs: tuple[Run, ...]
    number: Ordinal | None = None

    @property
    def numbered(self) -> tuple[Run, ...]:
        """Its runs, the number among them."""
        if self.number is None:
            return self.runs
        return (Run(self.number.text, LEVELS[self.number.level - 1]), *self.runs)

    @property
    def text(self) -> str:
        """The whole text, runs joined, the number among them."""
        return "".join(run.text for run in self.numbered)


class Picture(Struct, frozen=True):
    """A picture as it will be embedded.

    Attributes:
        data: the bytes of a PNG or JPEG file.
        width: in pixels, at least 1.
        height: in pixels, at least 1.
        description: what it shows, for those who cannot see it.
    """

    data: bytes
    width: int
    height: int
    description: str


class Placed(Struct, frozen=True):
    """A picture in a row of them.

    Attributes:
        picture: what is shown.
        caption: what stands below it; may be empty.
        characters: its width in characters of the text, where that is said.
        share: its width as a share of the measure, where that is said.
    """

    picture: Picture
    caption: tuple[Run, ...] = ()
    characters: float | None = None
    share: float | None = None


class PictureRow(Struct, frozen=True):
    """Pictures side by side, each with its caption below; at least one."""

    pictures: tuple[Placed, ...]


class Column(StrEnum):
    """What a column of a table holds, which says where its texts stand."""

    NUMBERS = "numbers"
    """Figures: they end at the right."""
    WORDS = "words"
    """Short texts: they stand in the middle."""
    TEXT = "text"
    """Longer ones: they begin at the left."""


Cells = tuple[tuple[Run, ...], ...]
"""A row of a table: the runs of each of its cells."""


class Table(Struct, frozen=True):
    """A table.

    Attributes:
        caption: what stands above it; may be empty.
        header: its first row, repeated on each page; may be empty.
        rows: the others, each with as many cells as there are columns.
        columns: what each column holds.
        widths: of the columns in characters of the table, where they are said.
        role: of its text.
        head: of the text in its header.
    """

    caption: tuple[Run, ...]
    header: Cells
    rows: tuple[Cells, ...]
    columns: tuple[Column, ...]
    widths: tuple[float, ...] = ()
    role: Role = Role.TABLE_SMALL
    head: Role = Role.TABLE_HEAD_SMALL


class Masthead(Struct, frozen=True):
    """The masthead (报头): each part may be missing.

    Attributes:
        name: name of the publication.
        logo: its artwork, above the name or instead of it.
        number: number line.
        office: issuing office.
        date: day of issue.
        marks: lines at the top left, above all else, each in its role.
        unit: name of the unit, above the name.
    """

    name: str | None = None
    logo: Picture | None = None
    number: str | None = None
    office: str | None = None
    date: str | None = None
    marks: tuple[Run, ...] = ()
    unit: str | None = None


class FootLine(Struct, frozen=True):
    """A line of the foot: ``发放：…`` at the left, an element at the right where there is one.

    Attributes:
        label: what the line is, with its colon, or nothing; turn-over lines stand after it.
        left: its text.
        right: the element at the right, label and all, or nothing.
    """

    label: str
    left: str
    right: str


class Metadata(Struct, frozen=True):
    """What the files say about themselves.

    Attributes:
        title: name and number.
        author: the issuing office.
        subject: what kind of document it is.
        keywords: its sections.
        date: day of issue; the files count as made on it.
        modified: when they count as last changed; the day of issue where nothing is said.
    """

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    date: datetime.date
    modified: datetime.datetime | None = None

    @property
    def times(self) -> tuple[datetime.datetime, datetime.datetime]:
        """When the files count as made and as last changed, UTC."""
        made = datetime.datetime.combine(self.date, datetime.time(), datetime.UTC)
        return made, self.modified or made


class Entry(Struct, frozen=True):
    """An entry of the contents.

    Attributes:
        text: what it says.
        depth: its level, from 1.
        target: index in :attr:`Document.body` of the heading that it stands for.
    """

    text: str
    depth: int
    target: int

    @property
    def role(self) -> Role:
        """The role of its level."""
        return (Role.ENTRY_1, Role.ENTRY_2, Role.ENTRY_3)[self.depth - 1]


class Contents(Struct, frozen=True):
    """The contents (本期要目): a heading and the entries, each with the page that it leads to.

    Attributes:
        title: the heading.
        entries: in the order of the text.
        alone: whether the text begins on the next page.
    """

    title: str
    entries: tuple[Entry, ...]
    alone: bool = False


Block = Paragraph | Contents | PictureRow | Table
"""What the body is made of."""


class Document(Struct, frozen=True):
    """One issue, worded and in order.

    Attributes:
        metadata: what the files say about themselves.
        masthead: what stands at the top of page 1.
        body: everything between.
        foot: the lines at the foot of the last page.
        signatures: who answers for the issue, above the foot.
    """

    metadata: Metadata
    masthead: Masthead | None
    body: tuple[Block, ...]
    foot: tuple[FootLine, ...]
    signatures: tuple[FootLine, ...] = ()


class SettledEntry(Struct, frozen=True):
    """An entry of the contents as pages have it: its text line by line, the page it leads to."""

    lines: tuple[str, ...]
    page: int


class SettledTable(Struct, frozen=True):
    """A table as pages have it.

    Attributes:
        widths: of its columns, pt.
        lines: of the grid that each of its rows takes, the header's first.
    """

    widths: tuple[float, ...]
    lines: tuple[int, ...]


class Settled(Struct, frozen=True):
    """What only pages can tell of a document, for a form that has none of its own.

    Attributes:
        keep_last: whether the last paragraph keeps with the foot.
        entries: what each entry of the contents has come to.
        tables: what each table has come to.
        masthead: widths of its single lines before any is fitted, em.
    """

    keep_last: bool = True
    entries: tuple[SettledEntry, ...] = ()
    tables: tuple[SettledTable, ...] = ()
    masthead: Mapping[Role, float] = field(default_factory=dict)
