"""A student asks one classmate, who agrees first, and writes what works and what could come next, sign by sign."""

from collections.abc import Mapping

from bot.activities import access
from bot.activities.evidence.reads import shown_to
from bot.activities.peers.forms import PeerForm
from bot.activities.peers.messages import (
    PeerAsked,
    PeerBrief,
    PeerEnded,
    PeerFile,
    PeerInvited,
    PeerPiece,
    PeerReported,
    PeerSaid,
    PeerShared,
)
from bot.activities.peers.reads import TAKES_WORDS, brief_of, learns_here, shown_piece, told_of_report
from bot.activities.peers.stopping import show_at_the_end, stop_look
from bot.domain import peers
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.evidence import Piece
from bot.domain.look_back import asks_a_classmate
from bot.domain.peers import SIGNS_MOST, PeerLook
from bot.messages.briefs import name_of, names_of
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

# A student asks.


def open_ask(uow: UnitOfWork, actor: Actor, contract: int) -> PeerForm:
    found, room = _to_ask(uow, actor, contract)
    pieces = askable(uow, found)
    if not pieces:
        raise Refusal("peer-no-work")
    users = classmates_of(uow, found, room)
    if not users:
        raise Refusal("peer-nobody-to-ask")
    return PeerForm(found.id, pieces, tuple(zip(users, names_of(uow, users), strict=True)))


def ask(uow: UnitOfWork, actor: Actor, contract: int, piece: int, peer: str) -> None:
    """The classmate is asked, and sees nothing of the work before a yes."""
    found, room = _to_ask(uow, actor, contract)
    shown = next((one for one in askable(uow, found) if one.id == piece), None)
    if shown is None:
        raise Refusal("peer-piece-gone", field="piece")
    if peer not in classmates_of(uow, found, room):
        raise Refusal("peer-not-here", field="peer")
    _let_go(uow, found)
    peers.may_be_asked(uow.peer_looks.of_contract(found.id), peer)
    signs = signs_of(found, shown)
    made = PeerLook(uow.workspace, found.id, actor.user, peer, shown.id, signs, uow.now)
    look = uow.peer_looks.add(made)
    when = out_of_quiet(uow.now, room, room.timezone)
    tell(uow, peer, PeerAsked(look.id, look.evidence), once=f"peer:{look.id}:asked", not_before=when)
    tell(uow, actor.user, PeerInvited(look.id, look.evidence))
    show_at_the_end(uow, look)


def _let_go(uow: UnitOfWork, contract: Contract) -> None:
    """What can not go on stands in nobody's way: the classmate is not in the class any more, or the work is gone."""
    for look in uow.peer_looks.of_contract(contract.id):
        here = learns_here(uow, look.peer, contract.classroom)
        if look.is_live and not (here and shown_piece(uow, look)):
            stop_look(uow, look, "", says=False)


def askable(uow: UnitOfWork, contract: Contract) -> list[Piece]:
    """What a classmate can be shown: what teachers were shown already, for a target that has signs. Newest first."""
    shown = [p for p in uow.pieces.of_contract(contract.id) if p.can_be_shown and p.shown_at is not None]
    found = [piece for piece in shown if signs_of(contract, piece)]
    return sorted(found, key=lambda piece: (piece.came_at, piece.id), reverse=True)


def signs_of(contract: Contract, piece: Piece) -> tuple[str, ...]:
    """The one that the piece is about, else those of its target."""
    if piece.criterion:
        return (piece.criterion,)
    targets, place = contract.in_force.terms.targets, piece.target
    if place is None or place >= len(targets):
        return ()
    return tuple(criterion.text for criterion in targets[place].criteria)[:SIGNS_MOST]


def classmates_of(uow: UnitOfWork, contract: Contract, room: Classroom) -> list[str]:
    """Those who learn in the class with this student, do not teach it, and have an account."""
    return [user for user in access.learners_of(uow, room.id) if user != contract.student]


def _to_ask(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom]:
    found, room = access.contract_as_student(uow, actor, contract)
    at_the_end = found.status is Status.REASSESSING and asks_a_classmate(found.in_force.terms)
    if found.status not in RUNNING and not at_the_end:
        raise Refusal("peer-over")
    return found, room


# The classmate says yes or no, and writes.


def say_yes(uow: UnitOfWork, actor: Actor, look: int) -> None:
    """From here on they see the work. The file itself comes below, as teachers get it."""
    found = as_peer(uow, actor, look)
    agreed = peers.decided(found, yes=True)
    uow.peer_looks.save(agreed)
    piece = _piece(uow, agreed)
    tell(uow, actor.user, PeerPiece(agreed.id, piece.id), once=f"peer:{agreed.id}:piece")
    if piece.is_file:
        tell(uow, actor.user, PeerFile(agreed.id, piece.id), once=once_of_file(agreed))
    refresh(uow, f"evidence:{piece.id}")


