"""Makes a model small enough to be part of the program: numbers in 8 bits, only pieces of Latin script.

usage: ship.py MODEL_FOLDER OUT_FOLDER
"""

import json
import re
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file

import bert

# What the program reads of a configuration.
SHAPE = (
    "hidden_size",
    "num_hidden_layers",
    "num_attention_heads",
    "intermediate_size",
    "max_position_embeddings",
    "vocab_size",
    "type_vocab_size",
    "layer_norm_eps",
)
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
LATIN = re.compile(r"(##)?([A-Za-zÀ-ɏ]+|[0-9]+|[!-/:-@\[-`{-~–—‘’“”…£€°§]+)")


def kept(vocabulary):
    """Pieces of Latin letters, digits and punctuation, in the order of their numbers."""
    pieces = sorted(vocabulary, key=vocabulary.get)
    return [p for p in pieces if p in SPECIAL or LATIN.fullmatch(p)]


def in_8_bits(weight):
    """A matrix as integers of 8 bits, and what one unit of each row is worth."""
    scale = weight.abs().amax(1).clamp_min(1e-12) / 127
    return torch.round(weight / scale[:, None]).to(torch.int8), scale


def main():
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    model, tokenizer = bert.read(source)
    vocabulary = tokenizer.get_vocab()
    pieces = kept(vocabulary)
    tensors = {}
    for name, weight in model.named().items():
        weight = weight.detach()
        if name == "embeddings.word_embeddings.weight":
            weight = weight[[vocabulary[p] for p in pieces]]
        if weight.dim() == 2:
            tensors[name], tensors[f"{name}.scale"] = in_8_bits(weight)
        else:
            tensors[name] = weight.clone()
    out.mkdir(parents=True, exist_ok=True)
    save_file(tensors, out / "model.safetensors")
    shape = {key: model.config[key] for key in SHAPE} | {"vocab_size": len(pieces)}
    (out / "config.json").write_text(json.dumps(shape, indent=1) + "\n")
    (out / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    size = sum(f.stat().st_size for f in out.iterdir())
    print(f"{len(pieces)} of {len(vocabulary)} pieces, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
