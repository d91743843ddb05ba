"""The program, in this process: ``news-coverage``, or ``python -m news_coverage``."""

from __future__ import annotations

import signal
import sys

from . import _native


def main() -> int:
    """Runs the program with this process's arguments and gives its exit code."""
    # Python only notes an interrupt and waits for the program to come back; the program should end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _native.run(["news-coverage", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
