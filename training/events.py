"""Folders of events with hand-made links → sentences, pairs and labels."""

import itertools
import json
from collections import Counter
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
import torch

LONGEST = 128  # pieces of a sentence that are read in training


@dataclass
class Event:
    """Sentences of one event, and which pairs across articles people linked."""

    name: str
    texts: list
    pairs: np.ndarray  # n × 2, doubtful ones left out
    linked: np.ndarray  # n, 0 or 1


def read(roots):
    """Every event below the folders, in the order of their names."""
    files = [f for root in roots for f in sorted(Path(root).glob("*/gold.json"))]
    return [event(json.loads(f.read_text(encoding="utf-8")), f.parent.name) for f in files]


def event(gold, name):
    sentences = [(a, s["id"], s["text"]) for a, v in gold["articles"].items() for s in v["sentences"]]
    place = {s[1]: i for i, s in enumerate(sentences)}
    key = lambda p: tuple(sorted((place[p["a"]], place[p["b"]])))
    known = lambda pairs: [p for p in pairs if p["a"] in place and p["b"] in place]
    links = {key(p) for p in known(gold["alignment"])}
    doubtful = {key(p) for p in known(gold.get("ignore", []))}
    across = itertools.combinations(range(len(sentences)), 2)
    pairs = [p for p in across if sentences[p[0]][0] != sentences[p[1]][0] and p not in doubtful]
    return Event(
        name=name,
        texts=[s[2] for s in sentences],
        pairs=np.array(pairs),
        linked=np.array([float(p in links) for p in pairs]),
    )


def pieces(tokenizer, texts):
    """The numbers of the word pieces of each text, ends included."""
    return [e.ids[: LONGEST - 1] + e.ids[-1:] if len(e.ids) > LONGEST else e.ids for e in tokenizer.encode_batch(texts)]


def batches(rows, size):
    """Rows of like length together: (their numbers, pieces, mask)."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        length = max(len(rows[i]) for i in chosen)
        numbers = torch.zeros(len(chosen), length, dtype=torch.long)
        for row, i in enumerate(chosen):
            numbers[row, : len(rows[i])] = torch.tensor(rows[i])
        mask = torch.arange(length)[None, :] < torch.tensor([len(rows[i]) for i in chosen])[:, None]
        yield torch.tensor(chosen), numbers, mask


def rarity(rows):
    """Inverse sentence frequency of each inner piece, `ln((N+1)/df) / ln(N+1)`, summing to one in a sentence."""
    frequency = Counter(p for row in rows for p in set(row[1:-1]))
    every = len(rows) + 1
    weigh = lambda row: torch.tensor([log(every / frequency[p]) / log(every) for p in row[1:-1]])
    return [w / w.sum().clamp_min(1e-6) for w in map(weigh, rows)]
