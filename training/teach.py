"""Teaches a sentence encoder which sentences of news articles say the same thing; see README.md here.

usage: teach.py --base MODEL_FOLDER --out FOLDER [--folds N] [--fold K] GOLD_FOLDER...
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import bert
import events
from interaction import Pieces, centred, covers

SEED = 7


class Scorer(torch.nn.Module):
    """Covers in both directions → log odds of a link."""

    def __init__(self):
        super().__init__()
        self.of = torch.nn.Parameter(torch.tensor([14.0, 4.0, -9.0]))

    def forward(self, cover, pairs):
        a, b = cover[pairs[:, 0], pairs[:, 1]], cover[pairs[:, 1], pairs[:, 0]]
        return self.of[0] * (a + b) / 2 + self.of[1] * torch.maximum(a, b) + self.of[2]


def prepare(model, tokenizer, found, frozen):
    """What does not change while the upper layers learn: the output of the lower ones, for every event."""
    for e in found:
        rows = events.pieces(tokenizer, e.texts)
        e.pieces = Pieces(events.rarity(rows))
        with torch.no_grad():
            e.batches = [
                (chosen, model.run(model.embed(numbers), mask, 0, frozen), mask)
                for chosen, numbers, mask in events.batches(rows, 24)
            ]


def vectors(model, e, frozen, dropout):
    """Centred vectors of all inner pieces of an event, sentence by sentence."""
    out = [None] * len(e.texts)
    for chosen, lower, mask in e.batches:
        upper = model.run(lower, mask, frozen, dropout=dropout)
        for row, i in enumerate(chosen.tolist()):
            out[i] = upper[row, 1 : int(mask[row].sum()) - 1]
    return centred(torch.cat(out))


def precision(scores, labels):
    """Average precision."""
    hits = labels[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1.0, hits.sum()))


def measure(model, scorer, found, frozen):
    """Mean average precision over events, over all pairs across articles."""
    model.eval()
    with torch.no_grad():
        each = [precision(scorer(covers(vectors(model, e, frozen, 0.0), e.pieces), torch.tensor(e.pairs)).numpy(), e.linked) for e in found]
    return each


def train(args, model, train_on, held, log):
    scorer = Scorer()
    upper = [p for layer in model.layers[args.frozen :] for p in layer.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": upper, "lr": args.rate}, {"params": scorer.parameters(), "lr": 5e-3}], weight_decay=0.01
    )
    steps = args.epochs * len(train_on)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / 30) * max(0.05, 1 - s / steps))
    order = list(train_on)
    for epoch in range(args.epochs):
        model.train()
        random.shuffle(order)
        start, losses = time.time(), []
        for e in order:
            z = scorer(covers(vectors(model, e, args.frozen, args.dropout), e.pieces), torch.tensor(e.pairs))
            y = torch.tensor(e.linked, dtype=torch.float)
            loss = F.binary_cross_entropy_with_logits(z, y, weight=1 + 4 * y)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(upper, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        held_out = np.mean(measure(model, scorer, held, args.frozen)) if held else 0
        log(f"epoch {epoch} loss {np.mean(losses):.4f} held {held_out:.4f} {time.time() - start:.0f} s")
    return scorer


def averaged(before, after, share):
    """Weights between those before and after (Wortsman et al. 2022): what was learned, held back."""
    with torch.no_grad():
        for b, a in zip(before.parameters(), after.parameters()):
            a.copy_(b + share * (a - b))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("roots", nargs="+")
    parser.add_argument("--base", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--fold", type=int, default=-1)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--frozen", type=int, default=0)
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    random.seed(SEED)
    found = events.read(args.roots)
    held = [e for i, e in enumerate(found) if args.folds and i % args.folds == args.fold]
    train_on = [e for e in found if all(e is not h for h in held)]
    model, tokenizer = bert.read(args.base)
    log = lambda line: print(line, flush=True)
    prepare(model, tokenizer, found, args.frozen)
    if held:
        log(f"before {np.mean(measure(model, Scorer(), held, args.frozen)):.4f}")
    before, _ = bert.read(args.base)
    scorer = train(args, model, train_on, held, log)
    averaged(before, model, args.share)
    if held:
        log(f"share {args.share} held {np.mean(measure(model, scorer, held, args.frozen)):.4f}")
    bert.write(model, args.out, args.base)


if __name__ == "__main__":
    main()
