"""The version of the program; it stands here alone, so that any room may name it."""

__version__ = "0.1.0"
