"""What a message is, as far as what it may be about tells; and whether that takes it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.activities.checking_in import unasked
from bot.activities.contract.reads import aims_of
from bot.activities.hearing import kinds, placing, taking
from bot.activities.hearing.kinds import Typed
from bot.activities.hearing.placing import contract_of
from bot.activities.help import use_cases as helping
from bot.activities.ports import UnitOfWork
from bot.activities.proposing import interviewing
from bot.domain.actor import Actor
from bot.domain.interview import About
from bot.domain.utterance import Place
from bot.language.hearing import Heard, Kind, Moment, hear
from bot.language.hearing.kinds import tells_when
from bot.language.hearing.words import words_of

IN_WORDS = frozenset(
    {"hardest", "strengths", "statement", "observable", "wording", "strategies", "supports", "criterion"}
)
"""Steps of the interview that take whatever is said in words; the others know themselves what they can not read."""


def heard_as(uow: UnitOfWork, actor: Actor, said: Typed, place: Place | None, places: Sequence[Place]) -> Heard:
    about = [place] if place is not None else list(places)
    check_in = next((p for p in about if p.about is About.CHECK_IN), None)
    contract = contract_of(uow, check_in) if check_in is not None else None
    counted = [contract] if contract is not None else [] if about else unasked.running_contracts(uow, actor)
    aims = [aim for one in counted for aim in aims_of(uow, one)]
    heard = hear(said.text, _moment(about), aims)
    if heard.kind is Kind.UNCLEAR and place is not None and not placing.awaits_answer(uow, actor.user, place):
        told = hear(said.text, Moment.IDLE, aims)  # "ok" after an answer is said to what was told
        heard = told if told.kind is Kind.THANKS else heard
    if heard.kind is not Kind.DISTRESS:
        return heard
    return replace(heard, kind=Kind.ANSWER)  # they said that these words mean something else


def _moment(about: Sequence[Place]) -> Moment:
    if any(p.about is About.CHECK_IN for p in about):
        return Moment.CHECK_IN
    return Moment.INTERVIEW if about else Moment.IDLE


def is_answer(uow: UnitOfWork, actor: Actor, place: Place, said: Typed, heard: Heard) -> bool:
    """Whether what was asked takes it. An interview has an answer of its own to whatever it can not read; a teacher who
    asked reads all but what is said to a program, or asked about it."""
    kind = heard.kind
    if place.about is About.CHECK_IN:
        return kind in kinds.ANSWERS or taking.is_corrected(uow, actor, place, said.text)
    if place.about is About.INTERVIEW:
        if interviewing.names_option(uow, place.ref, said.text):
            return True
        known = heard.topic not in ("", helping.OTHER)
        in_words = interviewing.step_of(uow, place.ref) in IN_WORDS and not tells_when(words_of(said.text))
        asks = kind is not Kind.QUESTION or "?" in said.text or known or in_words
        return not (kind in kinds.NO_ANSWER and asks and any(c.isalnum() for c in said.text))
    asks_accord = kind is Kind.QUESTION and heard.topic not in helping.MAY_BE_FOR_A_TEACHER
    return kind not in kinds.TO_A_PROGRAM and not asks_accord
