"""What every step in a contract's life shares: its form, storing it, refreshing what shows it, refusing the late."""

from dataclasses import dataclass, replace
from datetime import date

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.drafting import use_cases as drafting
from bot.activities.proposing.starting import frame_of
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.interview import Frame
from bot.domain.schedule import as_it_runs, has_one_by_midpoint
from bot.domain.terms import Terms
from bot.language import typed
from bot.language.terms_typed import Filled, Setting, days_to_choose, may_say_when, read_terms, weeks_to_choose
from bot.messages.briefs import lang_of, name_of
from bot.messages.tell import refresh, show_home
from storage.unit_of_work import UnitOfWork

FINISHED = (Status.COMPLETED, Status.CLOSED)

TEXT_MOST = 1500
"""Characters of a question, an answer or a reason: what is longer is not read in a chat."""


def store(uow: UnitOfWork, contract: Contract) -> Contract:
    """Save the next state; every card and Home that shows the contract follows."""
    saved = uow.contracts.save(contract)
    refresh(uow, f"contract:{saved.id}")
    if saved.status is Status.ACTIVE and saved.feedback is not None:
        refresh(uow, f"feedback:{saved.feedback}")  # it says that it became a target
    if saved.status in (Status.DRAFTING, Status.PROPOSED, *FINISHED):
        drafting.follow(uow, saved.student, saved.classroom)
    for user in (saved.student, *access.teachers_of(uow, saved.classroom)):
        show_home(uow, user)
    return saved


def store_and_follow(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> Contract:
    """Save the next state, and let check-ins follow what is in force.

    The state is saved first: of two who decide at once, the slower one stops there, before any check-in is written.
    """
    saved = uow.contracts.save(contract)
    return store(uow, planning.follow(uow, saved, classroom))


def newest_entry(uow: UnitOfWork, contract: int) -> int:
    """The place of the newest line in the contract's history, counted from 0."""
    return len(uow.contracts.history(contract)) - 1


def typed_text(text: str, field: str = "text") -> str:
    """A question, an answer or a reason, as it is kept."""
    try:
        return typed.words(text, TEXT_MOST)
    except Refusal as refusal:
        raise Refusal(refusal.key, field=field, **refusal.args_for_copy) from refusal


def student_is_here(uow: UnitOfWork, contract: Contract) -> None:
    """Refuse what needs the student's next step while they are not in the class."""
    found = uow.memberships.of(contract.classroom, contract.student)
    if found is None or found.left_at is not None:
        raise Refusal("student-not-here", name=name_of(uow, contract.student))


def known_version(contract: Contract, version: int) -> None:
    """Refuse a version that was never written."""
    if not 0 < version <= contract.versions:
        raise Refusal("old-button")


def still_to_decide(uow: UnitOfWork, actor: Actor, contract: Contract, version: int) -> None:
    """Refuse a decision on a proposal that somebody has decided on: the first one wins."""
    known_version(contract, version)
    if contract.status is Status.PROPOSED:
        if contract.on_the_table.number != version:
            raise Refusal("newer-version", version=contract.on_the_table.number)
        return
    decider = contract.decided_by
    if decider is None or contract.status is Status.CLOSED:
        raise Refusal("not-in-this-state", status=contract.status.value)
    if decider == actor.user:
        raise Refusal("you-decided-already", status=contract.status.value)
    raise Refusal("somebody-decided", name=name_of(uow, decider), status=contract.status.value)


# The form in which a side rewrites the terms: what it starts with, and the terms that come back.


@dataclass(frozen=True, slots=True)
class TermsForm:
    """What the form starts with. `version` is on the table while it is filled in."""

    contract: int
    version: int
    terms: Terms
    side: Side
    days: tuple[str, ...]
    weeks: tuple[date, ...] = ()
    """The Mondays from which every second week may be chosen."""
    says_when: bool = False
    """Whether check-ins may come after something that the student says."""
    graded: bool = False
    """Whether the class wants a suggested grade at the end."""


def terms_form(uow: UnitOfWork, actor: Actor, contract: Contract, classroom: Classroom, side: Side) -> TermsForm:
    before = _standing(contract, classroom)
    frame = _frame(uow, actor, contract, classroom)
    days = days_to_choose(before, side, frame)
    weeks = weeks_to_choose(before, side, frame)
    says_when = may_say_when(before, side, frame)
    graded = classroom.self_part is not None
    return TermsForm(contract.id, contract.on_the_table.number, before, side, days, weeks, says_when, graded)


def rewritten(
    uow: UnitOfWork, actor: Actor, contract: Contract, classroom: Classroom, side: Side, filled: Filled
) -> Terms:
    """The terms that the form says. Raises Refusal under the field that can not be, and under the first one where
    nothing was changed: the form stays open."""
    setting = setting_of(uow, actor, contract, classroom, side)
    terms, before = read_terms(filled, setting), setting.before
    if terms == before:
        raise Refusal("nothing-changed", field="t0_statement")
    return terms


def setting_of(uow: UnitOfWork, actor: Actor, contract: Contract, classroom: Classroom, side: Side) -> Setting:
    """What a new version by this side is read against."""
    frame, before = _frame(uow, actor, contract, classroom), _standing(contract, classroom)
    return Setting(before, side, frame, planning.began_at(uow, contract), lang_of(uow, contract.student))


def still_fits(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> None:
    """Refuse to sign what lay waiting for so long that its dates do not hold any more."""
    if not fits(uow, contract, contract.on_the_table.terms, classroom):
        raise Refusal("change-too-late" if contract.status in RUNNING else "version-too-late")


def fits(uow: UnitOfWork, contract: Contract, terms: Terms, classroom: Classroom) -> bool:
    """Whether these terms could be signed for it now: their end is to come, with a check-in by the midpoint."""
    terms = as_it_runs(terms, classroom)
    frame = frame_of(uow, classroom, contract.student, uow.now)
    in_time = has_one_by_midpoint(terms, frame.timezone, planning.began_at(uow, contract))
    return terms.ends_on > frame.today and in_time


def _standing(contract: Contract, classroom: Classroom) -> Terms:
    """What the form is filled with: what is in force, or what lies on the table."""
    version = contract.in_force if contract.status in RUNNING else contract.on_the_table
    return as_it_runs(version.terms, classroom)


def _frame(uow: UnitOfWork, actor: Actor, contract: Contract, classroom: Classroom) -> Frame:
    """The student's days and zone; words and dates are read as whoever types them writes them."""
    frame = frame_of(uow, classroom, contract.student, uow.now)
    person = uow.people.of(actor.user)
    day_first = person is None or person.reads != "en-US"
    return replace(frame, day_first=day_first, lang=lang_of(uow, actor.user))
