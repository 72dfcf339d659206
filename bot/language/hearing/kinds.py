"""What a message is: rules, and the opinion of weights that were learned."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.language.hearing.model import Kind, Moment, Number
from bot.language.hearing.words import EMOJI, LINK, MessageWords, words_of
from bot.language.reading.text import ENGLISH, fold, load_words
from bot.language.reading.weights import Linear, NoWeights, WeightsByLanguage
from bot.language.reading.weights import unpacked as unpacked_linear

# What a message looks like, as names that weights were learned for.


Features = dict[str, float]

_NEAR = 3
"""Words that may stand between two groups that belong together."""
_SHAPES = ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16"))

# How much each family of features says, whatever the length of the message; chosen with tests/training/messages.py.
_SHARES = {"word": 1.2, "pair": 0.7, "part": 2.0, "group": 2.1, "order": 0.8}
_SHAPE, _RULE = 0.5, 0.25
"""How much each single feature of the shape says, and what the rules make of it."""


def features_of(words: MessageWords, moment: Moment, about: str, counts: str, by_rule: Kind) -> Features:
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


def _words(words: MessageWords, moment: Moment) -> Iterator[str]:
    for word in words.plain:
        yield f"w:{word}"
    for word in words.spoken[:1]:
        yield f"first:{moment.value}:{word}"
    if len(words.spoken) == 1:
        yield f"alone:{moment.value}:{words.spoken[0]}"


def _pairs(words: MessageWords) -> Iterator[str]:
    row = ("^", *words.plain, "$")
    for at in range(len(row) - 1):
        yield f"p:{row[at]} {row[at + 1]}"


def _parts(words: MessageWords) -> Iterator[str]:
    for word in words.plain:
        edged = f"^{word}$"
        for length in (3, 4, 5):
            for at in range(len(edged) - length + 1):
                yield f"c:{edged[at : at + length]}"


def _groups(words: MessageWords, moment: Moment) -> Iterator[str]:
    for name in words.names:
        yield f"g:{name}"
        yield f"g:{moment.value}:{name}"
    for group in words.groups:
        if group.start == 0:
            yield f"g^:{group.name}"
            if group.end == len(words.plain):
                yield f"g=:{moment.value}:{group.name}"


def _order(words: MessageWords) -> Iterator[str]:
    groups = words.groups
    for at, first in enumerate(groups):
        for other in groups[at + 1 :]:
            if other.start > first.end + _NEAR:
                break
            if other.start >= first.end and other.name != first.name:
                yield f"o:{first.name}>{other.name}"


def _shape(words: MessageWords, moment: Moment, about: str, counts: str) -> Iterator[str]:
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


# What was learned of labelled messages: a weight of each kind for each feature, made by tests/training/messages.py.


FILE = "weights.json.z"
LEARNED = (ENGLISH, "es")
"""The languages that weights were learned of."""


@dataclass(frozen=True, slots=True)
class Weights(Linear):
    """A linear model of kinds: its names are their values."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(map(Kind, self.names))

    def shares(self, features: Features) -> dict[Kind, float]:
        """How likely each kind is; together they are one."""
        scores = self.sums(features)
        most = max(scores)
        raised = [math.exp(score - most) for score in scores]
        return {kind: one / sum(raised) for kind, one in zip(self.kinds, raised, strict=True)}


def unpacked(data: bytes) -> Weights:
    """The weights of a file. Raises NoWeights."""
    linear = unpacked_linear(data, FILE)
    try:
        names = tuple(map(Kind, linear.names))
    except ValueError as error:
        raise NoWeights(f"{FILE} can not be read: {error}") from error
    return Weights(names, linear.bias, linear.scale, linear.rows)


WEIGHTS = WeightsByLanguage(__package__, FILE, LEARNED, unpacked)
"""Those that come with Accord."""


# What a message is by rule, in the words of a language: the first rule that fits.


"""Words that may stand between the two groups of a pair."""
_NONSENSE = "nonsense"
_VOWELS = frozenset("aeiouy")
_SHORT = 4
_LIKELY = 0.6
"""How likely something that nobody asked for has to be progress; chosen on each author's messages by what was learned
of the others'."""


