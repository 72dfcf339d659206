"""Tells those who are to be told, one after the other; and what became of it, as Slack says."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.care import setting
from bot.activities.care import setting as care_setting
from bot.activities.care.messages import CareAlerted, CareAnswer, CareStill, CareUpdate, CareWords
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.care import CareAlert, CareTold, Told, Way, Words
from bot.domain.classroom import Person
from bot.domain.outbox import WORDS_GONE, Delivery
from bot.language.hearing import distress, named
from bot.language.naming.written import names_one
from bot.messages.tell import render_again, tell_urgently


def told_of(uow: UnitOfWork, alert: CareAlert) -> list[CareTold]:
    """All who may be told, in their order."""
    return sorted(uow.care_told.all(alert=alert.id), key=lambda t: t.place)


def tell_next(uow: UnitOfWork, alert: CareAlert, now: datetime) -> bool:
    """Tell the first who was not told; False where nobody is left."""
    for told in told_of(uow, alert):
        if told.state is Told.PLANNED and setting.is_fit(uow, told.user):
            tell(uow, alert, told, now)
            return True
    return False


def tell(uow: UnitOfWork, alert: CareAlert, told: CareTold, now: datetime) -> None:
    """Tell this one: it leaves before all that waits. Whether it arrived, delivery says."""
    uow.care_told.save(replace(told, state=Told.TELLING))
    tell_urgently(uow, told.user, CareAlerted(alert.id), now, once=f"care:{alert.id}:{told.user}")


def next_wake(uow: UnitOfWork, alert: CareAlert, now: datetime) -> datetime | None:
    """When the next one is to be told, where they are told at once and somebody is left."""
    left = any(t.state is Told.PLANNED for t in told_of(uow, alert))
    if alert.way is not Way.AT_ONCE or not left or is_taken(uow, alert):
        return None
    return now + timedelta(minutes=setting.setting_of(uow).wait_minutes)


def go_on_telling(uow: UnitOfWork, actor: Actor, alert: int, *, now: datetime) -> None:
    """Nobody took it in time: the next one is told."""
    access.accord_itself(actor)
    found = uow.care_alerts.get(alert)
    if found is None or found.wake_at is None or found.wake_at > now:
        return
    if is_taken(uow, found):
        uow.care_alerts.save(replace(found, wake_at=None))
        return
    tell_next(uow, found, now)
    uow.care_alerts.save(replace(found, wake_at=next_wake(uow, found, now)))
    show_how_it_stands(uow, found, now)


def is_taken(uow: UnitOfWork, alert: CareAlert) -> bool:
    """Whether one of those who are told pressed that they have it."""
    return any(t.is_told and t.taken_at is not None for t in told_of(uow, alert))


def show_how_it_stands(uow: UnitOfWork, alert: CareAlert, now: datetime) -> None:
    """Render the answer to the student, and what those who were told were sent, again."""
    for card in uow.outbox.cards(f"care:{alert.id}"):
        if card.notice in (CareAnswer.kind, CareStill.kind, CareAlerted.kind):
            render_again(uow, card, now)


# --- what delivery says ---

AWAITED = frozenset({CareAlerted.kind, CareWords.kind})
"""Of these it is to be known that Slack took them."""

OURS = AWAITED | {CareAnswer.kind, CareStill.kind, CareUpdate.kind}
"""What becomes of these is nobody else's business."""


def arrived(uow: UnitOfWork, delivery: Delivery, now: datetime) -> None:
    """Slack took one of AWAITED."""
    found = _told(uow, delivery)
    if found is None:
        return
    alert, told = found
    if delivery.notice == CareWords.kind:
        uow.care_told.save(replace(told, words=Words.PASSED, words_at=now))
    elif told.state is Told.TELLING:
        uow.care_told.save(replace(told, state=Told.TOLD, told_at=now))
    show_how_it_stands(uow, alert, now)


