"""A point on the way is reached: noticed once, told to the two sides, and to the class only with consent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.activities import access
from bot.activities.celebrating import messages
from bot.activities.celebrating.messages import (
    MilestoneBrief,
    MilestoneNews,
    MilestoneReached,
    NewsBrief,
    ShoutoutPosted,
    ShoutoutsWait,
)
from bot.activities.checking_in import drifting, telling
from bot.activities.checking_in.replying_sheet import sheet_of
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckInState, Consent, Milestone, Reply
from bot.domain.classroom import Classroom
from bot.domain.contract import OPEN, Contract, teacher_of
from bot.domain.easing import COUNTS_AFTER, is_easier
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.progress import OWN, SAID, Point, kept_practising, own_reached, points_reached, was_kept
from bot.domain.rounds import RoundNews, breaks_silence
from bot.domain.shoutouts import LOOKED_AT_WITHIN, comes_at, joins
from bot.domain.terms import Target
from bot.domain.utterance import TAKEN_BACK_WITHIN
from bot.domain.waiting import FEW, SINGLY_WITHIN
from bot.language.naming import Finder
from bot.language.naming.parts import written
from bot.language.shoutout import called, short, token
from bot.messages.briefs import NothingToSay, lang_of, name_of, only_their_teacher, only_to, say
from bot.messages.tell import refresh, tell, tell_class
from storage.unit_of_work import UnitOfWork

OPEN_YET = frozenset({Consent.ASKED, Consent.NOT_ASKED, Consent.WAITS})


@dataclass(frozen=True, slots=True)
class _Way:
    """One target of a contract, with what was noticed on the way to it."""

    contract: Contract
    number: int
    target: Target


def _reached_by(uow: UnitOfWork, way: _Way, reply: Reply) -> tuple[Point, ...]:
    """By the goal in force; in the week after an easier one was signed, by the one before as well."""
    reached, before = _points(uow, way, reply), _before_it_was_easier(uow, way)
    still = reached if before is None else _points(uow, replace(way, target=before), reply)
    by_numbers = tuple(point for point in reached if point in still or point in OWN)
    return (*_by_word(uow, way, reply), *by_numbers)


def _by_word(uow: UnitOfWork, way: _Way, reply: Reply) -> tuple[Point, ...]:
    """What no number says: what was noticed with this reply before, and effort, and coming back."""
    noticed = tuple(m.point for m in _noticed(uow, way) if m.reply == reply.id and m.point in _kept_by_word(way))
    if reply.is_blank:
        return ()
    found = dict.fromkeys(noticed)
    if reply.target == 0 and _is_back(uow, way, reply):
        found[Point.BACK] = None
    if reply.practised is not None and _has_practised(uow, way, reply):
        found[Point.EFFORT] = None
    return tuple(found)


def _kept_by_word(way: _Way) -> frozenset[Point]:
    """Those of the student's own that have no number."""
    return frozenset(p for p, w in zip(OWN, way.target.milestones, strict=False) if w.at is None)


def _is_back(uow: UnitOfWork, way: _Way, reply: Reply) -> bool:
    check_in = uow.check_ins.get(reply.check_in)
    return check_in is not None and breaks_silence(check_in, uow.check_ins.of_contract(way.contract.id))


def _has_practised(uow: UnitOfWork, way: _Way, reply: Reply) -> bool:
    classroom = uow.classrooms.get(way.contract.classroom)
    if classroom is None:
        return False
    return kept_practising(drifting.practised(uow, way.contract, classroom, way.number, reply))


def _before_it_was_easier(uow: UnitOfWork, way: _Way) -> Target | None:
    """The target as it was signed before, where its goal is easier now and does not count yet."""
    version = way.contract.agreed
    signed = max((s.signed_at for s in version.signatures), default=None) if version is not None else None
    if version is None or signed is None or uow.now - signed >= COUNTS_AFTER:
        return None
    earlier = (uow.contracts.version(way.contract.id, number) for number in range(version.number - 1, 0, -1))
    last = next((one for one in earlier if one is not None and one.agreed), None)
    if last is None or way.number >= len(last.terms.targets):
        return None
    before = last.terms.targets[way.number]
    return before if is_easier(way.target, before) else None


