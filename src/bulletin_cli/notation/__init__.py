"""The notation (行内标记): what little a text may say of how a part of it is set.

``{粗：…}`` strong, ``{楷：…}`` emphasis, ``{上：…}`` superscript, ``{链：…｜https://…}`` a link,
``{换行}`` a forced line break; at the beginning of a paragraph ``{一、}`` ``{（一）}`` ``{1.}``
``{（1）}`` a level, which the program counts. One stands within another, no deeper. Every other
brace is itself, as is ``* _ # [ ]``; a notation whose brace is doubled is itself with one. A text
is gone through once.
"""

from bulletin_cli.notation.parser import escaped, parse
from bulletin_cli.notation.said import Fault, Mark, Piece, Span, Written, Wrong

__all__ = ["Fault", "Mark", "Piece", "Span", "Written", "Wrong", "escaped", "parse"]
