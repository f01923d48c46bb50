"""``python -m bulletin_cli``, and what the ``bulletin`` command calls."""

import os
import sys

from bulletin_cli import rubbish


def main() -> int:
    """Run the command line and end the process, at once where nothing is left to be done.

    Taking down piece by piece what was imported takes 10 to 20 ms. Where other processes have
    worked, or what was printed cannot be delivered, Python ends it and the result is the exit code.
    """
    code = run()
    if "bulletin_cli.batch.executors" not in sys.modules:
        try:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
        except (OSError, ValueError, AttributeError):  # a full disk, a closed stream, none at all
            return code
        os._exit(code)
    return code


def run() -> int:
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
    from bulletin_cli.cli import main as command_line

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
