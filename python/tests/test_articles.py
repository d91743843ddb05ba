"""Articles as Python holds them, and what is said of those that are none."""

from __future__ import annotations

import datetime
import math
import multiprocessing
import pickle

import pytest

import news_coverage
from conftest import made
from news_coverage import CoverageError


def test_days_times_and_missing_values_are_read() -> None:
    one = made("Ledger", 400, date=datetime.date(2031, 3, 12), url=math.nan)
    other = made("Bay Courier", 500, date=datetime.datetime(2031, 3, 12, 9, 30), author=None)
    report = news_coverage.diff([one, other])
    assert [article["published"][:10] for article in report["articles"]] == ["2031-03-12", "2031-03-12"]


def test_a_frame_of_pandas_gives_its_articles() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame([made("Ledger", 400, wire="AP"), made("Bay Courier", 500)])
    frame["date"] = pandas.to_datetime(frame["date"])
    frame["updated"] = [pandas.NaT, pandas.Timestamp("2031-03-13")]
    report = news_coverage.diff(frame.to_dict("records"))
    assert [article["wire"] for article in report["articles"]] in ([["AP"], []], [[], ["AP"]])


def test_offsets_slice_the_text(report: dict) -> None:
    texts = {article["id"]: article["text"] for article in report["articles"]}
    evidence = [excerpt for finding in report["findings"] for excerpt in finding["evidence"]]
    inside = [e for e in evidence if e["end"] > 0 and not e["sentence"].endswith(":0")]
    assert inside
    for excerpt in inside:
        article = excerpt["sentence"].rsplit(":", 1)[0]
        assert texts[article][excerpt["start"] : excerpt["end"]] == excerpt["text"]


def test_an_article_that_cannot_be_read_is_told_and_the_rest_goes_on() -> None:
    broken = [{"outlet": "Torch", "words": "none"}, made("Wire", 300, text="a lone \ud83d")]
    report = news_coverage.diff([made("Ledger", 400), made("Bay Courier", 500), *broken])
    messages = [d["message"] for d in report["diagnostics"] if d["severity"] == "error"]
    assert [message.split(":")[0] for message in messages] == ["line 3", "line 4"]


@pytest.mark.parametrize(
    ("articles", "options", "message"),
    [
        ([], {}, "at least two readable articles, found 0"),
        ([made("Ledger", 400), {"words": "x"}], {}, "no article text (expected a field such as"),
        ([made("Ledger", 400), made("Courier", 500)], {"base": "Torch"}, "no outlet matches \"Torch\" (outlets: Ledger, Courier)"),
        ([made("Ledger", 400)], {"only": "lies"}, "only: unknown variant `lies`, expected one of `discrepancy`"),
        ([made("Ledger", 400)], {"min_salience": 2}, "min_salience: 2 is not between 0 and 1"),
        ([made("Ledger", 400)], {"model": "no/such"}, "cannot read no/such/config.json"),
        ([made("Ledger", 400)], {"lexicon": "no/such.toml"}, "cannot read no/such.toml"),
    ],
)
def test_what_cannot_be_compared_raises_and_says_why(articles: list, options: dict, message: str) -> None:
    with pytest.raises(CoverageError) as raised:
        news_coverage.diff(articles, **options)
    assert message in str(raised.value)
    assert isinstance(pickle.loads(pickle.dumps(raised.value)), CoverageError)


@pytest.mark.parametrize("articles", ["text", {"text": "one"}, ["text"], [{"text": object()}]])
def test_what_is_no_list_of_dicts_is_wrong_use(articles: object) -> None:
    with pytest.raises(TypeError):
        news_coverage.diff(articles)
    with pytest.raises(TypeError):
        news_coverage.diff([], no_such_option=1)


def test_articles_of_several_events_are_not_compared_before_it_is_said(articles: list[dict]) -> None:
    others = [
        made(outlet, people, title="Choir wins prize", text=f"The choir of Elm won the prize of {people} crowns. {outlet} sang.")
        for outlet, people in [("Ledger", 40), ("Bay Courier", 50)]
    ]
    with pytest.raises(CoverageError, match="these 6 articles report several events; news_coverage.events"):
        news_coverage.diff(articles + others)


def _length(articles: list[dict]) -> int:
    return len(news_coverage.diff_json(articles))


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no forks here")
def test_a_forked_process_has_threads_of_its_own() -> None:
    articles = [made("Ledger", 400), made("Bay Courier", 500)]
    length = _length(articles)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map_async(_length, [articles] * 4).get(timeout=120) == [length] * 4
