"""Reads what a student typed: text, dates, days. Each kind of bad input has a refusal of its own."""

import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from zoneinfo import available_timezones

from bot.domain.actor import Refusal
from bot.domain.classroom import WEEKDAYS
from bot.domain.interview import Frame
from bot.domain.seen import clean
from bot.language.reading import DateReading, FoundDate, Impossible, Unclear, read_date
from bot.language.reading.text import alternatives, fold, load_words

TEXT_MOST = 1000
"""Characters of one answer: a contract is read by a student and a teacher, on a phone too."""
SHORT_MOST = 60
NUMBER_MOST = Decimal(1_000_000_000)
_PLACES = Decimal("0.0001")
_ANY_WORD, _APOSTROPHE = re.compile(r"\w+"), "'"
_SHORTCODE = re.compile(r":[a-z0-9_+'-]+:")


class Meaning(StrEnum):
    """What a whole message means when it is no answer but a word to Accord itself."""

    GREETING = "greeting"
    BACK = "back"
    SKIP = "skip"
    HELP = "help"
    LATER = "later"
    KEEP = "keep"


@cache
def _words(lang: str) -> dict[str, dict[str, list[str]]]:
    return load_words("bot.language", lang, "replies")


def _said(text: str, group: str, lang: str) -> str | None:
    plain = re.sub(r"[^\w\s']", " ", fold(text))
    plain = " ".join(plain.split())
    return next((name for name, words in _words(lang)[group].items() if plain in words), None)


def meaning(text: str, lang: str = "en") -> Meaning | None:
    """Whether the whole message is "back", "skip", "help" or a "?", "later", "keep" or a greeting."""
    if text.strip() and not text.strip(" ?\n"):
        return Meaning.HELP
    found = _said(text, "meaning", lang)
    return Meaning(found) if found else None


def choice(text: str, group: str, lang: str = "en") -> str | None:
    """The option that a typed reply names, from a group of words in data/<lang>/replies.toml."""
    return _said(text, group, lang)


def mentioned(text: str, group: str, lang: str = "en") -> str | None:
    """The option that a typed reply mentions first, wherever in the reply that is."""
    option_of = {word: name for name, words in _words(lang)[group].items() for word in words}
    return next((option_of[w] for w in re.findall(r"\w+", fold(text)) if w in option_of), None)


