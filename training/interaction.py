"""Late interaction: how much of one sentence is met in another, piece by piece (Khattab and Zaharia 2020), as the program measures it."""

import torch
from torch.nn import functional as F


def centred(vectors):
    """Vectors of all inner pieces of an event → of length one, without what they all have in common."""
    vectors = F.normalize(vectors, dim=-1, eps=1e-6)
    return F.normalize(vectors - vectors.mean(0), dim=-1, eps=1e-6)


class Pieces:
    """Where the inner pieces of each sentence stand, and what each weighs."""

    def __init__(self, weights):
        self.lengths = torch.tensor([len(w) for w in weights])
        self.weights = torch.cat(weights)
        self.of = torch.repeat_interleave(torch.arange(len(weights)), self.lengths)
        starts = torch.cumsum(self.lengths, 0) - self.lengths
        reach = torch.arange(int(self.lengths.max()))
        self.inside = reach[None, :] < self.lengths[:, None]
        self.places = (starts[:, None] + reach[None, :]).clamp_max(len(self.of) - 1)


def covers(vectors, pieces):
    """Sentence × sentence: the weighted mean, over the pieces of the first, of the best cosine in the second."""
    count = len(pieces.lengths)
    likeness = vectors @ vectors.t()
    best = likeness[:, pieces.places.reshape(-1)].view(len(vectors), count, -1)
    best = best.masked_fill(~pieces.inside[None], -1.0).max(2).values
    return torch.zeros(count, count).index_add(0, pieces.of, best * pieces.weights[:, None])
