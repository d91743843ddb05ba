"""Articles that the tests share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import news_coverage

STORIES = Path(__file__).parents[2] / "fixtures" / "stories"


@pytest.fixture(scope="session")
def folder() -> Path:
    """A folder of four articles on one event."""
    return STORIES / "harbor-strike" / "articles"


@pytest.fixture(scope="session")
def articles(folder: Path) -> list[dict]:
    """The same articles as dicts."""
    (event,) = news_coverage.events_folder(folder, whole=True)["events"]
    return event["articles"]


@pytest.fixture(scope="session")
def text(articles: list[dict]) -> str:
    """The report on them as text."""
    return news_coverage.diff_json(articles)


@pytest.fixture(scope="session")
def report(text: str) -> dict:
    """The report on them."""
    return json.loads(text)


def program(*arguments: str | os.PathLike, given: str = "") -> subprocess.CompletedProcess[str]:
    """One run of the program of the package."""
    command = [sys.executable, "-m", "news_coverage", *arguments]
    return subprocess.run(command, input=given, capture_output=True, encoding="utf-8", timeout=300)


def lines(articles: list[dict]) -> str:
    """Articles as JSON Lines."""
    return "".join(json.dumps(article) + "\n" for article in articles)


def made(outlet: str, people: int, **fields: object) -> dict:
    """A short article."""
    text = (
        f"The new bridge over the Tarn opened on Monday. About {people} people walked across, said mayor Ada Crane.\n\n"
        f"“We waited for this for ten years,” said Crane. {outlet} was there."
    )
    return {"outlet": outlet, "title": "Bridge opens in Tarn", "date": "2031-03-12", "text": text, **fields}