@dataclass(frozen=True, slots=True)
class RuleInput:
    """A message as the rules look at it. `number`: how a number in it was read: none, digits, asked, sure, zero."""

    words: MessageWords
    moment: Moment
    number: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the data; rules.toml says what each field asks for."""

    kind: Kind
    all: frozenset[str]
    any: frozenset[str]
    none: frozenset[str]
    only: frozenset[str]
    begins: str
    then: str
    pair: tuple[str, ...]
    most: int
    moments: frozenset[str]
    number: frozenset[str]
    question: bool | None
    sure: bool

    def fits(self, said: RuleInput) -> bool:
        names = said.words.names
        return (
            (not self.moments or said.moment.value in self.moments)
            and (not self.number or said.number in self.number)
            and (not self.most or len(said.words.spoken) <= self.most)
            and self.all <= names
            and (not self.any or not self.any.isdisjoint(names))
            and self.none.isdisjoint(names)
            and (self.question is None or self.question is asks(said.words))
            and (not self.begins or _begins_with(said.words, self.begins))
            and (not self.then or _goes_on_with(said.words, self.begins, self.then))
            and (not self.pair or _near(said.words, *self.pair))
            and (not self.only or _covers(said.words, self.only))
        )


def kind_by_rule(said: RuleInput) -> tuple[Kind, bool]:
    """What it is by the first rule that fits, and whether that goes before any other opinion."""
    for rule in _rules(said.words.lang):
        if rule.fits(said):
            return rule.kind, rule.sure
    return Kind.UNCLEAR, False


def about(asked: str, lang: str = "en") -> str:
    """What a question was about, by the words in it; "" where that is not known."""
    low = asked.lower()
    return next((name for name, parts in _table(lang)["about"].items() if any(part in low for part in parts)), "")


def asks(words: MessageWords) -> bool:
    """Whether it ends with a question mark, or begins with a word that asks."""
    return words.plain[-1:] == ("?",) or _begins_with(words, "asks")


def asks_first(words: MessageWords) -> bool:
    """Whether it begins as a question does: "what happens next", "is this graded"."""
    return _begins_with(words, "asks") or _begins_with(words, "aux")


def refuses(words: MessageWords) -> bool:
    """Whether a no, an insult or an end stands in it that is not denied itself: "i never skip training" has none."""
    denied = {group.end for group in words.groups if group.name == "negative"}
    return any(g.name in ("insult", "end") or (g.name == "refuse" and g.start not in denied) for g in words.groups)


def tells_when(words: MessageWords) -> bool:
    """Whether it begins as an answer that says when something is so, and asks nothing: "when i can do it alone"."""
    marked = "?" in words.plain
    return not marked and _begins_with(words, "tells_when")


def is_nonsense(word: str) -> bool:
    """Nothing that could be a word: a sign, an emoji, a single letter, "fghjj"."""
    if word == LINK:
        return False
    if word == EMOJI or not word[0].isalnum():
        return True
    if not word.isascii() or not word.isalpha():
        return False
    return (len(word) == 1 and word != "i") or (len(word) >= _SHORT and _VOWELS.isdisjoint(word))


def _begins_with(words: MessageWords, name: str) -> bool:
    return any(group.name == name and group.start == 0 for group in words.groups)


def _goes_on_with(words: MessageWords, first: str, then: str) -> bool:
    """Whether the second stands right behind the first, with which it begins."""
    ends = {group.end for group in words.groups if group.name == first and group.start == 0}
    return any(group.start in ends for group in words.groups if group.name == then)


def _near(words: MessageWords, first: str, second: str) -> bool:
    ends = [group.end for group in words.groups if group.name == first]
    starts = [group.start for group in words.groups if group.name == second]
    return any(0 <= start - end <= _NEAR for end in ends for start in starts)


def _covers(words: MessageWords, names: frozenset[str]) -> bool:
    """Whether every word belongs to one of the groups."""
    covered = {at for group in words.groups if group.name in names for at in range(group.start, group.end)}
    if _NONSENSE in names:
        covered |= {at for at, word in enumerate(words.plain) if is_nonsense(word)}
    return len(covered) == len(words.plain)


@cache
def _table(lang: str) -> dict[str, Any]:
    return load_words(__package__, lang, "rules")


@cache
def _rules(lang: str) -> Sequence[Rule]:
    return tuple(_rule(row) for row in _table(lang)["rule"])


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        kind=Kind(row["kind"]),
        all=frozenset(row.get("all", ())),
        any=frozenset(row.get("any", ())),
        none=frozenset(row.get("none", ())),
        only=frozenset(row.get("only", ())),
        begins=row.get("begins", ""),
        then=row.get("then", ""),
        pair=tuple(row.get("pair", ())),
        most=row.get("most", 0),
        moments=frozenset(row.get("moments", ())),
        number=frozenset(row.get("number", ())),
        question=row.get("question"),
        sure=row.get("sure", False),
    )


def kind_of(said: RuleInput, asked: str, weights: Weights | None) -> Kind:
    """Anything but distress, which is looked for before."""
    return opinion_of(said, asked, weights)[0]


def opinion_of(said: RuleInput, asked: str, weights: Weights | None) -> tuple[Kind, bool]:
    """The same, and whether it may be said to count: not where nobody asked and it may well be something else."""
    by_rule, sure = kind_by_rule(said)
    if sure or weights is None:
        return by_rule, True
    shares = weights.shares(features(said, asked, by_rule))
    counts = said.moment is not Moment.IDLE or sum(shares.get(kind, 0) for kind in COUNTING) >= _LIKELY
    shares.pop(Kind.DISTRESS, None)
    for kind in _impossible(said):
        shares.pop(kind, None)
    return max(shares, key=shares.__getitem__), counts


def _impossible(said: RuleInput) -> Sequence[Kind]:
    """What a message is not that was asked for a number, and gives one or one to ask about ("maybe 5 of 10?")."""
    if said.moment is Moment.CHECK_IN and said.number == "asked":
        return (Kind.UNCLEAR,)
    if said.moment is not Moment.CHECK_IN or said.number not in ("sure", "zero"):
        return ()
    if said.number == "zero":
        return _SAYS_NO_NUMBER
    return (*_SAYS_NO_NUMBER, *_SAYS_NOTHING, *(_BEGINS_WITH_NONE if _begins_with_number(said) else ()))


def features(said: RuleInput, asked: str, by_rule: Kind) -> Features:
    """The features of a message, with what the rules make of it as one of them."""
    return features_of(said.words, said.moment, about(asked, said.words.lang), said.number, by_rule)


def _begins_with_number(said: RuleInput) -> bool:
    return any(word[0].isdigit() for word in said.words.spoken[:1])


def how_read(text: str, numbers: Mapping[int, Number]) -> str:
    """How a number in the text was read: none, digits (that say no number), asked about, sure, or zero, for sure."""
    if not numbers:
        return "digits" if any(char.isdigit() for char in text) else "none"
    sure = [number.value for number in numbers.values() if number.sure]
    return "asked" if not sure else "sure" if any(sure) else "zero"


_SAYS_NO_NUMBER = (Kind.GREETING, Kind.THANKS, Kind.UNCLEAR)
"""What a message is not that was asked for a number and gives one: "hi, 7 pages", "7, thanks"."""
_SAYS_NOTHING = (Kind.UNWILLING,)
"""What it is not either where that is no zero: "you dont want to know... 7"."""
_BEGINS_WITH_NONE = (Kind.NOT_FOR_US, Kind.AWAY)
"""What it is not either where it begins with that number: "6 of 10, mum helped me with the order", "14 km even with the
blister"."""
COUNTING: Sequence[Kind] = (Kind.ANSWER, Kind.PROGRESS)
"""Kinds of messages that say how it stands."""
BESIDE: Sequence[Kind] = (Kind.CHANGE, Kind.FOR_TEACHER, Kind.STOP)
"""Kinds of messages that may say so before they ask for something else."""


