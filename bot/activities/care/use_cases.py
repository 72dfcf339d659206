"""Somebody is not well: everything else stops, they are answered, and told truly who hears of it.

Whoever hears what people write brings it here before anything else is made of it: `hear` is `look`, where that finds
something `stop`, and else `hear_on`: what is written after that, until the student goes on, is an answer to nothing.
Nothing of the words is kept. They are in hand while it is chosen who may be told, and stay in Slack.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.care import setting as care_setting
from bot.activities.care.messages import CareAlerted, CareAnswer, CareForLead, CareStill, CareUpdate, CareWords
from bot.activities.checking_in import planning
from bot.activities.privacy import disclosing
from bot.domain import care
from bot.domain.actor import Actor, Side
from bot.domain.care import CareAlert, CareTold, Told, Way, WordsShared
from bot.domain.check_ins import ASKED
from bot.domain.classroom import Person
from bot.domain.interview import About
from bot.domain.outbox import WORDS_GONE, Delivery
from bot.domain.utterance import Place
from bot.language.hearing import distress
from bot.language.hearing.distress import Distress
from bot.language.naming.parts import names_one
from bot.messages.tell import render_again, tell_urgently
from bot.messages.tell import tell as say_to
from storage.unit_of_work import UnitOfWork

# Tells those who are to be told, one after the other; and what became of it, as Slack says.


def told_of(uow: UnitOfWork, alert: CareAlert) -> list[CareTold]:
    """All who may be told, in their order."""
    return sorted(uow.care_told.of(alert.id), key=lambda t: t.place)


def tell_next(uow: UnitOfWork, alert: CareAlert) -> bool:
    """Tell the first who was not told; False where nobody is left."""
    for told in told_of(uow, alert):
        if told.state is Told.PLANNED and care_setting.is_fit(uow, told.user):
            tell(uow, alert, told)
            return True
    return False


def tell(uow: UnitOfWork, alert: CareAlert, told: CareTold) -> None:
    """Tell this one: it leaves before all that waits. Whether it arrived, delivery says."""
    uow.care_told.save(replace(told, state=Told.TELLING))
    tell_urgently(uow, told.user, CareAlerted(alert.id), once=f"care:{alert.id}:{told.user}")


def next_wake(uow: UnitOfWork, alert: CareAlert) -> datetime | None:
    """When the next one is to be told, where they are told at once and somebody is left."""
    left = any(t.state is Told.PLANNED for t in told_of(uow, alert))
    if alert.way is not Way.AT_ONCE or not left or is_taken(uow, alert):
        return None
    return uow.now + timedelta(minutes=care_setting.setting_of(uow).wait_minutes)


def go_on_telling(uow: UnitOfWork, actor: Actor, alert: int) -> None:
    """Nobody took it in time: the next one is told."""
    access.accord_itself(actor)
    found = uow.care_alerts.get(alert)
    if found is None or found.wake_at is None or found.wake_at > uow.now:
        return
    if is_taken(uow, found):
        uow.care_alerts.save(replace(found, wake_at=None))
        return
    tell_next(uow, found)
    uow.care_alerts.save(replace(found, wake_at=next_wake(uow, found)))
    show_how_it_stands(uow, found)


def is_taken(uow: UnitOfWork, alert: CareAlert) -> bool:
    """Whether one of those who are told pressed that they have it."""
    return any(t.is_told and t.taken_at is not None for t in told_of(uow, alert))


def show_how_it_stands(uow: UnitOfWork, alert: CareAlert) -> None:
    """Render the answer to the student, and what those who were told were sent, again."""
    for card in uow.outbox.cards(f"care:{alert.id}"):
        if card.notice in (CareAnswer.kind, CareStill.kind, CareAlerted.kind):
            render_again(uow, card)


# --- what delivery says ---

AWAITED = frozenset({CareAlerted.kind, CareWords.kind})
"""Of these it is to be known that Slack took them."""

OURS = AWAITED | {CareAnswer.kind, CareStill.kind, CareUpdate.kind}
"""What becomes of these is nobody else's business."""


def arrived(uow: UnitOfWork, delivery: Delivery) -> None:
    """Slack took one of AWAITED."""
    found = _told(uow, delivery)
    if found is None:
        return
    alert, told = found
    if delivery.notice == CareWords.kind:
        uow.care_told.save(replace(told, words=WordsShared.PASSED, words_at=uow.now))
    elif told.state is Told.TELLING:
        uow.care_told.save(replace(told, state=Told.TOLD, told_at=uow.now))
    show_how_it_stands(uow, alert)


def not_arrived(uow: UnitOfWork, delivery: Delivery, error: str) -> None:
    """Slack will not take one of OURS: the next one is told, where they are told at once."""
    found = _told(uow, delivery) if delivery.notice in AWAITED else None
    if found is None:
        return
    alert, told = found
    if delivery.notice == CareWords.kind:
        failed = WordsShared.GONE if error == WORDS_GONE else WordsShared.FAILED
        uow.care_told.save(replace(told, words=failed, words_at=uow.now))
    elif told.state is Told.TELLING:
        uow.care_told.save(replace(told, state=Told.UNREACHED))
        if alert.way is Way.AT_ONCE and not is_taken(uow, alert):
            tell_next(uow, alert)
    show_how_it_stands(uow, alert)


