"""What a teacher opens from Home: one thing that waits with its decision, all that waits, a whole class."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.changing.messages import ChangeCard
from bot.activities.evidence.messages import PieceShown
from bot.activities.exchanging.messages import NoteFrom
from bot.activities.home import desk_reads
from bot.activities.home.desk_messages import CARDS, IN_LIST, ClassList, WaitingList, Where
from bot.activities.home.desk_reads import Desk
from bot.activities.promises.messages import PromisesDue
from bot.activities.reviewing.messages import ProposalCard, StudentWondered
from bot.activities.talking.messages import TalkAsked, TalkNeither
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.contract import Contract
from bot.domain.desk import Want, page_of, shown_by
from bot.messages.briefs import NothingToSay, brief_for, render
from bot.messages.presenting import reader_of
from bot.messages.registry import Notice
from storage.unit_of_work import UnitOfWork


def look(uow: UnitOfWork, actor: Actor, want: Want, ref: int, number: int) -> Sequence[Mapping[str, Any]]:
    """The card of what waits as it stands now, for who teaches there: where somebody decided meanwhile, it says so."""
    if want not in CARDS:
        raise Refusal("old-button")
    notice = _notice(uow, actor, want, ref, number)
    try:
        brief = brief_for(uow, notice, actor.user)
    except NothingToSay as nothing:
        raise Refusal("waits-no-longer") from nothing
    return render(notice, brief, reader_of(uow, actor.user, notice.args())).blocks


def _notice(uow: UnitOfWork, actor: Actor, want: Want, ref: int, number: int) -> Notice:
    if want is Want.TALK:
        return _of_talk(uow, actor, ref)
    if want is Want.STUCK:
        note = uow.notes.get(ref)
        _taught(uow, actor, note.classroom if note is not None else None)
        return NoteFrom(ref)
    if want is Want.PROMISE:
        return _of_promise(uow, actor, ref)
    if want is Want.PIECE:
        piece = uow.pieces.get(ref)
        access.contract_as_teacher(uow, actor, piece.contract if piece is not None else 0)
        return PieceShown(ref)
    contract, _ = access.contract_as_teacher(uow, actor, ref)
    return _of_contract(uow, contract, want, number)


def _of_contract(uow: UnitOfWork, contract: Contract, want: Want, number: int) -> Notice:
    if want is Want.CHANGE:
        return ChangeCard(contract.id, number, contract.in_force.number)
    if want is Want.QUESTION:
        asked = [i for i, entry in enumerate(uow.contracts.history(contract.id)) if entry.action == "wondered"]
        if not asked:
            raise Refusal("waits-no-longer")
        return StudentWondered(contract.id, number, asked[-1])
    return ProposalCard(contract.id, number, number - 1)


def _of_promise(uow: UnitOfWork, actor: Actor, ref: int) -> Notice:
    """All that the same message asked them about."""
    promise = uow.promises.get(ref)
    if promise is None or promise.teacher != actor.user:
        raise Refusal("waits-no-longer")
    access.contract_as_teacher(uow, actor, promise.contract)
    return PromisesDue(actor.user, promise.asked_on)


def _of_talk(uow: UnitOfWork, actor: Actor, ref: int) -> Notice:
    talk = uow.talks.get(ref)
    _taught(uow, actor, talk.classroom if talk is not None else None)
    return TalkNeither(ref) if talk is not None and talk.teacher else TalkAsked(ref)


def _taught(uow: UnitOfWork, actor: Actor, classroom: int | None) -> None:
    if classroom is None:
        raise Refusal("waits-no-longer")
    access.teacher_in(uow, actor, classroom)


def all_waiting(uow: UnitOfWork, actor: Actor, page: int) -> WaitingList:
    desk = _own_desk(uow, actor)
    found = page_of(desk.waiting, page, IN_LIST)
    lines = desk_reads.lines_of(desk, found.items)
    timezone = next((room.timezone for room in desk.rooms.values()), "UTC")
    return WaitingList(found.with_items(lines), recurrence.local_day(uow.now, timezone))


def _own_desk(uow: UnitOfWork, actor: Actor) -> Desk:
    places = access.places_of(uow, actor.user, Side.TEACHER)
    if not places:
        raise Refusal("for-teachers")
    rooms = [room for room in uow.classrooms.among([place.classroom for place in places]) if not room.archived]
    return desk_reads.desk_of(uow, actor.user, rooms)


def class_list(uow: UnitOfWork, actor: Actor, where: Where) -> ClassList:
    """One page of those whom the list shows; past the end it is the last one."""
    room = access.teacher_in(uow, actor, where.classroom)
    desk = desk_reads.desk_of(uow, actor.user, [room])
    page = page_of(shown_by(desk.standings, where.only, where.name), where.page)
    rows = desk_reads.rows_of(uow, desk, page.items)
    return ClassList(where, room.name, page.with_items(rows), len(desk.standings), admitting.count(uow, room.id))
