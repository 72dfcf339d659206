"""What a message looks like, as names that weights were learned for."""

import math
from collections.abc import Iterator

from bot.language.hearing.model import Kind, Moment
from bot.language.hearing.words import Words

Features = dict[str, float]

_NEAR = 3
"""Words that may stand between two groups that belong together."""
_SHAPES = ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16"))

# How much each family of features says, whatever the length of the message; chosen with tests/training/messages.py.
_SHARES = {"word": 1.2, "pair": 0.7, "part": 2.0, "group": 2.1, "order": 0.8}
_SHAPE, _RULE = 0.5, 0.25
"""How much each single feature of the shape says, and what the rules make of it."""


def features_of(words: Words, moment: Moment, about: str, counts: str, by_rule: Kind) -> Features:
    """The features, each with its share.

    `about`: what the question was about, "" where none was asked; `counts`: how a number in it was read; `by_rule`:
    what rules make of the message.
    """
    families = {
        "word": _words(words, moment),
        "pair": _pairs(words),
        "part": _parts(words),
        "group": _groups(words, moment),
        "order": _order(words),
    }
    found: Features = {}
    for family, names in families.items():
        unique = set(names)
        found.update(dict.fromkeys(unique, _SHARES[family] / math.sqrt(len(unique) or 1)))
    found.update(dict.fromkeys(_shape(words, moment, about, counts), _SHAPE))
    found.update(dict.fromkeys((f"r:{by_rule.value}", f"r:{moment.value}:{by_rule.value}"), _RULE))
    return found


def _words(words: Words, moment: Moment) -> Iterator[str]:
    for word in words.plain:
        yield f"w:{word}"
    for word in words.spoken[:1]:
        yield f"first:{moment.value}:{word}"
    if len(words.spoken) == 1:
        yield f"alone:{moment.value}:{words.spoken[0]}"


def _pairs(words: Words) -> Iterator[str]:
    row = ("^", *words.plain, "$")
    for at in range(len(row) - 1):
        yield f"p:{row[at]} {row[at + 1]}"


def _parts(words: Words) -> Iterator[str]:
    for word in words.plain:
        edged = f"^{word}$"
        for length in (3, 4, 5):
            for at in range(len(edged) - length + 1):
                yield f"c:{edged[at : at + length]}"


def _groups(words: Words, moment: Moment) -> Iterator[str]:
    for name in words.names:
        yield f"g:{name}"
        yield f"g:{moment.value}:{name}"
    for group in words.groups:
        if group.start == 0:
            yield f"g^:{group.name}"
            if group.end == len(words.plain):
                yield f"g=:{moment.value}:{group.name}"


def _order(words: Words) -> Iterator[str]:
    groups = words.groups
    for at, first in enumerate(groups):
        for other in groups[at + 1 :]:
            if other.start > first.end + _NEAR:
                break
            if other.start >= first.end and other.name != first.name:
                yield f"o:{first.name}>{other.name}"


def _shape(words: Words, moment: Moment, about: str, counts: str) -> Iterator[str]:
    spoken = len(words.spoken)
    length = next((name for most, name in _SHAPES if spoken <= most), "more")
    where = moment.value
    yield from (f"m:{where}", f"a:{about}", f"n:{where}:{length}", f"v:{where}:{counts}", f"v:{counts}")
    signs = {"?": "?" in words.plain, "end?": words.plain[-1:] == ("?",), "0": "0" in words.plain}
    for name, there in signs.items():
        if there:
            yield f"s:{where}:{name}"
            yield f"s:{name}"
    if any(word.capital for word in words.row):
        yield f"s:{where}:capital"
    for group in words.names:
        yield f"s:{counts}:{group}"
