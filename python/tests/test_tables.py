"""Tables for pandas, and findings for Spark."""

from __future__ import annotations

import json
import sys

import pytest

import news_coverage
from conftest import STORIES, lines, made, program

pandas = pytest.importorskip("pandas")


def test_tables_are_those_of_the_program_with_their_types(report: dict) -> None:
    tables = news_coverage.tables(report)
    articles = tables["articles"]
    assert len(articles) == len(report["articles"])
    assert {"sentences", "quotes", "facts", "cells", "findings", "evidence"} <= tables.keys()
    assert articles["words"].dtype == "Int64"
    assert articles["text"].tolist() == [article["text"] for article in report["articles"]]
    assert articles.attrs["columns"]["words"]


def test_words_that_look_like_missing_values_are_words() -> None:
    tables = news_coverage.tables([made("NA", 400), made("None", 500)])
    assert sorted(tables["articles"]["outlet"]) == ["NA", "None"]
    with pytest.raises(TypeError, match="options go with articles"):
        news_coverage.tables({}, unproven=True)
    with pytest.raises(news_coverage.CoverageError, match="not a coverage report"):
        news_coverage.tables({})


def test_without_pandas_the_message_says_what_to_install(report: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'news-coverage\[pandas\]'"):
        news_coverage.tables(report)


def test_findings_of_a_group_are_those_of_a_batch() -> None:
    from news_coverage import spark

    (event,) = news_coverage.events_folder(STORIES / "dam-release" / "articles", whole=True)["events"]
    keyed = [{"event": "dam", **article} for article in event["articles"]]
    printed = program("batch", "--findings", given=lines(keyed))
    wanted = [json.loads(line) for line in printed.stdout.splitlines()]
    shuffled = pandas.DataFrame(keyed[::-1])
    rows = spark.findings(("dam",), shuffled).to_dict("records")
    assert len(rows) == len(wanted) > 1
    for row, finding in zip(rows, wanted):
        assert json.loads(row.pop("evidence")) == finding.pop("evidence")
        assert row.pop("error") is None
        assert row == {name: finding[name] for name in row}


def test_an_event_that_cannot_be_compared_is_a_row_with_its_error() -> None:
    from news_coverage import spark

    names = [column.split()[0] for column in spark.SCHEMA.split(", ")]
    alone = spark.findings((7,), pandas.DataFrame([made("Ledger", 400)]))
    assert alone.columns.tolist() == names
    assert alone["event"].tolist() == ["7"]
    assert "found 1" in alone["error"][0]
    odd = spark.findings((None,), pandas.DataFrame([{"text": object()}]))
    assert "for which JSON has nothing" in odd["error"][0]
    none = spark.findings_with(only="reuse")(("x",), pandas.DataFrame([made("A", 400), made("B", 500)]))
    assert none.columns.tolist() == names
    with pytest.raises(TypeError):
        spark.findings_with(no_such_option=1)
