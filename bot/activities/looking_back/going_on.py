"""A target was not reached: the next contract begins where the last one ended."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.activities import access
from bot.activities.looking_back.use_cases import left_of
from bot.activities.proposing import starting
from bot.domain import recurrence
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status
from bot.domain.easing import smaller_goal
from bot.domain.interview import Frame
from bot.domain.look_back import newest_values
from bot.domain.progress import share
from bot.domain.terms import Target
from bot.language.agreement import brought_together
from storage.unit_of_work import UnitOfWork


def go_on(uow: UnitOfWork, actor: Actor, contract: int, smaller: bool) -> None:
    """A draft of what was not reached, from the number that it has now; `smaller`: with half of what is left as its
    goal. By when is asked anew. Where a contract is open in the class already, say where that stands."""
    found, classroom = _completed(uow, actor, contract)
    left = _left(uow, found, starting.frame_of(uow, classroom, actor.user, uow.now), smaller=smaller)
    if not left or uow.contracts.open_of(actor.user, classroom.id) is not None:
        starting.begin(uow, actor, classroom.id, None)
        return
    starting.begin_from(uow, actor, classroom, replace(found.in_force.terms, targets=left, ends_on=left[0].due_on))


def something_else(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """A draft for another target, with what the first that was not reached leaves: the number of now, how the student
    practised, and what got in the way. Its sentence, practice and signs of success are asked with what they were to
    keep; what was chosen for the old sentence alone goes."""
    found, classroom = _completed(uow, actor, contract)
    left = _left(uow, found, starting.frame_of(uow, classroom, actor.user, uow.now), smaller=False)[:1]
    if not left or uow.contracts.open_of(actor.user, classroom.id) is not None:
        starting.begin(uow, actor, classroom.id, None)
        return
    own = tuple(one for one in left[0].criteria if one.author is Side.STUDENT)
    bare = replace(left[0], criteria=own, standards=(), rubric=(), activity=(), materials="", why="")
    terms = replace(found.in_force.terms, targets=(bare,), ends_on=bare.due_on, commitments="", promised="")
    starting.begin_from(uow, actor, classroom, terms, anew=True)


def _completed(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Classroom]:
    found, classroom, side = access.contract_as_party(uow, actor, contract)
    if side is not Side.STUDENT:
        raise Refusal("for-students")
    if found.status is not Status.COMPLETED:
        raise Refusal("not-in-this-state", status=found.status.value)
    return found, classroom


def _left(uow: UnitOfWork, contract: Contract, frame: Frame, *, smaller: bool) -> tuple[Target, ...]:
    """What was not reached, as far as the class lets a contract have targets."""
    terms, values = contract.in_force.terms, newest_values(uow.replies.on(contract.id))
    places = left_of(uow, contract)[: frame.most_targets]
    by = day_for(contract, frame)
    return tuple(_from_now(terms.targets[i], values.get(i), by, frame, smaller=smaller) for i in places)


def day_for(contract: Contract, frame: Frame) -> date:
    """As long again as this contract was, as far as the term reaches."""
    length = contract.in_force.terms.ends_on - recurrence.local_day(contract.started_at, frame.timezone)
    return min(frame.today + length, frame.term_ends_on)


def _from_now(target: Target, newest: Decimal | None, by: date, frame: Frame, *, smaller: bool) -> Target:
    """The sentence follows its numbers and its day, where it is certain how."""
    start = newest if newest is not None and share(target, newest) < 1 else target.baseline
    goal = (smaller_goal(target, newest) if smaller else None) or target.goal
    moved = replace(target, baseline=start, goal=goal, due_on=by)
    return brought_together(target, moved, frame.today, day_first=frame.day_first, lang=frame.lang)
