"""Articles of Python → JSON, one a line, as the program reads them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

_NOT_THERE = {"NaTType", "NAType"}


def lines(articles: Iterable[Mapping[Any, Any]]) -> list[str]:
    """Every article as one line of JSON."""
    if isinstance(articles, (str, bytes, Mapping)):
        raise TypeError("articles are a list of dicts, one an article")
    return [_line(article) for article in articles]


def _line(article: Mapping[Any, Any]) -> str:
    if not isinstance(article, Mapping):
        raise TypeError(f"an article is a dict, not {type(article).__name__}")
    fields = {str(name): _known(value) for name, value in article.items()}
    return json.dumps(fields, default=_written)


def _known(value: Any) -> Any:
    """A value, or None where pandas says that there is none."""
    return None if isinstance(value, float) and math.isnan(value) else value


def _written(value: Any) -> Any:
    """What JSON has for a value of another type: days and times, and what NumPy and pandas hold."""
    if type(value).__name__ in _NOT_THERE:
        return None
    for method in ("isoformat", "tolist"):
        if hasattr(value, method):
            return getattr(value, method)()
    raise TypeError(f"an article holds a {type(value).__name__}, for which JSON has nothing")
