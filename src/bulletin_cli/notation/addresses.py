"""Addresses of links: as a person types them, and as the URI that a file holds (RFC 3986)."""

import re

from bulletin_cli.notation.said import Wrong

_WEB = r"(?i)(?P<scheme>https?)://(?P<host>[^\s/?#:@\[\]%]+)(?P<port>:\d{1,5})?(?P<rest>[/?#]\S*)?"
_MAIL = r"(?i)mailto:[^\s@:?]+@[^\s@?]+(?:\?\S*)?"
_SAFE = "%/:?#@!$&'()*+,;=~"
_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"


def has_scheme(address: str) -> bool:
    """Whether it begins as an address does: nothing else is led to."""
    return address[:7].lower().startswith(("http:", "https:", "mailto:"))


def wrong_with(address: str) -> Wrong | None:
    """Why a link cannot lead to an address."""
    if not address:
        return Wrong.NO_ADDRESS
    if not has_scheme(address):
        return Wrong.SCHEME
    web = re.fullmatch(_WEB, address)
    right = re.fullmatch(_HOST, _ascii(web["host"])) if web else re.fullmatch(_MAIL, address)
    return None if right else Wrong.ADDRESS


def uri(address: str) -> str:
    """An address in ASCII: a name of a host in its own code, all else percent-encoded."""
    from urllib.parse import quote

    web = re.fullmatch(_WEB, address)
    if web is None:
        return quote(address, safe=_SAFE)
    host = f"{web['scheme']}://{_ascii(web['host'])}{web['port'] or ''}"
    return host + quote(web["rest"] or "", safe=_SAFE)


def _ascii(host: str) -> str:
    """A host as the network knows it: 中国.cn is xn--fiqs8s.cn; nothing if it is none."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
