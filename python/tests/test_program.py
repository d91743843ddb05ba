"""The package gives what the program gives, and brings it."""

from __future__ import annotations

import json
from pathlib import Path

import news_coverage
from conftest import lines, program


def test_the_text_of_a_report_is_what_the_program_prints(articles: list[dict], text: str) -> None:
    printed = program("diff", "-", "--format", "json", given=lines(articles))
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout == text


def test_a_folder_is_read_as_the_program_reads_it(folder: Path) -> None:
    printed = program("diff", folder, "--format", "json", "--base", "Ledger", "--unproven", "--min-salience", "0.3")
    told = news_coverage.diff_folder(folder, base="Ledger", unproven=True, min_salience=0.3)
    assert told == json.loads(printed.stdout)


def test_events_are_those_of_the_program(articles: list[dict]) -> None:
    printed = program("events", "-", "--format", "json", "--whole", "--all", given=lines(articles))
    assert news_coverage.events(articles, whole=True) == json.loads(printed.stdout)


def test_the_program_speaks_its_long_name_and_ends_with_its_exit_codes() -> None:
    assert "  news-coverage diff articles/" in program("--help").stdout
    assert program("--version").stdout == f"news-coverage {news_coverage.__version__}\n"
    wrong = program("diff", "no/such/folder")
    assert wrong.returncode == 2
    assert wrong.stderr.splitlines()[-1].startswith("news-coverage: no/such/folder: no such file or folder")
    assert program("dif").returncode == 2
