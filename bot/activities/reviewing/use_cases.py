"""The teachers decide on a proposal: sign, ask, suggest changes, or send it back."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.activities import access
from bot.activities.contract.reads import exchange, is_unanswered
from bot.activities.contract.steps import (
    TermsForm,
    fits,
    known_version,
    newest_entry,
    rewritten,
    still_fits,
    still_to_decide,
    store,
    store_and_follow,
    student_is_here,
    terms_form,
    typed_text,
)
from bot.activities.contract.telling import tell_teacher
from bot.activities.proposing.starting import reopen
from bot.activities.reviewing import late
from bot.activities.reviewing.messages import (
    Agreed,
    AmendmentCard,
    AnswerPassedOn,
    ContractCard,
    DatesPassed,
    EntryCard,
    ProposalCard,
    SentBack,
    StudentAnswered,
    StudentWondered,
    TalkLine,
    TeacherAsked,
    TeacherExplained,
)
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status
from bot.domain.interview import About, Focus
from bot.domain.outbox import DeliveryState
from bot.domain.terms import Terms
from bot.language.terms_typed import Filled
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork


def announce(uow: UnitOfWork, contract: Contract) -> None:
    """Lay the proposal on the table before each teacher of the class."""
    number = contract.on_the_table.number
    card = ProposalCard(contract.id, number, number - 1)
    for teacher in access.teachers_for(uow, contract.student, contract.classroom):
        tell(uow, teacher, card, once=f"proposal:{contract.id}:{number}:{teacher}")


def approve(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> Contract:
    """Sign the proposal for the teachers: from now on it is agreed. Where its dates no longer hold, the same one with
    its dates moved is laid before who would sign."""
    found, classroom = open_proposal(uow, actor, contract, version)
    student_is_here(uow, found)
    if _offers_other_dates(uow, actor, found, classroom):
        return found
    signed = life.approve(found, version, actor.user, uow.now)
    still_fits(uow, found, classroom)
    return come_into_force(uow, signed, classroom)


def _offers_other_dates(uow: UnitOfWork, actor: Actor, contract: Contract, classroom: Classroom) -> bool:
    terms, days = contract.on_the_table.terms, late.days_waited(uow, contract, classroom)
    if fits(uow, contract, terms, classroom) or late.moved_by(uow, actor.user, contract, classroom, days) is None:
        return False
    tell(uow, actor.user, DatesPassed(contract.id, contract.on_the_table.number, days=days))
    return True


def move_dates(uow: UnitOfWork, actor: Actor, contract: int, version: int, days: int) -> Contract:
    """Suggest, and sign for the teachers, the proposal with its dates so many days later; the student decides. Where
    even these no longer hold, later ones are laid before the teacher."""
    if not 0 < days <= late.DAYS_MOST:
        raise Refusal("old-button")
    found, classroom = open_proposal(uow, actor, contract, version)
    student_is_here(uow, found)
    terms = late.moved_by(uow, actor.user, found, classroom, days)
    if terms is not None:
        return _amend(uow, actor, found, version, terms)
    if _offers_other_dates(uow, actor, found, classroom):
        return found
    raise Refusal("version-too-late")


def come_into_force(uow: UnitOfWork, signed: Contract, classroom: Classroom) -> Contract:
    """Both have signed for the first time: check-ins begin, and both hear what happens next."""
    active = store_and_follow(uow, signed, classroom)
    tell(uow, active.student, ContractCard(active.id))
    agreed = Agreed(active.id, active.in_force.number, newest_entry(uow, active.id))
    tell_teacher(uow, active, active.decided_by, agreed)
    return active


def ask(uow: UnitOfWork, actor: Actor, contract: int, version: int, question: str) -> Contract:
    """Ask the student before deciding."""
    found, _ = open_proposal(uow, actor, contract, version)
    student_is_here(uow, found)
    asked = store(uow, life.ask(found, version, typed_text(question), actor.user, uow.now))
    uow.focus.put(Focus(uow.workspace, asked.student, About.QUESTION, asked.id, uow.now))
    tell(uow, asked.student, TeacherAsked(asked.id, version, newest_entry(uow, asked.id)))
    return asked


def answer(uow: UnitOfWork, actor: Actor, contract: int, text: str) -> Contract:
    """The student answers; the proposal lies before the teachers again."""
    found, _ = access.contract_as_student(uow, actor, contract)
    if found.status is not Status.QUESTIONED:
        raise Refusal("nothing-asked")
    answered = store(uow, life.answer(found, typed_text(text), actor.user, uow.now))
    entry = newest_entry(uow, answered.id)
    notice = StudentAnswered(answered.id, answered.on_the_table.number, entry)
    tell_teacher(uow, answered, answered.decided_by, notice)
    return answered


def hear(uow: UnitOfWork, actor: Actor, contract: int, text: str, ts: str) -> None:
    """The student typed the answer instead of pressing the button."""
    answered = answer(uow, actor, contract, text)
    entry = newest_entry(uow, answered.id)
    tell(uow, actor.user, AnswerPassedOn(answered.id, answered.on_the_table.number, entry))


def look_to_decide(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> Contract:
    """The proposal, where it still waits for the actor's decision."""
    return open_proposal(uow, actor, contract, version)[0]


