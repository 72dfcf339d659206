"""A message as a row of plain words, and the groups of words that stand in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from bot.language.reading.text import fold, load_words

MOST = 1_500
"""Characters of a message that are read for what it is: its beginning; and of its end as many as `LAST`."""
LAST = 300

LINK, MENTION, CHANNEL, FILE, EMOJI, NUMBER = "<link>", "<mention>", "<channel>", "<file>", "<emoji>", "0"
"""Words that stand for something that was no word."""

_PHRASE_MOST = 6
"""Words of the longest phrase in the data."""

_TOKEN = re.compile(
    r"(?P<link><?(?:https?://|www\.)\S{1,400}|<?(?:mailto|tel):\S{1,200}|[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,10})"
    r"|(?P<mention><@[a-z0-9]{1,20}[^>]{0,60}>|(?<!\w)@[\w.\u00a0-]{1,60})"
    r"|(?P<channel><#[a-z0-9]{1,20}[^>]{0,60}>|(?<!\w)#[^\W\d][\w\u00a0-]{0,60})"
    r"|(?P<file>(?<![\w.])[\w-]{1,80}\.(?:pdf|docx?|odt|pptx?|xlsx?|csv|txt|jpe?g|png|gif|heic|mp[34]|mov|wav|m4a|zip)\b)"
    r"|(?P<number>\d{1,20}(?:[.,:/]\d{1,20}){0,4})"
    r"|(?P<word>[^\W\d_]{1,60}(?:'[^\W\d_]{1,20}){0,3})"
    r"|(?P<emoji>:[a-z0-9_+-]{2,40}:|[\u2600-\u27bf\U0001f000-\U0001faff])"
    r"|(?P<sign>[?!.…])"
)
_STANDS_FOR = {"link": LINK, "mention": MENTION, "channel": CHANNEL, "file": FILE, "emoji": EMOJI, "number": NUMBER}
_RUN = re.compile(r"(\w)\1{2,}")
_LAST_RUN = re.compile(r"(\w)\1$")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class Word:
    """`plain` is what is looked up; `capital` says that it was written with one, away from the beginning."""

    plain: str
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the data that stands in `words[start:end]`."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class MessageWords:
    """A message, word by word; signs are words too."""

    row: tuple[Word, ...]
    lang: str = "en"

    @cached_property
    def plain(self) -> tuple[str, ...]:
        return tuple(word.plain for word in self.row)

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Without signs and emoji."""
        return tuple(word for word in self.plain if word[0].isalnum())

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every group that stands somewhere, in the order of the words."""
        return tuple(_groups(self.plain, self.lang))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(group.name for group in self.groups)


def words_of(text: str, lang: str = "en") -> MessageWords:
    """The words of a message, of which a long one is read at its beginning and end alone."""
    shown = text if len(text) <= MOST + LAST else f"{text[:MOST]} {text[-LAST:]}"
    for entity, sign in _ENTITIES:
        shown = shown.replace(entity, sign)
    for meant, pattern in _meant(lang):
        shown = pattern.sub(meant, shown)
    return MessageWords(tuple(_row(shown, lang)), lang)


def _row(text: str, lang: str) -> Iterator[Word]:
    for at, match in enumerate(_TOKEN.finditer(fold(text))):
        kind = match.lastgroup or ""
        if kind == "word":
            capital = at > 0 and text[match.start()].isupper()
            for plain in _plain(match.group(), lang):
                yield Word(plain, capital)
        else:
            yield Word(_STANDS_FOR.get(kind, match.group()))


@cache
def _meant(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What is written as another word by those who leave out its apostrophe."""
    table = load_words(__package__, lang, "words").get("meant", {})
    return tuple((meant, re.compile(pattern, re.IGNORECASE)) for meant, pattern in table.items())


@cache
def _spelled(lang: str) -> dict[str, list[str]]:
    return {word: other.split() for word, other in load_words(__package__, lang, "words")["spelled"].items()}


def _plain(word: str, lang: str) -> Sequence[str]:
    """The word as it is looked up: "heeey" and "heyy" are "hey", "don't" is "do not"."""
    if word in _spelled(lang):
        return _spelled(lang)[word]
    bare = _RUN.sub(r"\1", word.replace("'", ""))
    if bare not in _known(lang) and (short := _LAST_RUN.sub(r"\1", bare)) in _known(lang):
        bare = short
    return _spelled(lang).get(bare, (bare,))


@cache
def _known(lang: str) -> frozenset[str]:
    """The words of the data that are looked up by themselves."""
    table = load_words(__package__, lang, "words")
    alone = (phrase for phrases in table["groups"].values() for phrase in phrases if " " not in phrase)
    return frozenset(table["spelled"]).union(alone)


@cache
def _phrases(lang: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The groups of each phrase."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, phrases in load_words(__package__, lang, "words")["groups"].items():
        for phrase in phrases:
            key = words_of(phrase, lang).plain
            if name not in found.setdefault(key, []):
                found[key].append(name)
    return {phrase: tuple(names) for phrase, names in found.items()}


def _groups(row: Sequence[str], lang: str) -> Iterator[Group]:
    phrases = _phrases(lang)
    for start in range(len(row)):
        for end in range(start + 1, min(start + _PHRASE_MOST, len(row)) + 1):
            for name in phrases.get(tuple(row[start:end]), ()):
                yield Group(name, start, end)
