"""A look ends: what was written goes, and the file from the classmate's messages."""

from bot.activities.peers.messages import PeerEnded
from bot.domain import peers
from bot.domain.contract import Status
from bot.domain.look_back import asks_a_classmate
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.peers import PeerLook
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def stop_look(uow: UnitOfWork, look: PeerLook, by: str, *, reported: bool = False, says: bool = True) -> None:
    """`by` is one of the two, or "" where it can not go on. `says`: the student is told, where it was not they."""
    done = peers.reported(look, by, uow.now) if reported else peers.stopped(look, by)
    uow.peer_looks.save(done)
    for file in uow.outbox.files_under(f"evidence:{look.evidence}:file:peer:{look.id}:"):
        uow.errands.add(Errand(uow.workspace, ErrandKind.REMOVE_FILE, {"file": file}, uow.now))
    if says and by != look.student:
        tell(uow, look.student, PeerEnded(look.id, look.evidence), once=f"peer:{look.id}:ended")
    refresh(uow, f"evidence:{look.evidence}")
    show_at_the_end(uow, done)


def show_at_the_end(uow: UnitOfWork, look: PeerLook) -> None:
    """What asks both to look back says how it stands with the classmate."""
    contract = uow.contracts.get(look.contract)
    if contract is not None and contract.status is Status.REASSESSING and asks_a_classmate(contract.in_force.terms):
        refresh(uow, f"contract:{contract.id}")


def leaves(uow: UnitOfWork, user: str, classroom: int) -> None:
    """Somebody is not in the class any more: what stands open with them there stops."""
    theirs = {look.id: look for look in (*uow.peer_looks.with_student(user), *uow.peer_looks.with_peer(user))}
    for look in theirs.values():
        contract = uow.contracts.get(look.contract) if look.is_live else None
        if contract is not None and contract.classroom == classroom:
            stop_look(uow, look, "", says=user != look.student)
