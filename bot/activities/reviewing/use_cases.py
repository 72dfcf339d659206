"""The teachers decide on a proposal: sign, ask, suggest changes, or send it back."""

from datetime import datetime

from bot.activities import access
from bot.activities.contract.reads import exchange
from bot.activities.contract.rewriting import still_fits
from bot.activities.contract.steps import (
    newest_entry,
    still_to_decide,
    store,
    store_and_follow,
    student_is_here,
    tell_teacher,
    typed_text,
)
from bot.activities.ports import UnitOfWork
from bot.activities.proposing.starting import reopen
from bot.activities.reviewing.notices import (
    Agreed,
    AnswerPassedOn,
    ContractCard,
    Exchange,
    ProposalCard,
    SentBack,
    StudentAnswered,
    TeacherAsked,
)
from bot.domain import contract as life
from bot.domain.actor import Actor
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status
from bot.domain.errors import Refusal
from bot.domain.focus import About, Focus
from bot.messages.tell import tell


def announce(uow: UnitOfWork, contract: Contract, now: datetime) -> None:
    """Lay the proposal on the table before each teacher of the class."""
    number = contract.on_the_table.number
    card = ProposalCard(contract.id, number, number - 1)
    for teacher in access.teachers_for(uow, contract.student, contract.classroom):
        tell(uow, teacher, card, now, once=f"proposal:{contract.id}:{number}:{teacher}")


def approve(uow: UnitOfWork, actor: Actor, contract: int, version: int, *, now: datetime) -> Contract:
    """Sign the proposal for the teachers: from now on it is agreed."""
    found, classroom = open_proposal(uow, actor, contract, version)
    student_is_here(uow, found)
    signed = life.approve(found, version, actor.user, now)
    still_fits(uow, found, classroom, now)
    return come_into_force(uow, signed, classroom, now)


def come_into_force(uow: UnitOfWork, signed: Contract, classroom: Classroom, now: datetime) -> Contract:
    """Both have signed for the first time: check-ins begin, and both hear what happens next."""
    active = store_and_follow(uow, signed, classroom, now)
    tell(uow, active.student, ContractCard(active.id), now)
    agreed = Agreed(active.id, active.in_force.number, newest_entry(uow, active.id))
    tell_teacher(uow, active, active.decided_by, agreed, now)
    return active


def ask(uow: UnitOfWork, actor: Actor, contract: int, version: int, question: str, *, now: datetime) -> Contract:
    """Ask the student before deciding."""
    found, _ = open_proposal(uow, actor, contract, version)
    student_is_here(uow, found)
    asked = store(uow, life.ask(found, version, typed_text(question), actor.user, now), now)
    uow.focus.put(Focus(uow.workspace, asked.student, About.QUESTION, asked.id, now), "user")
    tell(uow, asked.student, TeacherAsked(asked.id, version, newest_entry(uow, asked.id)), now)
    return asked


def answer(uow: UnitOfWork, actor: Actor, contract: int, text: str, *, now: datetime) -> Contract:
    """The student answers; the proposal lies before the teachers again."""
    found, _ = access.contract_as_student(uow, actor, contract)
    if found.status is not Status.QUESTIONED:
        raise Refusal("nothing-asked")
    answered = store(uow, life.answer(found, typed_text(text), actor.user, now), now)
    entry = newest_entry(uow, answered.id)
    notice = StudentAnswered(answered.id, answered.on_the_table.number, entry)
    tell_teacher(uow, answered, answered.decided_by, notice, now)
    return answered


def hear(uow: UnitOfWork, actor: Actor, contract: int, text: str, ts: str, *, now: datetime) -> None:
    """The student typed the answer instead of pressing the button."""
    answered = answer(uow, actor, contract, text, now=now)
    entry = newest_entry(uow, answered.id)
    tell(uow, actor.user, AnswerPassedOn(answered.id, answered.on_the_table.number, entry), now)


def look_to_decide(uow: UnitOfWork, actor: Actor, contract: int, version: int, *, now: datetime) -> Contract:
    """The proposal, where it still waits for the actor's decision."""
    return open_proposal(uow, actor, contract, version)[0]


def open_question(uow: UnitOfWork, actor: Actor, contract: int, *, now: datetime) -> Exchange:
    """The question that waits for the student's answer."""
    found, _ = access.contract_as_student(uow, actor, contract)
    if found.status is not Status.QUESTIONED:
        raise Refusal("nothing-asked")
    return exchange(uow, [h for h in uow.contracts.history(contract) if h.action == "asked"][-1])


def awaits_answer(uow: UnitOfWork, actor: Actor, contract: int) -> bool:
    """Whether a teacher's question about the actor's contract is open."""
    try:
        found, _ = access.contract_as_student(uow, actor, contract)
    except Refusal:
        return False
    return found.status is Status.QUESTIONED


def redirect(uow: UnitOfWork, actor: Actor, contract: int, version: int, reason: str, *, now: datetime) -> Contract:
    """Send the proposal back to the student, with a reason; what they wrote is kept."""
    found, _ = open_proposal(uow, actor, contract, version)
    sent = store(uow, life.redirect(found, version, typed_text(reason), actor.user, now), now)
    reopen(uow, sent, now=now)
    tell(uow, sent.student, SentBack(sent.id, version, newest_entry(uow, sent.id)), now)
    return sent


def open_proposal(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> tuple[Contract, Classroom]:
    """A proposal that waits for a decision, in a class where the actor teaches."""
    found, classroom = access.contract_as_teacher(uow, actor, contract)
    still_to_decide(uow, actor, found, version)
    return found, classroom