_NOW_MOST = 6
"""Words of a reply that says no more than a number of now."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a reply: what ends with a sign before a gap, or with its line."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def begins_with(text: str, group: str, lang: str = "en") -> bool:
    """Whether a sentence begins as those of a group in `aside` do: "wants", "plans"."""
    plain = f"{' '.join(fold(text).split())} "
    return any(plain.startswith(f"{lead} ") for lead in _words(lang)["aside"][group])


def renews(text: str, lang: str = "en") -> bool:
    """Whether it takes back a number that was to be reached, for another one: "actually no, make it 4"."""
    return re.search(rf"\b{alternatives(_words(lang)['aside']['renews'])} (?=\S*[0-9])", fold(text)) is not None


def says_now(text: str, lang: str = "en") -> bool:
    """Whether a short reply gives a number as the one of now: "like 10 now", "its 4 atm"."""
    said = re.findall(r"[\w']+", fold(text))
    number = any(word.isdigit() for word in said)
    return number and len(said) <= _NOW_MOST and not set(said).isdisjoint(_words(lang)["aside"]["now"])


def tells_a_start(sentence: str, lang: str = "en") -> bool:
    """Whether a number in it may say how it is now: it tells no wish, and does not count what goes wrong."""
    said = set(re.findall(r"[\w']+", fold(sentence)))
    return not begins_with(sentence, "wants", lang) and said.isdisjoint(_words(lang)["aside"]["against"])


def what_goes_well(text: str, lang: str = "en") -> str:
    """The clause of an answer about what is hard that says what goes well: "but my graphs are good"; "" for none."""
    table = _words(lang)["aside"]
    turn = re.compile(rf"\b(?:{'|'.join(table['turns'])})\b", re.IGNORECASE)
    clauses = [part.strip(" ,.;!") for part in turn.split(text)[1:]]
    return next((c for c in clauses if _is_praise(fold(c), table)), "")


def _is_praise(clause: str, table: dict[str, list[str]]) -> bool:
    said = re.findall(r"[\w']+", clause)
    own = bool(said) and said[0] in table["own"]
    return own and not set(said).isdisjoint(table["praised"]) and set(said).isdisjoint(table["denied"])


def tone(text: str, lang: str = "en") -> str:
    """Whether somebody tells of an illness, a setback or progress: "ill", "setback", "progress", or ""."""
    plain = f" {' '.join(_ANY_WORD.findall(fold(text).replace(_APOSTROPHE, '')))} "
    return next((name for name, said in _words(lang)["tone"].items() if any(f" {one} " in plain for one in said)), "")


def says_more(text: str, group: str, lang: str = "en") -> bool:
    """Whether a typed reply says more than which option it means, by the words that say no more."""
    alone = {word for words in _words(lang)[f"{group}_alone"].values() for word in words}
    return any(word not in alone for word in re.findall(r"\w+", fold(text)))


def words(text: str, most: int = TEXT_MOST) -> str:
    """The text, cleaned. Raises Refusal: empty, too-long, no-words (nothing but emoji and signs)."""
    cleaned = clean(text)
    if not cleaned:
        raise Refusal("empty")
    if len(cleaned) > most:
        raise Refusal("too-long", most=most)
    if not any(c.isalnum() for c in _SHORTCODE.sub("", cleaned)):
        raise Refusal("no-words")
    return cleaned


def decimal_text(value: Decimal) -> str:
    """A decimal as it is stored: no exponent, at most four places, no zeros at the end."""
    text = format(value.quantize(_PLACES) if abs(value) <= NUMBER_MOST else value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


def day(text: str, frame: Frame) -> date:
    """The date of an answer. Raises Refusal: no-date, one-date, no-such-date, other-weekday, and those of `words`."""
    found = _date_in(words(text), frame)
    if isinstance(found, Impossible):
        raise Refusal("other-weekday" if found.weekday else "no-such-date")
    if isinstance(found, Unclear):
        raise Refusal("one-date")
    if not isinstance(found, FoundDate):
        raise Refusal("no-date")
    return found.date


def _date_in(text: str, frame: Frame) -> DateReading:
    return read_date(text, frame.today, day_first=frame.day_first, term_end=frame.term_ends_on, lang=frame.lang)


def weekdays(text: str, lang: str = "en") -> tuple[str, ...]:
    """The weekdays named in an answer, Monday first. Raises Refusal: no-days, and those of `words`."""
    names: dict[str, int] = load_words("bot.language.reading", lang, "dates")["weekdays"]
    spoken = {re.sub(r"s$", "", w) for w in re.findall(r"[^\W\d_]+", fold(words(text)))}
    wanted = {index for name, index in names.items() if re.sub(r"s$", "", name) in spoken}
    if not wanted:
        raise Refusal("no-days")
    return tuple(WEEKDAYS[i] for i in sorted(wanted))


def only_weekdays(text: str, lang: str = "en") -> bool:
    """Whether a reply names days of the week and says nothing else: "mondays is fine"."""
    names = load_words("bot.language.reading", lang, "dates")["weekdays"]
    days = {re.sub(r"s$", "", name) for name in names}
    said = re.findall(r"[^\W\d_]+", fold(text))
    beside = set(_words(lang)["only_days"]["beside"])
    named = [word for word in said if re.sub(r"s$", "", word) in days]
    return bool(named) and all(word in named or word in beside for word in said)


def names_a_day(text: str, frame: Frame) -> bool:
    """Whether there is a date in a reply, be it good or not."""
    return isinstance(_date_in(text, frame), FoundDate | Impossible | Unclear)


def only_a_day(text: str, frame: Frame) -> bool:
    """Whether a reply is a date and says nothing else: "end of feb", "by 5 March"."""
    found = _date_in(text, frame)
    if not isinstance(found, FoundDate):
        return False
    rest = re.findall(r"[^\W_]+", fold(text[: found.start] + " " + text[found.end :]))
    return set(rest) <= set(_words(frame.lang)["only_a_day"]["beside"])


def wants_to_send(text: str, lang: str = "en") -> bool:
    """Whether a whole message asks to send the proposal: "send it"."""
    return _said(text, "send", lang) is not None


_ASKS_MOST = 12
"""Words: who asks to change a part says little else."""


def wants_to_change(text: str, lang: str = "en") -> str | None:
    """The part of a proposal that a message asks to change, as the summary calls it: "numbers" for "wait i want to
    change the number to 5"; None where it asks for nothing like that."""
    table, said = _words(lang)["change"], re.findall(r"[^\W_]+", fold(text))
    if len(said) > _ASKS_MOST or not set(said) & set(table["verbs"]) or said[0] not in table["begins"]:
        return None
    return next((part for part, words in _words(lang)["change_parts"].items() if set(said) & set(words)), None)


# Time zones as people write them: "europe/london", "New York", "Vienna".


def zone_named(typed: str) -> str:
    """The IANA name that was meant, by its whole name or by its city, in any case.

    Raises Refusal under "timezone": "unknown-zone", or "unknown-zone-near" with the nearest name.
    """
    wanted = _folded(typed)
    whole, cities = _names()
    found = whole.get(wanted) or cities.get(wanted)
    if found is not None:
        return found
    near = get_close_matches(wanted.rpartition("/")[2], cities, n=1, cutoff=0.75)
    if near:
        raise Refusal("unknown-zone-near", field="timezone", zone=cities[near[0]])
    raise Refusal("unknown-zone", field="timezone")


def _folded(name: str) -> str:
    return "_".join(name.strip().casefold().split())


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """Every zone by its whole name, and by its city where no other zone has a city of that name."""
    zones = sorted(available_timezones())
    by_city: dict[str, list[str]] = {}
    for name in zones:
        region, _, city = name.rpartition("/")
        if region and region.partition("/")[0] not in ("Etc", "SystemV", "posix", "right", "US", "Brazil", "Canada"):
            by_city.setdefault(_folded(city), []).append(name)
    return {_folded(name): name for name in zones}, {c: names[0] for c, names in by_city.items() if len(names) == 1}
