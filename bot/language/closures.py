"""Whether an event of a school's calendar sounds like a day off: a guess, which a teacher corrects."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources

from bot.language.reading.text import fold


def sounds_closed(name: str) -> bool:
    """ "Pupils resume after the holiday" and "last day of term" are school days, whatever else they name."""
    plain = _plain(name)
    closed, open_ = _words()
    return closed.search(plain) is not None and open_.search(plain) is None


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    path = resources.files(__package__).joinpath("data", "closures.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return _any_of(table["closed"]), _any_of(table["open"])


def _any_of(by_language: dict[str, list[str]]) -> re.Pattern[str]:
    words = sorted({word for words in by_language.values() for word in words}, key=len, reverse=True)
    ending = r"(?:s|es|n|en|e|er|i)?(?!\w)"
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + ")" + ending)


def _plain(name: str) -> str:
    """German writes its holidays in one word, "Herbstferien": each part of such a word begins one."""
    apart = unicodedata.normalize("NFKD", fold(name).replace("ß", "ss"))
    return re.sub(r"(?=ferien|feiertag|vakantie)", " ", "".join(c for c in apart if not unicodedata.combining(c)))
