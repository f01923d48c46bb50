"""A small ICC profile of sRGB (IEC 61966-2-1), made from its definition.

Version 2, three colorants and one tone curve: what an output intent needs, in under a kilobyte.
"""

import struct
from functools import cache

_POINTS = 256
_WHITE = (0.9642, 1.0, 0.8249)
"""D50, the white of the profile connection space."""
_COLORANTS = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
"""The primaries of sRGB, adapted to D50."""


@cache
def srgb() -> bytes:
    """The profile as bytes, always the same."""
    tags = {
        b"desc": _description("sRGB"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE),
        **{name: _xyz(value) for name, value in _COLORANTS.items()},
        b"rTRC": _curve(),
    }
    offset = 128 + 4 + 12 * (len(tags) + 2)
    table, body, places = [], b"", {}
    for name, data in tags.items():
        places[name] = (offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    places |= {b"gTRC": places[b"rTRC"], b"bTRC": places[b"rTRC"]}
    table = [struct.pack(">4sII", name, *place) for name, place in places.items()]
    size = offset + len(body)
    return _header(size) + struct.pack(">I", len(table)) + b"".join(table) + body


def _header(size: int) -> bytes:
    """The 128 bytes before the tag table (ICC.1:2001-04 § 6.1)."""
    return struct.pack(
        ">I4xI4s4s4s6H4s24xIIII48x",
        size,
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2000, 1, 1, 0, 0, 0),
        b"acsp",
        0,
        *(_fixed(value) for value in _WHITE),
    )


def _fixed(value: float) -> int:
    return round(value * 65536)


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *map(_fixed, value))


def _description(text: str) -> bytes:
    plain = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(plain)) + plain + bytes(4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    """The tone curve: linear light for each of evenly spaced code values."""
    values = [round(_linear(point / (_POINTS - 1)) * 65535) for point in range(_POINTS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_POINTS}H", _POINTS, *values)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
