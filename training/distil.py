"""Distils a small encoder from a larger one over unlabelled sentences of news; see README.md here.

usage: distil.py --teacher MODEL_FOLDER --out FOLDER --cache FILE ARCHIVE.jsonl.gz...
"""

import argparse
import gzip
import json
import random
import re
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import bert
import events

SEED = 7
WIDTH = 128
SPLIT = re.compile(r"(?<=[.!?][\"”’']|.[.!?])\s+(?=[\"“‘']?[A-Z])|\n+")


def sentences(files, count):
    """So many different sentences of 5 to 60 words, drawn by the seed."""
    found = set()
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                text = article.get("text") or article.get("body") or ""
                found.update(s.strip() for s in SPLIT.split(text) if 5 <= len(s.split()) <= 60)
    drawn = sorted(found)
    random.Random(SEED).shuffle(drawn)
    return drawn[:count]


def targets(teacher, rows):
    """The teacher's vectors of all pieces, each of length one, in as few dimensions as the student has."""
    out = [None] * len(rows)
    start = time.time()
    with torch.no_grad():
        for n, (chosen, numbers, mask) in enumerate(events.batches(rows, 32)):
            vectors = F.normalize(teacher(numbers, mask), dim=-1)
            for row, i in enumerate(chosen.tolist()):
                out[i] = vectors[row, : len(rows[i])].half()
            if n % 100 == 0:
                print(f"teacher: {(n + 1) * 32} of {len(rows)} sentences, {time.time() - start:.0f} s", flush=True)
    sample = torch.cat(out[:: max(1, len(out) // 3000)]).float()
    mean = sample.mean(0)
    values, axes = torch.linalg.eigh((sample - mean).t() @ (sample - mean))
    axes = axes[:, -WIDTH:]
    print(f"{WIDTH} dimensions hold {float(values[-WIDTH:].sum() / values.sum()):.3f} of the variance", flush=True)
    return [((v.float() - mean) @ axes).half() for v in out], mean, axes


def student(teacher, mean, axes, layers):
    """A small encoder that begins with the teacher's embeddings in fewer dimensions."""
    config = dict(teacher.config, hidden_size=WIDTH, num_hidden_layers=layers, num_attention_heads=4, intermediate_size=4 * WIDTH, max_position_embeddings=events.LONGEST)
    model = bert.Bert(config)
    with torch.no_grad():
        words = teacher.words.weight - teacher.words.weight.mean(0)
        _, own = torch.linalg.eigh(words.t() @ words)
        reduced = words @ own[:, -WIDTH:]
        model.words.weight.copy_(reduced / reduced.std())
        model.positions.weight.mul_(0.1)
        model.kinds.weight.zero_()
    return model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--cache", required=True)
    parser.add_argument("--sentences", type=int, default=30000)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--from", dest="begun", help="a small encoder to go on from, with its layers")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    random.seed(SEED)
    teacher, tokenizer = bert.read(args.teacher)
    rows = events.pieces(tokenizer, sentences(args.files, args.sentences))
    print(len(rows), "sentences", sum(map(len, rows)), "pieces", flush=True)
    if not Path(args.cache).exists():
        torch.save(targets(teacher.eval(), rows), args.cache)
    wanted, mean, axes = torch.load(args.cache)
    model = bert.read(args.begun)[0].train() if args.begun else student(teacher, mean, axes, args.layers)
    groups = list(events.batches(rows, 64))
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01)
    steps = args.epochs * len(groups)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / 200) * max(0.02, 1 - s / steps))
    for epoch in range(args.epochs):
        random.shuffle(groups)
        start, total = time.time(), 0.0
        for chosen, numbers, mask in groups:
            want = torch.cat([wanted[i] for i in chosen.tolist()]).float()
            loss = (1 - F.cosine_similarity(model(numbers, mask)[mask], want)).mean()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch} loss {total / len(groups):.4f} {time.time() - start:.0f} s", flush=True)
        bert.write(model, args.out, args.teacher)


if __name__ == "__main__":
    main()
