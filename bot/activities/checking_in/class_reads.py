"""What is shown of a round: who answered and who did not, of the students whom its reader is told of."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.checking_in import class_messages, telling
from bot.activities.checking_in.class_messages import IN_LIST, ON_CARD, ClassCheckIns, RoundBrief
from bot.activities.checking_in.reads import brief_of
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import ASKED, LEFT_OUT, CheckIn, CheckInState, Response
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Status
from bot.domain.outbox import DeliveryState
from bot.domain.paper import has_no_account
from bot.domain.rounds import Round, RoundNews, numbered
from bot.messages.briefs import NothingToSay, name_of, names_of, only_a_teacher, say
from storage.unit_of_work import UnitOfWork

_LISTED = RUNNING | {Status.REASSESSING}
"""Of a contract that is over, only what was answered is shown."""

_WAITING = ASKED | {CheckInState.PLANNED}


def open_list(uow: UnitOfWork, actor: Actor, classroom: int, number: int, first: int = 0) -> RoundBrief:
    """One page of all the answers, for who teaches the class."""
    found, its = access.teacher_in(uow, actor, classroom), numbered(classroom, number)
    if its is None:
        raise Refusal("old-button")
    return _brief(uow, found, its, actor.user, first, IN_LIST)


def open_list_of(uow: UnitOfWork, actor: Actor, check_in: int, first: int) -> RoundBrief:
    """The same page of the round of this check-in."""
    found = uow.check_ins.get(check_in)
    if found is None or not found.round:
        raise Refusal("old-button")
    _, classroom = access.contract_as_teacher(uow, actor, found.contract)
    return _brief(uow, classroom, _parsed(found.round), actor.user, first, IN_LIST)


def _parsed(key: str) -> Round:
    classroom, _, day = key.partition(":")
    return ClassCheckIns(int(classroom), day).round


def theirs(uow: UnitOfWork, classroom: int, key: str, reader: str) -> list[CheckIn]:
    """The check-ins of a round that a teacher is told of in one message: where they did not choose, those of students
    whose contracts they decide on."""
    found = [c for c in uow.check_ins.of_round(key) if c.student != reader]
    mine = uow.memberships.of(classroom, reader)
    if (mine is not None and mine.check_ins) or len(access.teachers_of(uow, classroom)) < 2:
        return found
    contracts = {c.id: c for c in uow.contracts.among([c.contract for c in found])}
    told = {c: telling.told_by(uow, contract, classroom).get(reader) for c, contract in contracts.items()}
    return [c for c in found if told[c.contract] is not RoundNews.NONE]


def _round(uow: UnitOfWork, notice: ClassCheckIns, reader: str) -> RoundBrief:
    """Where nobody has answered and nobody missed it, it is not said; where it stands already, it says so."""
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay("class")
    only_a_teacher(uow, notice.classroom, reader)
    brief = _brief(uow, classroom, notice.round, reader, 0, ON_CARD)
    if not brief.answered and not brief.missed and not brief.to_type and not _stands(uow, notice, reader):
        raise NothingToSay("taken back")
    return brief


def _stands(uow: UnitOfWork, notice: ClassCheckIns, reader: str) -> bool:
    return any((c.reader, c.state) == (reader, DeliveryState.SENT) for c in uow.outbox.cards(notice.subject))


def _brief(uow: UnitOfWork, classroom: Classroom, its: Round, reader: str, first: int, most: int) -> RoundBrief:
    found = theirs(uow, classroom.id, its.key, reader)
    answered = [c for c in found if c.state is CheckInState.ANSWERED]
    said = _responses(uow, answered)
    answered.sort(key=lambda c: (c.id in said, c.answered_at or c.due_at, c.id))
    rest = _one_each(uow, classroom, [c for c in found if c.state is not CheckInState.ANSWERED], answered)
    shown = answered[first : first + most]
    uow.contracts.among([c.contract for c in shown])
    uow.replies.on([c.contract for c in shown])

    typed_in = [c for c in rest if c.state in ASKED and has_no_account(c.student)]
    rest = [c for c in rest if c not in typed_in]

    def named(states: Collection[CheckInState]) -> tuple[str, ...]:
        return tuple(sorted(names_of(uow, [c.student for c in rest if c.state in states]), key=str.casefold))

    uow.people.among(sorted({c.student for c in found} | {r.teacher for those in said.values() for r in those}))
    return RoundBrief(
        its,
        classroom.name,
        tuple(
            replace(
                brief_of(uow, c, ahead=False),
                responses=tuple((names_of(uow, [r.teacher])[0], r) for r in said.get(c.id, ())),
            )
            for c in shown
        ),
        first,
        answered=len(answered),
        waiting=named(_WAITING),
        to_type=tuple((name_of(uow, c.student), c.id) for c in typed_in),
        missed=named({CheckInState.MISSED}),
        left_out=named(LEFT_OUT),
    )


def _responses(uow: UnitOfWork, answered: Sequence[CheckIn]) -> dict[int, list[Response]]:
    found: dict[int, list[Response]] = {}
    for response in uow.responses.to_any([c.id for c in answered]) if answered else ():
        if response.stands:
            found.setdefault(response.check_in, []).append(response)
    return found


def _one_each(
    uow: UnitOfWork, classroom: Classroom, others: Sequence[CheckIn], answered: Sequence[CheckIn]
) -> list[CheckIn]:
    """The newest of each student who is in the class, has a contract that runs, and has not answered on this day."""
    here = {m.user for m in uow.memberships.in_class(classroom.id)}
    done = {c.contract for c in answered}
    possible = [c for c in others if c.student in here and c.contract not in done]
    running = {c.id for c in uow.contracts.among([c.contract for c in possible]) if c.status in _LISTED}
    newest = {c.contract: c for c in sorted(possible, key=lambda c: c.number) if c.contract in running}
    return list(newest.values())


say(ClassCheckIns, shown=_round, blocks=class_messages.class_check_ins)
