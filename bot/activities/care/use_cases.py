"""Somebody is not well: everything else stops, they are answered, and told truly who hears of it.

Whoever hears what people write brings it here before anything else is made of it: `hear` is `look`, where that finds
something `stop`, and else `hear_on`: what is written after that, until the student goes on, is an answer to nothing.
Nothing of the words is kept. They are in hand while it is chosen who may be told, and stay in Slack.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.care import setting
from bot.activities.care import telling as care_telling
from bot.activities.care.messages import CareAnswer, CareForLead, CareStill
from bot.activities.care.telling import Whom, whom
from bot.activities.checking_in import planning
from bot.activities.ports import UnitOfWork
from bot.activities.privacy import disclosing
from bot.domain import care
from bot.domain.actor import Actor, Side
from bot.domain.care import CareAlert, CareTold, Told, Way
from bot.domain.check_ins import ASKED
from bot.domain.interview import About
from bot.domain.utterance import Place
from bot.language.hearing import distress
from bot.language.hearing.distress import Distress
from bot.messages.tell import tell

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
    now: datetime,
) -> bool:
    """A direct message, before anything else is made of it; whether nothing else is to be. Arguments as for `stop`."""
    found = look(uow, actor.user, text)
    if found is None:
        return hear_on(uow, actor, now=now)
    stop(uow, actor, text, found, about=about, ref=ref, ts=ts, channel=channel, now=now)
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
    now: datetime,
) -> CareAlert | None:
    """Answer, and tell whom the school and the student decided. `text` is of them who act, and is not kept; `ts` and
    `channel` say where it stands in Slack ("" for a form, or a command), `parts` the ts of each message where it came
    in several; `beside` is what was written with it. `about` and `ref` say what was asked, where that is not what was
    asked last.
    None for a teacher who writes of somebody else: that is for the safeguarding lead."""
    if found.about is distress.About.SOMEBODY_ELSE and teaches_only(uow, actor):
        tell(uow, actor.user, CareForLead(), now)
        return None
    chosen = whom(uow, actor.user, f"{text}\n{beside}")
    standing = open_alert(uow, actor.user, now)
    digests = tuple(_digests(uow, actor.user, text))
    if standing is None:
        alert = _first(uow, actor, found, chosen, now)
    else:
        alert = _once_more(uow, standing, found, chosen, now)
    asked = (about, ref) if about is not None else _asked_last(uow, actor.user)
    alert = replace(
        alert,
        about=asked[0] or alert.about,
        ref=asked[1] or alert.ref,
        channel=channel or alert.channel,
        sources=care.joined(alert.sources, parts or ([ts] if ts else [])),
        digests=care.joined(alert.digests, digests),
        wake_at=alert.wake_at or care_telling.next_wake(uow, alert, now),
    )
    aside = _set_aside(uow, actor.user, now)
    uow.care_alerts.save(replace(alert, set_aside=tuple(dict.fromkeys((*alert.set_aside, *aside)))))
    tell(uow, actor.user, CareAnswer(alert.id), now)
    return alert


def hear_on(uow: UnitOfWork, actor: Actor, *, under: Place | None = None, now: datetime) -> bool:
    """Somebody who is not well writes on: nothing of it is taken, and they hear that from time to time. False where
    what they write is about something: they went on, were asked anew, or wrote `under` what they chose to answer."""
    if under is not None:
        return False
    alert = open_alert(uow, actor.user, now)
    if alert is None or uow.focus.first(user=actor.user) is not None:
        return False
    turn = int(now.timestamp()) // STILL_EVERY
    tell(uow, actor.user, CareStill(alert.id), now, once=f"care:{alert.id}:still:{turn}")
    return True


def teaches_only(uow: UnitOfWork, actor: Actor) -> bool:
    """Whether they teach, or may, and learn nowhere."""
    if access.places_of(uow, actor.user, Side.STUDENT):
        return False
    return bool(access.places_of(uow, actor.user, Side.TEACHER)) or access.may_teach(uow, actor)


def open_alert(uow: UnitOfWork, student: str, now: datetime) -> CareAlert | None:
    """The newest one that the student has not left behind."""
    newest = uow.care_alerts.newest(student=student)
    return newest if newest is not None and newest.waits(now) else None


def _asked_last(uow: UnitOfWork, user: str) -> tuple[About | None, int | None]:
    focus = uow.focus.first(user=user)
    return (focus.about, focus.ref) if focus is not None else (None, None)


def _first(uow: UnitOfWork, actor: Actor, found: Distress, chosen: Whom, now: datetime) -> CareAlert:
    learns = bool(access.places_of(uow, actor.user, Side.STUDENT))
    at_once = learns and chosen.enough and setting.setting_of(uow).way is Way.AT_ONCE
    alert = uow.care_alerts.add(
        CareAlert(
            uow.workspace,
            actor.user,
            now,
            found.language,
            of_another=found.about is distress.About.SOMEBODY_ELSE,
            way=Way.AT_ONCE if at_once else Way.STUDENT,
            helpers=chosen.lines,
            nobody_left=learns and chosen.nobody_left,
        )
    )
    for place, user in enumerate(chosen.contacts if learns else (), start=1):
        uow.care_told.add(CareTold(uow.workspace, alert.id, user, place))
    if at_once:
        care_telling.tell_next(uow, alert, now)
    return alert


def _once_more(uow: UnitOfWork, standing: CareAlert, found: Distress, chosen: Whom, now: datetime) -> CareAlert:
    """They wrote on: who could be meant by that is told nothing more, and is shown no more."""
    for told in care_telling.told_of(uow, standing):
        if told.user not in chosen.contacts:
            _leave_out(uow, told)
    left = [t for t in care_telling.told_of(uow, standing) if t.state is not Told.LET_BE]
    if standing.way is Way.AT_ONCE and not any(t.is_told for t in left):
        care_telling.tell_next(uow, standing, now)
    return replace(
        standing,
        language=found.language,
        of_another=standing.of_another and found.about is distress.About.SOMEBODY_ELSE,
        helpers=tuple(line for line in standing.helpers if line in chosen.lines),
        nobody_left=standing.nobody_left or (chosen.nobody_left and not left),
    )


def _leave_out(uow: UnitOfWork, told: CareTold) -> None:
    """Of whom nobody was told there is nothing left to keep."""
    if told.state is Told.PLANNED:
        uow.care_told.remove(told.id)
    else:
        uow.care_told.save(replace(told, state=Told.LET_BE))


def _set_aside(uow: UnitOfWork, user: str, now: datetime) -> list[int]:
    """Every check-in that waits for an answer of theirs is excused, and which those are; what they write is about
    nothing from here on."""
    contracts = [c.id for c in uow.contracts.open_for(user)]
    waiting = uow.check_ins.all(contract=contracts, state=tuple(ASKED)) if contracts else []
    for check_in in waiting:
        planning.excuse(uow, check_in, now)
    focus = uow.focus.first(user=user)
    if focus is not None:
        uow.focus.remove(focus.id)
    return [check_in.id for check_in in waiting]


def _is_cleared(uow: UnitOfWork, user: str, text: str) -> bool:
    """Whether all of it that tells of somebody who is not well was said to mean something else."""
    wanted = set(_digests(uow, user, text))
    known = {c.digest for c in uow.care_cleared.all(user=user, digest=list(wanted))}
    return wanted <= known


def _digests(uow: UnitOfWork, user: str, text: str) -> Iterable[str]:
    """Of each line that tells of it by itself; of the whole where none does: lines may be messages of their own."""
    telling = [line for line in text.splitlines() if distress.look(line) is not None] or [text]
    key = disclosing.policy_of(uow).pseudonym_key
    return (care.digest_of(key, uow.workspace, user, line) for line in telling)
