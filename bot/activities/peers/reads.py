"""How a look stands for the two, and for those to whom it is shown or told."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from bot.activities import access
from bot.activities.peers import messages
from bot.activities.peers.messages import (
    OfPeers,
    PeerAsked,
    PeerBrief,
    PeerEnded,
    PeerFile,
    PeerFileBrief,
    PeerInvited,
    PeerPiece,
    PeerReported,
    PeerSaid,
    PeerShared,
)
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.evidence import Piece
from bot.domain.peers import PeerLook
from bot.messages.briefs import NothingToSay, NotTheirs, name_of, names_of, only_their_teacher, only_to, say
from storage.unit_of_work import UnitOfWork

TAKES_WORDS = RUNNING | {Status.REASSESSING}


def learns_here(uow: UnitOfWork, user: str, classroom: int) -> bool:
    return user in access.students_of(uow, classroom)


def shown_piece(uow: UnitOfWork, look: PeerLook) -> Piece | None:
    """None where its student took it back."""
    found = uow.pieces.get(look.evidence)
    return found if found is not None and found.can_be_shown else None


def told_of_report(uow: UnitOfWork, look: PeerLook, contract: Contract, about: str) -> list[str]:
    """Who is told of a report about one of the two."""
    return told_of(uow, contract.classroom, (look.student, look.peer), about)


def told_of(uow: UnitOfWork, classroom: int, two: Collection[str], about: str) -> list[str]:
    """Who is told of a report about one of two people: those who teach the class; where it is one of them, or nobody
    does, the admins. Neither of the two is."""
    teachers = access.teachers_of(uow, classroom)
    others = [user for user in teachers if user not in two]
    if about not in teachers and others:
        return others
    return [user for user in access.admins_of(uow) if user not in two]


def brief_of(uow: UnitOfWork, look: PeerLook, about: str) -> PeerBrief:
    """`about`: whom a report would be about, or is."""
    contract = uow.contracts.get(look.contract)
    room = uow.classrooms.get(contract.classroom) if contract is not None else None
    if contract is None or room is None:
        raise NothingToSay("contract")
    student, peer = names_of(uow, [look.student, look.peer])
    told = told_of_report(uow, look, contract, about)
    return PeerBrief(
        look=look,
        piece=shown_piece(uow, look),
        student=student,
        peer=peer,
        classroom=room.name,
        told=names_of(uow, told) if told else (),
        student_is_here=learns_here(uow, look.student, room.id),
        peer_is_here=learns_here(uow, look.peer, room.id),
        takes_words=contract.status in TAKES_WORDS,
    )


def _to_peer(uow: UnitOfWork, notice: OfPeers, reader: str) -> PeerBrief:
    look = _look(uow, notice.peer_look)
    only_to(look.peer, reader)
    brief = brief_of(uow, look, look.student)
    if not brief.peer_is_here:
        raise NotTheirs("not in the class any more")
    return brief


def _piece(uow: UnitOfWork, notice: PeerPiece, reader: str) -> PeerBrief:
    """Nothing of it before they have said yes."""
    brief = _to_peer(uow, notice, reader)
    if brief.look.is_live and not brief.look.shows_work:
        raise NothingToSay("not agreed")
    return brief


def _file(uow: UnitOfWork, notice: PeerFile, reader: str) -> PeerFileBrief:
    brief = _to_peer(uow, PeerAsked(notice.peer_look, notice.piece), reader)
    if brief.piece is None or not brief.look.shows_work or not brief.student_is_here:
        raise NothingToSay("piece")
    content = partial(uow.files.read, uow.workspace, brief.piece.digest)
    return PeerFileBrief(brief.piece, name_of(uow, brief.look.student), content)


def _to_student(uow: UnitOfWork, notice: OfPeers | PeerEnded, reader: str) -> PeerBrief:
    look = _look(uow, notice.peer_look)
    only_to(look.student, reader)
    return brief_of(uow, look, look.peer)


def _shared(uow: UnitOfWork, notice: PeerShared, reader: str) -> PeerBrief:
    """To those alone who teach the student now. What was stopped since is shown to nobody."""
    look = _look(uow, notice.peer_look)
    contract = uow.contracts.get(look.contract)
    if contract is None or reader == look.peer:
        raise NothingToSay("contract")
    only_their_teacher(uow, look.student, contract.classroom, reader)
    return brief_of(uow, look if look.shared_at else replace(look, answers=()), look.peer)


def _reported(uow: UnitOfWork, notice: PeerReported, reader: str) -> PeerBrief:
    look = _look(uow, notice.peer_look)
    contract = uow.contracts.get(look.contract)
    if contract is None or not look.reported_by:
        raise NothingToSay("report")
    about = look.other(look.reported_by)
    if reader not in told_of_report(uow, look, contract, about):
        raise NotTheirs("not told of it any more")
    return brief_of(uow, look, about)


def _look(uow: UnitOfWork, id: int) -> PeerLook:
    found = uow.peer_looks.get(id)
    if found is None:
        raise NothingToSay("look")
    return found


say(PeerAsked, shown=_to_peer, blocks=messages.asked)
say(PeerPiece, shown=_piece, blocks=messages.piece)
say(PeerFile, shown=_file, blocks=messages.file)
say(PeerInvited, shown=_to_student, blocks=messages.invited)
say(PeerSaid, shown=_to_student, blocks=messages.said)
say(PeerEnded, shown=_to_student, blocks=messages.ended)
say(PeerShared, shown=_shared, blocks=messages.shared)
say(PeerReported, shown=_reported, blocks=messages.reported)
