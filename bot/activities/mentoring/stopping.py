"""What follows from elsewhere: a number changes, or it ends and what was written goes."""

from bot.activities.mentoring.messages import MentorEnded
from bot.domain import mentoring
from bot.domain.mentoring import Mentoring, MentoringState
from bot.messages.tell import refresh, render_again, tell
from storage.unit_of_work import UnitOfWork


def follow(uow: UnitOfWork, contract: int) -> None:
    """A number is another one: who helps with a target sees it."""
    helps = {one.mentor for one in uow.mentorings.of_contract(contract) if one.state is MentoringState.AGREED}
    if helps:
        for card in uow.outbox.cards(f"contract:{contract}"):
            if card.reader in helps:
                render_again(uow, card)


def stop_mentoring(uow: UnitOfWork, one: Mentoring, by: str, *, report: bool = False, says: bool = True) -> None:
    """`by` is one of the two, or "" where it can not go on. `says`: the student is told, where it was not they."""
    done = mentoring.reported(one, by, uow.now) if report else mentoring.stopped(one, by)
    uow.mentorings.save(done)
    if says and by != one.student:
        tell(uow, one.student, MentorEnded(one.id, one.contract), once=f"mentor:{one.id}:ended")
    refresh(uow, f"contract:{one.contract}")


def leaves(uow: UnitOfWork, user: str, classroom: int) -> None:
    """Somebody is not in the class any more: what stands open with them there stops."""
    theirs = {one.id: one for one in (*uow.mentorings.with_student(user), *uow.mentorings.with_mentor(user))}
    for one in theirs.values():
        contract = uow.contracts.get(one.contract) if one.is_live else None
        if contract is not None and contract.classroom == classroom:
            stop_mentoring(uow, one, "", says=user != one.student)
