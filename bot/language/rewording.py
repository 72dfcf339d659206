"""Puts other numbers and another day into the sentence of a target, where it is certain where they belong.

What comes out is read again: it has to say what was wanted, and everything else as before. Where no place or more than
one would do, the sentence is left to whoever wrote it.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from bot.domain.terms import number_text
from bot.language.reading import Found, read_date
from bot.language.reading.number_tokens import number_words, tokenize
from bot.language.reading.text import fold, load_words
from bot.language.sentence_says import deadline, extracted
from bot.language.targets import Extracted
from bot.language.targets.patterns import PACKAGE

_WITHIN_A_YEAR = 300
"""Days: a day that is nearer is written without its year, where the sentence had none."""


def with_number(sentence: str, field: str, old: Decimal, new: Decimal) -> str | None:
    """The sentence with `new` where it says `old`; `field` is "baseline" or "goal"."""
    said = extracted(sentence)
    wanted = (new if field == "baseline" else said.baseline, new if field == "goal" else said.goal)
    changed = [sentence[:start] + number_text(new) + sentence[end:] for start, end in _places(sentence, old)]
    fitting = [text for text in changed if _numbers(extracted(text)) == (*wanted, *_numbers(said)[2:])]
    return fitting[0] if len(fitting) == 1 else None


def with_day(sentence: str, due_on: date, today: date, *, day_first: bool, lang: str = "en") -> str | None:
    """The sentence with another day by which it is done; None where it names none, or its place is not certain."""
    found = deadline(sentence, today, day_first=day_first, lang=lang)
    lead = ""
    if found is None:
        found, lead = _within(sentence, today, lang)
    if found is None:
        return None
    words = load_words(PACKAGE, lang, "wording")
    typed = _typed(sentence[found.start : found.end], due_on, today, words["months"])
    text = sentence[: found.start] + (words["by"].format(when=typed) if lead else typed) + sentence[found.end :]
    again = deadline(text, today, day_first=day_first, lang=lang)
    same = again is not None and again.date == due_on and _numbers(extracted(text)) == _numbers(extracted(sentence))
    return text if same else None


def _places(sentence: str, value: Decimal, lang: str = "en") -> Iterator[tuple[int, int]]:
    """Where the number stands, in digits or in words."""
    words, tokens = number_words(lang), tokenize(fold(sentence))
    texts = [token.text for token in tokens]
    at = 0
    while at < len(tokens):
        spelled = words.value_of(texts[at:]) if words.is_number(texts[at]) else None
        length = spelled[1] if spelled else 1
        said = spelled[0] if spelled else tokens[at].value
        if said == value:
            yield tokens[at].start, tokens[at + length - 1].end
        at += length


def _numbers(said: Extracted) -> tuple[object, ...]:
    return said.baseline, said.goal, said.unit, said.out_of, said.task_count, said.ceiling


def _within(sentence: str, today: date, lang: str) -> tuple[Found | None, str]:
    """ "in two weeks" says by when without a "by"."""
    part = extracted(sentence).due
    found = read_date(sentence, today, lang=lang, part=part) if part else None
    whole = isinstance(found, Found) and sentence[found.start : found.end] == part
    return (found, part) if whole and isinstance(found, Found) else (None, "")


def _typed(before: str, day: date, today: date, months: list[str]) -> str:
    """The day as the one before was typed: its month first or last, with a year where that had one."""
    month_first = any(before[:3].casefold() == month[:3].casefold() for month in months)
    name = months[day.month - 1]
    text = f"{name} {day.day}" if month_first else f"{day.day} {name}"
    year = sum(c.isdigit() for c in before) >= 4 or not 0 <= (day - today).days <= _WITHIN_A_YEAR
    return f"{text}{',' if month_first else ''} {day.year}" if year else text
