"""How much the reader takes in: each limit with its reason.

They keep a damaged or hostile file from taking the machine with it; no real bulletin comes near.
"""

SOURCE_BYTES = 4 * 1024 * 1024
"""Bytes of an issue or publication file: an issue of a thousand pages is about 2 MB."""

DEPTH = 32
"""Tables and lists within one another, and parts of a dotted key: the format itself needs 7."""

TOKENS = 100_000
"""Keys, brackets and commas: an issue of a thousand pages has about 30,000."""

DIGITS = 30
"""Digits of one figure: the largest that means anything has 5."""

FAULTS = 1_000
"""Faults told of one file: who has that many has named the wrong file."""

PICTURE_BYTES = 20 * 1024 * 1024
"""Bytes of a picture, or of a table's file: a photograph of the size below has about 15 MB."""

PICTURE_PIXELS = 50_000_000
"""Pixels of a picture: the cameras of telephones make 48 million; print shows 4 of them."""

PICTURE_SIDE = 20_000
"""Pixels of a picture's longer side: a long strip is still one."""

TABLE_ROWS = 5_000
"""Rows of a table: at 20 a page that is 250 pages."""

TABLE_COLUMNS = 30
"""Columns of a table: on A4 more would leave each a character."""