def _points(uow: UnitOfWork, way: _Way, reply: Reply) -> tuple[Point, ...]:
    if reply.value is None:
        return ()
    if way.target.measure.period:
        return (*own_reached(way.target, reply.value), *_rate_reached(uow, way, reply))
    return points_reached(way.target, reply.value)


def _rate_reached(uow: UnitOfWork, way: _Way, reply: Reply) -> tuple[Point, ...]:
    """A rate is looked at over all check-ins up to this one."""
    said = {r.check_in: r.value for r in uow.replies.on_target(way.contract.id, way.number)}
    said[reply.check_in] = reply.value
    asked = sorted(uow.check_ins.of_contract(way.contract.id), key=lambda c: c.number)
    numbers = {c.id: c.number for c in asked}
    told = [c for c in asked if c.number <= numbers[reply.check_in]]
    values = [said.get(c.id) for c in told if said.get(c.id) is not None or c.state is CheckInState.MISSED]
    classroom = uow.classrooms.get(way.contract.classroom)
    day = recurrence.local_day(reply.said_at, classroom.timezone if classroom else "UTC")
    return (Point.GOAL,) if was_kept(way.target, values, day) else ()


def notice_points(uow: UnitOfWork, contract: Contract, reply: Reply) -> None:
    """Notice what `reply`, just stored or corrected, reaches for the first time; take back what it no longer does."""
    target = _target(contract, reply.target)
    if target is None:
        return
    way = _Way(contract, reply.target, target)
    reached = _reached_by(uow, way, reply)
    _take_back(uow, way, reply, reached)
    if contract.status not in OPEN:
        return
    known = {m.point: m for m in _noticed(uow, way)}
    for point in reached:
        before = known.get(point)
        if before is None or before.consent is Consent.WITHDRAWN or _is_another(uow, way, before):
            _notice(uow, way, reply, point, before, furthest=point is reached[-1])


def say_reached(uow: UnitOfWork, actor: Actor, check_in: int, target: int, number: int) -> None:
    """Its student says that they reached a milestone of their own, of which no number does."""
    sheet = sheet_of(uow, actor, check_in)
    its, reply = _target(sheet.contract, target), sheet.replies.get(target)
    if its is None or reply is None or not 0 <= number < len(its.milestones) or its.milestones[number].at is not None:
        raise Refusal("old-button")
    way, point = _Way(sheet.contract, target, its), OWN[number]
    known = next((m for m in _noticed(uow, way) if m.point is point), None)
    if known is None or _is_another(uow, way, known) or known.consent is Consent.WITHDRAWN:
        _notice(uow, way, reply, point, known, furthest=True)
        refresh(uow, f"check-in:{check_in}")


def to_say(uow: UnitOfWork, contract: Contract) -> tuple[tuple[int, int, str], ...]:
    """The milestones that are still to be reached by their student's word: target, number, name."""
    targets = contract.agreed.terms.targets if contract.agreed else ()
    found = []
    for place, target in enumerate(targets):
        if any(waypoint.at is None for waypoint in target.milestones):
            way = _Way(contract, place, target)
            standing = (m for m in _noticed(uow, way) if m.consent is not Consent.WITHDRAWN)
            done = {m.point for m in standing if not _is_another(uow, way, m)}
            ahead = enumerate(zip(OWN, target.milestones, strict=False))
            found += [(place, i, w.name) for i, (point, w) in ahead if w.at is None and point not in done]
    return tuple(found)


def decide(uow: UnitOfWork, actor: Actor, milestone: int, shown: str, share: bool) -> None:
    """The student's answer. A yes holds for the text that the token `shown` names, and for no other."""
    found = uow.milestones.get(milestone)
    if found is None:
        raise Refusal("no-such-contract")
    contract, classroom = access.contract_as_student(uow, actor, found.contract)
    if found.consent in ((Consent.GIVEN, Consent.WAITS) if share else (Consent.REFUSED, Consent.HELD)):
        return  # pressed twice, or a teacher has kept it meanwhile
    if found.consent is Consent.HELD:
        raise Refusal("shoutout-held")
    if found.consent not in (Consent.ASKED, Consent.WAITS):
        raise Refusal("shoutout-decided")
    if not share:
        settle(uow, found, Consent.REFUSED)
    else:
        go_public(uow, contract, classroom, found, shown)


