"""What the buttons of an answer do; and what is written in forms by somebody who is not well."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.activities import access
from bot.activities.care import setting, use_cases
from bot.activities.care.messages import CareBack, CareElsewhere, CareForLead, CareUpdate, CareWords
from bot.activities.checking_in import taking_back
from bot.activities.hearing import asking
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.care import CareAlert, CareCleared, Ended, Told, WordsShared
from bot.domain.interview import About
from bot.messages.tell import tell, tell_here, tell_urgently
from storage.unit_of_work import UnitOfWork

# What the buttons of an answer do, and that of those who were told.


def tell_one(uow: UnitOfWork, actor: Actor, alert: int, place: int) -> None:
    """The student decides that this one is told."""
    found = _own(uow, actor, alert)
    told = uow.care_told.at(found.id, place)
    if told is None or told.state is not Told.PLANNED or not setting.is_fit(uow, told.user):
        raise Refusal("old-button")
    use_cases.tell(uow, found, replace(told, asked_for=True))
    use_cases.show_how_it_stands(uow, found)


def share(uow: UnitOfWork, actor: Actor, alert: int) -> None:
    """The student's own messages go to those who were told: delivery reads them from Slack when it passes them on."""
    found = _own(uow, actor, alert)
    those = [t for t in use_cases.told_of(uow, found) if t.is_told and t.words is None]
    if not those or not found.sources:
        raise Refusal("old-button")
    for told in those:
        uow.care_told.save(replace(told, words=WordsShared.PASSING, words_at=uow.now))
        tell_urgently(uow, told.user, CareWords(found.id), once=f"care:{found.id}:words:{told.user}")
    use_cases.show_how_it_stands(uow, found)


def take(uow: UnitOfWork, actor: Actor, alert: int) -> None:
    """Somebody who was told says that they have it: nobody else is told after them."""
    found = uow.care_alerts.get(alert)
    told = uow.care_told.to(alert, actor.user)
    if found is None or told is None or told.state is Told.PLANNED:
        raise Refusal("old-button")
    if told.taken_at is None:
        uow.care_told.save(replace(told, taken_at=uow.now))
        if told.state is not Told.LET_BE and found.wake_at is not None:
            uow.care_alerts.save(replace(found, wake_at=None))
        use_cases.show_how_it_stands(uow, found)


def meant_else(uow: UnitOfWork, actor: Actor, alert: int) -> None:
    """The words meant something else: they do not stop this student again, and nobody is told anew who was not. The
    check-ins that they had set aside wait again."""
    found = _own(uow, actor, alert)
    for digest in found.digests:
        uow.care_cleared.put(CareCleared(uow.workspace, actor.user, digest, uow.now))
    if found.ended is None:
        taking_back.reopen_excused(uow, actor, found.set_aside)
    _leave(uow, actor, found, Ended.MEANT_ELSE)


def go_on(uow: UnitOfWork, actor: Actor, alert: int) -> None:
    """Back to what was asked."""
    _leave(uow, actor, _own(uow, actor, alert), Ended.WENT_ON)


def _own(uow: UnitOfWork, actor: Actor, alert: int) -> CareAlert:
    found = uow.care_alerts.get(alert)
    if found is None or found.student != actor.user:
        raise Refusal("old-button")
    return found


def _leave(uow: UnitOfWork, actor: Actor, alert: CareAlert, how: Ended) -> None:
    """Nothing is taken back: who was told hears this too."""
    if alert.ended is not None:
        raise Refusal("old-button")
    wake_at = None if how is Ended.MEANT_ELSE else alert.wake_at
    uow.care_alerts.save(replace(alert, ended=how, ended_at=uow.now, digests=(), wake_at=wake_at))
    for told in use_cases.told_of(uow, alert):
        if told.is_told:
            once = f"care:{alert.id}:{how.value}:{told.user}"
            tell_urgently(uow, told.user, CareUpdate(alert.id, how.value), once=once)
    use_cases.show_how_it_stands(uow, alert)
    about = About(alert.about) if alert.about else None
    if not asking.ask_again(uow, actor, about, alert.ref):
        tell(uow, actor.user, CareBack(alert.id))


# Somebody is not well, and says so in a form or behind a command: it is not taken. A teacher's is for the lead.


TEACHERS = frozenset(
    {
        *("checking_in.respond", "drafting.edit", "feedback.give", "reviewing.ask", "reviewing.explain"),
        *("reviewing.redirect", "reviewing.suggest"),
        *("paper.write", "paper.type", "paper.look_back"),
    }
)
"""Forms that only teachers fill in."""

OF_ADMINS = frozenset({"care.save", "privacy.keep", "set_up.save"})
"""Forms in which an admin or a teacher writes of the school, and nobody of themselves: helplines have names."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Why a form is not taken: the place among its texts, and the language to say it in. `for_lead`: it is a teacher's,
    and nothing was done."""

    place: int
    language: str
    for_lead: bool = False


def hear_form(uow: UnitOfWork, actor: Actor, form: str, texts: Sequence[str], key: str) -> Stopped | None:
    """What was written in the fields of a form, before anything is made of it; None where it can be taken. `key` is the
    id under which it came in: twice the same is answered once."""
    stopped = _look(uow, actor, texts, for_lead=_is_teachers(uow, actor, form))
    if stopped is None or stopped.for_lead or not uow.first_time(f"care:{key}"):
        return stopped
    found = use_cases.look(uow, actor.user, texts[stopped.place])
    assert found is not None  # noqa: S101 - for the types: _look has found something
    use_cases.stop(uow, actor, texts[stopped.place], found, beside="\n".join(texts))
    return stopped


def hear_command(uow: UnitOfWork, actor: Actor, channel: str, text: str, key: str) -> bool:
    """The words behind a command; False where they can be taken. In a channel nobody but the writer sees an answer."""
    found = use_cases.look(uow, actor.user, text)
    if found is None:
        return False
    if not uow.first_time(f"care:{key}"):
        return True
    if use_cases.teaches_only(uow, actor):
        tell_here(uow, actor.user, channel, CareForLead())
        return True
    alert = use_cases.stop(uow, actor, text, found)
    if alert is not None and not channel.startswith("D"):
        tell_here(uow, actor.user, channel, CareElsewhere(alert.id))
    return True


def _look(uow: UnitOfWork, actor: Actor, texts: Sequence[str], *, for_lead: bool) -> Stopped | None:
    for place, text in enumerate(texts):
        found = use_cases.look(uow, actor.user, text)
        if found is not None:
            return Stopped(place, found.language, for_lead)
    return None


def _is_teachers(uow: UnitOfWork, actor: Actor, form: str) -> bool:
    """Who learns in one class and teaches another one is a student, save in a teacher's form."""
    if not access.places_of(uow, actor.user, Side.STUDENT):
        return True
    return form in TEACHERS and bool(access.places_of(uow, actor.user, Side.TEACHER))
