"""Findings on every event of a Spark table of articles.

    >>> articles.groupBy("event").applyInPandas(news_coverage.spark.findings, schema=news_coverage.spark.SCHEMA)

``articles`` has a row an article, with a column that names its event and columns named like the fields of an article
(:mod:`news_coverage`). Nothing of Spark is imported here: pandas is enough to try it on one event.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from . import _native
from ._articles import lines
from ._choice import choice

if TYPE_CHECKING:
    import pandas
    from typing_extensions import Unpack

    from ._choice import Options

#: One row a finding; of an event that could not be compared one row, which has nothing but ``error``. ``evidence`` is JSON: a
#: list of ``{"sentence", "start", "end", "text"}``.
SCHEMA = (
    "event string, id string, kind string, rule string, summary string, outlets array<string>, articles array<string>, "
    "salience double, confidence double, first_screen boolean, evidence string, error string"
)

_COLUMNS = [column.split()[0] for column in SCHEMA.split(", ")]


def findings(key: tuple[Any, ...], articles: pandas.DataFrame) -> pandas.DataFrame:
    """The findings on one event, one a row, for ``groupBy(…).applyInPandas(findings, schema=SCHEMA)``.

    They are those of ``coverage batch --findings``. An event that cannot be compared, or on which the program fails, is a row with
    an ``error``, and the job goes on.
    """
    return _findings(key, articles, {})


def findings_with(**options: Unpack[Options]) -> Callable[[tuple[Any, ...], pandas.DataFrame], pandas.DataFrame]:
    """Like :func:`findings`, with the options of :func:`news_coverage.diff`."""
    choice(**options)

    def findings(key: tuple[Any, ...], articles: pandas.DataFrame) -> pandas.DataFrame:
        return _findings(key, articles, options)

    return findings


def _findings(key: tuple[Any, ...], articles: pandas.DataFrame, options: Mapping[str, Any]) -> pandas.DataFrame:
    import pandas

    # Spark keeps a core busy with each task. Read when the first event of this process is compared.
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    event = None if key[0] is None else str(key[0])
    rows = [[event, *(row.get(name) for name in _COLUMNS[1:])] for row in _rows(articles, options)]
    # Plain objects: Spark 4.1 cannot take the strings that pandas 3 makes of them otherwise.
    return pandas.DataFrame(rows, columns=_COLUMNS, dtype=object)


def _rows(articles: pandas.DataFrame, options: Mapping[str, Any]) -> list[dict[str, Any]]:
    try:
        # A shuffle brings the articles in any order: a fixed one gives the same ids in every run.
        read = sorted(lines(articles.to_dict("records")))
        report = json.loads(_native.diff("\n".join(read), choice(**{"one_event": True, **options})))
    except Exception as error:
        return [{"error": str(error) or type(error).__name__}]
    outlets = {article["id"]: article["outlet"] for article in report["articles"]}
    return [_row(finding, outlets) for finding in report["findings"]]


def _row(finding: dict[str, Any], outlets: dict[str, str]) -> dict[str, Any]:
    row = {name: finding[name] for name in _COLUMNS if name in finding}
    row["outlets"] = [outlets.get(article, article) for article in finding["articles"]]
    row["evidence"] = json.dumps(finding["evidence"], ensure_ascii=False)
    return row