def go_public(uow: UnitOfWork, contract: Contract, classroom: Classroom, milestone: Milestone, shown: str) -> None:
    """One step on the way to the class, where the yes to `shown` holds: to a teacher who looks first, or out."""
    if not has_shoutouts(classroom):
        settle(uow, milestone, Consent.NOT_ASKED)
        return
    target = _target(contract, milestone.target)
    if target is None or not _still_holds(uow, contract, target, milestone):
        settle(uow, milestone, Consent.WITHDRAWN)
        return
    fresh = replace(
        milestone,
        name=called(name_of(uow, contract.student), milestone.named),
        own_words="" if _names_others(uow, contract, milestone.own_words) else milestone.own_words,
        statement=_shown_of(uow, contract, target, milestone.point),
    )
    if token(fresh) != shown:
        ask_anew(uow, contract, fresh)
        return
    if classroom.looks_first and milestone.consent is Consent.ASKED:
        _wait(uow, contract, classroom, fresh)
        return
    settle(uow, fresh, Consent.GIVEN)
    once, leaves = _once(fresh), _leaves_at(uow, fresh)
    tell_class(uow, classroom, ShoutoutPosted(fresh.id), once=once, not_before=leaves)


def _wait(uow: UnitOfWork, contract: Contract, classroom: Classroom, milestone: Milestone) -> None:
    """For a teacher, in a message of its own; in a large class with others."""
    joined = ""
    if len(uow.memberships.on_side(classroom.id, Side.STUDENT)) > FEW:
        joined = joins([m for m in uow.milestones.waiting() if _is_of(uow, m, classroom)], uow.now)
    waits = replace(milestone, shared_at=uow.now, gathered=joined or f"{uow.now:%Y%m%dT%H%M%S}:{milestone.id}")
    settle(uow, waits, Consent.WAITS)
    ask_teachers(uow, contract, classroom, waits)
    args = {"milestone": milestone.id}
    uow.errands.add(Errand(uow.workspace, ErrandKind.END_WAIT, args, uow.now + LOOKED_AT_WITHIN))


def _is_of(uow: UnitOfWork, milestone: Milestone, classroom: Classroom) -> bool:
    contract = uow.contracts.get(milestone.contract)
    return contract is not None and contract.classroom == classroom.id


def ask_teachers(uow: UnitOfWork, contract: Contract, classroom: Classroom, milestone: Milestone) -> None:
    """Those who have the message in which it waits already see one more there."""
    notice = ShoutoutsWait(classroom.id, milestone.gathered)
    standing = {card.reader for card in uow.outbox.ever_about(notice.subject) if card.is_live}
    large = len(uow.memberships.on_side(classroom.id, Side.STUDENT)) > FEW
    for teacher in who_looks(uow, contract):
        if teacher not in standing:
            told = uow.outbox.told_since(teacher, frozenset({notice.kind}), uow.now - SINGLY_WITHIN) if large else 0
            tell(uow, teacher, notice, once=f"{notice.subject}:{teacher}", not_before=comes_at(uow.now, told))


def who_looks(uow: UnitOfWork, contract: Contract) -> Sequence[str]:
    """The teacher who decides on the contract; all who teach its student where that one does not."""
    teachers, mine = access.teachers_for(uow, contract.student, contract.classroom), teacher_of(contract)
    return [mine] if mine in teachers and mine is not None else teachers


def _still_holds(uow: UnitOfWork, contract: Contract, target: Target, milestone: Milestone) -> bool:
    if not target.measure.period and milestone.point not in SAID:
        return milestone.point in points_reached(target, milestone.at_value)
    reply = uow.replies.get(milestone.reply)
    return reply is not None and milestone.point in _reached_by(uow, _Way(contract, milestone.target, target), reply)


def _once(milestone: Milestone) -> str:
    """Once for each time that it was reached: what was taken back before the class heard of it can be reached again."""
    return f"shoutout:{milestone.id}:{milestone.reached_at:%Y%m%d%H%M%S}"


