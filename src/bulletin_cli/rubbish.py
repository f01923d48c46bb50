"""Objects that hold one another and nobody holds (循环垃圾): when a process looks for them.

What is imported stays, so that looking through it again and again is time lost: at Python's own
pace a tenth of a short run. An issue leaves some behind, which are gone before the next is made.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

_RARELY = 1_000_000
"""New objects after which all are looked through: ten issues or so."""

_issues = count()


def rarely() -> None:
    """Look for rubbish rarely from now on; once for each process, before anything is imported."""
    gc.set_threshold(_RARELY)


@contextmanager
def rarely_meanwhile() -> Iterator[None]:
    """The same for a while, in the process of somebody else, whose own pace is taken up again."""
    before = gc.get_threshold()
    rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def before_issue() -> None:
    """Clear away what the issue before has left: a PDF holds itself as long as it is not found."""
    if next(_issues):
        gc.collect(0)
