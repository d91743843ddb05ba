"""What is wanted of a comparison."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, TypedDict


class Options(TypedDict, total=False):
    """The flags of ``coverage diff`` that a comparison takes; :func:`news_coverage.diff` tells what they mean."""

    base: str | None
    only: str | Iterable[str]
    min_salience: float
    unproven: bool
    explain_rejected: bool
    one_event: bool
    model: str | os.PathLike[str] | None
    lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def choice(
    *,
    base: str | None = None,
    only: str | Iterable[str] = (),
    min_salience: float = 0.0,
    unproven: bool = False,
    explain_rejected: bool = False,
    one_event: bool = False,
    model: str | os.PathLike[str] | None = None,
    lexicon: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
) -> dict[str, Any]:
    """All options, the usual value where one is not given."""
    return {
        "base": base,
        "only": [only] if isinstance(only, str) else list(only),
        "min_salience": min_salience,
        "unproven": unproven,
        "explain_rejected": explain_rejected,
        "one_event": one_event,
        "model": model,
        "lexicon": [lexicon] if isinstance(lexicon, (str, os.PathLike)) else list(lexicon),
    }
