"""Reading: from the files a person wrote to an issue that holds together.

``read`` is the way in. What is wrong with the text is collected over both files and told at once;
what is wrong with the world, a missing file say, is told alone.
"""

import contextlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from bulletin_cli import limits
from bulletin_cli.attachments import NOTHING_ATTACHED, Attachments
from bulletin_cli.diagnostics import Code, Diagnostic, InputError, KeyPath, Place, Rejected, Span
from bulletin_cli.issue import Issue
from bulletin_cli.messages import _
from bulletin_cli.publication import Publication
from bulletin_cli.reader import checks
from bulletin_cli.reader.attachments import attachments
from bulletin_cli.reader.faults import faults
from bulletin_cli.reader.files import NOTHING_HELD, Held, is_json, text
from bulletin_cli.reader.from_json import from_json
from bulletin_cli.reader.from_toml import from_toml
from bulletin_cli.reader.guard import guard, skeleton
from bulletin_cli.reader.names import unfit
from bulletin_cli.reader.shape import keys_at
from bulletin_cli.reader.sources import Sources

if TYPE_CHECKING:
    from bulletin_cli.document import Picture
    from bulletin_cli.profiles import Profile

__all__ = ["Reading", "parsed", "read"]


class Reading(Struct, frozen=True, dict=True):
    """An issue and all that its files say with it.

    Attributes:
        issue: the issue, its publication within it.
        house: the standard's profile with the house's overrides, where it has any.
        logo: the masthead's artwork as it may be embedded.
        attached: the pictures and the rows of tables that its blocks name.
        path: the issue's file.
        publication_path: the publication's file, where it is one of its own.
        texts: what these files say, as text.
    """

    issue: Issue
    house: "Profile | None"
    logo: "Picture | None"
    attached: Attachments
    path: Path
    publication_path: Path | None
    texts: Mapping[Path, str]

    @cached_property
    def profile(self) -> "Profile":
        """The house's profile, or the standard's, which is read only where it is asked for."""
        if self.house:
            return self.house
        from bulletin_cli import profiles

        return profiles.load()

    def place(self, keys: KeyPath, span: Span | None = None) -> Place:
        """Where a value of the issue stands, or some of its characters, in the file that has it."""
        return replace(Sources(self.path, self.publication_path).place(keys), span=span)


def read(path: Path, held: Held = NOTHING_HELD) -> Reading:
    """Read an issue and the publication that it names.

    Args:
        path: the issue's file.
        held: bytes that stand for what lies on the disk, as standard input does for ``-``.

    Raises:
        Rejected: the text is wrong; carries everything that is, in the order of the files.
        InputError: a file cannot be read.
    """
    texts: dict[Path, str] = {}
    try:
        return _read(path, held, texts)
    except Rejected as rejected:
        from bulletin_cli.reader.places import placed

        raise Rejected(placed(rejected.diagnostics, texts), texts) from None


def _read(path: Path, held: Held, texts: dict[Path, str]) -> Reading:
    """The same, the diagnostics still without lines; fills in the texts as they are read."""
    tables = _tables(path, held, texts)
    if _is_publication(tables):
        message = _('"{path}" is a publication; name the file of an issue.')
        raise InputError(message.format(path=path))
    sources = Sources(path, _publication_path(tables.get("publication"), path))
    wrong: list[Diagnostic] = []
    if sources.publication:
        tables["publication"] = {}
        try:
            tables["publication"] = _tables(sources.publication, held, texts)
        except Rejected as rejected:
            wrong += rejected.diagnostics
        except InputError as error:
            message = _('The publication that "{path}" names: {reason}')
            raise InputError(message.format(reason=error, path=path)) from error
    issue = _validated(tables, sources, wrong)
    if not any(fault.code is Code.UNKNOWN_KEY for fault in wrong):
        wrong += checks.numbering(tables, sources)
    house, unsound = checks.house(tables, sources)
    wrong += unsound
    logo = _logo(tables, sources, wrong, held)
    attached = NOTHING_ATTACHED
    if issue and not unsound:
        attached = attachments(issue, house, sources, held, wrong)
    _check_characters(path, texts, attached)
    if wrong or issue is None:
        raise Rejected(wrong)
    return Reading(issue, house, logo, attached, path, sources.publication, texts)


def _check_characters(path: Path, texts: Mapping[Path, str], attached: Attachments) -> None:
    """Refuse an issue whose files together say more than a bulletin can."""
    count, most = sum(map(len, texts.values())), limits.now().characters
    count += sum(len(cell) for rows in attached.rows.values() for row in rows for cell in row)
    if count > most:
        message = _(
            '"{path}" and what it names hold more than {limit} characters; is it the right file?'
            " --limit characters=NUMBER allows more."
        )
        raise InputError(message.format(path=path, limit=most))


def _tables(path: Path, held: Held, texts: dict[Path, str]) -> dict[str, Any]:
    """The tables of one file."""
    suffix = path.suffix.lower()
    if suffix not in {".toml", ".json"} and path not in held:
        message = _('"{path}" is neither a .toml nor a .json file; name one of these.')
        raise InputError(message.format(path=path))
    content = texts[path] = text(path, held)
    return parsed(content, path)


def parsed(content: str, path: Path) -> dict[str, Any]:
    """The tables of a text.

    Raises:
        Rejected: it is not what its name says.
        InputError: it overloads a parser.
    """
    suffix = ".json" if is_json(path, content) else ".toml"
    guard(skeleton(content, suffix), path)
    tables = from_json(content, path) if suffix == ".json" else from_toml(content, path)
    if isinstance(tables.get("$schema"), str):  # for editors, not for us
        del tables["$schema"]
    return tables


def _is_publication(tables: Mapping[str, Any]) -> bool:
    """Whether a file that should be an issue is the publication that lies beside issues."""
    issues_own = keys_at(Issue, ())
    own = set(keys_at(Publication, ())) - set(issues_own)
    return bool(own & tables.keys()) and not {"publication", "number", "date"} & tables.keys()


def _publication_path(named: object, path: Path) -> Path | None:
    """The publication's file, where the issue names one."""
    if not isinstance(named, str):
        return None
    reason = unfit(named)
    if reason:
        place = Place(path, ("publication",))
        raise Rejected([Diagnostic(Code.PUBLICATION_NAME, reason, place)])
    found = path.parent / named
    with contextlib.suppress(OSError):
        if found.samefile(path):
            message = _('"{path}" names itself as its publication; name the publication\'s file.')
            raise InputError(message.format(path=path))
    return found


def _validated(
    tables: Mapping[str, Any], sources: Sources, wrong: list[Diagnostic]
) -> Issue | None:
    try:
        return Issue.model_validate(tables)
    except ValidationError as error:
        wrong += faults(error, Issue, sources.place)
        return None


def _logo(
    tables: Mapping[str, Any], sources: Sources, wrong: list[Diagnostic], held: Held
) -> "Picture | None":
    """The masthead's artwork, read only where there is one."""
    publication = tables.get("publication")
    named = publication.get("logo") if isinstance(publication, Mapping) else None
    if not isinstance(named, str) or not named.strip():
        return None
    from bulletin_cli.reader.pictures import opened

    folder = (sources.publication or sources.issue).parent
    shows = publication.get("name") if isinstance(publication, Mapping) else None
    try:
        found = opened(named, folder, sources.place(("publication", "logo")), held)
        return found.drawn(shows if isinstance(shows, str) else "报头")
    except Rejected as rejected:
        wrong += rejected.diagnostics
        return None
