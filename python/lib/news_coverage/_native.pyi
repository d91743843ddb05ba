"""The native half of the package: articles or paths in, the program's own bytes out."""

from collections.abc import Sequence
from os import PathLike
from typing import Any

__version__: str

class CoverageError(Exception):
    """Articles cannot be read or compared; the message says why."""

def diff(source: str | Sequence[str | PathLike[str]], choice: dict[str, Any]) -> str:
    """The report on one event; a string is JSON Lines, a list is paths."""

def events(source: str | Sequence[str | PathLike[str]], whole: bool) -> str:
    """The events that articles tell; a string is JSON Lines, a list is paths."""

def tables(report: str) -> dict[str, bytes]:
    """The tables of a report and ``datapackage.json``, by file name."""

def run(arguments: Sequence[str]) -> int:
    """Runs the program with these arguments, the first its name, and gives its exit code."""