def not_arrived(uow: UnitOfWork, delivery: Delivery, error: str, now: datetime) -> None:
    """Slack will not take one of OURS: the next one is told, where they are told at once."""
    found = _told(uow, delivery) if delivery.notice in AWAITED else None
    if found is None:
        return
    alert, told = found
    if delivery.notice == CareWords.kind:
        failed = Words.GONE if error == WORDS_GONE else Words.FAILED
        uow.care_told.save(replace(told, words=failed, words_at=now))
    elif told.state is Told.TELLING:
        uow.care_told.save(replace(told, state=Told.UNREACHED))
        if alert.way is Way.AT_ONCE and not is_taken(uow, alert):
            tell_next(uow, alert, now)
    show_how_it_stands(uow, alert, now)


def _told(uow: UnitOfWork, delivery: Delivery) -> tuple[CareAlert, CareTold] | None:
    alert = uow.care_alerts.get(int(delivery.args["care"]))
    told = uow.care_told.first(alert=alert.id, user=delivery.reader) if alert else None
    return (alert, told) if alert is not None and told is not None else None


# Who may be told, and who is shown as help: nobody who is named in what was written, or could be meant by it.
#
# The text is looked at while it is in hand, and nothing of it is kept. In doubt somebody is left out.


TEACHER = "teacher"
PARENT = "parent"
UNKNOWN_HERE = frozenset({TEACHER, PARENT, named.TITLED})
"""Roles that say nothing of a contact's place at the school: a teacher is one by the classes, "Mr Harris" could be any
teacher, and whose parent somebody is nobody told us."""

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Whom:
    """`contacts` may be told, in their order; `lines` are what is shown of those who can help. `nobody_left`: there are
    contacts, and each of them could be meant. `enough`: there were enough of them to tell one at once."""

    contacts: tuple[str, ...]
    lines: tuple[str, ...]
    nobody_left: bool
    enough: bool


def whom(uow: UnitOfWork, student: str, text: str) -> Whom:
    """Chosen before anything is said to anybody."""
    setting = care_setting.setting_of(uow)
    fit = [user for user in care_setting.contacts_of(uow) if care_setting.is_fit(uow, user)]
    people = {p.user: p for p in uow.people.all(user=fit)} if fit else {}
    meant = _meant(uow, student, text, people, setting.lines)
    left = tuple(user for user in fit if user not in meant)
    lines = tuple(line for line in setting.lines if not _is_hidden(line, text, [people[u] for u in meant]))
    return Whom(
        contacts=left,
        lines=lines or tuple(people[user].name for user in left),
        nobody_left=bool(fit) and not left,
        enough=care_setting.has_enough(uow, student, fit),
    )


def _meant(
    uow: UnitOfWork, student: str, text: str, people: Mapping[str, Person], lines: Sequence[str]
) -> Collection[str]:
    """The contacts who are named, or could be meant by what they are."""
    meant = set(distress.names_in(text, {p.user: _names(p) for p in people.values()}))
    roles = distress.roles_in(text)
    if roles & {TEACHER, named.TITLED}:
        meant |= care_setting.teachers_of_student(uow, student) & people.keys()
    others = roles - UNKNOWN_HERE
    if others:
        meant |= {user for user, person in people.items() if _could_be(person, others, lines)}
    return meant


def _could_be(person: Person, roles: Collection[str], lines: Sequence[str]) -> bool:
    """By what an admin wrote of them: of whom nothing was written, anything could be true."""
    known = {role for line in lines if distress.names_in(line, {"it": _names(person)}) for role in _roles_of(line)}
    return not known or not known.isdisjoint(roles)


def _is_hidden(line: str, text: str, meant: Sequence[Person]) -> bool:
    """Whether a line shows somebody who is meant, or names somebody whom the text names, or what they are."""
    if distress.names_in(line, {p.user: _names(p) for p in meant}):
        return True
    if distress.names_in(text, {"it": _proper_names(line)}):
        return True
    return not _roles_of(line).isdisjoint(distress.roles_in(text))


def _roles_of(line: str) -> frozenset[str]:
    return distress.roles_in(line) - {PARENT, named.TITLED}


def _names(person: Person) -> tuple[str, ...]:
    return (*person.names, *filter(None, (person.handle,)), person.user)


def _proper_names(line: str) -> list[str]:
    """The words of a line that can hardly be anything but a name."""
    return [word for word in _WORD.findall(line) if word[0].isupper() and names_one(word)]
