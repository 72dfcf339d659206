"""The words of a language that tell actions from inner states, and inflection by rule."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from bot.language.reading.text import load_words
from bot.language.targets.patterns import PACKAGE, any_of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every field is a table of `data/<lang>/actions.toml`, where it is explained; phrases are compiled."""

    inner_verbs: frozenset[str]
    knowing: frozenset[str]
    aspect: frozenset[str]
    states: frozenset[str]
    fields: frozenset[str]
    scales: frozenset[str]
    no_states: frozenset[str]
    reflexives: frozenset[str]
    levels: frozenset[str]
    there: frozenset[str]
    things: frozenset[str]
    linking: frozenset[str]
    staying: frozenset[str]
    places: frozenset[str]
    transparent: frozenset[str]
    vague_unless_product: frozenset[str]
    comparatives: frozenset[str]
    products: frozenset[str]
    operators: frozenset[str]
    unsure_operators: frozenset[str]
    operator_leads: frozenset[str]
    wanting: frozenset[str]
    intentions: frozenset[str]
    skip: frozenset[str]
    fillers: frozenset[str]
    goal_nouns: frozenset[str]
    subjects: frozenset[str]
    first_persons: frozenset[str]
    outsiders: frozenset[str]
    third_parties: frozenset[str]
    subordinate: frozenset[str]
    coordinators: frozenset[str]
    conjunctions: frozenset[str]
    contrasts: frozenset[str]
    purposes: frozenset[str]
    contrast_first: frozenset[str]
    ways: frozenset[str]
    means: frozenset[str]
    towards: frozenset[str]
    clause_ends: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    degree: frozenset[str]
    past: frozenset[str]
    perfect: frozenset[str]
    were: frozenset[str]
    ends_by: frozenset[str]
    got: frozenset[str]
    habit: frozenset[str]
    verbs: frozenset[str]
    no_nouns: frozenset[str]
    to: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    have_frame: frozenset[str]
    how: frozenset[str]
    state_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    phrases: re.Pattern[str]
    seen_phrases: re.Pattern[str]
    gates: re.Pattern[str]
    tails: re.Pattern[str]
    visible: re.Pattern[str]
    background: re.Pattern[str]
    past_markers: re.Pattern[str]
    now_markers: re.Pattern[str]
    irregular: dict[str, str]
    inflected: dict[str, str]

    def lemma(self, word: str) -> str:
        """The base form of a known verb: "writes" and "writing" give "write". Another word gives itself."""
        return self.inflected.get(word, word)

    def is_verb(self, word: str) -> bool:
        """Whether the word is a known verb in any form."""
        lemma = self.lemma(word)
        return lemma in self.verbs or lemma in self.inner_verbs or lemma in self.linking

    def is_gerund(self, word: str) -> bool:
        """Whether the word is a known verb in "-ing"."""
        return word.endswith(self.gerund_endings) and self.lemma(word) != word

    def is_adverb(self, word: str) -> bool:
        """Whether the word looks like an adverb."""
        return word.endswith(self.adverb_endings) and word not in self.verbs

    def is_skipped(self, word: str) -> bool:
        """Whether the word may stand between a frame and its verb."""
        return word in self.skip or self.is_adverb(word)

    def is_product(self, word: str) -> bool:
        """Whether the word names something that others can look at or count."""
        return any(form in self.products for form in singulars(word))

    def is_state(self, word: str) -> bool:
        """Whether the word names a state of mind: the object of no action that can be seen."""
        if word in self.states or word in self.no_states:
            return word in self.states
        return len(word) > 6 and word.endswith(self.state_endings) and not self.is_product(word)

    def is_inner_noun(self, word: str) -> bool:
        """Whether the word names something inside a person, or a field of learning as a whole."""
        return word in self.fields or self.is_state(word)

    def is_noun_like(self, word: str) -> bool:
        """Whether the word may be a noun: any word that is not known to be another sort."""
        if not word[:1].isalpha() or word in self.prepositions or word in self.subjects or word in self.no_nouns:
            return False
        return not (word in self.operators or word in self.linking or word in self.degree or self.is_adverb(word))


def _inflected(bases: Iterable[str], endings: Sequence[str]) -> dict[str, str]:
    """The forms of verbs by rule, with their base: "writing", "tries", "stopped"."""
    forms: dict[str, str] = {}
    for base in bases:
        stems = [base, base + base[-1:], base.removesuffix("e"), base.removesuffix("y") + "i"]
        for stem in stems if base.endswith("y") else stems[:3]:
            forms.update({stem + ending: base for ending in endings if stem + ending not in forms})
    return forms


def singulars(word: str) -> tuple[str, ...]:
    """The word and what it may be the plural of."""
    if word.endswith("ies"):
        return (word, word[:-3] + "y")
    if word.endswith("es"):
        return (word, word[:-1], word[:-2])
    return (word, word[:-1]) if word.endswith("s") else (word,)


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language. Raises FileNotFoundError for an unknown one."""
    table = load_words(PACKAGE, lang, "actions")
    sets = dict(table["sets"])
    sets["verbs"] = [*sets["verbs"], *sets["transparent"]]
    kinds: dict[Any, Any] = {frozenset[str]: frozenset, tuple[str, ...]: tuple, re.Pattern[str]: _at_word}
    values = {field.name: kinds[field.type](sets[field.name]) for field in fields(Lexicon) if field.type in kinds}
    bases = values["verbs"] | values["inner_verbs"]
    inflected = _inflected(sorted(bases), values["verb_endings"]) | {base: base for base in bases} | table["irregular"]
    return Lexicon(**values, irregular=table["irregular"], inflected=inflected)


def _at_word(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<= ){any_of(phrases)}(?= )")
