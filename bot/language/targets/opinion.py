"""A second opinion on a target: a linear model over its words and letters, with what the rules found beside them.

Rules know what they were given; how a target sounds as a whole is what was learned of labelled sentences. It is made by
tests/training/targets.py, and weighs beside the rules. By when something is to be done the rules tell best, alone.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from bot.language.reading.weights import Linear, NoWeights, load_weights
from bot.language.targets.actions import INNER, SEEN, Heads
from bot.language.targets.model import LEARNED, PartOpinion
from bot.language.targets.patterns import PACKAGE, ItemRow, Lexicon, Match

FILE = "weights.json.z"
VERSION = 1
"""Of the features: weights that were learned of others say nothing."""
RULES = 2.5
"""How much the rules weigh beside the opinion; chosen on each author's sentences by what was learned of the others'."""

_SHARES = {"word": 1.0, "pair": 0.8, "apart": 0.5, "part": 1.2, "found": 1.0, "behind": 0.8}
"""How much each family of features says, whatever the length of the sentence."""
_COUNTED, _LENGTH = 0.15, 0.3
_LETTERS = (3, 4, 5)
_APART = (2, 3)
_BEHIND = 6
"""Words that are looked at from a verb on."""
_LONGEST = 6
_WORD_MOST = 40
"""Letters of a word that are looked at."""
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class PartsFound:
    """What the rules found in a row."""

    row: ItemRow
    heads: Heads
    measured: Sequence[Match]
    when: Sequence[Match]
    aim: Sequence[str]
    """The words of the clauses that say what is aimed at, without those that say when."""


def opinion_of(found: PartsFound, lexicon: Lexicon, lang: str) -> PartOpinion | None:
    """How much speaks for each part, by what was learned alone; None without weights.

    It is what `features` add up to; a word says the same in each sentence, so that its letters are added up once.
    """
    learned = _learned(lang)[0]
    if learned is None or not found.aim:
        return None
    sums = learned.sums(_of_sentence(found, lexicon))
    words = [_word_sums(word, lang) for word in frozenset(found.aim)]
    of_words = _SHARES["word"] / math.sqrt(len(words)) * learned.scale
    of_letters = _SHARES["part"] / math.sqrt(sum(word.letters for word in words)) * learned.scale
    for part in range(len(LEARNED)):
        sums[part] += of_words * sum([word.alone[part] for word in words])
        sums[part] += of_letters * sum([word.by_letter[part] for word in words])
    return PartOpinion(*sums)


class _WordSums(NamedTuple):
    """What a word adds to each part: by itself, and by its letters, of which there are so many."""

    letters: int
    alone: Sequence[int]
    by_letter: Sequence[int]


@lru_cache(maxsize=4096)
def _word_sums(word: str, lang: str) -> _WordSums:
    learned = _learned(lang)[0]
    rows = learned.rows if learned is not None else {}
    none = (0,) * len(LEARNED)
    letters = _letters(word)
    by_letter = [sum(column) for column in zip(none, *(rows[name] for name in letters if name in rows), strict=True)]
    return _WordSums(len(letters), rows.get(f"w:{word}", none), by_letter)


def blended(found: PartsFound, opinion: PartOpinion, lang: str) -> PartsFound:
    """What was found, where the opinion does not speak strongly enough against it, and what it adds to that."""
    heads, measured = found.heads, found.measured
    is_seen = opinion.observable + (RULES if heads.seen else -RULES) > 0
    is_measured = opinion.measure + (RULES if measured else -RULES) > 0
    if heads.seen and not is_seen:
        heads = Heads((), tuple(sorted(head._replace(kind=INNER) for head in (*heads.seen, *heads.inner))))
    elif is_seen and not heads.seen:
        seen = [head._replace(kind=SEEN) for head in heads.inner[:1]] or [_telling(found.row, "observable", lang)]
        heads = Heads(tuple(seen), heads.inner[1:])
    if bool(measured) is not is_measured:
        measured = (_telling(found.row, "measure", lang),) if is_measured else ()
    return replace(found, heads=heads, measured=measured)


def _telling(row: ItemRow, part: str, lang: str) -> Match:
    """The word that speaks most for a part."""
    place = LEARNED.index(part)
    sums = [_word_sums(word, lang) for word in row.norms]
    weights = [one.alone[place] + one.by_letter[place] for one in sums]
    at = max(range(len(weights)), key=weights.__getitem__)
    return Match(SEEN if part == "observable" else "condition", "", at, at + 1)


@cache
def problem(lang: str = "en") -> str:
    """Why the rules read targets alone; "" where they do not. A language other than English may have no weights."""
    return _learned(lang)[1]


@cache
def _learned(lang: str) -> tuple[Linear | None, str]:
    try:
        return load_weights(PACKAGE, lang, FILE, version=VERSION), ""
    except NoWeights as error:
        return None, str(error)


# What a target looks like, as names that weights were learned for.


def features(found: PartsFound, lexicon: Lexicon) -> dict[str, float]:
    """The features, each with its share."""
    words = frozenset(found.aim)
    letters = Counter(name for word in words for name in _letters(word))
    shares = _of_sentence(found, lexicon)
    shares.update(dict.fromkeys((f"w:{word}" for word in words), _SHARES["word"] / math.sqrt(len(words) or 1)))
    share = _SHARES["part"] / math.sqrt(letters.total() or 1)
    shares.update((name, share * times) for name, times in letters.items())
    return shares


def _of_sentence(found: PartsFound, lexicon: Lexicon) -> dict[str, float]:
    """The features of more than one word, and of what the rules found."""
    aim = found.aim
    families: dict[str, set[str]] = {
        "pair": {f"p:{one} {other}" for one, other in zip(("^", *aim), (*aim, "$"), strict=True)},
        "apart": set(_apart(aim)),
        "found": set(_found(found, lexicon)),
        "behind": set(_behind(found)),
    }
    shares: dict[str, float] = {}
    for family, names in families.items():
        if names:
            shares.update(dict.fromkeys(names, _SHARES[family] / math.sqrt(len(names))))
    shares.update(dict.fromkeys(_counts(found), _COUNTED))
    shares[f"s:{min(_LONGEST, int(math.log2(len(aim) + 1)))}"] = _LENGTH
    return shares


@lru_cache(maxsize=4096)
def _letters(word: str) -> frozenset[str]:
    """Letters in a row: a word that was misspelt, or never seen, has them in common with its kin."""
    edged = f"^{word[:_WORD_MOST]}$"
    return frozenset(f"c:{edged[at : at + length]}" for length in _LETTERS for at in range(len(edged) - length + 1))


def _apart(aim: Sequence[str]) -> Iterator[str]:
    """Words near each other with others between them."""
    row = ("^", *aim, "$")
    for distance in _APART:
        for one, other in zip(row, row[distance:], strict=False):
            yield f"k:{one} {other}"


def _behind(found: PartsFound) -> Iterator[str]:
    """A verb and the words behind it, up to the time."""
    timed = {index for match in found.when for index in range(match.first, match.last)}
    for head in _heads(found):
        for index in range(head.first, min(head.first + _BEHIND, len(found.row.norms))):
            if index in timed:
                break
            yield f"q:{found.row.norm(index)}"


def _heads(found: PartsFound) -> Sequence[Match]:
    return (*found.heads.seen, *found.heads.inner)


def _found(found: PartsFound, lexicon: Lexicon) -> Iterator[str]:
    row = found.row
    for head in _heads(found):
        yield f"h{head.kind[0]}:{head.tag}"
        yield f"hv:{lexicon.lemma(row.norm(head.first))}"
        yield f"hl:{row.norm(head.last - 1)}"
    for match in found.measured:
        yield f"hm:{match.kind}"
        for index in range(match.first, match.last):
            yield f"mw:{row.norm(index)}"


def _counts(found: PartsFound) -> Iterator[str]:
    several = {"s": found.heads.seen, "i": found.heads.inner, "m": found.measured}
    for name, matches in several.items():
        yield f"n:{name}{min(len(matches), _SEVERAL)}"
