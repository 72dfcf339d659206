"""A contract that runs: looking at it, changing it, ending it early."""

from dataclasses import replace

from bot.activities import access
from bot.activities.changing import messages, together
from bot.activities.changing.messages import ChangeCard, ChangeDecided, LookInMessages
from bot.activities.checking_in import prompting, unasked
from bot.activities.contract.reads import contract_brief
from bot.activities.contract.steps import (
    TermsForm,
    known_version,
    newest_entry,
    rewritten,
    still_fits,
    store,
    store_and_follow,
    student_is_here,
    terms_form,
    typed_text,
)
from bot.activities.contract.telling import tell_one, tell_teacher
from bot.activities.hearing import asking, kinds
from bot.activities.hearing.kinds import HeardMessage
from bot.activities.hearing.messages import WaysOut, WaysOutBrief
from bot.activities.journey import use_cases as journey
from bot.activities.journey.messages import PastContracts
from bot.activities.reviewing.messages import ClosedByYou, ContractCard, ContractClosed
from bot.activities.set_up.messages import away_from
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom, Membership
from bot.domain.contract import OPEN, RUNNING, Contract, Status
from bot.domain.interview import InterviewState
from bot.domain.terms import Terms
from bot.language.hearing import Kind
from bot.language.terms_typed import Filled
from bot.messages.briefs import NothingToSay, say
from bot.messages.registry import Notice
from bot.messages.tell import refresh, tell, tell_here
from storage.unit_of_work import UnitOfWork


def show_contract(uow: UnitOfWork, actor: Actor, channel: str, student: str) -> None:
    """Show the actor their open contracts, and a list of those that are over; a teacher those with `student`, in the
    classes they share."""
    past = journey.past_of(uow, actor, student or actor.user)
    found = _find_open(uow, actor, student)[0] if past else open_contracts(uow, actor, student)
    for contract in found:
        tell(uow, actor.user, ContractCard(contract.id))
    if past:
        tell(uow, actor.user, PastContracts(student or actor.user))
    if channel and not channel.startswith("D"):
        tell_here(uow, actor.user, channel, LookInMessages())


def find_to_change(uow: UnitOfWork, actor: Actor, student: str) -> tuple[int, int] | None:
    """(contract, version) of the one active contract that the actor can mean; None where there are several."""
    running = [c for c in open_contracts(uow, actor, student) if c.status in RUNNING]
    if not running:
        raise Refusal("nothing-to-change")
    return (running[0].id, running[0].on_the_table.number) if len(running) == 1 else None


