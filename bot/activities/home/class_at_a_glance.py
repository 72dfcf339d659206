"""One class as its teacher sees it on Home: what waits for a decision, and a row for each student."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.activities import access
from bot.activities.admitting import use_cases
from bot.activities.checking_in import drift, planning
from bot.activities.contract.reads import contract_brief
from bot.activities.home.notices import ClassPart, StudentRow
from bot.activities.ports import UnitOfWork
from bot.activities.reviewing.notices import ContractCard
from bot.domain import due, recurrence
from bot.domain.actor import Side
from bot.domain.check_ins import CheckIn, CheckInState, Reply
from bot.domain.classroom import Classroom, Person
from bot.domain.contract import OPEN, RUNNING, Contract, Status
from bot.domain.look_back import newest_values
from bot.messages.briefs import told_apart

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
    rows = sorted(
        (
            replace(_row(person, contracts.get(user), logs, classroom), away=user not in here)
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
        guests=use_cases.count(uow, classroom.id),
    )


def _people(
    uow: UnitOfWork, classroom: Classroom, contracts: Mapping[str, Contract], reader: str
) -> tuple[Mapping[str, Person], set[str]]:
    """The students who are in the class, with those who are away and have an open contract, by the names that tell
    them apart; and who is here."""
    students = set(access.students_of(uow, classroom.id)) - {reader}
    away = contracts.keys() - students - set(access.teachers_of(uow, classroom.id))
    people = uow.people.all(user=sorted(students | away))
    called = told_apart(uow, people)
    known = {p.user: replace(p, name=called[p.user]) for p in people}
    here = {user for user, person in known.items() if user in students and person.is_active}
    return {user: person for user, person in known.items() if user in here or user in contracts}, here


def _waits_for_teachers(contract: Contract) -> bool:
    if contract.status is Status.PROPOSED:
        return True
    return contract.status is Status.RENEGOTIATING and contract.on_the_table.author is Side.STUDENT


def _look_backs(
    uow: UnitOfWork, contracts: Iterable[Contract], people: Mapping[str, Person]
) -> tuple[tuple[int, str], ...]:
    ended = [c for c in contracts if c.status is Status.REASSESSING]
    done = {a.contract for a in uow.assessments.all(contract=[c.id for c in ended], side=Side.TEACHER)}
    return tuple((c.id, people[c.student].name) for c in ended if c.id not in done)[:LOOK_BACKS_MOST]


def _logs(uow: UnitOfWork, contracts: Iterable[Contract]) -> Mapping[int, _Log]:
    """By contract; one query for each kind of row, however many students there are."""
    ids = [c.id for c in contracts if c.agreed is not None]
    logs: dict[int, _Log] = defaultdict(lambda: _Log([], []))
    for check_in in uow.check_ins.all(contract=ids, state=tuple(set(CheckInState) - {CheckInState.PLANNED})):
        logs[check_in.contract].check_ins.append(check_in)
    for reply in uow.replies.all(contract=ids):
        logs[reply.contract].replies.append(reply)
    return logs


def _row(person: Person, contract: Contract | None, logs: Mapping[int, _Log], classroom: Classroom) -> StudentRow:
    if contract is None or contract.id not in logs:
        return StudentRow(person.name, contract, {}, None, missed=0, behind=False)
    log, timezone = logs[contract.id], due.zone_for(person.timezone, classroom)
    running = contract.status in RUNNING
    answered = [c for c in log.check_ins if c.state is CheckInState.ANSWERED]
    last = max(answered, key=lambda c: c.number, default=None)
    said = [r for r in log.replies if last is not None and r.check_in == last.id]
    return StudentRow(
        person.name,
        contract,
        newest_values(log.replies),
        recurrence.local_day(last.answered_at or last.due_at, timezone) if last else None,
        missed=_missed_in_a_row(log.check_ins) if running else 0,
        behind=running and bool(drift.behind(contract, said, timezone)),
        left_out=running and planning.left_out(max(log.check_ins, key=lambda c: c.number, default=None)) is not None,
    )


def _missed_in_a_row(check_ins: list[CheckIn]) -> int:
    count = 0
    told = (CheckInState.ANSWERED, CheckInState.MISSED)
    for check_in in sorted((c for c in check_ins if c.state in told), key=lambda c: -c.number):
        if check_in.state is not CheckInState.MISSED:
            break
        count += 1
    return count
