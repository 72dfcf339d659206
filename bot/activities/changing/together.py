"""One change for all running contracts of a class, put forward by one press; each student signs their own."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.activities import access
from bot.activities.changing import messages
from bot.activities.changing.messages import ChangeCard, KeptRhythm, RhythmBrief, RhythmReach
from bot.activities.checking_in import planning
from bot.activities.contract.steps import fits, store
from bot.activities.set_up.messages import CutShort
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.schedule import as_it_runs, of_class
from bot.domain.terms import Terms, changes
from bot.messages.briefs import only_a_teacher, say
from bot.messages.tell import refresh, show_home, tell, tell_where_none_stands
from storage.unit_of_work import UnitOfWork

Anew = Callable[[Contract], Terms | None]
"""What a contract would say; None where nothing is suggested for it."""


def suggest(uow: UnitOfWork, teacher: str, classroom: Classroom, anew: Anew) -> int:
    """Put forward a change to each contract of a class on which none waits, and that has a student who is here; to how
    many. Each of them reads it at once. What could not be signed, as its dates do not hold, is not put forward."""
    done = 0
    here = set(access.students_of(uow, classroom.id)) - {teacher}
    for contract in uow.contracts.of_classroom(classroom.id, Status.ACTIVE):
        terms = anew(contract) if contract.student in here else None
        if terms is None or terms == contract.in_force.terms or not fits(uow, contract, terms, classroom):
            continue
        before = contract.in_force.number
        changed = store(uow, life.propose_change(contract, terms, Side.TEACHER, teacher, uow.now))
        tell(uow, contract.student, ChangeCard(changed.id, changed.on_the_table.number, before))
        done += 1
    return done


# The days and the time of a class were changed: its running contracts keep theirs, and can be asked to follow.


RHYTHM = frozenset({"check_in_days", "check_in_time", "with_class", "alternates_from"})
"""Not what check-ins come after: who said that keeps it, whatever the days of the class."""
DATES = frozenset({"ends_on", "due_on", "statement"})


def follow(uow: UnitOfWork, teacher: str, classroom: Classroom) -> None:
    """The class has other days or another time from now on. Contracts that go with it are asked then; when that is, and
    whom it does not reach, is said to whoever teaches it and changed it."""
    for contract in uow.contracts.of_classroom(classroom.id, *RUNNING):
        if contract.in_force.terms.with_class:
            store(uow, planning.follow(uow, contract, classroom))
            show_home(uow, contract.student)
    card = RhythmReach(classroom.id)
    if teacher:
        tell_where_none_stands(uow, [teacher], card, once=card.subject)
    refresh(uow, card.subject)


def show_anew(uow: UnitOfWork, classroom: int) -> None:
    """Somebody decided on a change: the cards that count who did follow."""
    for subject in (RhythmReach(classroom).subject, CutShort(classroom).subject, f"calendar:{classroom}"):
        refresh(uow, subject)


def suggest_rhythm(uow: UnitOfWork, actor: Actor, classroom: int) -> int:
    """Suggest the class's days and time to all of its contracts that have others."""
    room = access.teacher_in(uow, actor, classroom)
    done = suggest(uow, actor.user, room, lambda contract: _with_rhythm(contract.in_force.terms, room))
    if not done:
        raise Refusal("nobody-to-suggest-it-to")
    refresh(uow, RhythmReach(classroom).subject)
    return done


def shows(uow: UnitOfWork, offered: Contract) -> bool:
    """Whether the author of the change that waits reads on the class's card who signed it."""
    differing = {change.field for change in changes(offered.in_force.terms, offered.on_the_table.terms)}
    author, subject = offered.on_the_table.author_user, _suggested_on(uow, offered, differing)
    return bool(subject) and any(card.reader == author for card in uow.outbox.cards(subject))


def _suggested_on(uow: UnitOfWork, offered: Contract, differing: set[str]) -> str:
    """The subject of the card on which a teacher suggested this to a whole class; "" where it is none of these."""
    if differing <= RHYTHM:
        return RhythmReach(offered.classroom).subject
    if differing <= DATES and planning.falls_on_days_off(uow, offered):
        return f"calendar:{offered.classroom}"
    return ""


def _with_rhythm(terms: Terms, classroom: Classroom) -> Terms | None:
    if terms.after_each:
        return None
    return as_it_runs(replace(terms, with_class=True), classroom)


def _follows(terms: Terms, classroom: Classroom) -> bool:
    days, at = classroom.check_in_days, classroom.check_in_time
    return terms.with_class or (terms.check_in_days, terms.check_in_time) == (days, at)


def _running(uow: UnitOfWork, classroom: Classroom) -> Iterator[Contract]:
    """Those with days, of students who are here."""
    here = set(access.students_of(uow, classroom.id))
    running = (c for c in uow.contracts.of_classroom(classroom.id, *RUNNING) if c.student in here)
    return (c for c in running if not c.in_force.terms.after_each)


def _reach(uow: UnitOfWork, notice: RhythmReach, reader: str) -> RhythmBrief:
    room = uow.classrooms.get(notice.classroom)
    if room is None:
        raise LookupError("classroom")
    only_a_teacher(uow, room.id, reader)
    kept: Counter[KeptRhythm] = Counter()
    follow = waiting = other = 0
    for contract in _running(uow, room):
        terms = contract.in_force.terms
        if _follows(terms, room):
            follow += 1
        elif contract.status is Status.ACTIVE:
            kept[KeptRhythm(terms.check_in_days, terms.check_in_time)] += 1
        elif _follows(contract.on_the_table.terms, room):
            waiting += 1
        else:
            other += 1
    next_ones = of_class(room, planning.days_off(uow, room.id)).coming(uow.now, 3)
    return RhythmBrief(room, tuple(kept.most_common()), follow, waiting, other, tuple(next_ones))


say(RhythmReach, shown=_reach, blocks=messages.rhythm_reach)
