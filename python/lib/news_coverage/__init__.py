"""Compare how news outlets cover one event: which facts, quotes and framings each adds, omits or changes.

    >>> import news_coverage
    >>> report = news_coverage.diff([
    ...     {"outlet": "Ledger", "date": "2031-03-12", "title": "…", "text": "…"},
    ...     {"outlet": "Bay Courier", "date": "2031-03-12", "title": "…", "text": "…"},
    ... ])
    >>> [finding["summary"] for finding in report["findings"]]

An article is a dict with the names that extractors and news interfaces use: its words in ``text`` (``maintext``,
``content``, ``body``, …), and where known ``outlet`` (``sitename``, ``publisher``, …), ``title``, ``date``, ``url``,
``author``, ``section``, ``language``. Dates may be ``datetime`` objects, missing values None or NaN.

Every function does what the program of the same package does, and gives the same. The interpreter's lock is released while it
works; it uses all cores, or as many threads as ``RAYON_NUM_THREADS`` says when the first function is called.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from . import _native
from ._articles import lines
from ._choice import choice
from ._native import CoverageError, __version__
from ._tables import frames

if TYPE_CHECKING:
    import pandas
    from typing_extensions import Unpack

    from ._choice import Options

__all__ = [
    "CoverageError",
    "__version__",
    "diff",
    "diff_folder",
    "diff_json",
    "events",
    "events_folder",
    "tables",
]


def diff(articles: Iterable[Mapping[str, Any]], **options: Unpack[Options]) -> dict[str, Any]:
    """The report on articles of one event: the object that ``coverage diff --format json`` prints.

    Offsets (``start``, ``end``) slice that article's ``text`` directly. Options are the program's flags:

    base: compare every outlet with this one.
    only: kinds of findings: "discrepancy", "omission", "addition", "quote", "framing", "reuse".
    min_salience: only findings with at least this salience, 0 to 1.
    unproven: also findings of rules without a good record.
    explain_rejected: also ``rejected``, omissions that were considered and rejected, with the reason.
    one_event: compare all articles as one event, even if they seem to report several.
    model: the folder of the language model all-MiniLM-L6-v2.
    lexicon: files with your own word categories.

    Raises CoverageError if fewer than two articles can be read, or they report several events.
    """
    return _object(diff_json(articles, **options))


def diff_json(articles: Iterable[Mapping[str, Any]], **options: Unpack[Options]) -> str:
    """The report as text: what ``coverage diff - --format json`` prints, byte for byte, of the articles as JSON Lines.

    Options are those of :func:`diff`.
    """
    return _native.diff("\n".join(lines(articles)), choice(**options))


def diff_folder(path: str | os.PathLike[str], **options: Unpack[Options]) -> dict[str, Any]:
    """The report on the articles of a folder, a file, a pattern or an archive, and on what its ``coverage.toml`` says.

    It is the object that ``coverage diff PATH --format json`` prints; options are those of :func:`diff`.
    """
    return _object(_native.diff([os.fspath(path)], choice(**options)))


def events(articles: Iterable[Mapping[str, Any]], *, whole: bool = False) -> dict[str, Any]:
    """Which articles report the same event: the object that ``coverage events --all --format json`` prints.

    The number at the end of an article's ``path`` is its place in ``articles``, from 1. With ``whole`` each article of an event
    has its text and can be compared: ``[diff(event["articles"]) for event in events(dump, whole=True)["events"]]``, for events
    of two articles or more.
    """
    return _object(_native.events("\n".join(lines(articles)), whole))


def events_folder(path: str | os.PathLike[str], *, whole: bool = False) -> dict[str, Any]:
    """Which articles of a folder, a file, a pattern or an archive report the same event, like :func:`events`."""
    return _object(_native.events([os.fspath(path)], whole))


def tables(
    report_or_articles: Mapping[str, Any] | Iterable[Mapping[str, Any]],
    **options: Unpack[Options],
) -> dict[str, pandas.DataFrame]:
    """The tables that ``coverage diff --format csv`` writes, by name, as pandas frames with the columns' types.

    Takes a report, or articles and the options of :func:`diff`. Each frame's ``attrs`` hold what a row of it is
    (``"description"``) and what its columns mean (``"columns"``). As in the program's files, a cell that a spreadsheet would take
    for a formula begins with an apostrophe, except in the columns called ``text``.

    Raises ImportError where pandas is not installed.
    """
    if not isinstance(report_or_articles, Mapping):
        return frames(lambda: diff_json(report_or_articles, **options))
    if options:
        raise TypeError("a report is made already: options go with articles")
    return frames(lambda: json.dumps(report_or_articles))


def _object(text: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(text)
    return read
