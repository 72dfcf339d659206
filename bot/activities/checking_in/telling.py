"""Which teachers are told of a check-in, and how: in the message about its round, in one of its own, or not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.checking_in.class_messages import ClassCheckIns, TellForm
from bot.activities.checking_in.messages import CheckInMissed, ReplyShared
from bot.activities.contract.telling import hears_singly
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckIn
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, teacher_of
from bot.domain.rounds import RoundNews, Singly, breaks_silence, who_is_told
from bot.domain.waiting import FEW
from bot.messages.tell import show_round, tell, tell_where_none_stands
from storage.unit_of_work import UnitOfWork


def told_by(uow: UnitOfWork, contract: Contract, classroom: int) -> Mapping[str, RoundNews]:
    """How each of a student's teachers is told of the check-ins of this contract."""
    teachers = access.teachers_for(uow, contract.student, classroom)
    chosen = {m.user: m.check_ins for m in uow.memberships.on_side(classroom, Side.TEACHER)}
    return who_is_told({user: _wish(chosen.get(user, "")) for user in teachers}, teacher_of(contract))


def told_of_each(uow: UnitOfWork, contract: Contract, classroom: int) -> list[str]:
    """The teachers who want a message for each student."""
    return _each(told_by(uow, contract, classroom), RoundNews.EACH)


def _wish(chosen: str) -> RoundNews | None:
    return RoundNews(chosen) if chosen else None


def tell_answer(uow: UnitOfWork, check_in: CheckIn, contract: Contract, classroom: Classroom) -> None:
    """In the message about the round; in one of its own to whoever wants that, and where it is the first word after a
    long silence."""
    told = told_by(uow, contract, classroom.id)
    in_one, alone = _each(told, RoundNews.ONE), _each(told, RoundNews.EACH)
    if not check_in.round or breaks_silence(check_in, uow.check_ins.of_contract(contract.id)):
        alone = [*alone, *(one for one in in_one if hears_singly(uow, one, classroom.id, ReplyShared.kind))]
    _tell_round(uow, check_in, in_one)
    if alone:
        tell_where_none_stands(uow, alone, ReplyShared(check_in.id), once=f"check-in:{check_in.id}:shared")


def tell_missed(uow: UnitOfWork, check_in: CheckIn, contract: Contract, classroom: Classroom) -> None:
    """Nobody answered."""
    told = told_by(uow, contract, classroom.id)
    _tell_round(uow, check_in, _each(told, RoundNews.ONE))
    for teacher in _each(told, RoundNews.EACH):
        tell(uow, teacher, CheckInMissed(check_in.id), once=f"check-in:{check_in.id}:missed:{teacher}")


def tell_to_type(uow: UnitOfWork, check_in: CheckIn, contract: Contract, classroom: Classroom) -> None:
    """It is due for somebody without an account: the message about the round names them, also to who wants one for
    each student."""
    told = told_by(uow, contract, classroom.id)
    _tell_round(uow, check_in, [*_each(told, RoundNews.ONE), *_each(told, RoundNews.EACH)])


def dated(uow: UnitOfWork, check_in: CheckIn, contract: Contract, classroom: Classroom) -> CheckIn:
    """With its round, where it was planned before there were any."""
    its = check_in.round or planning.round_of(uow, contract, classroom, check_in.due_at)
    return replace(check_in, round=its)


def _tell_round(uow: UnitOfWork, check_in: CheckIn, teachers: Sequence[str]) -> None:
    if check_in.round:
        classroom, _, day = check_in.round.partition(":")
        notice = ClassCheckIns(int(classroom), day)
        standing = tell_where_none_stands(uow, teachers, notice, once=f"round:{check_in.round}")
        show_round(uow, check_in, standing)


def _each(told: Mapping[str, RoundNews], how: RoundNews) -> list[str]:
    return [user for user, its in told.items() if its is how]


# What a teacher chooses.


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> TellForm:
    """What the form starts with: what they chose, or what holds while they did not."""
    found = access.teacher_in(uow, actor, classroom)
    place = access.place(uow, actor, classroom)
    many = len(uow.memberships.on_side(classroom, Side.STUDENT)) > FEW
    singly = tuple(filter(None, place.singly.split(","))) if many else None
    return TellForm(classroom, found.name, _wish(place.check_ins) or _unasked(uow, actor.user, classroom), singly)


def _unasked(uow: UnitOfWork, teacher: str, classroom: int) -> RoundNews:
    """What holds for a teacher who did not choose."""
    running = uow.contracts.of_classroom(classroom, *RUNNING)
    decides = any(told_by(uow, contract, classroom).get(teacher) is RoundNews.ONE for contract in running)
    return RoundNews.ONE if decides or access.teachers_of(uow, classroom) == [teacher] else RoundNews.NONE


def choose(uow: UnitOfWork, actor: Actor, classroom: int, how: str, singly: Collection[str] | None = None) -> None:
    """From the next answer on. What stands in Slack already stays. `singly` is None where the form did not ask."""
    access.teacher_in(uow, actor, classroom)
    if how not in set(RoundNews) or not set(singly or ()) <= set(Singly):
        raise Refusal("old-button")
    mine = access.place(uow, actor, classroom)
    chosen = replace(mine, check_ins=how, singly=mine.singly if singly is None else ",".join(sorted(singly)))
    if chosen != mine:
        uow.memberships.save(chosen)