def _leaves_at(uow: UnitOfWork, milestone: Milestone) -> datetime:
    """The class hears of nothing that its student may still take back."""
    reply = uow.replies.get(milestone.reply)
    return max(uow.now, (reply.edited_at or reply.said_at) + TAKEN_BACK_WITHIN) if reply is not None else uow.now


def ask_anew(uow: UnitOfWork, contract: Contract, milestone: Milestone) -> None:
    """Ask anew, with the text as it would be now; the old question loses its buttons."""
    settle(uow, milestone, Consent.ASKED)
    tell(uow, contract.student, MilestoneReached(milestone.id, token(milestone)))


def settle(uow: UnitOfWork, milestone: Milestone, consent: Consent) -> None:
    uow.milestones.save(replace(milestone, consent=consent))
    refresh(uow, f"milestone:{milestone.id}")
    if milestone.gathered:
        _, _, classroom = whole(uow, milestone.id)
        refresh(uow, ShoutoutsWait(classroom.id, milestone.gathered).subject)


def _take_back(uow: UnitOfWork, way: _Way, reply: Reply, reached: tuple[Point, ...]) -> None:
    """A corrected reply no longer reaches what was noticed by it, or reaches more: its open question is gone."""
    mine = [m for m in _noticed(uow, way) if m.reply == reply.id and _can_fall(uow, m)]
    fallen = [m for m in mine if m.point not in reached]
    for milestone in fallen:
        other = _other_reply(uow, way, milestone)
        if other is not None and other.value is not None:
            uow.milestones.save(replace(milestone, reply=other.id, at_value=other.value))
        else:
            uow.outbox.withdraw(_once(milestone))
            settle(uow, milestone, Consent.WITHDRAWN)
    for milestone in mine:
        passed = milestone.consent is Consent.ASKED and milestone.point in reached[:-1]
        hidden = milestone.consent is Consent.NOT_ASKED and milestone.point in reached[-1:] and bool(fallen)
        if passed:
            settle(uow, milestone, Consent.NOT_ASKED)
        elif hidden:
            settle(uow, milestone, Consent.WITHDRAWN)


def _can_fall(uow: UnitOfWork, milestone: Milestone) -> bool:
    """Whether the class has not heard of it, and its student has not refused that it does."""
    return milestone.consent in OPEN_YET or (
        milestone.consent is Consent.GIVEN and uow.outbox.is_waiting(_once(milestone))
    )


def _other_reply(uow: UnitOfWork, way: _Way, milestone: Milestone) -> Reply | None:
    for reply in uow.replies.on_target(way.contract.id, way.number):
        if reply.id != milestone.reply and milestone.point in _reached_by(uow, way, reply):
            return reply
    return None


def _notice(
    uow: UnitOfWork,
    way: _Way,
    reply: Reply,
    point: Point,
    before: Milestone | None,
    *,
    furthest: bool,
) -> None:
    """Write the milestone; only the furthest of those reached at the same time is told and asked about."""
    contract, classroom = way.contract, uow.classrooms.get(way.contract.classroom)
    if classroom is None:
        return
    milestone = Milestone(
        workspace=uow.workspace,
        contract=contract.id,
        target=way.number,
        point=point,
        reached_at=uow.now,
        at_value=way.target.baseline if reply.value is None else reply.value,
        reply=reply.id,
        name=name_of(uow, contract.student),
        statement=_shown_of(uow, contract, way.target, point),
        consent=Consent.ASKED if furthest and has_shoutouts(classroom) else Consent.NOT_ASKED,
    )
    stored = _store(uow, milestone, before)
    if stored is None or not furthest:
        return
    tell(uow, contract.student, MilestoneReached(stored.id, token(stored)))
    for teacher in _who_hears(uow, contract, classroom, point):
        tell(uow, teacher, MilestoneNews(stored.id), once=f"milestone-news:{stored.id}:{teacher}")


def _who_hears(uow: UnitOfWork, contract: Contract, classroom: Classroom, point: Point) -> Sequence[str]:
    """To most teachers the message of the day shows what was reached. What the student has named stands in none."""
    if point in OWN:
        told = telling.told_by(uow, contract, classroom.id)
        return [teacher for teacher, how in told.items() if how is not RoundNews.NONE]
    return telling.told_of_each(uow, contract, classroom.id)


