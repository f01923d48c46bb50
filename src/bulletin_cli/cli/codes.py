"""Codes after an option: ``M``, ``M101,W2``; which findings they mean."""

from collections.abc import Callable, Iterable

from bulletin_cli.diagnostics import BulletinError, Code, Diagnostic
from bulletin_cli.messages import _, language

Choice = Callable[[Diagnostic], bool]
"""Whether a finding is to be said."""

_ALWAYS = "E10"
"""Faults of a file as such: it has not been read, so nothing else is known of it."""


def chosen(select: Iterable[str] | None, ignore: Iterable[str] | None) -> Choice:
    """Whether a finding is among the selected and not among the ignored.

    A code means all that begin with it; of one that is both, the longer decides.

    Raises:
        BulletinError: no code begins so.
    """
    wanted, unwanted = _prefixes(select), _prefixes(ignore)

    def choice(diagnostic: Diagnostic) -> bool:
        code = str(diagnostic.code)
        if code.startswith(_ALWAYS):
            return True
        return _longest(code, unwanted) < (_longest(code, wanted) if wanted else 0)

    return choice


def known_codes() -> tuple[str, ...]:
    """Every code there is: the reader's and the proofreader's."""
    from bulletin_cli.lint import rules

    return (*Code, *rules())


def meanings(codes: Iterable[str]) -> dict[str, str]:
    """What some codes mean, a sentence or more, in the reader's language."""
    from bulletin_cli.lint import rules
    from bulletin_cli.report.errors import MEANINGS

    known: dict[str, str] = {str(code): _(meaning) for code, meaning in MEANINGS.items()}
    for code, rule in rules().items():
        said = rule.explanation[language()]
        known[code] = said["title"] + (" " if language() == "en" else "") + said["what"]
    return {code: known[code] for code in map(str, codes) if code in known}


def unknown(code: str) -> str:
    """What to say of a code that there is not: the one it resembles most, if it does any."""
    from difflib import get_close_matches

    near = get_close_matches(code.upper(), known_codes(), n=1, cutoff=0.5)
    if near:
        message = _('There is no code "{code}"; do you mean {near}?')
        return message.format(code=code, near=near[0])
    message = _('There is no code "{code}"; bulletin explain lists them.')
    return message.format(code=code)


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """Length of the longest prefix that the code begins with; -1 if there is none."""
    return max((len(each) for each in prefixes if code.startswith(each)), default=-1)


def _prefixes(options: Iterable[str] | None) -> tuple[str, ...]:
    parts = [part.strip().upper() for option in options or () for part in option.split(",")]
    prefixes = tuple(part for part in parts if part)
    for prefix in prefixes:
        if not any(code.startswith(prefix) for code in known_codes()):
            raise BulletinError(unknown(prefix))
    return prefixes
