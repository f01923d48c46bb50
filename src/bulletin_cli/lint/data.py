"""The words that rules know (词表): text files beside the code, read when a rule first asks.

A file has groups of words: ``== name`` and what it holds, then the words, parted by spaces and
line ends. Such a file is read in a fraction of the time that TOML takes.
"""

from functools import cache
from pathlib import Path


@cache
def groups(name: str) -> dict[str, tuple[str, ...]]:
    """The groups of a file of this package, by name."""
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return dict(map(_group, lines.split("\n== ")[1:]))


def _group(text: str) -> tuple[str, tuple[str, ...]]:
    head, _line_end, words = text.partition("\n")
    return head.partition("|")[0].strip(), tuple(words.split())


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of ``words.txt``."""
    return frozenset(groups("words")[name])


@cache
def compounds(verb: str) -> tuple[str, ...]:
    """What follows a verb where it is part of a noun."""
    return _compounds().get(verb, ())


@cache
def _compounds() -> dict[str, tuple[str, ...]]:
    verbs: dict[str, list[str]] = {}
    tails: list[str] = []
    for word in groups("words")["compounds"]:
        verb, colon, tail = word.partition("：")
        if colon:
            tails = verbs[verb] = []
        tails.append(tail or verb)
    return {verb: tuple(tails) for verb, tails in verbs.items()}
