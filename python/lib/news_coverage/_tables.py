"""The tables of a report as pandas frames."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import _native

if TYPE_CHECKING:
    import pandas

_PACKAGE = "datapackage.json"

# Types of Table Schema → types of pandas that have a place for missing values.
_TYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def frames(report: Callable[[], str]) -> dict[str, pandas.DataFrame]:
    """The frames of the report, which is made once it is known that pandas is there."""
    try:
        import pandas  # noqa: F401
    except ImportError as error:
        raise ImportError(
            "news_coverage.tables needs pandas: pip install 'news-coverage[pandas]'"
        ) from error
    files = _native.tables(report())
    package = json.loads(files[_PACKAGE])
    return {
        resource["name"]: _frame(files[resource["path"]], resource)
        for resource in package["resources"]
    }


def _frame(table: bytes, resource: dict[str, Any]) -> pandas.DataFrame:
    """One table. Only an empty cell is missing: "NA" and "null" are words."""
    import pandas

    columns = resource["schema"]["fields"]
    frame: pandas.DataFrame = pandas.read_csv(
        io.BytesIO(table),
        dtype={column["name"]: _TYPES[column["type"]] for column in columns},
        keep_default_na=False,
        na_values=[""],
    )
    frame.attrs["description"] = resource["description"]
    frame.attrs["columns"] = {column["name"]: column["description"] for column in columns}
    return frame
