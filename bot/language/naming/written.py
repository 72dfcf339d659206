"""How somebody is called in what others write, and which words can mean nobody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.domain.classroom import Person, shown_name
from bot.language.naming.letters import Token
from bot.language.reading.numbers import find_numbers
from bot.language.reading.text import load_words

NO_BREAK = "\u00a0"

FEWEST_LETTERS = 3
"""Two letters are as likely a word, a unit or an abbreviation as they are somebody's handle."""

ALONE_FROM = 5
"""Letters of a handle that stands in no other word by chance."""


def written(person: Person) -> tuple[str, ...]:
    """All that can mean nobody else in what others wrote: the names, the handle with its "@", and without it where
    it is neither short, nor a word, nor a part of a name, which may be another's too."""
    if not person.handle:
        return person.names
    parts = " ".join(person.names).casefold().split()
    alone = len(person.handle) >= ALONE_FROM and names_one(person.handle) and person.handle.casefold() not in parts
    return (*person.names, f"@{person.handle}", *([person.handle] if alone else []))


def reference(sign: str, name: str) -> str:
    """A mention ("@") or a channel ("#") as text. A name that holds a number is held together by spaces that do not
    break, so that it is one word to whoever looks for numbers."""
    shown = shown_name(name)
    return sign + (shown.replace(" ", NO_BREAK) if find_numbers(shown) else shown)


def is_common(word: str, lang: str = "en") -> bool:
    """Whether everybody writes this word, whoever may be called so."""
    return word.casefold() in _words(lang, "common")


def names_one(handle: str, lang: str = "en") -> bool:
    """Whether the handle, written without the "@", can hardly mean anything but its owner."""
    parts = [part for part in re.split(r"[\W\d_]+", handle.casefold()) if len(part) >= FEWEST_LETTERS]
    return any(part not in _words(lang, "common") and part not in _words(lang, "words") for part in parts)


@cache
def _words(lang: str, which: str) -> frozenset[str]:
    return frozenset(load_words("bot.language", lang, "words")[which])


# Names that are words too: "Will", "May", "Art", "Mark". A rule tells which of the two stands in a text.
#
# In lower case it is the word, save before "'s" and behind what only a person follows ("ask will"). With a capital it
# is the name, save where the grammar says that it is the word: a month beside a date or behind "in", an order or a
# question at the beginning of a sentence ("Will you"), a thing before its noun ("Art class"). Where what others wrote
# is to keep its sense, it is the word in "Mark the page" and "by June", too, and a line of capitals is read as in
# lower case. Behind a title, and in doubt, it is the name.


_SENTENCE_START = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”‘’()*_•–-]*$")
_LOOK_BACK = 12
_DAY_BEFORE = re.compile(r"[0-9](?:st|nd|rd|th)?\s+$")
_NUMBER_BEHIND = re.compile(r"\s+[0-9]")
NOTHING = Token(0, 0, "", ("",))
"""Before the first word of a text, and behind the last."""


@dataclass(frozen=True, slots=True)
class Lexis:
    """The words of a language that say something about whether a name stands beside them."""

    words: frozenset[str]
    common: frozenset[str]
    kept_words: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    pronouns: frozenset[str]
    modals: frozenset[str]
    askers: frozenset[str]
    month_leads: frozenset[str]
    more_month_leads: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    links: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    followers: frozenset[str]


@cache
def lexis(lang: str = "en") -> Lexis:
    ours = load_words("bot.language", lang, "words")
    table = load_words(__package__, lang, "names") | {"words": ours["words"], "common": ours["common"]}
    return Lexis(**{name: frozenset(words) for name, words in table.items()})


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a text, with the words around it."""

    text: str
    tokens: Sequence[Token]
    at: int

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def before(self) -> Token:
        return self.tokens[self.at - 1] if self.at else NOTHING

    @property
    def after(self) -> Token:
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else NOTHING

    @property
    def behind(self) -> str:
        """The text just before it."""
        return self.text[max(0, self.token.start - _LOOK_BACK) : self.token.start]

    @property
    def ahead(self) -> str:
        """The text just behind it."""
        return self.text[self.token.end : self.token.end + 4]

    @property
    def begins_a_sentence(self) -> bool:
        return _SENTENCE_START.search(self.behind) is not None


def is_word(place: Place, word: str, words: Lexis, *, keeps_sense: bool = False) -> bool:
    """Whether the word stands there that somebody's name reads like. `keeps_sense`: what is left is to be read on, so
    "by June" is the month, and a line of capitals is full of words."""
    if _has_title(place, words):
        return False
    if not place.token.is_capital or (keeps_sense and _is_shouted(place)):
        return not _is_name_in_lower_case(place, word, words)
    return _is_word_with_capital(place, word, words, keeps_sense)


def _has_title(place: Place, words: Lexis) -> bool:
    """Whether a title stands before it ("Mr Will", "Mr. *Will*"); in "what I miss, able or not" none does."""
    between = place.text[place.before.end : place.token.start]
    return place.before.forms[0] in words.titles and not any(mark in between for mark in ",;:\n")


def stands_like_a_name(place: Place, word: str, words: Lexis) -> bool:
    """Whether a word has a capital where only a name has one."""
    token = place.token
    return token.text.istitle() and not place.begins_a_sentence and not _is_word_with_capital(place, word, words, False)


def _is_shouted(place: Place) -> bool:
    """In a line of capitals no word is told by its own."""
    return (
        len(place.token.text) > 1
        and place.token.text.isupper()
        and any(len(beside.text) > 1 and beside.text.isupper() for beside in (place.before, place.after))
    )


def _is_name_in_lower_case(place: Place, word: str, words: Lexis) -> bool:
    before = place.before.forms[0]
    if place.ahead[:2] in ("'s", "’s") and before not in words.articles:
        return True
    return word in words.modals and before in words.askers


def _is_word_with_capital(place: Place, word: str, words: Lexis, keeps_sense: bool) -> bool:
    """Only where there is no doubt."""
    before, after = place.before.forms[0], place.after.forms[0]
    next_word_follows = place.ahead.startswith(" ")
    if word in words.months:
        leads = words.month_leads | words.more_month_leads if keeps_sense else words.month_leads
        dated = _DAY_BEFORE.search(place.behind) or _NUMBER_BEHIND.match(place.ahead)
        if dated or (before in leads and place.behind.endswith(" ")):
            return True
    if next_word_follows and place.begins_a_sentence:
        if word in words.modals and after in words.pronouns:
            return True
        if keeps_sense and word in words.common and after in words.determiners | words.pronouns:
            return True
    return next_word_follows and after in words.followers