def open_question(uow: UnitOfWork, actor: Actor, contract: int) -> TalkLine:
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


def redirect(uow: UnitOfWork, actor: Actor, contract: int, version: int, reason: str) -> Contract:
    """Send the proposal back to the student, with a reason; what they wrote is kept."""
    found, _ = open_proposal(uow, actor, contract, version)
    sent = store(uow, life.redirect(found, version, typed_text(reason), actor.user, uow.now))
    reopen(uow, sent)
    tell(uow, sent.student, SentBack(sent.id, version, newest_entry(uow, sent.id)))
    return sent


def open_proposal(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> tuple[Contract, Classroom]:
    """A proposal that waits for a decision, in a class where the actor teaches."""
    found, classroom = access.contract_as_teacher(uow, actor, contract)
    still_to_decide(uow, actor, found, version)
    return found, classroom


# A teacher suggests changes to a proposal; the student signs them, answers with a version of their own, or asks.


def open_suggestion(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> TermsForm:
    """The teacher's form, filled with the proposal."""
    found, classroom = open_proposal(uow, actor, contract, version)
    return terms_form(uow, actor, found, classroom, Side.TEACHER)


def suggest(uow: UnitOfWork, actor: Actor, contract: int, version: int, filled: Filled) -> Contract:
    """Sign a changed version for the teachers; the student decides."""
    found, classroom = open_proposal(uow, actor, contract, version)
    student_is_here(uow, found)
    terms = rewritten(uow, actor, found, classroom, Side.TEACHER, filled)
    return _amend(uow, actor, found, version, terms)


def _amend(uow: UnitOfWork, actor: Actor, contract: Contract, version: int, terms: Terms) -> Contract:
    amended = store(uow, life.amend(contract, version, terms, actor.user, uow.now))
    tell(uow, amended.student, AmendmentCard(amended.id, amended.on_the_table.number, version))
    return amended


def sign(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> Contract:
    """The student signs what the teacher suggested: from now on it is agreed."""
    found, classroom = open_amendment(uow, actor, contract, version)
    signed = life.accept(found, version, actor.user, uow.now)
    still_fits(uow, found, classroom)
    return come_into_force(uow, signed, classroom)


def open_counter(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> TermsForm:
    """The student's form, filled with the suggestion."""
    found, classroom = open_amendment(uow, actor, contract, version)
    return terms_form(uow, actor, found, classroom, Side.STUDENT)


def counter(uow: UnitOfWork, actor: Actor, contract: int, version: int, filled: Filled) -> Contract:
    """The student answers with a version of their own; it lies before all teachers of the class."""
    found, classroom = open_amendment(uow, actor, contract, version)
    terms = rewritten(uow, actor, found, classroom, Side.STUDENT, filled)
    countered = store(uow, life.counter(found, version, terms, actor.user, uow.now))
    announce(uow, countered)
    return countered


def look_to_wonder(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> Contract:
    """The suggestion, where the student still decides on it."""
    return open_amendment(uow, actor, contract, version)[0]


def wonder(uow: UnitOfWork, actor: Actor, contract: int, version: int, question: str) -> Contract:
    """The student asks the teacher who suggested the changes."""
    found, _ = open_amendment(uow, actor, contract, version)
    wondered = store(uow, life.wonder(found, version, typed_text(question), actor.user, uow.now))
    notice = StudentWondered(wondered.id, version, newest_entry(uow, wondered.id))
    tell_teacher(uow, wondered, wondered.on_the_table.author_user, notice)
    return wondered


def open_explanation(uow: UnitOfWork, actor: Actor, contract: int, entry: int) -> TalkLine:
    """The student's question, where it waits for a teacher's answer."""
    found, _ = access.contract_as_teacher(uow, actor, contract)
    return _wondered(uow, found, entry)


def explain(uow: UnitOfWork, actor: Actor, contract: int, entry: int, text: str) -> Contract:
    """A teacher answers the student's question; the student decides."""
    found, _ = access.contract_as_teacher(uow, actor, contract)
    _wondered(uow, found, entry)
    explained = store(uow, life.explain(found, typed_text(text), actor.user, uow.now))
    version = explained.on_the_table.number
    tell(uow, explained.student, TeacherExplained(explained.id, version, newest_entry(uow, explained.id)))
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


def _wondered(uow: UnitOfWork, contract: Contract, entry: int) -> TalkLine:
    """The question in this line of the history. Refuses one that is answered, or about an older version."""
    history = uow.contracts.history(contract.id)
    asked = history[entry] if entry < len(history) else None
    if asked is None or asked.action != "wondered":
        raise Refusal("old-button")
    if not is_unanswered(contract, history, entry):
        raise Refusal("nothing-asked")
    return exchange(uow, asked)


# What a teacher writes under a proposal may come in parts: what they asked, or explained, then says all of it.


_Step = Callable[[Contract, str, str, datetime], Contract]

_STEPS: Mapping[str, tuple[_Step, type[EntryCard]]] = {
    "asked": (life.ask_on, TeacherAsked),
    "explained": (life.explain, TeacherExplained),
}
"""By what was done last: how it goes on, and what the student is told."""


def goes_on(uow: UnitOfWork, actor: Actor, contract: Contract, text: str) -> bool:
    """Whether a message is what the actor wrote last about this contract, with a further part; then all of it is
    another line of the history, and the student reads that one alone."""
    entry = newest_entry(uow, contract.id)
    begun = uow.contracts.history(contract.id)[entry]
    if begun.user != actor.user or begun.action not in _STEPS:
        return False
    if not life.is_continued_by(str(begun.detail.get("text", "")), text):
        return False
    step, card = _STEPS[begun.action]
    moved = store(uow, step(contract, typed_text(text), actor.user, uow.now))
    _say_instead(uow, moved, card(moved.id, moved.on_the_table.number, newest_entry(uow, moved.id)), entry)
    return True


def _say_instead(uow: UnitOfWork, contract: Contract, card: EntryCard, entry: int) -> None:
    """The line before is not said, where it has not left yet."""
    waiting = [d for d in uow.outbox.cards(f"contract:{contract.id}") if d.state is DeliveryState.WAITING]
    uow.outbox.unsay([d.id for d in waiting if (d.notice, d.args.get("entry")) == (card.kind, entry)])
    tell(uow, contract.student, card)
