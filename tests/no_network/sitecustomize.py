"""Refuses every connection: each Python that the tests start loads this before anything else.

What was refused is noted too, so that a library that goes on without a word is still seen.
"""

import os
import socket
import sys

LOG, EXEMPT = "BULLETIN_TESTS_CONNECTIONS", "BULLETIN_TESTS_MAY_CONNECT"
_INTERNET = {socket.AF_INET, socket.AF_INET6}
_LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not event.startswith("socket."):
        return
    opened = event == "socket.__new__" and arguments[1] in _INTERNET
    if (opened or event in _LOOKUPS) and not os.environ.get(EXEMPT):
        if log := os.environ.get(LOG):
            with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123 - loaded at start-up
                file.write(f"{event} {arguments[1:]} {sys.argv}\n")
        raise PermissionError(f"{event}: nothing here may connect")


sys.addaudithook(_watch)
