"""Home: opening it, and what it shows to somebody who is a student, a teacher, an admin, or none of these."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.admitting.use_cases import learn
from bot.activities.care import setting
from bot.activities.checking_in import drifting, planning
from bot.activities.contract.reads import contract_brief
from bot.activities.help.messages import Help
from bot.activities.home import messages
from bot.activities.home.messages import AdminPart, ClassPart, Home, HomeBrief, StudentPart, StudentRow
from bot.activities.profile import use_cases as profile
from bot.activities.proposing.starting import UNDER_WAY
from bot.activities.reviewing.messages import ContractCard
from bot.activities.set_up import use_cases as set_up
from bot.activities.talking import reads as talking
from bot.activities.teaching import untaught
from bot.domain import check_ins as domain_check_ins
from bot.domain import recurrence
from bot.domain.absence import Absence
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import AWAITING, CheckIn, CheckInState, Reply
from bot.domain.classroom import FROM_SETTINGS, Classroom, Person
from bot.domain.contract import OPEN, RUNNING, Contract, Status
from bot.domain.look_back import newest_values, rates_kept
from bot.messages.briefs import names_of, say, told_apart
from bot.messages.tell import show_home, tell
from storage.unit_of_work import UnitOfWork

# One class as its teacher sees it on Home: what waits for a decision, and a row for each student.


DECISIONS_MOST = 4
"""So many are shown whole: a decision wants reading, and Home has room for 100 blocks."""
LOOK_BACKS_MOST = 10
ROWS_MOST = 60


@dataclass(frozen=True, slots=True)
class _Log:
    """What was logged on one contract."""

    check_ins: list[CheckIn]
    replies: list[Reply]


def class_part(uow: UnitOfWork, reader: str, classroom: Classroom) -> ClassPart:
    """What the reader sees of their class; of a contract of their own they see nothing as a teacher."""
    open_ones = uow.contracts.of_classroom(classroom.id, *sorted(OPEN))
    contracts = {c.student: c for c in open_ones if c.student != reader}
    people, here = _people(uow, classroom, contracts, reader)
    contracts = {user: c for user, c in contracts.items() if user in people}
    logs = _logs(uow, contracts.values())
    waiting = [c for c in contracts.values() if c.student in here and _waits_for_teachers(c)]
    absent = _absent(uow, classroom, list(people))
    rows = sorted(
        (
            replace(
                _row(uow, person, contracts.get(user), logs, classroom),
                away=user not in here,
                absent=next((one for one in absent[user] if not one.is_pause), None),
                absent_now=any(one.holds(uow.now) for one in absent[user] if not one.is_pause),
                paused=next((one for one in absent[user] if one.is_pause), None),
            )
            for user, person in people.items()
        ),
        key=lambda row: (not row.needs_a_look, row.name.casefold()),
    )
    return ClassPart(
        classroom,
        decisions=tuple(contract_brief(uow, ContractCard(c.id), reader) for c in waiting[:DECISIONS_MOST]),
        more_decisions=max(len(waiting) - DECISIONS_MOST, 0),
        look_backs=_look_backs(uow, contracts.values(), people),
        rows=tuple(rows[:ROWS_MOST]),
        more_rows=max(len(rows) - ROWS_MOST, 0),
        guests=admitting.count(uow, classroom.id),
        talks=tuple(talking.open_for(uow, reader, classroom.id)),
    )


def _people(
    uow: UnitOfWork, classroom: Classroom, contracts: Mapping[str, Contract], reader: str
) -> tuple[Mapping[str, Person], set[str]]:
    """The students who are in the class, with those who are away and have an open contract, by the names that tell
    them apart; and who is here."""
    students = set(access.students_of(uow, classroom.id)) - {reader}
    away = contracts.keys() - students - set(access.teachers_of(uow, classroom.id))
    people = uow.people.among(sorted(students | away))
    called = told_apart(uow, people)
    known = {p.user: replace(p, name=called[p.user]) for p in people}
    here = {user for user, person in known.items() if user in students and person.is_active}
    return {user: person for user, person in known.items() if user in here or user in contracts}, here


def _absent(uow: UnitOfWork, classroom: Classroom, users: list[str]) -> Mapping[str, list[Absence]]:
    """Until when each is away, or their contract pauses."""
    found: dict[str, list[Absence]] = defaultdict(list)
    for one in uow.absences.of_students(users, classroom.id) if users else []:
        if one.stands(uow.now):
            found[one.student].append(one)
    return found


def _waits_for_teachers(contract: Contract) -> bool:
    if contract.status is Status.PROPOSED:
        return True
    return contract.status is Status.RENEGOTIATING and contract.on_the_table.author is Side.STUDENT


def _look_backs(
    uow: UnitOfWork, contracts: Iterable[Contract], people: Mapping[str, Person]
) -> tuple[tuple[int, str], ...]:
    ended = [c for c in contracts if c.status is Status.REASSESSING]
    done = {a.contract for a in uow.assessments.by_side([c.id for c in ended], Side.TEACHER)}
    return tuple((c.id, people[c.student].name) for c in ended if c.id not in done)[:LOOK_BACKS_MOST]


def _logs(uow: UnitOfWork, contracts: Iterable[Contract]) -> Mapping[int, _Log]:
    """By contract; one query for each kind of row, however many students there are."""
    ids = [c.id for c in contracts if c.agreed is not None]
    logs: dict[int, _Log] = defaultdict(lambda: _Log([], []))
    for check_in in uow.check_ins.in_state(ids, tuple(set(CheckInState) - {CheckInState.PLANNED})):
        logs[check_in.contract].check_ins.append(check_in)
    for reply in uow.replies.on(ids):
        logs[reply.contract].replies.append(reply)
    return logs


def _row(
    uow: UnitOfWork, person: Person, contract: Contract | None, logs: Mapping[int, _Log], classroom: Classroom
) -> StudentRow:
    if contract is None or contract.id not in logs:
        return StudentRow(person.name, contract, {}, None, missed=0, behind=False)
    log, timezone = logs[contract.id], domain_check_ins.zone_for(person.timezone, classroom)
    running = contract.status in RUNNING
    answered = [c for c in log.check_ins if c.state is CheckInState.ANSWERED]
    last = max(answered, key=lambda c: c.number, default=None)
    return StudentRow(
        person.name,
        contract,
        newest_values(log.replies),
        recurrence.local_day(last.answered_at or last.due_at, timezone) if last else None,
        missed=_missed_in_a_row(log.check_ins) if running else 0,
        behind=running and _drifts(uow, contract, log, timezone),
        kept=rates_kept(contract.in_force.terms.targets, log.replies),
        left_out=running and planning.left_out(max(log.check_ins, key=lambda c: c.number, default=None)) is not None,
    )


def _drifts(uow: UnitOfWork, contract: Contract, log: _Log, timezone: str) -> bool:
    """Whether numbers say so, and their student has heard of it before. Silence stands there as what was missed."""
    course = drifting.course_of(contract, log.check_ins, log.replies, timezone, uow.now)
    return bool(course.drift and course.drift.targets) and drifting.teachers_know(uow, contract, course)


def _missed_in_a_row(check_ins: list[CheckIn]) -> int:
    count = 0
    told = (CheckInState.ANSWERED, CheckInState.MISSED)
    for check_in in sorted((c for c in check_ins if c.state in told), key=lambda c: -c.number):
        if check_in.state is not CheckInState.MISSED:
            break
        count += 1
    return count


def is_known(uow: UnitOfWork, actor: Actor) -> bool:
    return uow.people.of(actor.user) is not None


def open_home(uow: UnitOfWork, actor: Actor, me: Person | None) -> None:
    """Somebody opened their Home. `me` is what Slack says of them, where they were not known yet."""
    if me is not None:
        learn(uow, actor, me)
    uow.outbox.forget_home(actor.user)  # whatever became of it: who opens it is to see how things stand
    show_home(uow, actor.user)


def greet(uow: UnitOfWork, actor: Actor, me: Person | None) -> None:
    """Somebody opened the messages with Accord: say once what one can do here."""
    if me is not None:
        learn(uow, actor, me)
    tell(uow, actor.user, Help(), once=f"greeting:{actor.user}")


def open_set_up(uow: UnitOfWork, actor: Actor, classroom: int) -> set_up.SetUpForm:
    """The set-up of a class where the actor teaches; of any class for an admin."""
    found = access.may_set_up(uow, actor, classroom)
    return set_up.open_form(uow, actor, found.channel, None)


def home_brief(uow: UnitOfWork, notice: Home, reader: str) -> HomeBrief:
    places = access.places_of(uow, reader)
    classrooms = {c.id: c for c in uow.classrooms.among([p.classroom for p in places])}
    learns = [classrooms[p.classroom] for p in places if p.side is Side.STUDENT]
    teaches = [classrooms[p.classroom] for p in places if p.side is Side.TEACHER]
    as_student = tuple(part for c in learns if (part := _student_part(uow, reader, c)) is not None)
    as_teacher = tuple(class_part(uow, reader, c) for c in sorted(teaches, key=lambda c: c.archived))
    return HomeBrief(
        learns=as_student,
        teaches=as_teacher,
        admin=_admin_part(uow, reader),
        may_set_up=not (as_student or as_teacher) and access.may_teach(uow, Actor(uow.workspace, reader)),
        about_me=bool(learns) and profile.is_written(uow, reader),
    )


def _student_part(uow: UnitOfWork, reader: str, classroom: Classroom) -> StudentPart | None:
    """None for an archived class in which nothing is open."""
    contract = uow.contracts.open_of(reader, classroom.id)
    if contract is None:
        return None if classroom.archived else StudentPart(classroom)
    replies = uow.replies.on(contract.id)
    return StudentPart(
        classroom,
        standing=contract_brief(uow, ContractCard(contract.id), reader),
        values=newest_values(replies),
        kept=rates_kept(contract.in_force.terms.targets, replies) if contract.agreed else {},
        interview=_draft(uow, contract),
        check_in=_waiting_check_in(uow, contract),
        timezone=planning.zone_of(uow, reader, classroom),
        left_out=_left_out(uow, contract),
        looked_back=_has_looked_back(uow, contract),
        absent=_own_absence(uow, reader, classroom),
        talk=talking.open_of(uow, reader, classroom.id),
    )


def _own_absence(uow: UnitOfWork, reader: str, classroom: Classroom) -> Absence | None:
    here = uow.absences.of(reader, classroom.id)
    return next((one for one in here if one.stands(uow.now) and not one.is_pause), None)


def _left_out(uow: UnitOfWork, contract: Contract) -> CheckInState | None:
    if contract.status not in RUNNING:
        return None
    not_ahead = tuple(set(CheckInState) - {CheckInState.PLANNED})
    return planning.left_out(uow.check_ins.newest(contract.id, not_ahead))


def _has_looked_back(uow: UnitOfWork, contract: Contract) -> bool:
    if contract.status is not Status.REASSESSING:
        return False
    return uow.assessments.of(contract.id, Side.STUDENT) is not None


def _draft(uow: UnitOfWork, contract: Contract) -> int | None:
    if contract.status is not Status.DRAFTING:
        return None
    found = uow.interviews.of_contract_in(contract.id, UNDER_WAY)
    return found.id if found else None


def _waiting_check_in(uow: UnitOfWork, contract: Contract) -> int | None:
    """The newest check-in that was asked for and has no answer."""
    newest = uow.check_ins.newest(contract.id, tuple(AWAITING))
    return newest.id if newest else None


def _admin_part(uow: UnitOfWork, reader: str) -> AdminPart | None:
    if not access.is_admin(uow, Actor(uow.workspace, reader)):
        return None
    admins = uow.people.among(access.admins_of(uow))
    grants = uow.grants.all()
    named = dict(zip((g.user for g in grants), names_of(uow, [g.user for g in grants]), strict=True))
    by_admins = [(named[g.user], g.user) for g in grants if g.granted_by != FROM_SETTINGS]
    return AdminPart(
        admins=tuple(sorted(told_apart(uow, admins).values())),
        named=tuple(sorted(named.values())),
        to_take_back=tuple(sorted(by_admins)),
        classes=tuple(sorted((c.name, c.id) for c in uow.classrooms.not_archived())),
        untaught=tuple((c.name, c.id, len(untaught.waiting_in(uow, c.id))) for c in untaught.classes(uow)),
        care=setting.rule_of(uow),
        outside_learn=access.outside_learn(uow),
    )


say(Home, shown=home_brief, blocks=messages.show)
