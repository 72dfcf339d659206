"""A teacher suggests changes to a proposal; the student signs them, answers with a version of their own, or asks."""

from datetime import datetime

from bot.activities import access
from bot.activities.contract.reads import exchange, is_unanswered
from bot.activities.contract.rewriting import TermsForm, rewritten, still_fits, terms_form
from bot.activities.contract.steps import known_version, newest_entry, store, student_is_here, tell_teacher, typed_text
from bot.activities.ports import UnitOfWork
from bot.activities.reviewing.notices import AmendmentCard, Exchange, StudentWondered, TeacherExplained
from bot.activities.reviewing.use_cases import announce, come_into_force, open_proposal
from bot.domain import contract as life
from bot.domain.actor import Actor, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status
from bot.domain.errors import Refusal
from bot.language.terms_typed import Filled
from bot.messages.tell import tell


def open_suggestion(uow: UnitOfWork, actor: Actor, contract: int, version: int, *, now: datetime) -> TermsForm:
    """The teacher's form, filled with the proposal."""
    found, classroom = open_proposal(uow, actor, contract, version)
    return terms_form(uow, actor, found, classroom, Side.TEACHER, now)


def suggest(uow: UnitOfWork, actor: Actor, contract: int, version: int, filled: Filled, *, now: datetime) -> Contract:
    """Sign a changed version for the teachers; the student decides."""
    found, classroom = open_proposal(uow, actor, contract, version)
    student_is_here(uow, found)
    terms = rewritten(uow, actor, found, classroom, Side.TEACHER, filled, now)
    amended = store(uow, life.amend(found, version, terms, actor.user, now), now)
    tell(uow, amended.student, AmendmentCard(amended.id, amended.on_the_table.number, version), now)
    return amended


def sign(uow: UnitOfWork, actor: Actor, contract: int, version: int, *, now: datetime) -> Contract:
    """The student signs what the teacher suggested: from now on it is agreed."""
    found, classroom = open_amendment(uow, actor, contract, version)
    signed = life.accept(found, version, actor.user, now)
    still_fits(uow, found, classroom, now)
    return come_into_force(uow, signed, classroom, now)


def open_counter(uow: UnitOfWork, actor: Actor, contract: int, version: int, *, now: datetime) -> TermsForm:
    """The student's form, filled with the suggestion."""
    found, classroom = open_amendment(uow, actor, contract, version)
    return terms_form(uow, actor, found, classroom, Side.STUDENT, now)


def counter(uow: UnitOfWork, actor: Actor, contract: int, version: int, filled: Filled, *, now: datetime) -> Contract:
    """The student answers with a version of their own; it lies before all teachers of the class."""
    found, classroom = open_amendment(uow, actor, contract, version)
    terms = rewritten(uow, actor, found, classroom, Side.STUDENT, filled, now)
    countered = store(uow, life.counter(found, version, terms, actor.user, now), now)
    announce(uow, countered, now)
    return countered


def look_to_wonder(uow: UnitOfWork, actor: Actor, contract: int, version: int, *, now: datetime) -> Contract:
    """The suggestion, where the student still decides on it."""
    return open_amendment(uow, actor, contract, version)[0]


def wonder(uow: UnitOfWork, actor: Actor, contract: int, version: int, question: str, *, now: datetime) -> Contract:
    """The student asks the teacher who suggested the changes."""
    found, _ = open_amendment(uow, actor, contract, version)
    wondered = store(uow, life.wonder(found, version, typed_text(question), actor.user, now), now)
    notice = StudentWondered(wondered.id, version, newest_entry(uow, wondered.id))
    tell_teacher(uow, wondered, wondered.on_the_table.author_user, notice, now)
    return wondered


def open_explanation(uow: UnitOfWork, actor: Actor, contract: int, entry: int, *, now: datetime) -> Exchange:
    """The student's question, where it waits for a teacher's answer."""
    found, _ = access.contract_as_teacher(uow, actor, contract)
    return _wondered(uow, found, entry)


def explain(uow: UnitOfWork, actor: Actor, contract: int, entry: int, text: str, *, now: datetime) -> Contract:
    """A teacher answers the student's question; the student decides."""
    found, _ = access.contract_as_teacher(uow, actor, contract)
    _wondered(uow, found, entry)
    explained = store(uow, life.explain(found, typed_text(text), actor.user, now), now)
    version = explained.on_the_table.number
    tell(uow, explained.student, TeacherExplained(explained.id, version, newest_entry(uow, explained.id)), now)
    return explained


def open_amendment(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> tuple[Contract, Classroom]:
    """A teacher's suggestion that waits for the actor, whose contract it is."""
    found, classroom = access.contract_as_student(uow, actor, contract)
    known_version(found, version)
    if found.status is not Status.AMENDED:
        raise Refusal("not-in-this-state", status=found.status.value)
    if found.on_the_table.number != version:
        raise Refusal("newer-version", version=found.on_the_table.number)
    return found, classroom


def _wondered(uow: UnitOfWork, contract: Contract, entry: int) -> Exchange:
    """The question in this line of the history. Refuses one that is answered, or about an older version."""
    history = uow.contracts.history(contract.id)
    asked = history[entry] if entry < len(history) else None
    if asked is None or asked.action != "wondered":
        raise Refusal("old-button")
    if not is_unanswered(contract, history, entry):
        raise Refusal("nothing-asked")
    return exchange(uow, asked)
