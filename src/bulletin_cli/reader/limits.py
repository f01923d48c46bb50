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

LOGO_BYTES = 10 * 1024 * 1024
"""Bytes of a logo: one of the size below needs far less."""

LOGO_PIXELS = 10_000_000
"""Pixels of a logo: at 600 dots an inch the masthead's artwork is 3307 by 590, 2 million."""

LOGO_SIDE = 10_000
"""Pixels of a logo's longer side."""
