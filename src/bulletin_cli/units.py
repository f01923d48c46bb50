"""Lengths (长度): every length in the program is a float in points, 1 pt = 1/72 inch.

A person writes a length with its unit, ``37mm``, ``16pt`` or, for type, in the Chinese sizes
(字号) that Word shows: ``3号``, ``小四``.
"""

import math
import re

MM = 72 / 25.4
"""Points in a millimetre."""

_UNITS = {"pt": 1.0, "mm": MM, "cm": 10 * MM, "in": 72.0}
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(pt|mm|cm|in)\s*")

# The Chinese sizes and their points, as Word and WPS list them.
_NAMED = {
    "初号": 42.0, "小初": 36.0,
    "一号": 26.0, "小一": 24.0,
    "二号": 22.0, "小二": 18.0,
    "三号": 16.0, "小三": 15.0,
    "四号": 14.0, "小四": 12.0,
    "五号": 10.5, "小五": 9.0,
    "六号": 7.5, "小六": 6.5,
}  # fmt: skip
_DIGITS = str.maketrans("123456", "一二三四五六")


def length(text: str) -> float:
    """Read a length as a person writes it: ``"37mm"``, ``"16pt"``, ``"3号"``, ``"小四"``.

    Returns:
        The length in points.

    Raises:
        ValueError: the text is none of these.
    """
    named = _NAMED.get(text.strip().translate(_DIGITS))
    if named is not None:
        return named
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return float(match[1]) * _UNITS[match[2]]


def twips(points: float) -> int:
    """Points as whole twips (1/20 pt), rounded down, so that what fitted still fits."""
    return math.floor(points * 20 + 1e-6)


def half_points(points: float) -> int:
    """Points as the nearest whole half points, in which Word counts sizes of type."""
    return round(points * 2)
