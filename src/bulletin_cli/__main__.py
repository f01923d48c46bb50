"""``python -m bulletin_cli``, and what the ``bulletin`` command calls."""

import gc
import os
import sys

RARELY = 100_000
"""New objects after which they are looked through for rubbish: an issue or two."""


def main() -> int:
    """Run the command line; the result is the exit code.

    Only what is asked for is imported: the version needs nothing, and pydantic need not look
    through every installed package for plug-ins, of which we use none. What is imported stays, so
    that looking through it for rubbish, again and again and at the end, is time lost.
    """
    if sys.argv[1:] == ["--version"]:
        from bulletin_cli.version import __version__

        print(f"bulletin {__version__}")
        return 0
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(RARELY)
    from bulletin_cli.cli import main as run

    code = run()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
