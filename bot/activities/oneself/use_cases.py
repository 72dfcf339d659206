"""A student begins a contract with themselves, signs it alone, says how it goes, and shares it or not."""

from datetime import date, time

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.oneself.forms import SelfForm
from bot.activities.oneself.messages import SelfCard, SelfContracts, SelfEnds, SelfHalfway, SelfShared, subject_of
from bot.domain import oneself, recurrence
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.days_off import DAY
from bot.domain.oneself import SelfContract, SelfKind
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

_TO_ITS_STUDENT = frozenset(kind.kind for kind in (SelfContracts, SelfCard, SelfHalfway, SelfEnds))


def show_mine(uow: UnitOfWork, actor: Actor) -> None:
    """`/accord myself`: the actor's own, also of a class where they learn no more."""
    theirs = uow.self_contracts.of(actor.user) if access.may_have_a_place(uow, actor.user) else []
    if not theirs and not _classes(uow, actor):
        raise Refusal("for-students")
    tell(uow, actor.user, SelfContracts(actor.user))


def show(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    found = own(uow, actor, contract)
    tell(uow, actor.user, SelfCard(found.classroom, found.id))


def open_new(uow: UnitOfWork, actor: Actor) -> SelfForm:
    rooms = _classes(uow, actor)
    if not rooms:
        raise Refusal("for-students")
    oneself.may_begin(uow.self_contracts.of(actor.user))
    return SelfForm(tuple((room.id, room.name) for room in rooms))


def open_change(uow: UnitOfWork, actor: Actor, contract: int) -> SelfForm:
    found = own(uow, actor, contract)
    if not found.is_open:
        raise Refusal("self-over")
    return SelfForm((), found)


def begin(
    uow: UnitOfWork,
    actor: Actor,
    classroom: int,
    kind: SelfKind,
    goal: str,
    sign: str,
    practice: str,
    steps: str,
    ends_on: date | None,
) -> None:
    """A draft: it is active once its student has signed it."""
    room = access.student_in(uow, actor, classroom)
    oneself.may_begin(uow.self_contracts.of(actor.user))
    zone = planning.zone_of(uow, actor.user, room)
    terms = oneself.checked(kind, goal, sign, practice, steps, ends_on, recurrence.local_day(uow.now, zone))
    closes = recurrence.instant(terms.ends_on + DAY, time(0), zone)
    made = uow.self_contracts.add(oneself.begun(uow.workspace, room.id, actor.user, terms, uow.now, closes))
    tell(uow, actor.user, SelfCard(room.id, made.id))


def change(
    uow: UnitOfWork,
    actor: Actor,
    contract: int,
    goal: str,
    sign: str,
    practice: str,
    steps: str,
    ends_on: date | None,
) -> None:
    """Other words have to be signed anew; until then teachers see nothing of them."""
    found = own(uow, actor, contract)
    zone = _zone(uow, found)
    terms = oneself.checked(found.kind, goal, sign, practice, steps, ends_on, recurrence.local_day(uow.now, zone))
    closes = recurrence.instant(terms.ends_on + DAY, time(0), zone)
    _save(uow, found, oneself.rewritten(found, terms, closes))


def sign(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """By its student alone. It is asked about once on the way, and on its last day; nobody else hears of it."""
    found = own(uow, actor, contract)
    signed = oneself.signed(found, actor.user, uow.now)
    _save(uow, found, signed)
    _plan(uow, signed, _room(uow, found))


def _plan(uow: UnitOfWork, contract: SelfContract, room: Classroom) -> None:
    if contract.kind is SelfKind.LESSON:
        return
    zone, off = _zone(uow, contract), planning.days_off(uow, room.id)
    today, place = recurrence.local_day(uow.now, zone), (room.id, contract.id, contract.version)
    middle, last = oneself.midpoint_of(contract, today, off), off.last_open(contract.ends_on)
    for on, notice in ((middle, SelfHalfway(*place)), (max(last, today + DAY), SelfEnds(*place))):
        if on is not None:
            at = out_of_quiet(recurrence.instant(on, room.check_in_time, zone), room, zone)
            once = f"{notice.kind}:{contract.id}:{contract.version}"
            tell(uow, contract.student, notice, once=once, not_before=max(at, uow.now), expires_at=contract.closes_at)


def discard(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """Nothing of it is left; what teachers were shown of it is shown no more."""
    found = own(uow, actor, contract)
    if not found.is_open:
        raise Refusal("self-over")
    refresh(uow, subject_of(found.id))
    uow.self_contracts.remove_all([found.id])


def do_step(uow: UnitOfWork, actor: Actor, contract: int, place: int) -> None:
    found = own(uow, actor, contract)
    _save(uow, found, oneself.step_done(found, place))


def open_own(uow: UnitOfWork, actor: Actor, contract: int) -> SelfContract:
    """For the forms on the way and at the end."""
    found = own(uow, actor, contract)
    if not found.is_active:
        raise Refusal("self-over" if not found.is_open else "self-sign-first")
    return found


def say_halfway(uow: UnitOfWork, actor: Actor, contract: int, words: str) -> None:
    found = own(uow, actor, contract)
    _save(uow, found, oneself.said_halfway(found, words, uow.now))


def hear_under(uow: UnitOfWork, actor: Actor, channel: str, thread: str, words: str) -> bool:
    """Whether what was typed in this thread is for a contract with oneself of the actor's. It says how it goes, where
    that is asked; else the card shows what can be done. It is heard as nothing else, also where the contract is gone: a
    teacher could read that."""
    posted = uow.outbox.posted(channel, thread)
    if posted is None or posted.reader != actor.user or posted.notice not in _TO_ITS_STUDENT:
        return False
    found = uow.self_contracts.get(posted.args.get("self_contract", 0))
    if found is None:
        tell(uow, actor.user, SelfContracts(actor.user))
        return True
    if found.is_active and found.kind is SelfKind.ONESELF and found.halfway_at is None and words.strip():
        say_halfway(uow, actor, found.id, words)
    show(uow, actor, found.id)
    return True


def end(uow: UnitOfWork, actor: Actor, contract: int, outcome: str, found: str, then: str) -> None:
    standing = own(uow, actor, contract)
    _save(uow, standing, oneself.ended(standing, outcome, found, then, uow.now))


def share(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """Those who teach the class may look from now on, until its student keeps it again."""
    found = own(uow, actor, contract)
    access.student_in(uow, actor, found.classroom)
    _save(uow, found, oneself.shared(found, True, uow.now))
    for teacher in access.teachers_for(uow, actor.user, found.classroom):
        if found.shared_at is None:
            tell(uow, teacher, SelfShared(found.classroom, found.id))


def keep(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    found = own(uow, actor, contract)
    _save(uow, found, oneself.shared(found, False, uow.now))


def own(uow: UnitOfWork, actor: Actor, contract: int) -> SelfContract:
    """The actor's own; it stays theirs when they leave the class, or come to teach it. Somebody else's is as good as
    none."""
    found = uow.self_contracts.get(contract)
    if found is None or found.student != actor.user:
        raise Refusal("old-button")
    access.somewhere(uow, actor)
    return found


def _save(uow: UnitOfWork, before: SelfContract, after: SelfContract) -> None:
    if after != before:
        uow.self_contracts.save(after)
    refresh(uow, subject_of(before.id))


def _zone(uow: UnitOfWork, contract: SelfContract) -> str:
    return planning.zone_of(uow, contract.student, _room(uow, contract))


def _room(uow: UnitOfWork, contract: SelfContract) -> Classroom:
    room = uow.classrooms.get(contract.classroom)
    if room is None:
        raise Refusal("no-class-here")
    return room


def _classes(uow: UnitOfWork, actor: Actor) -> list[Classroom]:
    return [room for room in uow.classrooms.among(access.learns_in(uow, actor.user)) if not room.archived]
