"""Hears what a message is, before anything is made of it."""

from collections.abc import Sequence

from bot.language import rhythm_typed
from bot.language.hearing import kinds, opinion
from bot.language.hearing.distress import look
from bot.language.hearing.kinds import RuleInput, tongue_of, topic_of
from bot.language.hearing.model import Aim, Heard, Kind, Moment, Number
from bot.language.hearing.numbers import number_beside, number_plainly_beside, numbers_for, numbers_plainly_said
from bot.language.hearing.words import words_of
from bot.language.reading.text import ENGLISH

__all__ = ["Aim", "Heard", "Kind", "Moment", "Number", "hear", "numbers_of", "problem", "tongue_of"]


def hear(text: str, moment: Moment, aims: Sequence[Aim] = (), asked: str = "", *, lang: str = ENGLISH) -> Heard:
    """What a message is. `aims`: the targets that it may be about; `asked`: what Accord asked last, in a few words.

    Where no weights were learned of messages in a language, rules hear alone, in its words."""
    if look(text) is not None:
        return Heard(Kind.DISTRESS)
    if moment is not Moment.INTERVIEW and rhythm_typed.wishes_for_one(text, lang):
        return Heard(Kind.CHANGE)
    numbers = numbers_of(text, moment, aims, lang)
    said = RuleInput(words_of(text, lang), moment, kinds.how_read(text, numbers))
    kind, counts = kinds.opinion_of(said, asked, kinds.WEIGHTS.of(lang))
    topic = topic_of(said.words) if kind is Kind.QUESTION else ""
    noted = _noted(text, kind, numbers, aims, lang)
    taken = kind in kinds.BESIDE or (counts and kind in kinds.COUNTING)
    return Heard(kind, noted if taken else _doubted(noted), topic)


def problem() -> str:
    """Why rules have to do without some of the weights; "" where all are there."""
    return "; ".join(filter(None, (kinds.WEIGHTS.problem(), opinion.WEIGHTS.problem())))


def _noted(text: str, kind: Kind, numbers: dict[int, Number], aims: Sequence[Aim], lang: str) -> dict[int, Number]:
    """The numbers of a message that counts any; one that asks for something else gives what it says beside that."""
    if kind not in (*kinds.BESIDE, Kind.QUESTION):
        return numbers if kind in kinds.COUNTING else {}
    beside = {place: _beside(text, aims[place], lang) for place in numbers}
    return {place: number for place, number in beside.items() if number is not None}


def _beside(text: str, aim: Aim, lang: str) -> Number | None:
    return number_beside(text, aim) if lang == ENGLISH else number_plainly_beside(text, aim, lang)


def _doubted(numbers: dict[int, Number]) -> dict[int, Number]:
    return {place: Number(number.value, sure=False) for place, number in numbers.items()}


def numbers_of(text: str, moment: Moment, aims: Sequence[Aim], lang: str = ENGLISH) -> dict[int, Number]:
    """The number that a message gives for each of the aims, by its place, whatever the message is."""
    if moment is Moment.INTERVIEW:
        return {}
    if lang != ENGLISH:
        return numbers_plainly_said(text, aims, lang)
    return numbers_for(text, aims) if aims else {}
