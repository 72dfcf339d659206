"""Sentences put together from phrases, for the weights to learn from: the same ones each time."""

import random
import re
import tomllib
from pathlib import Path

from bot.language.reading.text import ENGLISH

PHRASES = Path(__file__).parent
EACH = 12
"""Sentences that are made of each phrase."""
_CAPITAL, _SLIP = 0.12, 0.2

_CHOICE = re.compile(r"\[([^\]]*)\]")
_WITHIN = re.compile(r"<([a-z-]+)>")


def phrases_in(name: str, lang: str = ENGLISH) -> list[str]:
    """The sentences that are made of the phrases of a name, some of them with a slip of the finger."""
    file = PHRASES / ("phrases.toml" if lang == ENGLISH else f"phrases_{lang}.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    chance = random.Random(name)
    made = (_sentence(phrase, table, chance) for phrase in table[name] for _ in range(EACH))
    return list(dict.fromkeys(made))


def _sentence(phrase: str, table: dict[str, list[str]], chance: random.Random) -> str:
    def chosen(choice: re.Match[str]) -> str:
        one: str = chance.choice(table.get(choice[1]) or choice[1].split("|"))
        return _WITHIN.sub(lambda name: chance.choice(table[name[1]]), one)

    text = " ".join(_CHOICE.sub(chosen, phrase).split()).replace(" ,", ",")
    fate = chance.random()
    if fate < _CAPITAL:
        return f"{text[:1].upper()}{text[1:]}."
    return _slip(text, chance) if fate < _SLIP else text


def _slip(text: str, chance: random.Random) -> str:
    """Two letters exchanged."""
    at = chance.randrange(1, len(text) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
