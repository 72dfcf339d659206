"""What a question to Accord is about."""

from collections.abc import Mapping
from functools import cache

from bot.language.hearing.words import Words, words_of
from bot.language.reading.text import load_words

OTHER = "other"
_PHRASE_MOST = 5
"""Words of the longest phrase in the data."""


def topic_of(words: Words) -> str:
    """The topic of which the most words stand in the question; OTHER where none does."""
    row, topics = words.plain, _topics()
    held = dict.fromkeys(topics, 0)
    for start in range(len(row)):
        for end in range(start + 1, min(start + _PHRASE_MOST, len(row)) + 1):
            for topic, phrases in topics.items():
                held[topic] += (end - start) ** 2 if row[start:end] in phrases else 0
    best = max(held, key=held.__getitem__)
    return best if held[best] else OTHER


@cache
def _topics() -> Mapping[str, frozenset[tuple[str, ...]]]:
    table = load_words(__package__, "en", "topics")["topics"]
    return {topic: frozenset(words_of(phrase).plain for phrase in phrases) for topic, phrases in table.items()}
