"""A second opinion on whether somebody is not well: weights that were learned of labelled messages, as data.

Rules know the words that they were given. Most who are not well say it in others; how such a message sounds as a
whole (who is in it, what they feel, when, where, and that no task is spoken of) is what the weights know. A language
that has none goes on by its rules.
"""

import json
import math
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.language.hearing.distress_text import END
from bot.language.reading.text import ENGLISH
from bot.language.reading.weights import NoWeights, WeightsByLanguage

FILE = "distress.json.z"
LEARNED = (ENGLISH, "es")
"""The languages that weights were learned of."""
NUMBER = "<n>"
"""Stands for any number: which one says nothing."""

_NEAR = 4
"""Words from one group to another that may belong to it."""
_LONGEST = 6
_PARTS = (3, 4, 5)
"""Letters of a part of a word, its beginning and its end among them."""

# How much each family of features says, whatever the length of the message.
_SHARES = {"word": 1.0, "pair": 0.7, "group": 1.6, "order": 0.8, "part": 1.0, "apart": 0.7}
_SHARE_OF_A_SIGN = 0.5


@dataclass(frozen=True, slots=True)
class FoundByRules:
    """What rules found in a message, and the groups that its words belong to."""

    groups: Mapping[str, Collection[str]]
    signs: Collection[str]


@dataclass(frozen=True, slots=True)
class Opinion:
    """`rows`: a whole number for each feature; times `scale` it is its weight."""

    bias: float
    scale: float
    rows: Mapping[str, int]

    def of(self, features: Mapping[str, float]) -> float:
        """How much speaks for distress; less than 0 against it."""
        rows = self.rows
        return self.bias + self.scale * sum(share * rows[name] for name, share in features.items() if name in rows)


def features_of(words: Sequence[str], beside: FoundByRules) -> dict[str, float]:
    """What a message looks like, as names that weights were learned for, each with its share."""
    plain = [NUMBER if word.isdigit() else word for word in words if word != END]
    families = {
        "word": {f"w:{word}" for word in plain},
        "pair": {f"p:{one} {other}" for one, other in zip(["^", *plain], [*plain, "$"], strict=True)},
        "group": {f"g:{name}" for word in plain for name in beside.groups.get(word, ())},
        "order": set(_order(plain, beside.groups)),
        "part": set(_parts(plain)),
        "apart": set(_apart(plain)),
    }
    found: dict[str, float] = {}
    for family, names in families.items():
        found.update(dict.fromkeys(names, _SHARES[family] / math.sqrt(len(names) or 1)))
    found.update(dict.fromkeys([*_shape(plain), *beside.signs], _SHARE_OF_A_SIGN))
    return found


def _order(words: Sequence[str], groups: Mapping[str, Collection[str]]) -> Iterator[str]:
    named = [(at, groups[word]) for at, word in enumerate(words) if word in groups]
    for place, (at, firsts) in enumerate(named):
        for other, seconds in named[place + 1 :]:
            if other - at > _NEAR:
                break
            for first in firsts:
                for second in seconds:
                    yield f"o:{first}>{second}"


def _parts(words: Sequence[str]) -> Iterator[str]:
    """Letters in a row: a word that was misspelt, or never seen, has them in common with its kin."""
    for word in set(words):
        edged = f"^{word}$"
        for length in _PARTS:
            for at in range(len(edged) - length + 1):
                yield f"c:{edged[at : at + length]}"


def _apart(words: Sequence[str]) -> Iterator[str]:
    """Words that stand near each other with others between them."""
    for at, word in enumerate(words):
        for other in words[at + 2 : at + 2 + _NEAR]:
            yield f"k:{word} {other}"


def _shape(words: Sequence[str]) -> Iterator[str]:
    yield f"s:{min(_LONGEST, int(math.log2(len(words) + 1)))}"
    if NUMBER in words:
        yield "s:number"
    if words[:1] == [NUMBER]:
        yield "s:number first"
    if not {"i", "my", "me"}.isdisjoint(words):
        yield "s:me"


def packed(opinion: Opinion) -> bytes:
    """The file of the weights; the same weights give the same bytes."""
    table = {"bias": opinion.bias, "scale": opinion.scale, "rows": dict(sorted(opinion.rows.items()))}
    return zlib.compress(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def unpacked(data: bytes) -> Opinion:
    """The weights of a file. Raises NoWeights."""
    try:
        table = json.loads(zlib.decompress(data))
        rows = {str(name): int(weight) for name, weight in table["rows"].items()}
        return Opinion(float(table["bias"]), float(table["scale"]), rows)
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoWeights(f"{FILE} can not be read: {error}") from error


WEIGHTS = WeightsByLanguage(__package__, FILE, LEARNED, unpacked)
"""Those that come with Accord."""
