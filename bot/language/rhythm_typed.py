"""How often somebody wants to be asked, as they type it: "every other Monday", "cada quince días", "Tuesdays"."""

import re
from functools import cache
from typing import Any, NamedTuple

from bot.domain.actor import Refusal
from bot.language import typed
from bot.language.reading.text import alternatives, fold, load_words


class Typed(NamedTuple):
    """`days` are the weekdays that were named; () where none was, and those that stand are meant."""

    days: tuple[str, ...]
    every_second_week: bool = False


def rhythm(text: str, lang: str = "en") -> Typed:
    """Raises Refusal: no-days where it names neither days nor weeks, and those of `typed.words`."""
    plain = " ".join(re.findall(r"\w+", fold(typed.words(text))))
    every_second_week = _second_week(lang).search(plain) is not None
    try:
        return Typed(typed.weekdays(text, lang), every_second_week)
    except Refusal:
        if not every_second_week and not _weekly(lang).search(plain):
            raise
        return Typed((), every_second_week)


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