def say_no(uow: UnitOfWork, actor: Actor, look: int) -> None:
    found = peers.decided(_asked(uow, actor, look), yes=False)
    uow.peer_looks.save(found)
    tell(uow, found.student, PeerEnded(found.id, found.evidence), once=f"peer:{found.id}:ended")
    refresh(uow, f"evidence:{found.evidence}")
    show_at_the_end(uow, found)


def open_write(uow: UnitOfWork, actor: Actor, look: int) -> PeerBrief:
    found = as_peer(uow, actor, look)
    if not found.shows_work:
        raise Refusal("peer-stopped")
    return brief_of(uow, found, found.student)


def write(uow: UnitOfWork, actor: Actor, look: int, typed: Mapping[str, str]) -> None:
    """What they wrote, by the names of the fields; the student alone reads it."""
    found = as_peer(uow, actor, look)
    given = peers.answered(found, typed, uow.now)
    uow.peer_looks.save(given)
    if found.said_at is None:
        tell(uow, given.student, PeerSaid(given.id, given.evidence), once=f"peer:{given.id}:said")
    refresh(uow, f"evidence:{given.evidence}")
    show_at_the_end(uow, given)


def as_peer(uow: UnitOfWork, actor: Actor, look: int) -> PeerLook:
    """One that the actor was asked for, while there is something to look at. Somebody else's is as good as none."""
    found = _asked(uow, actor, look)
    contract = uow.contracts.get(found.contract)
    if contract is None or contract.status not in TAKES_WORDS:
        raise Refusal("peer-over")
    if not learns_here(uow, found.student, contract.classroom):
        raise Refusal("peer-student-left", name=name_of(uow, found.student))
    _piece(uow, found)
    return found


def _asked(uow: UnitOfWork, actor: Actor, look: int) -> PeerLook:
    found = uow.peer_looks.get(look)
    if found is None or found.peer != actor.user:
        raise Refusal("old-button")
    contract = uow.contracts.get(found.contract)
    if contract is None:
        raise Refusal("old-button")
    access.student_in(uow, actor, contract.classroom)
    return found


def _piece(uow: UnitOfWork, look: PeerLook) -> Piece:
    found = shown_piece(uow, look)
    if found is None:
        raise Refusal("peer-work-gone", name=name_of(uow, look.student))
    return found


def once_of_file(look: PeerLook) -> str:
    """As that of the files that teachers get begins: what takes those back takes this one."""
    return f"evidence:{look.evidence}:file:peer:{look.id}:"


# Either stops or reports it; the student may show it to the teachers.


def stop(uow: UnitOfWork, actor: Actor, look: int) -> None:
    """Nothing of the words is left, and the file goes from the classmate's messages."""
    found, _ = _either(uow, actor, look)
    stop_look(uow, found, actor.user)


def share(uow: UnitOfWork, actor: Actor, look: int) -> None:
    """The student shows the words to those who are shown their work."""
    found, contract = _either(uow, actor, look)
    if found.student != actor.user:
        raise Refusal("old-button")
    access.student_in(uow, actor, contract.classroom)
    shared = peers.shared(found, uow.now)
    uow.peer_looks.save(shared)
    for teacher in shown_to(uow, contract):
        tell(uow, teacher, PeerShared(shared.id, shared.evidence), once=f"peer:{shared.id}:shared:{teacher}")
    refresh(uow, f"evidence:{shared.evidence}")


def report(uow: UnitOfWork, actor: Actor, look: int) -> None:
    """It stops at once. The words stay for those who are told; the file goes from the classmate's messages."""
    found, contract = _either(uow, actor, look)
    told = told_of_report(uow, found, contract, found.other(actor.user))
    stop_look(uow, found, actor.user, reported=True)
    for user in told:
        tell(uow, user, PeerReported(found.id, found.evidence), once=f"peer:{found.id}:reported:{user}")


def _either(uow: UnitOfWork, actor: Actor, look: int) -> tuple[PeerLook, Contract]:
    """One of the two, whatever else they are by now: who comes to teach the class may still stop it."""
    found = uow.peer_looks.get(look)
    contract = uow.contracts.get(found.contract) if found is not None else None
    if found is None or contract is None or actor.user not in (found.student, found.peer):
        raise Refusal("old-button")
    access.somewhere(uow, actor)
    return found, contract
