"""What is shown of a conference, read when it leaves."""

from dataclasses import replace

from bot.activities.checking_in import planning
from bot.activities.conference import messages
from bot.activities.conference.messages import ConferenceBrief, ConferenceCard, ConferencePack, ConferenceStep
from bot.activities.conference.sheets import PackBrief
from bot.activities.documents.reads import in_folder
from bot.activities.journey import use_cases as journey
from bot.domain import recurrence
from bot.domain.actor import Actor, Side
from bot.domain.conference import Conference
from bot.domain.contract import Contract, teacher_of
from bot.domain.evidence import PieceState
from bot.messages.briefs import NothingToSay, name_of, only_a_party, only_to, say
from storage.unit_of_work import UnitOfWork


def _found(uow: UnitOfWork, id: int, reader: str) -> tuple[Conference, Contract]:
    """For its student, and for who teaches them now."""
    conference = uow.conferences.get(id)
    contract = uow.contracts.get(conference.contract) if conference is not None else None
    if conference is None or contract is None or contract.agreed is None:
        raise NothingToSay("conference")
    only_a_party(uow, contract, reader)
    return conference, contract


def _card(uow: UnitOfWork, notice: ConferenceCard, reader: str) -> ConferenceBrief:
    conference, contract = _found(uow, notice.conference, reader)
    side = Side.STUDENT if reader == contract.student else Side.TEACHER
    writer = name_of(uow, conference.step_by) if conference.step_by else ""
    return ConferenceBrief(conference, side, name_of(uow, contract.student), writer)


def _pack(uow: UnitOfWork, notice: ConferencePack | ConferenceStep, reader: str) -> PackBrief:
    only_to(notice.by, reader)
    conference, contract = _found(uow, notice.conference, reader)
    room = uow.classrooms.get(contract.classroom)
    if room is None:
        raise NothingToSay("class")
    timezone = planning.zone_of(uow, contract.student, room)
    whole = journey.whole(uow, Actor(uow.workspace, reader), contract.student)
    shown = next((one for one in whole if one.contract.id == contract.id), None)
    if shown is None:
        raise NothingToSay("contract")
    folder = in_folder(uow, shown, timezone)
    chosen = tuple(one for one in folder.pieces if one[0].id in conference.pieces)
    gone = {
        recurrence.local_day(piece.came_at, timezone)
        for piece in uow.pieces.of_contract(contract.id)
        if piece.id in conference.pieces and piece.state is PieceState.TAKEN_BACK
    }
    teacher = conference.signed_by or teacher_of(contract) or ""
    return PackBrief(
        conference,
        replace(folder, pieces=chosen, gone=tuple(sorted(gone))),
        name_of(uow, contract.student),
        room.name,
        room.timezone,
        name_of(uow, teacher) if teacher else "",
        own=reader == contract.student,
    )


say(ConferenceCard, shown=_card, blocks=messages.card)
say(ConferencePack, shown=_pack, blocks=messages.pack)
say(ConferenceStep, shown=_pack, blocks=messages.step)
