"""Loads the tables of `coverage diff … --format csv -o TABLES` with pandas: who omits what, who quotes whom.

usage: load_tables.py TABLES
"""

import sys
from pathlib import Path

try:
    import pandas
except ImportError:
    sys.exit("load_tables.py needs pandas: pip install pandas")


def table(name):
    return pandas.read_csv(Path(sys.argv[1]) / f"{name}.csv", keep_default_na=False)


# Who omits what: the three most salient facts each.
cells = table("cells").merge(table("facts")[["fact", "rank", "statement"]], on="fact").sort_values("rank")
omitted = cells[cells.state == "absent"].groupby("outlet").head(3)
print(omitted[["outlet", "fact", "statement"]].to_string(index=False, max_colwidth=60), end="\n\n")

# Who quotes whom.
quotes = table("quotes")
named = quotes[(quotes.kind == "direct") & (quotes.speaker != "")]
print(named.groupby(["outlet", "speaker"]).size().sort_values(ascending=False, kind="stable").head(10).to_string())
