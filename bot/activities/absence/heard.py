"""What somebody types who is away, or back."""

from dataclasses import replace
from datetime import date

from bot.activities import access
from bot.activities.absence import use_cases as absences
from bot.activities.absence.messages import AwayNoted
from bot.activities.hearing import asking
from bot.activities.hearing.messages import Remark
from bot.domain.absence import Absence, checked
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import RUNNING
from bot.domain.days_off import Span
from bot.domain.utterance import AskedBack, What
from bot.language.absence import Days, NoDays, is_about_themselves, only_days, read_days, says_back, this_week
from bot.messages.briefs import lang_of
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

ASKS_UNTIL_WHEN = frozenset({What.LEAVE_OUT, What.AWAY})
"""A day that is typed is an answer to these."""


def days_in(uow: UnitOfWork, actor: Actor, text: str) -> Days | NoDays:
    """The days that a message names, by its writer's today; why there are none, where it says days that can not be."""
    writer = absences.writer_of(uow, actor.user, access.learns_in(uow, actor.user))
    found = read_days(text, writer)
    if isinstance(found, Days):
        try:
            checked(found.span, writer.today)
        except Refusal:
            return NoDays.TOO_FAR
        return found if is_about_themselves(text, writer.lang) else replace(found, said=False)
    return found


def take(uow: UnitOfWork, actor: Actor, asked: AskedBack, days: Span) -> None:
    """They said until when: it is so, until they say no. `asked` is what it is about; its places say in which classes,
    all where there are none."""
    _show(uow, asked, _noted(uow, actor, asked, days))


def _noted(uow: UnitOfWork, actor: Actor, asked: AskedBack, days: Span) -> list[Absence]:
    return absences.note(uow, actor, days, sorted({place.classroom for place in asked.places}) or None)


def _show(uow: UnitOfWork, asked: AskedBack, found: list[Absence]) -> None:
    """What was noted, and whether it is right."""
    ids = ",".join(str(one.id) for one in found)
    asking.put(uow, replace(asked, what=What.AWAY, text="", number=ids, settled=None, asked_at=uow.now, id=0))
    tell(uow, asked.user, AwayNoted(found[0].id))


def answered(uow: UnitOfWork, actor: Actor, waits: AskedBack | None, text: str) -> bool:
    """Whether a message says until when, where that was asked; or that somebody who was away is back."""
    if waits is not None and waits.what in ASKS_UNTIL_WHEN:
        found = only_days(text, absences.writer_of(uow, actor.user, access.learns_in(uow, actor.user)))
        if isinstance(found, NoDays):
            raise Refusal(found.value)
        if found is not None:
            until(uow, actor, waits, found.span)
            return True
    return says_back(text, lang_of(uow, actor.user)) and absences.end_those_of(uow, actor)


def until(uow: UnitOfWork, actor: Actor, asked: AskedBack, days: Span) -> None:
    """The answer to "until when?", or another one than what was noted."""
    found = _noted(uow, actor, asked, days)
    asking.settle(uow, asked, "until")
    _show(uow, asked, found)


# The buttons of that question.


TODAY, WEEK, SUGGESTED = "today", "week", "suggested"


def choose(uow: UnitOfWork, actor: Actor, asked_back: int, chosen: str) -> None:
    asked = asking.own(uow, actor, asked_back)
    if asked.what is not What.LEAVE_OUT:
        raise Refusal("old-button")
    writer = absences.writer_of(uow, actor.user, access.learns_in(uow, actor.user))
    suggested = suggested_in(asked)
    if chosen == SUGGESTED and suggested is None:
        raise Refusal("old-button")
    spans = {TODAY: Span(writer.today, writer.today), WEEK: this_week(writer.today)}
    until(uow, actor, asked, spans.get(chosen) or suggested or spans[TODAY])


def in_form(uow: UnitOfWork, actor: Actor, asked_back: int | None, days: Span, classroom: int | None) -> None:
    """What the form says that was opened by its button, or from somewhere else."""
    absences.say_away(uow, actor, days, classroom)
    standing = asking.open_one(uow, actor.user)
    if asked_back is not None and standing is not None and standing.id == asked_back:
        asking.settle(uow, standing, "until")


def suggest(asked: AskedBack, days: Days | NoDays) -> AskedBack:
    """The question, with the days that its words may mean."""
    return replace(asked, number=f"{days.span.first}/{days.span.last}") if isinstance(days, Days) else asked


def why(days: Days | NoDays) -> str:
    """What is said first, where the days that were named can not be."""
    return days.value if isinstance(days, NoDays) and days is not NoDays.UNSAID else ""


def suggested_in(asked: AskedBack) -> Span | None:
    if asked.what is not What.LEAVE_OUT or not asked.number:
        return None
    first, _, last = asked.number.partition("/")
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@asking.answers(What.AWAY)
def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool) -> None:
    """A yes changes nothing; after a no they are not away."""
    if not yes:
        _undo(uow, asked)
    tell(uow, actor.user, Remark("away-yes" if yes else "away-no"))


@asking.undoes(What.AWAY)
def _undo(uow: UnitOfWork, asked: AskedBack) -> None:
    absences.undo(uow, [int(one) for one in (asked.number or "").split(",") if one])


def has_running(uow: UnitOfWork, user: str) -> bool:
    return any(contract.status in RUNNING for contract in access.own_contracts(uow, user))
