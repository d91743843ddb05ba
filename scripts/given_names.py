#!/usr/bin/env python3
"""Given names that women or men bear almost alone: src/language/en/given_names.txt, out of the US census of 1990.

  given_names.py FOLDER > src/language/en/given_names.txt

FOLDER holds dist.female.first and dist.male.first of the Census Bureau (public domain; the Python package names 0.3.0
carries them). A name is listed where one sex bears it at least ten times as often as the other.
Python 3 standard library only."""
import pathlib
import sys

TIMES = 10


def shares(path):
    """Name in lower case → percent of the sex that bears it."""
    rows = (line.split() for line in path.read_text().splitlines() if line.strip())
    return {row[0].lower(): float(row[1]) for row in rows}


def main():
    folder = pathlib.Path(sys.argv[1])
    women, men = shares(folder / "dist.female.first"), shares(folder / "dist.male.first")
    print("# Given names that women (f) or men (m) bear at least ten times as often as the others.")
    print("# Made by scripts/given_names.py from the name files of the US census of 1990 (Census Bureau, public domain).")
    for name in sorted(women.keys() | men.keys()):
        # Of a name that a file does not list the share may be as large as the least that it lists.
        f, m = women.get(name, min(women.values())), men.get(name, min(men.values()))
        if f >= TIMES * m or m >= TIMES * f:
            print(name, "f" if f > m else "m")


main()
