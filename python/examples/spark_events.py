"""Findings on many events with Spark, checked against the program.

    pip install 'news-coverage[spark]'         (and Java 17)
    python examples/spark_events.py --events 1000 --master 'local[2]'

The events are the invented stories of this project, told again and again under other keys. What Spark finds must be what
`news-coverage batch --findings` finds in the same articles.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

import news_coverage
from news_coverage import spark

STORIES = Path(__file__).parents[2] / "fixtures" / "stories"

#: The columns of an article that are compared with; a table may have others.
COLUMNS = "event string, outlet string, headline string, published string, section string, text string"

#: Tasks for each core: of small tasks no core waits long for the last one.
TASKS = 8


def main() -> int:
    """Compares with Spark, then with the program, and tells how long it took."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--events", type=int, default=1000)
    arguments.add_argument("--master", default="local[2]")
    arguments.add_argument("--unchecked", action="store_true", help="only Spark, for measuring")
    asked = arguments.parse_args()
    articles = told_again(asked.events)
    found, seconds = found_by_spark(articles, asked.master)
    print(
        f"{asked.master}: {asked.events} events, {len(articles)} articles, {len(found)} findings in {seconds:.1f} s, "
        f"{seconds / asked.events:.3f} s an event"
    )
    if asked.unchecked:
        return 0
    if found != found_by_the_program(articles):
        print("Spark found something else than the program", file=sys.stderr)
        return 1
    print("the same findings as the program's")
    return 0


def told_again(events: int) -> list[dict]:
    """Articles on so many events."""
    stories = [folder for folder in sorted(STORIES.iterdir()) if (folder / "articles").is_dir()]
    names = [column.split()[0] for column in COLUMNS.split(", ")]
    articles = []
    for number in range(events):
        story = stories[number % len(stories)]
        for article in of_story(story):
            keyed = {"event": f"{story.name}-{number:05}", **article}
            articles.append({name: keyed[name] for name in names})
    return articles


def of_story(folder: Path, read: dict[Path, list[dict]] = {}) -> list[dict]:
    """The articles of a story, read once."""
    if folder not in read:
        events = news_coverage.events_folder(folder / "articles", whole=True)["events"]
        read[folder] = [article for event in events for article in event["articles"]]
    return read[folder]


def found_by_spark(articles: list[dict], master: str) -> tuple[list[tuple], float]:
    """The findings, and the seconds that the work took once Spark was up."""
    session = SparkSession.builder.master(master).appName("news-coverage").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        table = session.createDataFrame(articles, schema=COLUMNS)
        start = time.monotonic()
        rows = findings(table, session.sparkContext.defaultParallelism * TASKS).collect()
        return in_order(row.asDict() for row in rows), time.monotonic() - start
    finally:
        session.stop()


def findings(articles: DataFrame, tasks: int) -> DataFrame:
    """The findings on every event of a table of articles.

    Articles are few bytes and much work: by its bytes Spark would make too few tasks of them, so their number is said.
    """
    events = articles.repartition(tasks, "event").groupBy("event")
    return events.applyInPandas(spark.findings, schema=spark.SCHEMA)


def found_by_the_program(articles: list[dict]) -> list[tuple]:
    """The same by `news-coverage batch --findings`."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in articles)
        file.flush()
        command = [sys.executable, "-m", "news_coverage", "batch", "--findings", file.name]
        printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    found = [json.loads(line) for line in printed.splitlines()]
    return in_order({**one, "evidence": json.dumps(one["evidence"], ensure_ascii=False)} for one in found)


def in_order(found) -> list[tuple]:
    """Findings by event and number, each as the values of the columns of Spark's table."""
    names = [column.split()[0] for column in spark.SCHEMA.split(", ")]
    told = [tuple(one.get(name) for name in names) for one in found]
    return sorted(told, key=lambda values: (values[0], int((values[1] or "n0")[1:])))


if __name__ == "__main__":
    sys.exit(main())
