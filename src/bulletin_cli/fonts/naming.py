"""The names within a font file (name 表): a subset gets the family that a document asks for.

HarfBuzz cuts subsets and leaves their names alone, so the table is written here, and the file
around it (OpenType 1.9, "name" and "Organization of an OpenType Font").
"""

import struct
from collections.abc import Mapping

import uharfbuzz as hb

COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT = range(7)
DESCRIPTION, LICENCE, LICENCE_URL = 10, 13, 14
_KEPT = (COPYRIGHT, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT, DESCRIPTION, LICENCE, LICENCE_URL)
_WINDOWS, _UNICODE, _ENGLISH = 3, 1, 0x409
_ADJUSTMENT = 8
"""Where in the table ``head`` the sum over the whole file is made up for."""
_WHOLE = 0xB1B0AFBA
"""What the sums of a whole file, that one included, come to."""


def renamed(font: bytes, names: Mapping[int, str]) -> bytes:
    """A TrueType file with other names; those not given stay, but for the typographic family.

    The typographic family (16) would be asked before the plain one, and is dropped.

    Args:
        font: the file, of one font.
        names: by their number in the table.
    """
    face = hb.Face(font)
    kept = {number: str(face.get_name(number) or "") for number in _KEPT}
    tables = {tag: bytes(face.reference_table(tag).data) for tag in face.table_tags}
    tables["name"] = _names({**kept, **names})
    return _file(tables)


def _names(names: Mapping[int, str]) -> bytes:
    """The table: a header, a record for each name, and the strings."""
    records, strings = b"", b""
    given = {number: text for number, text in sorted(names.items()) if text}
    for number, text in given.items():
        encoded = text.encode("utf-16-be")
        place = len(encoded), len(strings)
        records += struct.pack(">6H", _WINDOWS, _UNICODE, _ENGLISH, number, *place)
        strings += encoded
    return struct.pack(">3H", 0, len(given), 6 + len(records)) + records + strings


def _file(tables: dict[str, bytes]) -> bytes:
    """The tables as a file: directory in the order of the tags, each table on four bytes."""
    head = tables["head"]
    blank = head[:_ADJUSTMENT] + bytes(4) + head[_ADJUSTMENT + 4 :]
    tables = dict(sorted({**tables, "head": blank}.items()))
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = struct.pack(
        ">I4H", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    offset = len(directory) + 16 * count
    start = 0
    body = b""
    for tag, data in tables.items():
        place = offset + len(body)
        start = place if tag == "head" else start
        directory += struct.pack(">4s3I", tag.encode("ascii"), _sum(data), place, len(data))
        body += data + bytes(-len(data) % 4)
    whole = bytearray(directory + body)
    struct.pack_into(">I", whole, start + _ADJUSTMENT, (_WHOLE - _sum(whole)) % 2**32)
    return bytes(whole)


def _sum(data: bytes | bytearray) -> int:
    """Sum of a table's four-byte numbers, as the directory has it."""
    padded = bytes(data) + bytes(-len(data) % 4)
    numbers: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(numbers) % 2**32
