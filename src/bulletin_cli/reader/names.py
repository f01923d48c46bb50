"""Names of files that stand in a source: what they may be, the same on every system."""

import re

from bulletin_cli.messages import _
from bulletin_cli.publication import unsettable


def unfit(name: str) -> str:
    """Why a text cannot name a file beside or near the source; empty if it can.

    Another drive or computer, an address on the network and a fixed place on one machine are
    refused: what is read must move with the folder, and naming a file must open no connection.
    """
    if not name.strip():
        return _("The file name is blank.")
    if unsettable(name) or "\n" in name:
        return _("The file name holds a control character; remove it.")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", name):
        return _("This is an address; name a file on this computer.")
    if "\\" in name:
        return _("Between the parts of a file name write / instead of \\.")
    if name.startswith(("/", "~")) or re.match(r"[A-Za-z]:", name):
        return _("Name the file from this folder on, without drive or leading /.")
    return ""
