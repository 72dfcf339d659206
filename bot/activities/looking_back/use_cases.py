"""The end of a contract: both sides assess and reflect, then both see both and the contract is completed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.activities import access
from bot.activities.checking_in import answering, planning
from bot.activities.checking_in.answering import written
from bot.activities.contract.steps import store
from bot.activities.contract.telling import tell_one
from bot.activities.evidence.listing import shelf_of
from bot.activities.evidence.messages import NOTHING_SHOWN
from bot.activities.freedom import use_cases as freedom
from bot.activities.looking_back import messages, reminding
from bot.activities.looking_back.messages import (
    Classmate,
    LookBackAsked,
    LookBackBrief,
    LookBackForm,
    LookBackOverdue,
    LookBackReminder,
    LookedBack,
    SideBySide,
    SideTold,
)
from bot.domain import check_ins
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import AWAITING, CheckIn, CheckInState, EndingContract, Reply
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.days_off import NO_DAYS_OFF
from bot.domain.grading import suggested, weights_of
from bot.domain.halfway import halfway_of
from bot.domain.look_back import (
    Assessment,
    AssessmentState,
    FromOutside,
    asks_a_classmate,
    checked_outside,
    checked_ratings,
    checked_reflection,
    final_field,
    newest_values,
    not_reached,
    outside_places,
    rates_kept,
    wanted_numbers,
)
from bot.domain.peers import PeerState
from bot.domain.schedule import Schedule
from bot.language.targets.kinds import scale_of
from bot.messages.briefs import NothingToSay, lang_of, name_of, only_a_party, say
from storage.queries.due import Agenda
from storage.unit_of_work import UnitOfWork

# The final number of each target, asked for at the look back where the last day left it open.


_ANSWERABLE = (*sorted(AWAITING), CheckInState.ANSWERED, CheckInState.EXCUSED)


def numbers_wanted(uow: UnitOfWork, contract: Contract) -> Mapping[int, Reply | None]:
    """The targets whose final number nobody is sure of, each with the newest reply that has a number."""
    terms = contract.in_force.terms
    since = _schedule(uow, contract).last_day_begins
    return wanted_numbers(terms, uow.replies.on(contract.id), since)


def take(uow: UnitOfWork, actor: Actor, contract: Contract, typed: Mapping[int, str]) -> None:
    """Note the numbers that were typed, by target, as an answer to the last check-in. Refusal under the field of one
    that can not be read; an empty one says nothing, nor does one that stands as final already."""
    targets = contract.in_force.terms.targets
    lang, known = lang_of(uow, actor.user), range(len(targets))
    read = {i: written(text, targets[i], final_field(i), lang) for i, text in typed.items() if i in known}
    open_ones, newest = numbers_wanted(uow, contract), newest_values(uow.replies.on(contract.id))
    numbers = {i: value for i, value in read.items() if value is not None and (i in open_ones or value != newest[i])}
    if numbers:
        answering.note(uow, actor, _last_check_in(uow, contract).id, numbers)


def _last_check_in(uow: UnitOfWork, contract: Contract) -> CheckIn:
    """The one that waits for an answer, or that is the last day's; else one of its own."""
    asked = uow.check_ins.newest(contract.id, _ANSWERABLE)
    if asked is not None and (asked.state in AWAITING or _schedule(uow, contract).is_last(asked)):
        return asked
    newest = uow.check_ins.newest_of(contract.id)
    number = newest.number + 1 if newest else 1
    made = check_ins.planned(uow.workspace, contract.id, contract.student, number, uow.now, uow.now)
    return uow.check_ins.add(replace(check_ins.let_be(made), state=CheckInState.PROMPTED))


def _schedule(uow: UnitOfWork, contract: Contract) -> Schedule:
    return planning.schedule_of(uow, contract, _room(uow, contract))


def _room(uow: UnitOfWork, contract: Contract) -> Classroom:
    classroom = uow.classrooms.get(contract.classroom)
    if classroom is None:
        raise LookupError("classroom")
    return classroom


