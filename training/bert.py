"""A BERT encoder (Devlin et al. 2019) whose weights carry the names that `model.safetensors` files of such models use."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F


class Layer(nn.Module):
    """One layer: attention, then a network for each position, each added to what went in and normalized."""

    def __init__(self, config):
        super().__init__()
        width, wide, eps = config["hidden_size"], config["intermediate_size"], config["layer_norm_eps"]
        self.heads = config["num_attention_heads"]
        self.query, self.key, self.value, self.merge = (nn.Linear(width, width) for _ in range(4))
        self.widen, self.narrow = nn.Linear(width, wide), nn.Linear(wide, width)
        self.merged, self.narrowed = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)

    def forward(self, x, mask, dropout=0.0):
        rows, length, width = x.shape
        apart = lambda y: y.view(rows, length, self.heads, width // self.heads).transpose(1, 2)
        seen = F.scaled_dot_product_attention(apart(self.query(x)), apart(self.key(x)), apart(self.value(x)), mask)
        seen = seen.transpose(1, 2).reshape(rows, length, width)
        x = self.merged(x + F.dropout(self.merge(seen), dropout, self.training))
        return self.narrowed(x + F.dropout(self.narrow(F.gelu(self.widen(x))), dropout, self.training))


NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "merge": "attention.output.dense",
    "merged": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "narrowed": "output.LayerNorm",
}


class Bert(nn.Module):
    """Word pieces in, one vector a piece out."""

    def __init__(self, config):
        super().__init__()
        self.config = config
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.kinds = nn.Embedding(config["type_vocab_size"], width)
        self.first = nn.LayerNorm(width, config["layer_norm_eps"])
        self.layers = nn.ModuleList(Layer(config) for _ in range(config["num_hidden_layers"]))

    def embed(self, pieces):
        """Pieces (rows × length) → vectors without context."""
        places = torch.arange(pieces.shape[1])
        return self.first(self.words(pieces) + self.positions(places) + self.kinds.weight[0])

    def run(self, x, mask, start=0, end=None, dropout=0.0):
        """Layers `start` to `end`; `mask` is true where a piece stands (rows × length)."""
        seen = mask[:, None, None, :]
        for layer in self.layers[start:end]:
            x = layer(x, seen, dropout)
        return x

    def forward(self, pieces, mask):
        return self.run(self.embed(pieces), mask)

    def named(self):
        """The weights under the names of the file format."""
        names = {
            "embeddings.word_embeddings.weight": self.words.weight,
            "embeddings.position_embeddings.weight": self.positions.weight,
            "embeddings.token_type_embeddings.weight": self.kinds.weight,
            "embeddings.LayerNorm.weight": self.first.weight,
            "embeddings.LayerNorm.bias": self.first.bias,
        }
        for number, layer in enumerate(self.layers):
            for ours, theirs in NAMES.items():
                for part in ("weight", "bias"):
                    name = f"encoder.layer.{number}.{theirs}.{part}"
                    names[name] = getattr(getattr(layer, ours), part)
        return names


def read(folder):
    """The model in a folder, and its tokenizer."""
    folder = Path(folder)
    model = Bert(json.loads((folder / "config.json").read_text()))
    stored = load_file(folder / "model.safetensors")
    with torch.no_grad():
        for name, weight in model.named().items():
            weight.copy_(stored[name])
    return model, tokenizer(folder)


def tokenizer(folder):
    """The tokenizer of a folder, neither padding nor cutting."""
    made = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def write(model, folder, source):
    """Writes a model beside the tokenizer of the folder it came from."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    save_file({k: v.detach().contiguous().clone() for k, v in model.named().items()}, folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps(model.config, indent=1) + "\n")
    (folder / "tokenizer.json").write_bytes((Path(source) / "tokenizer.json").read_bytes())