# What a question to Accord is about.


OTHER = "other"
_PHRASE_MOST = 5
"""Words of the longest phrase in the data."""


def topic_of(words: MessageWords) -> str:
    """The topic of which the most words stand in the question; OTHER where none does."""
    row, topics = words.plain, _topics(words.lang)
    held = dict.fromkeys(topics, 0)
    for start in range(len(row)):
        for end in range(start + 1, min(start + _PHRASE_MOST, len(row)) + 1):
            for topic, phrases in topics.items():
                held[topic] += (end - start) ** 2 if row[start:end] in phrases else 0
    best = max(held, key=held.__getitem__)
    return best if held[best] else OTHER


@cache
def _topics(lang: str) -> Mapping[str, frozenset[tuple[str, ...]]]:
    table = load_words(__package__, lang, "topics")["topics"]
    return {topic: frozenset(words_of(phrase, lang).plain for phrase in phrases) for topic, phrases in table.items()}


# Which of some other languages a message is written in. In doubt it is English: a name or a loan word says nothing.


TONGUES = ("es", "fr", "de", "nl", "pt", "pl", "tr", "uk", "ar")
"""The languages in which Accord can say that it reads English so far."""

_MOST = 600
"""Characters that are looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NOT_WORDS = re.compile(r"https?://\S{1,300}|<[^>]{1,200}>|[@#]\S{1,80}|:[a-z0-9_+-]{2,40}:")
_FEWEST = 2
"""Different words of the language that a message holds at least."""
_SHARE = 0.34
"""Of its words, so many are of the language at least."""


def tongue_of(text: str) -> str | None:
    """One of TONGUES; None for English, for any other language, and where that is not sure."""
    words = [word.replace("'", "") for word in _WORD.findall(fold(_NOT_WORDS.sub(" ", text[:_MOST])))]
    if len(words) < _FEWEST:
        return None
    english = _held(words, "en")
    found = sorted(((_held(words, lang) - english, lang) for lang in TONGUES), key=lambda pair: len(pair[0]))
    (second, _), (best, lang) = found[-2:]
    enough = len(best) >= _FEWEST and sum(word in best for word in words) >= _SHARE * len(words)
    return lang if enough and len(best) > len(second) and len(best) > len(english) else None


def _held(words: Sequence[str], lang: str) -> frozenset[str]:
    return _common(lang).intersection(words)


@cache
def _common(lang: str) -> frozenset[str]:
    return frozenset(load_words(__package__, lang, "tongue")["words"])