def begin(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """The time of a contract's `ends_at` has come: it ends, or whoever has not looked back is reminded.

    For the scheduler alone. Too early, or done already, it does nothing.
    """
    access.accord_itself(actor)
    found = uow.contracts.get(contract)
    if found is None or found.ends_at is None or found.ends_at > uow.now:
        return
    if found.status in RUNNING:
        _end_or_go_on(uow, found)
    elif found.status is Status.REASSESSING:
        reminding.remind(uow, found, _room(uow, found))


def open_form(uow: UnitOfWork, actor: Actor, contract: int) -> LookBackForm:
    found, side, mine = to_assess(uow, actor, contract)
    return form_of(uow, found, side, mine)


def form_of(uow: UnitOfWork, contract: Contract, side: Side, mine: Assessment | None) -> LookBackForm:
    wanted = numbers_wanted(uow, contract) if side is Side.STUDENT else {}
    student, values = name_of(uow, contract.student), newest_values(uow.replies.on(contract.id))
    shelf = shelf_of(uow, contract)
    choose = shelf.pieces if side is Side.STUDENT else ()
    return LookBackForm(
        contract,
        side,
        student,
        values,
        mine,
        wanted,
        shelf,
        choose,
        self_part_of(uow, contract),
        counts_signs_of(uow, contract),
    )


def self_part_of(uow: UnitOfWork, contract: Contract) -> int | None:
    """What a student's ratings count in a suggested grade, where the class now wants one: as it was agreed, else as the
    class has it."""
    room = uow.classrooms.get(contract.classroom)
    if room is None or room.self_part is None:
        return None
    agreed = contract.in_force.terms.self_part
    return room.self_part if agreed is None else agreed


def counts_signs_of(uow: UnitOfWork, contract: Contract) -> bool:
    """Whether the class now wants to know how many signs of success are met."""
    room = uow.classrooms.get(contract.classroom)
    return room is not None and bool(room.counts_signs)


NOTHING_CAME_BACK = FromOutside({})


def assess(
    uow: UnitOfWork,
    actor: Actor,
    contract: int,
    ratings: Mapping[int, int],
    reflection: str,
    numbers: Mapping[int, str] | None = None,
    otherwise: str = "",
    outside: FromOutside = NOTHING_CAME_BACK,
) -> Contract:
    """Store what the actor's side says, or change it. When both sides are in, the contract is completed.

    `numbers` are the final numbers as the student typed them, by target; of nobody else any are taken. A student's form
    from before there were parts comes here: it said that nobody reads it until both have looked back. What came back
    from `outside` a teacher notes.
    """
    found, side, _ = to_assess(uow, actor, contract)
    if side is Side.STUDENT:
        take(uow, actor, found, numbers or {})
    noted = outside if side is Side.TEACHER and outside_places(found.in_force.terms) else NOTHING_CAME_BACK
    assessment = Assessment(
        workspace=uow.workspace,
        contract=found.id,
        side=side.value,
        user=actor.user,
        ratings=checked_ratings(found.in_force.terms, ratings, side),
        reflection=checked_reflection(reflection, needed=side is Side.STUDENT),
        otherwise=checked_reflection(otherwise, needed=False, field="otherwise") if side is Side.TEACHER else "",
        outside_ratings=checked_outside(found.in_force.terms, noted.ratings),
        outside_words=checked_reflection(noted.words, needed=False, field="outside_words"),
        given_at=uow.now,
    )
    return come_in(uow, actor, found, assessment)


def come_in(uow: UnitOfWork, actor: Actor, contract: Contract, assessment: Assessment) -> Contract:
    """One side has looked back, or says it in another way."""
    uow.assessments.put(assessment)
    if uow.assessments.of(contract.id, Side(assessment.side).other) is not None:
        return _complete(uow, contract, actor)
    # Saved although nothing in it changed: of two sides that come in at once, one then sees the other.
    return store(uow, contract)


def _end_or_go_on(uow: UnitOfWork, contract: Contract) -> None:
    """End it once its last day is over. An earlier `ends_at` was written when an end was the check-in time of the last
    day: then the day goes on, with its check-in."""
    classroom = _room(uow, contract)
    if planning.end_of(uow, contract, classroom) > uow.now:
        store(uow, planning.follow(uow, contract, classroom))
    else:
        _end(uow, contract, classroom)


def _end(uow: UnitOfWork, contract: Contract, classroom: Classroom) -> None:
    ended = planning.follow(uow, life.come_to_an_end(contract, uow.now), classroom)
    saved = store(uow, replace(ended, ends_at=reminding.first_at(uow, ended, classroom)))
    for user in (saved.student, *access.teachers_for(uow, saved.student, saved.classroom)):
        tell_one(uow, saved, user, LookBackAsked(saved.id), once=f"look-back:{saved.id}:{user}")


def to_assess(uow: UnitOfWork, actor: Actor, contract: int) -> tuple[Contract, Side, Assessment | None]:
    """A contract at its end that the actor may assess, for which side, and what they said before."""
    found, _, side = access.contract_as_party(uow, actor, contract)
    if found.status is not Status.REASSESSING:
        raise Refusal("not-in-this-state", status=found.status.value)
    mine = uow.assessments.begun(found.id, side)
    if mine is not None and mine.user != actor.user:
        raise Refusal("look-back-taken", name=name_of(uow, mine.user))
    return found, side, mine


def _complete(uow: UnitOfWork, contract: Contract, actor: Actor) -> Contract:
    completed = store(uow, life.complete(contract, actor.user, uow.now))
    for user in (completed.student, *access.teachers_for(uow, completed.student, completed.classroom)):
        uow.outbox.withdraw(*reminding.keys_of(completed.id, user))
        tell_one(uow, completed, user, LookedBack(completed.id), once=f"looked-back:{completed.id}:{user}")
    freedom.propose(uow, completed)
    return completed


def _brief(uow: UnitOfWork, notice: LookBackAsked | LookBackReminder | LookBackOverdue, reader: str) -> LookBackBrief:
    contract, sides = _with_sides(uow, notice.contract, reader)
    side = Side.STUDENT if reader == contract.student else Side.TEACHER
    if not isinstance(notice, LookBackAsked):
        done = side in sides if isinstance(notice, LookBackReminder) else len(sides) == len(Side)
        if done or contract.status is not Status.REASSESSING:
            raise NothingToSay("look back")
    classroom = uow.classrooms.get(contract.classroom)
    mine, teachers, replies = sides.get(side), sides.get(Side.TEACHER), uow.replies.on(contract.id)
    theirs = sides.get(side.other)
    open_to_me = theirs is not None and theirs.state is AssessmentState.OPEN
    return LookBackBrief(
        contract=contract,
        side=side,
        student=name_of(uow, contract.student),
        classroom=classroom.name if classroom else "",
        mine=mine,
        assessor=name_of(uow, teachers.user) if teachers else "",
        by_reader=mine is not None and mine.user == reader,
        other_is_in=side.other in sides,
        values=newest_values(replies),
        kept=rates_kept(contract.in_force.terms.targets, replies),
        shelf=shelf_of(uow, contract) if isinstance(notice, LookBackAsked) else NOTHING_SHOWN,
        theirs=told_of(uow, contract, theirs) if open_to_me and theirs else None,
        classmate=_classmate(uow, contract),
        begun=side is Side.STUDENT and mine is None and uow.assessments.begun(contract.id, side) is not None,
    )


def _classmate(uow: UnitOfWork, contract: Contract) -> Classmate:
    if not asks_a_classmate(contract.in_force.terms):
        return Classmate.NOT_AGREED
    live = [look for look in uow.peer_looks.of_contract(contract.id) if look.is_live]
    if not live:
        return Classmate.NOBODY
    return Classmate.GIVEN if any(look.state is PeerState.GIVEN for look in live) else Classmate.ASKED


def _both(uow: UnitOfWork, notice: LookedBack, reader: str) -> SideBySide:
    contract, sides = _with_sides(uow, notice.contract, reader)
    if contract.status is not Status.COMPLETED or len(sides) < len(Side):
        raise NothingToSay("look back")
    students, teachers, replies = sides[Side.STUDENT], sides[Side.TEACHER], uow.replies.on(contract.id)
    return SideBySide(
        contract=contract,
        side=Side.STUDENT if reader == contract.student else Side.TEACHER,
        student=name_of(uow, contract.student),
        teacher=name_of(uow, teachers.user),
        students=told_of(uow, contract, students),
        teachers=told_of(uow, contract, teachers),
        values=newest_values(replies),
        kept=rates_kept(contract.in_force.terms.targets, replies),
        may_start=uow.contracts.open_of(contract.student, contract.classroom) is None,
        not_reached=left_of(uow, contract),
        halfway=_halfway(uow, contract),
        **_grade(uow, contract, reader, sides),
    )


def _grade(uow: UnitOfWork, contract: Contract, reader: str, sides: Mapping[Side, Assessment]) -> dict[str, Any]:
    """For a teacher, where the class still wants one, by what the student was told before rating."""
    room, told = uow.classrooms.get(contract.classroom), sides[Side.STUDENT].self_part
    if room is None or room.self_part is None or told is None or reader == contract.student:
        return {}
    weights = weights_of(contract.in_force.terms)
    found = suggested(sides[Side.STUDENT].ratings, sides[Side.TEACHER].ratings, told, weights)
    return {"suggestion": found, "scale": scale_of(room.grades)}


def _halfway(uow: UnitOfWork, contract: Contract) -> Mapping[int, int]:
    said = uow.halfways.of(contract.id)
    return halfway_of(contract.in_force.terms, said.signs) if said is not None else {}


def left_of(uow: UnitOfWork, contract: Contract) -> tuple[int, ...]:
    """The places of the targets that ended before their goal."""
    targets, replies = contract.in_force.terms.targets, uow.replies.on(contract.id)
    return not_reached(targets, newest_values(replies), rates_kept(targets, replies))


def told_of(uow: UnitOfWork, contract: Contract, said: Assessment) -> SideTold:
    """With the names of the pieces that are spoken of. One that was taken back has none."""
    ids = {piece.evidence for piece in said.pieces}
    known = {p.id: p.name for p in uow.pieces.of_contract(contract.id) if p.can_be_shown} if ids else {}
    pieces = tuple((known.get(piece.evidence, ""), piece.words) for piece in said.pieces)
    return SideTold(
        Side(said.side),
        said.ratings,
        said.reflection,
        said.otherwise,
        said.surprise,
        said.word,
        pieces,
        said.outside_ratings,
        said.outside_words,
    )


def _with_sides(uow: UnitOfWork, contract: int, reader: str) -> tuple[Contract, dict[Side, Assessment]]:
    """The contract with what each side said, for those alone who are a party to it now."""
    found = uow.contracts.get(contract)
    if found is None or found.agreed is None:
        raise NothingToSay("look back")
    only_a_party(uow, found, reader)
    return found, {Side(a.side): a for a in uow.assessments.of_contract(contract)}


# Contracts whose end has come, found over all workspaces.


@dataclass(frozen=True, slots=True)
class Batch:
    """`ready`: (workspace, contract) to be ended now. `last`: where the next batch begins, None after the last."""

    ready: tuple[tuple[str, int], ...]
    last: int | None


def find(agenda: Agenda, now: datetime, limit: int, after: int) -> Batch:
    """The first `limit` of those above contract `after`; who has quiet hours or a day off now is left for later."""
    found = agenda.ending_contracts(now, limit, after)
    rooms = {e.classroom for e in found}
    classrooms, off = agenda.classrooms(rooms), agenda.days_off(rooms, now)

    def rests(ending: EndingContract) -> bool:
        room = ending.classroom
        return check_ins.is_quiet(now, classrooms[room], ending.timezone, off.get(room, NO_DAYS_OFF))

    ready = tuple((e.workspace, e.contract) for e in found if not rests(e))
    return Batch(ready, found[-1].contract if len(found) == limit else None)


say(LookBackAsked, shown=_brief, blocks=messages.look_back_asked)
say(LookBackReminder, shown=_brief, blocks=messages.look_back_reminder)
say(LookBackOverdue, shown=_brief, blocks=messages.look_back_overdue)
say(LookedBack, shown=_both, blocks=messages.looked_back)
