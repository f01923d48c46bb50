"""``python -m bulletin_cli``, and what the ``bulletin`` command calls."""

import os
import sys

from bulletin_cli import rubbish


def main() -> int:
    """Run the command line; the result is the exit code.

    Only what is asked for is imported: the version needs nothing, and pydantic need not look
    through every installed package for plug-ins, of which we use none.
    """
    if sys.argv[1:] == ["--version"]:
        from bulletin_cli.version import __version__

        print(f"bulletin {__version__}")
        return 0
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    rubbish.rarely()
    from bulletin_cli.cli import main as run

    code = run()
    rubbish.never_again()
    return code


if __name__ == "__main__":
    sys.exit(main())