def _told(uow: UnitOfWork, delivery: Delivery) -> tuple[CareAlert, CareTold] | None:
    alert = uow.care_alerts.get(int(delivery.args["care"]))
    told = uow.care_told.to(alert.id, delivery.reader) if alert else None
    return (alert, told) if alert is not None and told is not None else None


# Who may be told, and who is shown as help: nobody who is named in what was written, or could be meant by it.
#
# The text is looked at while it is in hand, and nothing of it is kept. In doubt somebody is left out.


TEACHER = "teacher"
PARENT = "parent"
UNKNOWN_HERE = frozenset({TEACHER, PARENT, distress.TITLED})
"""Roles that say nothing of a contact's place at the school: a teacher is one by the classes, "Mr Harris" could be any
teacher, and whose parent somebody is nobody told us."""

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class ToTell:
    """`contacts` may be told, in their order; `lines` are what is shown of those who can help. `nobody_left`: there are
    contacts, and each of them could be meant. `enough`: there were enough of them to tell one at once."""

    contacts: tuple[str, ...]
    lines: tuple[str, ...]
    nobody_left: bool
    enough: bool


def whom(uow: UnitOfWork, student: str, text: str) -> ToTell:
    """Chosen before anything is said to anybody."""
    setting = care_setting.setting_of(uow)
    fit = [user for user in care_setting.contacts_of(uow) if care_setting.is_fit(uow, user)]
    people = {p.user: p for p in uow.people.among(fit)} if fit else {}
    meant = _meant(uow, student, text, people, setting.lines)
    left = tuple(user for user in fit if user not in meant)
    lines = tuple(line for line in setting.lines if not _is_hidden(line, text, [people[u] for u in meant]))
    return ToTell(
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
    if roles & {TEACHER, distress.TITLED}:
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
    return distress.roles_in(line) - {PARENT, distress.TITLED}


def _names(person: Person) -> tuple[str, ...]:
    return (*person.names, *filter(None, (person.handle,)), person.user)


def _proper_names(line: str) -> list[str]:
    """The words of a line that can hardly be anything but a name."""
    return [word for word in _WORD.findall(line) if word[0].isupper() and names_one(word)]


STILL_EVERY = 300
"""Seconds: what is written while the student has not gone on is answered at most as often."""


def hear(
    uow: UnitOfWork,
    actor: Actor,
    text: str,
    *,
    about: About | None = None,
    ref: int | None = None,
    ts: str,
    channel: str,
) -> bool:
    """A direct message, before anything else is made of it; whether nothing else is to be. Arguments as for `stop`."""
    found = look(uow, actor.user, text)
    if found is None:
        return hear_on(uow, actor)
    stop(uow, actor, text, found, about=about, ref=ref, ts=ts, channel=channel)
    return True


def look(uow: UnitOfWork, user: str, text: str) -> Distress | None:
    """What a text says of somebody who is not well. None where it says nothing of it, and for words of which this
    user said that they mean something else."""
    found = distress.look(text)
    if found is None or _is_cleared(uow, user, text):
        return None
    return found


def stop(
    uow: UnitOfWork,
    actor: Actor,
    text: str,
    found: Distress,
    *,
    about: About | None = None,
    ref: int | None = None,
    ts: str = "",
    channel: str = "",
    parts: Sequence[str] = (),
    beside: str = "",
) -> CareAlert | None:
    """Answer, and tell whom the school and the student decided. `text` is of them who act, and is not kept; `ts` and
    `channel` say where it stands in Slack ("" for a form, or a command), `parts` the ts of each message where it came
    in several; `beside` is what was written with it. `about` and `ref` say what was asked, where that is not what was
    asked last.
    None for a teacher who writes of somebody else: that is for the safeguarding lead."""
    if found.about is distress.Unwell.SOMEBODY_ELSE and teaches_only(uow, actor):
        say_to(uow, actor.user, CareForLead())
        return None
    chosen = whom(uow, actor.user, f"{text}\n{beside}")
    standing = open_alert(uow, actor.user)
    digests = tuple(_digests(uow, actor.user, text))
    alert = _first(uow, actor, found, chosen) if standing is None else _once_more(uow, standing, found, chosen)
    asked = (about, ref) if about is not None else _asked_last(uow, actor.user)
    alert = replace(
        alert,
        about=asked[0] or alert.about,
        ref=asked[1] or alert.ref,
        channel=channel or alert.channel,
        sources=care.joined(alert.sources, parts or ([ts] if ts else [])),
        digests=care.joined(alert.digests, digests),
        wake_at=alert.wake_at or next_wake(uow, alert),
    )
    aside = _set_aside(uow, actor.user)
    uow.care_alerts.save(replace(alert, set_aside=tuple(dict.fromkeys((*alert.set_aside, *aside)))))
    say_to(uow, actor.user, CareAnswer(alert.id))
    return alert


def hear_on(uow: UnitOfWork, actor: Actor, *, under: Place | None = None) -> bool:
    """Somebody who is not well writes on: nothing of it is taken, and they hear that from time to time. False where
    what they write is about something: they went on, were asked anew, or wrote `under` what they chose to answer."""
    if under is not None or uow.focus.of(actor.user) is not None:
        return False
    alert = open_alert(uow, actor.user)
    if alert is None:
        return False
    turn = int(uow.now.timestamp()) // STILL_EVERY
    say_to(uow, actor.user, CareStill(alert.id), once=f"care:{alert.id}:still:{turn}")
    return True


def teaches_only(uow: UnitOfWork, actor: Actor) -> bool:
    """Whether they teach, or may, and learn nowhere."""
    if access.places_of(uow, actor.user, Side.STUDENT):
        return False
    return bool(access.places_of(uow, actor.user, Side.TEACHER)) or access.may_teach(uow, actor)


def open_alert(uow: UnitOfWork, student: str) -> CareAlert | None:
    """The newest one that the student has not left behind."""
    newest = uow.care_alerts.newest_of(student)
    return newest if newest is not None and newest.waits(uow.now) else None


def _asked_last(uow: UnitOfWork, user: str) -> tuple[About | None, int | None]:
    focus = uow.focus.of(user)
    return (focus.about, focus.ref) if focus is not None else (None, None)


def _first(uow: UnitOfWork, actor: Actor, found: Distress, chosen: ToTell) -> CareAlert:
    learns = bool(access.places_of(uow, actor.user, Side.STUDENT))
    at_once = learns and chosen.enough and care_setting.setting_of(uow).way is Way.AT_ONCE
    alert = uow.care_alerts.add(
        CareAlert(
            uow.workspace,
            actor.user,
            uow.now,
            found.language,
            of_another=found.about is distress.Unwell.SOMEBODY_ELSE,
            way=Way.AT_ONCE if at_once else Way.STUDENT,
            helpers=chosen.lines,
            nobody_left=learns and chosen.nobody_left,
        )
    )
    for place, user in enumerate(chosen.contacts if learns else (), start=1):
        uow.care_told.add(CareTold(uow.workspace, alert.id, user, place))
    if at_once:
        tell_next(uow, alert)
    return alert


def _once_more(uow: UnitOfWork, standing: CareAlert, found: Distress, chosen: ToTell) -> CareAlert:
    """They wrote on: who could be meant by that is told nothing more, and is shown no more."""
    for told in told_of(uow, standing):
        if told.user not in chosen.contacts:
            _leave_out(uow, told)
    left = [t for t in told_of(uow, standing) if t.state is not Told.LET_BE]
    if standing.way is Way.AT_ONCE and not any(t.is_told for t in left):
        tell_next(uow, standing)
    return replace(
        standing,
        language=found.language,
        of_another=standing.of_another and found.about is distress.Unwell.SOMEBODY_ELSE,
        helpers=tuple(line for line in standing.helpers if line in chosen.lines),
        nobody_left=standing.nobody_left or (chosen.nobody_left and not left),
    )


def _leave_out(uow: UnitOfWork, told: CareTold) -> None:
    """Of whom nobody was told there is nothing left to keep."""
    if told.state is Told.PLANNED:
        uow.care_told.remove(told.id)
    else:
        uow.care_told.save(replace(told, state=Told.LET_BE))


def _set_aside(uow: UnitOfWork, user: str) -> list[int]:
    """Every check-in that waits for an answer of theirs is excused, and which those are; what they write is about
    nothing from here on."""
    contracts = [c.id for c in uow.contracts.open_for(user)]
    waiting = uow.check_ins.in_state(contracts, tuple(ASKED)) if contracts else []
    for check_in in waiting:
        planning.excuse(uow, check_in)
    focus = uow.focus.of(user)
    if focus is not None:
        uow.focus.remove(focus.id)
    return [check_in.id for check_in in waiting]


def _is_cleared(uow: UnitOfWork, user: str, text: str) -> bool:
    """Whether all of it that tells of somebody who is not well was said to mean something else."""
    wanted = set(_digests(uow, user, text))
    known = {c.digest for c in uow.care_cleared.among(user, list(wanted))}
    return wanted <= known


def _digests(uow: UnitOfWork, user: str, text: str) -> Iterable[str]:
    """Of each line that tells of it by itself; of the whole where none does: lines may be messages of their own."""
    telling = [line for line in text.splitlines() if distress.look(line) is not None] or [text]
    key = disclosing.policy_of(uow).pseudonym_key
    return (care.digest_of(key, uow.workspace, user, line) for line in telling)