def open_change(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> TermsForm:
    """The form for either side, filled with what is in force."""
    found, classroom, side = to_change(uow, actor, contract, version)
    return terms_form(uow, actor, found, classroom, side)


def propose(uow: UnitOfWork, actor: Actor, contract: int, version: int, filled: Filled) -> Contract:
    """Sign a change for one side; until the other signs too, what was agreed holds."""
    found, classroom, side = to_change(uow, actor, contract, version)
    return _put_forward(uow, actor, found, side, rewritten(uow, actor, found, classroom, side, filled))


def propose_terms(uow: UnitOfWork, actor: Actor, contract: int, version: int, terms: Terms) -> Contract:
    """The same for terms that were not typed into the form, and are checked already."""
    found, _, side = to_change(uow, actor, contract, version)
    return _put_forward(uow, actor, found, side, terms)


def _put_forward(uow: UnitOfWork, actor: Actor, found: Contract, side: Side, terms: Terms) -> Contract:
    in_force = found.in_force.number
    changed = store(uow, life.propose_change(found, terms, side, actor.user, uow.now))
    card = ChangeCard(changed.id, changed.on_the_table.number, in_force)
    tell(uow, actor.user, card)
    _tell_other_side(uow, changed, side, card)
    return changed


def sign(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> Contract:
    """Sign the other side's change: it is in force from now on."""
    found, classroom, side = _offered(uow, actor, contract, version)
    author = found.on_the_table.author_user
    agreed = life.agree_to_change(found, version, side, actor.user, uow.now)
    still_fits(uow, found, classroom)
    signed = store_and_follow(uow, agreed, classroom)
    if not (side is Side.STUDENT and together.shows(uow, found)):
        _tell_author(uow, signed, side, author, version)
    together.show_anew(uow, signed.classroom)
    return signed


def look_to_decline(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> Contract:
    """The other side's change, while it waits for the actor."""
    found, _, side = _offered(uow, actor, contract, version)
    if found.on_the_table.author is side:
        raise Refusal("already-signed-by-your-side")
    return found


def decline(uow: UnitOfWork, actor: Actor, contract: int, version: int, reason: str) -> Contract:
    """Keep what was agreed, and say why."""
    found = look_to_decline(uow, actor, contract, version)
    side = found.on_the_table.author.other
    author = found.on_the_table.author_user
    declined = store(uow, life.decline_change(found, version, typed_text(reason), side, actor.user, uow.now))
    _tell_author(uow, declined, side, author, version)
    together.show_anew(uow, declined.classroom)
    return declined


def take_back(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> Contract:
    """The side that proposed the change takes it back."""
    found, _, side = _offered(uow, actor, contract, version)
    if found.on_the_table.author is not side:
        raise Refusal("not-your-change")
    back = store(uow, life.decline_change(found, version, "", side, actor.user, uow.now))
    _tell_other_side(uow, back, side, ChangeDecided(back.id, version, newest_entry(uow, back.id)))
    together.show_anew(uow, back.classroom)
    return back


def look_to_close(uow: UnitOfWork, actor: Actor, contract: int) -> Side:
    """The actor's side of a contract that they may end early."""
    found, _, side = access.contract_as_party(uow, actor, contract)
    if found.status not in OPEN or found.status is Status.REASSESSING:
        raise Refusal("not-in-this-state", status=found.status.value)
    return side


def close(uow: UnitOfWork, actor: Actor, contract: int, reason: str) -> Contract:
    """Withdraw as the student, or close as a teacher, with a reason."""
    side = look_to_close(uow, actor, contract)
    found, classroom, _ = access.contract_as_party(uow, actor, contract)
    closed = life.close(found, typed_text(reason), actor.user, uow.now)
    stored = store_and_follow(uow, closed, classroom)
    _close_interview(uow, stored)
    version = stored.current.number if stored.current else 0
    if side is Side.TEACHER or stored.versions:  # of a draft that nobody saw, nobody need hear
        _tell_other_side(uow, stored, side, ContractClosed(stored.id, version, newest_entry(uow, stored.id)))
    tell(uow, actor.user, ClosedByYou(stored.id, version, newest_entry(uow, stored.id)))
    refresh(uow, away_from(classroom.id))
    return stored


def open_contracts(uow: UnitOfWork, actor: Actor, student: str) -> list[Contract]:
    """Those that `_find_open` finds; Refusal where there are none."""
    found, places, side = _find_open(uow, actor, student)
    if found:
        return found
    if side is Side.TEACHER:
        raise Refusal("no-contract-with-them" if any(p.side is side for p in places) else "for-teachers")
    teaches = any(p.side is Side.TEACHER for p in places)
    raise Refusal("whose-contract" if teaches else "no-contract-yet")


def _find_open(uow: UnitOfWork, actor: Actor, student: str) -> tuple[list[Contract], list[Membership], Side]:
    """The actor's own; or, where they name a student, that student's in the classes that the actor teaches. With the
    actor's places, and the side that counts."""
    places = access.places_of(uow, actor.user)
    side = Side.TEACHER if student and student != actor.user else Side.STUDENT
    classes = {p.classroom for p in places if p.side is side}
    return [c for c in uow.contracts.open_for(student or actor.user) if c.classroom in classes], places, side


def to_change(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> tuple[Contract, Classroom, Side]:
    """A running contract on which no change waits, as the actor saw it."""
    found, classroom, side = access.contract_as_party(uow, actor, contract)
    known_version(found, version)
    if found.status is not Status.ACTIVE:
        raise Refusal("not-in-this-state", status=found.status.value)
    if found.on_the_table.number != version:
        raise Refusal("newer-version", version=found.on_the_table.number)
    if side is Side.TEACHER:
        student_is_here(uow, found)
    return found, classroom, side


def _offered(uow: UnitOfWork, actor: Actor, contract: int, version: int) -> tuple[Contract, Classroom, Side]:
    """A change that waits, with the actor's side."""
    found, classroom, side = access.contract_as_party(uow, actor, contract)
    known_version(found, version)
    if found.status is not Status.RENEGOTIATING:
        key = "change-decided" if found.status is Status.ACTIVE else "not-in-this-state"
        raise Refusal(key, status=found.status.value)
    if found.on_the_table.number != version:
        raise Refusal("newer-version", version=found.on_the_table.number)
    return found, classroom, side


def _tell_author(uow: UnitOfWork, contract: Contract, side: Side, author: str, version: int) -> None:
    """Tell the side that proposed the change what `side` decided."""
    notice = ChangeDecided(contract.id, version, newest_entry(uow, contract.id))
    if side is Side.TEACHER:
        tell(uow, contract.student, notice)
    else:
        tell_teacher(uow, contract, author, notice)


def _tell_other_side(uow: UnitOfWork, contract: Contract, side: Side, notice: Notice) -> None:
    if side is Side.TEACHER:
        return tell(uow, contract.student, notice)
    for teacher in access.teachers_for(uow, contract.student, contract.classroom):
        tell_one(uow, contract, teacher, notice)
    return None


def _close_interview(uow: UnitOfWork, contract: Contract) -> None:
    """What was being drafted is over too."""
    interview = uow.interviews.of_contract(contract.id)
    if interview is not None and interview.state is not InterviewState.CLOSED:
        uow.interviews.save(replace(interview, state=InterviewState.CLOSED, updated_at=uow.now))


# Somebody wants to stop, or to change what was agreed. Their words change nothing: the ways to do it are shown.


@kinds.handles(Kind.STOP, Kind.CHANGE)
def show(uow: UnitOfWork, actor: Actor, message: HeardMessage) -> None:
    """The contract that is meant, with what one can do about it."""
    contracts = {c.classroom: c for c in access.own_contracts(uow, actor.user)}
    if not contracts:
        return kinds.remark(uow, actor, message)
    chosen = asking.class_of(uow, actor, message, sorted(contracts))
    if chosen is None:
        return None
    kind, beside = message.heard.kind.value, unasked.beside(uow, actor, message, chosen)
    lost = beside is None and bool(message.heard.numbers)
    tell(uow, actor.user, WaysOut(contracts[chosen].id, kind, lost))
    if beside is not None:
        unasked.put_beside(uow, actor, *beside, message.typed)
    return None


def _ways_out(uow: UnitOfWork, notice: WaysOut, reader: str) -> WaysOutBrief:
    contract = uow.contracts.get(notice.contract)
    if contract is None:
        raise NothingToSay("contract")
    ahead = prompting.next_one(uow, contract.id) if contract.status in RUNNING else None
    return WaysOutBrief(contract_brief(uow, notice, reader), ahead.id if ahead else None)


say(WaysOut, shown=_ways_out, blocks=messages.ways_out)
