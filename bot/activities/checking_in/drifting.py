"""Drift: its student hears of it first, the teachers at the next check-in if it stays, and both when it is over.

Nothing of it is stored: it is found anew in what was said at the check-ins, and who heard of it in the outbox.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.activities import access
from bot.activities.changing.easing_messages import Offer
from bot.activities.checking_in import drift_messages, planning, telling
from bot.activities.checking_in.drift_messages import DriftBrief, DriftNoticed, DriftOver, DriftPassed, DriftSeen
from bot.activities.contract.telling import hears_singly
from bot.domain import recurrence
from bot.domain.check_ins import CheckIn, CheckInState, Reply, practice_most
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.drift import SILENT_FOR, Drift, EndedCheckIn, Line, SaidOfTarget, drift_of
from bot.domain.easing import Easing, later_day, smaller_goal
from bot.domain.look_back import newest_values
from bot.domain.outbox import Delivery, DeliveryState
from bot.domain.progress import Practised
from bot.domain.rounds import RoundNews
from bot.domain.terms import Terms
from bot.language.practice import times_a_week
from bot.messages.briefs import NothingToSay, name_of, only_their_teacher, only_to, say
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

AGAIN_AFTER = 3
"""Check-ins, while it stays."""

ENDED = (CheckInState.ANSWERED, CheckInState.MISSED, CheckInState.EXCUSED, CheckInState.DROPPED)
_LEFT_OUT = (CheckInState.EXCUSED, CheckInState.DROPPED)


@dataclass(frozen=True, slots=True)
class DriftCourse:
    """What was said on a contract since what is in force was signed."""

    lines: tuple[Line, ...]
    ended: tuple[EndedCheckIn, ...]
    numbers: Mapping[int, int]
    """Of the check-ins, by id."""
    newest: CheckIn | None
    """The newest that counts."""

    @property
    def drift(self) -> Drift | None:
        return drift_of(self.lines, self.ended)

    @property
    def drift_before(self) -> Drift | None:
        """At the check-in before the newest."""
        number = self.newest.number if self.newest else 0
        return drift_of(self.lines, [one for one in self.ended if one.number < number])

    def since(self, number: int) -> int:
        """How many that count came after the one with this number."""
        return sum(one.number > number and not one.left_out for one in self.ended)


def course_of(
    contract: Contract, check_ins: Iterable[CheckIn], replies: Iterable[Reply], timezone: str, now: datetime
) -> DriftCourse:
    version = contract.in_force
    start = max(signature.signed_at for signature in version.signatures)
    here = [c for c in check_ins if c.state in ENDED and start < c.due_at <= now]
    ended = sorted(here, key=lambda check_in: check_in.number)
    said: dict[int, list[Reply]] = defaultdict(list)
    for reply in replies:
        said[reply.check_in].append(reply)
    befores = [start, *(check_in.due_at for check_in in ended)]
    over = [_ended(c, said[c.id], version.terms, before) for c, before in zip(ended, befores, strict=False)]
    at = version.terms.check_in_time
    lines = [Line(t, start, recurrence.instant(t.due_on, at, timezone)) for t in version.terms.targets]
    counted = [check_in for check_in in ended if check_in.state not in _LEFT_OUT]
    numbers = {check_in.id: check_in.number for check_in in ended}
    return DriftCourse(tuple(lines), tuple(over), numbers, counted[-1] if counted else None)


def _ended(check_in: CheckIn, replies: Iterable[Reply], terms: Terms, before: datetime) -> EndedCheckIn:
    said = {
        reply.target: SaidOfTarget(reply.value, reply.practised, _planned(terms, reply.target, before, check_in.due_at))
        for reply in replies
        if reply.target < len(terms.targets)
    }
    sure = next((reply.how_sure for reply in replies if reply.target == 0), None)
    missed, left_out = check_in.state is CheckInState.MISSED, check_in.state in _LEFT_OUT
    return EndedCheckIn(check_in.number, check_in.due_at, said, sure, missed=missed, left_out=left_out)


def _planned(terms: Terms, target: int, before: datetime, due_at: datetime) -> int:
    """How often they meant to practise between two check-ins, as far as buttons count it."""
    a_week = times_a_week(terms.targets[target].strategies)
    days = max((due_at - before).days, 1)
    return min(max(round(a_week * days / 7), 1), practice_most(a_week))


def practised(
    uow: UnitOfWork, contract: Contract, classroom: Classroom, place: int, reply: Reply
) -> Sequence[Practised]:
    """What the check-ins up to that of the reply say of practising one target, since what is in force was signed."""
    course = _course(uow, contract, classroom)
    check_in = uow.check_ins.get(reply.check_in)
    number = check_in.number if check_in is not None else 0
    counted = [one for one in course.ended if not one.left_out and one.number <= number]
    begins = [course.lines[place].start, *(one.at for one in counted)] if place < len(course.lines) else []
    found = [(begun, one.at, one.said.get(place, SaidOfTarget())) for begun, one in zip(begins, counted, strict=False)]
    return [Practised(begun, at, said.practised, said.planned) for begun, at, said in found]


def _course(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> DriftCourse:
    check_ins = uow.check_ins.in_state(contract.id, ENDED)
    timezone = planning.zone_of(uow, contract.student, classroom)
    return course_of(contract, check_ins, uow.replies.on(contract.id), timezone, uow.now)


# Who has heard of it, and who is to hear of it now.


@dataclass(frozen=True, slots=True)
class _Heard:
    """The first post about this drift to its student, with the number of its check-in; and those to teachers since."""

    noticed: Delivery
    number: int
    told: tuple[tuple[Delivery, int], ...]


def _heard(uow: UnitOfWork, contract: Contract, drift: Drift, course: DriftCourse) -> _Heard | None:
    return _heard_by(_posts(uow, contract), contract, drift, course)


def _heard_by(found: Iterable[Delivery], contract: Contract, drift: Drift, course: DriftCourse) -> _Heard | None:
    posts = [(post, course.numbers.get(post.args.get("check_in", 0), 0)) for post in found]
    mine = [one for one in posts if _is_to_student(one[0], contract) and one[1] >= drift.since]
    if not mine:
        return None
    noticed, number = mine[0]
    told = tuple((post, at) for post, at in posts if post.notice == DriftSeen.kind and at > number)
    return _Heard(noticed, number, told)


TOLD_FIRST = DriftNoticed.kind
"""What tells its student; nobody else hears of it before."""
_KINDS = (DriftNoticed.kind, DriftSeen.kind, DriftOver.kind)


def _posts(uow: UnitOfWork, contract: Contract) -> list[Delivery]:
    found = [post for post in uow.outbox.ever_about(f"contract:{contract.id}") if post.notice in _KINDS]
    return sorted(found, key=lambda post: post.id)


def _is_to_student(post: Delivery, contract: Contract) -> bool:
    """What could not be said was not heard: it is said again."""
    return post.notice == DriftNoticed.kind and post.reader == contract.student and post.is_live


def look(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> None:
    """Tell of it whoever is to hear of it now; when all else of the transaction is said."""
    if contract.status in RUNNING:
        uow.at_last(f"drift:{contract.id}", lambda: _look(uow, contract, classroom))


def _look(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> None:
    course = _course(uow, contract, classroom)
    newest = course.newest
    if newest is None or course.since(0) < SILENT_FOR:  # nothing was ever seen by so little
        return
    drift = course.drift
    if drift is None:
        _say_that_it_is_over(uow, contract, classroom, course, newest)
        return
    heard = _heard(uow, contract, drift, course)
    if heard is None:
        once = f"contract:{contract.id}:drift-noticed:{newest.id}"
        tell(uow, contract.student, DriftNoticed(contract.id, newest.id, drift.what.value), once=once)
    elif _may_be_told(heard, newest.number):
        _tell_teachers(uow, contract, classroom, course, drift, heard)


def _may_be_told(heard: _Heard, newest: int) -> bool:
    """Its student has it in their messages since an earlier check-in."""
    return heard.noticed.state is DeliveryState.SENT and newest > heard.number


def _tell_teachers(
    uow: UnitOfWork, contract: Contract, classroom: Classroom, course: DriftCourse, drift: Drift, heard: _Heard
) -> None:
    if course.newest is None:
        return
    for teacher in _who_wants_to_hear(uow, contract, classroom):
        last = max((at for post, at in heard.told if post.reader == teacher), default=None)
        is_due = last is None or course.since(last) >= AGAIN_AFTER
        if is_due and hears_singly(uow, teacher, classroom.id, DriftSeen.kind):
            once = f"contract:{contract.id}:drift-seen:{course.newest.id}:{teacher}"
            notice = DriftSeen(contract.id, course.newest.id, drift.what.value, again=last is not None)
            tell(uow, teacher, notice, once=once)
            refresh(uow, f"contract:{contract.id}")
            show_home(uow, teacher)


def _who_wants_to_hear(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> Sequence[str]:
    told = telling.told_by(uow, contract, classroom.id)
    return [teacher for teacher, how in told.items() if how is not RoundNews.NONE]


def _say_that_it_is_over(
    uow: UnitOfWork, contract: Contract, classroom: Classroom, course: DriftCourse, newest: CheckIn
) -> None:
    """To its student, and to the teachers who have heard of it. Where the answer at which it was seen was changed, its
    message says so, and no more."""
    if _posts(uow, contract):
        refresh(uow, f"contract:{contract.id}")
    before = course.drift_before
    heard = _heard(uow, contract, before, course) if before is not None else None
    if before is None or heard is None or heard.number >= newest.number:
        return
    args, once = (contract.id, newest.id, before.what.value), f"contract:{contract.id}:drift-over:{newest.id}"
    tell(uow, contract.student, DriftOver(*args), once=f"{once}:{contract.student}")
    readers = {post.reader for post, at in heard.told if at < newest.number}
    for teacher in access.teachers_for(uow, contract.student, classroom.id):
        if teacher in readers:
            tell(uow, teacher, DriftPassed(*args), once=f"{once}:{teacher}")
            show_home(uow, teacher)


def teachers_know(uow: UnitOfWork, contract: Contract, course: DriftCourse) -> bool:
    """Whether what teachers see may show that something drifts: its student has heard of it at an earlier check-in."""
    drift, newest = course.drift, course.newest
    if drift is None or newest is None:
        return False
    heard = _heard(uow, contract, drift, course)
    return heard is not None and _may_be_told(heard, newest.number)


def shown_behind(uow: UnitOfWork, classrooms: Mapping[int, Classroom], running: Mapping[int, str]) -> set[int]:
    """The contracts of which teachers may see that the numbers fall behind, among these that run in these classes;
    `running` says whose each is. Read at once: those alone are given whose student was ever told."""
    posts: dict[int, list[Delivery]] = defaultdict(list)
    subjects = {f"contract:{contract}": contract for contract in running}
    for post in uow.outbox.ever_about_any(list(subjects), _KINDS) if subjects else []:
        posts[subjects[post.subject or ""]].append(post)
    noticed = [contract for contract, said in posts.items() if any(map(_is_noticed, said))]
    if not noticed:
        return set()
    contracts = uow.contracts.among(noticed)
    uow.people.among([contract.student for contract in contracts])
    uow.check_ins.in_state(noticed, ENDED)
    uow.replies.on(noticed)
    return {
        contract.id
        for contract in contracts
        if _is_shown_behind(uow, contract, classrooms[contract.classroom], posts[contract.id])
    }


def _is_noticed(post: Delivery) -> bool:
    return post.notice == DriftNoticed.kind and post.is_live


def _is_shown_behind(uow: UnitOfWork, contract: Contract, classroom: Classroom, posts: list[Delivery]) -> bool:
    """Whether numbers say so, and their student has heard of it before. Silence stands there as what was missed."""
    course = _course(uow, contract, classroom)
    drift, newest = course.drift, course.newest
    if drift is None or not drift.targets or newest is None:
        return False
    heard = _heard_by(sorted(posts, key=lambda post: post.id), contract, drift, course)
    return heard is not None and _may_be_told(heard, newest.number)


# What the messages show, read when they are sent.


def _for_student(uow: UnitOfWork, notice: DriftNoticed | DriftOver, reader: str) -> DriftBrief:
    brief = _brief(uow, notice.contract)
    only_to(brief.contract.student, reader)
    return brief


def _for_teacher(uow: UnitOfWork, notice: DriftSeen | DriftPassed, reader: str) -> DriftBrief:
    """What stands there of an earlier drift says nothing of one that its student has not heard of."""
    brief = _brief(uow, notice.contract)
    only_their_teacher(uow, brief.contract.student, brief.contract.classroom, reader)
    return brief if brief.teachers_know else replace(brief, goes_on=False)


def _brief(uow: UnitOfWork, contract: int) -> DriftBrief:
    found = uow.contracts.get(contract)
    classroom = uow.classrooms.get(found.classroom) if found is not None else None
    if found is None or classroom is None or found.status not in RUNNING:
        raise NothingToSay("drift")
    course = _course(uow, found, classroom)
    drift = course.drift
    values = newest_values(uow.replies.on(found.id))
    targets = found.in_force.terms.targets
    seen = drift.targets if drift is not None else ()
    return DriftBrief(
        found,
        student=name_of(uow, found.student),
        classroom=classroom.name,
        behind=tuple((targets[place], values.get(place)) for place in seen),
        missed=_missed_in_a_row(course),
        goes_on=drift is not None,
        teachers_know=teachers_know(uow, found, course),
        offer=_offer(uow, found, classroom, seen[0] if seen else 0),
    )


def _missed_in_a_row(course: DriftCourse) -> int:
    counted = [one for one in course.ended if not one.left_out]
    answered = max((one.number for one in counted if not one.missed), default=0)
    return sum(one.number > answered for one in counted)


def _offer(uow: UnitOfWork, contract: Contract, classroom: Classroom, place: int) -> Offer | None:
    """What can be suggested for one target; None where a change waits already."""
    if contract.status is not Status.ACTIVE:
        return None
    terms = contract.in_force.terms
    newest = newest_values(uow.replies.on(contract.id)).get(place)
    today = recurrence.local_day(uow.now, planning.zone_of(uow, contract.student, classroom))
    can = {
        Easing.SMALLER: smaller_goal(terms.targets[place], newest) is not None,
        Easing.PRACTICE: True,
        Easing.LATER: later_day(terms, place, classroom.term_ends_on, today) is not None,
    }
    ways = tuple(way for way, possible in can.items() if possible)
    return Offer(contract.id, contract.on_the_table.number, place, ways)


say(DriftNoticed, shown=_for_student, blocks=drift_messages.drift_noticed)
say(DriftOver, shown=_for_student, blocks=drift_messages.drift_over)
say(DriftSeen, shown=_for_teacher, blocks=drift_messages.drift_seen)
say(DriftPassed, shown=_for_teacher, blocks=drift_messages.drift_passed)