def _is_another(uow: UnitOfWork, way: _Way, milestone: Milestone) -> bool:
    """Whether a change of the contract has put another milestone of the student's own in the place of this one."""
    if milestone.point not in OWN:
        return False
    return milestone.statement != _shown_of(uow, way.contract, way.target, milestone.point)


def _said_of(target: Target, point: Point) -> str:
    """The words that say what was reached: the milestone's own, or those of the target."""
    number = OWN.index(point) if point in OWN else len(target.milestones)
    return target.milestones[number].name if number < len(target.milestones) else target.statement


def _shown_of(uow: UnitOfWork, contract: Contract, target: Target, point: Point) -> str:
    """What the class may hear of a target: nothing where it names a classmate, whose yes nobody asked for."""
    shown = short(_said_of(target, point), lang_of(uow, contract.student))
    return "" if _names_others(uow, contract, shown) else shown


def _names_others(uow: UnitOfWork, contract: Contract, text: str) -> bool:
    return bool(text) and Finder(names_of_others(uow, contract), every_part=True).finds(text)


def names_of_others(uow: UnitOfWork, contract: Contract) -> list[str]:
    """Of classmates, also of those who left."""
    here = {m.user for m in uow.memberships.ever_on_side(contract.classroom, Side.STUDENT)} - {contract.student}
    return [name for p in uow.people.among(sorted(here)) for name in written(p)] if here else []


def _store(uow: UnitOfWork, milestone: Milestone, before: Milestone | None) -> Milestone | None:
    """The stored milestone; None where somebody else noticed it at the same time."""
    if before is None:
        return uow.milestones.add_once(milestone)
    again = replace(milestone, id=before.id)
    uow.milestones.save(again)
    refresh(uow, f"milestone:{again.id}")
    return again


def _noticed(uow: UnitOfWork, way: _Way) -> list[Milestone]:
    return uow.milestones.of_target(way.contract.id, way.number)


def _target(contract: Contract, number: int) -> Target | None:
    targets = contract.agreed.terms.targets if contract.agreed else ()
    return targets[number] if 0 <= number < len(targets) else None


def has_shoutouts(classroom: Classroom) -> bool:
    return classroom.shoutouts and not classroom.archived


def _reached(uow: UnitOfWork, notice: MilestoneReached, reader: str) -> MilestoneBrief:
    milestone, contract, classroom = whole(uow, notice.milestone)
    only_to(contract.student, reader)
    return MilestoneBrief(
        milestone,
        token(milestone),
        statement=_statement(contract, milestone),
        classroom=classroom.name,
        target=_target(contract, milestone.target),
        looks_first=classroom.looks_first,
    )


def _news(uow: UnitOfWork, notice: MilestoneNews, reader: str) -> NewsBrief:
    milestone, contract, _ = whole(uow, notice.milestone)
    only_their_teacher(uow, contract.student, contract.classroom, reader)
    return NewsBrief(
        milestone,
        student=name_of(uow, contract.student),
        student_id=contract.student,
        classroom=contract.classroom,
        statement=_statement(contract, milestone),
        target=_target(contract, milestone.target),
        value=milestone.at_value,
    )


def _statement(contract: Contract, milestone: Milestone) -> str:
    target = _target(contract, milestone.target)
    return _said_of(target, milestone.point) if target else milestone.statement


def _posted(uow: UnitOfWork, notice: ShoutoutPosted, reader: str) -> Milestone:
    milestone, _, classroom = whole(uow, notice.milestone)
    if milestone.consent is not Consent.GIVEN or not has_shoutouts(classroom):
        raise NothingToSay("shoutout")
    return milestone


def whole(uow: UnitOfWork, milestone: int) -> tuple[Milestone, Contract, Classroom]:
    found = uow.milestones.get(milestone)
    contract = uow.contracts.get(found.contract) if found else None
    classroom = uow.classrooms.get(contract.classroom) if contract else None
    if found is None or contract is None or classroom is None:
        raise NothingToSay("milestone")
    return found, contract, classroom


say(MilestoneReached, shown=_reached, blocks=messages.milestone_reached)
say(MilestoneNews, shown=_news, blocks=messages.milestone_news)
say(ShoutoutPosted, shown=_posted, blocks=messages.shoutout_posted)
