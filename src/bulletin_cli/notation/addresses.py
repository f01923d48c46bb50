"""Addresses of links: as a person types them, and as the URI that a file holds (RFC 3986)."""

import re

from bulletin_cli.notation.said import Wrong

SCHEME = re.compile("https?:|mailto:", re.IGNORECASE)
"""What an address begins with: nothing else is led to."""

_WEB = re.compile(
    r"(?P<scheme>https?)://(?P<host>[^\s/?#:@\[\]%]+)(?P<port>:\d{1,5})?(?P<rest>[/?#]\S*)?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"mailto:[^\s@:?]+@[^\s@?]+(?:\?\S*)?", re.IGNORECASE)
_SAFE = "%/:?#@!$&'()*+,;=~"
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


def wrong_with(address: str) -> Wrong | None:
    """Why a link cannot lead to an address."""
    if not address:
        return Wrong.NO_ADDRESS
    if not SCHEME.match(address):
        return Wrong.SCHEME
    web = _WEB.fullmatch(address)
    right = _HOST.fullmatch(_ascii(web["host"])) if web else _MAIL.fullmatch(address)
    return None if right else Wrong.ADDRESS


def uri(address: str) -> str:
    """An address in ASCII: a name of a host in its own code, all else percent-encoded."""
    from urllib.parse import quote

    web = _WEB.fullmatch(address)
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
