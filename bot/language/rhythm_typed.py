"""How often somebody wants to be asked, as they type it: "every other Monday", "cada quince días", "each test"."""

import re
from functools import cache
from typing import Any, NamedTuple

from bot.domain.actor import Refusal
from bot.language import typed
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets.kinds import period_in


class RhythmTyped(NamedTuple):
    """`days` are the weekdays that were named; () where none was, and those that stand are meant."""

    days: tuple[str, ...]
    every_second_week: bool = False


def rhythm(text: str, lang: str = "en") -> RhythmTyped:
    """Raises Refusal: no-days where it names neither days nor weeks, and those of `typed.words`."""
    plain = " ".join(re.findall(r"\w+", fold(typed.words(text))))
    every_second_week = _second_week(lang).search(plain) is not None
    try:
        return RhythmTyped(typed.weekdays(text, lang), every_second_week)
    except Refusal:
        if not every_second_week and not _weekly(lang).search(plain):
            raise
        return RhythmTyped((), every_second_week)


WISH_MOST = 12
"""Words of a message that asks for another rhythm, and for nothing else."""


def wishes_for_one(text: str, lang: str = "en") -> bool:
    """Whether a message asks to be asked in every second week: "quiero un lunes sí y otro no". What somebody does so
    often, or wants to do, is no such wish."""
    plain = " ".join(re.findall(r"[\w']+", fold(text)))
    if len(plain.split()) > WISH_MOST or re.search(r"\d", plain):
        return False
    found = _second_week(lang).search(plain)
    return found is not None and _wish(lang).search(plain[: found.start()]) is not None


@cache
def _wish(lang: str) -> re.Pattern[str]:
    """With no verb of its own between that and the days."""
    wishes, between = (alternatives(_table(lang)[key]) for key in ("wishes", "wishes_between"))
    return re.compile(rf"(?:^|\b{wishes} )(?:{between} ){{0,3}}$")


@cache
def _second_week(lang: str) -> re.Pattern[str]:
    table = _table(lang)
    names = load_words("bot.language.reading", lang, "dates")["weekdays"]
    days = rf"{alternatives(re.sub(r's$', '', name) for name in names)}s?"
    every, second, weeks = (alternatives(table[key]) for key in ("every", "second", "weeks"))
    said = [rf"{every} {second} (?:{weeks}|{days})", alternatives(table["alone"])]
    said += [rf"{alternatives(table['before_day'])} {days}"] if table["before_day"] else []
    said += [rf"{days} {alternatives(table['after_day'])}"]
    return re.compile(rf"\b(?:{'|'.join(said)})\b")


@cache
def _weekly(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(_table(lang)['weekly'])}\b")


def _table(lang: str) -> dict[str, Any]:
    return load_words("bot.language", lang, "rhythm")


# After what somebody wants to be asked, each time that they had one.


WORD_MOST = 3


def after_each(text: str, lang: str = "en") -> str:
    """The "essay" of "after every essay", "after all my essays" or "each time I hand in an essay"; "" where it names no
    such thing, or weekdays."""
    plain = " ".join(re.findall(r"\w+", fold(text)))
    one, several = _after_each(lang)
    found = several.search(plain) or one.search(plain)
    if found is None or _names_weekdays(text, lang):
        return ""
    word = found["word"]
    if found.re is several:
        word = (" " not in word and period_in(word, lang)) or _singular(word, lang)
    return word if is_something(word, lang) else ""


def is_something(word: str, lang: str = "en") -> bool:
    """Whether it happens, and is no piece of the calendar: a lesson, no week."""
    calendar = {*_table(lang)["after_each"]["calendar"], *_weekday_names(lang)}
    return bool(word) and not calendar & set(word.split()) and not word.replace(" ", "").isdecimal()


def _names_weekdays(text: str, lang: str) -> bool:
    try:
        return bool(typed.weekdays(text, lang))
    except Refusal:
        return False


@cache
def _weekday_names(lang: str) -> frozenset[str]:
    return frozenset(load_words("bot.language.reading", lang, "dates")["weekdays"])


@cache
def _after_each(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Those that name one of them, and those that name all."""
    table = _table(lang)["after_each"]
    lead, several, each_time, article, has, bare, ends = (
        alternatives(table[key]) for key in ("one", "several", "each_time", "article", "has", "bare", "ends")
    )
    word = rf"(?P<word>\w+(?: (?!{ends}\b)\w+){{0,{WORD_MOST - 1}}})"
    one = "|".join([lead, rf"{each_time} (?:\w+ ){{1,4}}?{article}", rf"{each_time} {has}", rf"^{bare}"])
    return re.compile(rf"\b(?:{one}) {word}"), re.compile(rf"\b{several} {word}")


def _singular(word: str, lang: str) -> str:
    """Of the noun in it, by the endings of the language."""
    words, table = word.split(), _table(lang)["after_each"]
    noun = 0 if table["noun_first"] else -1
    endings = ((ending, instead) for ending, instead in table["plurals"].items() if re.search(ending, words[noun]))
    ending, instead = next(endings, ("$", ""))
    words[noun] = re.sub(ending, instead, words[noun])
    return " ".join(words)
