"""What is held about a person, read as it is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.activities.hearing import listening
from bot.activities.proposing.interview import particulars, wording
from bot.activities.proposing.interview.draft import Viewpoint
from bot.activities.proposing.starting import open_question
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.look_back import newest_values
from bot.domain.terms import COUNTED, Direction, Measure
from storage.unit_of_work import UnitOfWork
from tests.transcripts.vocabulary import split

NOT_TOLD = "not told yet"
"""Of a fact that the program does not tell: it is none that anybody wants."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a fact is about, when; and as what their last message was heard."""

    uow: UnitOfWork
    actor: Actor
    now: datetime
    heard: str | None
    classroom: str | None


def read(uow: UnitOfWork, actor: Actor, paths: list[str], heard: str | None) -> dict[str, Any]:
    """What is held under each path."""
    found = {}
    for path in paths:
        fact, classroom = split(path)
        found[path] = READERS[fact](Person(uow, actor, uow.now, heard, classroom))
    return found


def _heard_as(person: Person) -> str:
    return person.heard or NOT_TOLD


def _asked(person: Person) -> str | None:
    ask: Callable[..., str | None] | None = getattr(listening, "asked", None)
    return ask(person.uow, person.actor) if ask else NOT_TOLD


# --- the first target ---


@dataclass(frozen=True, slots=True)
class _Target:
    """As the summary would show it; what nobody has said yet is empty."""

    statement: str | None
    baseline: Decimal | None
    goal: Decimal | None
    unit: str | None
    due_on: date | None
    of: Measure = COUNTED
    way: Direction | None = None

    @property
    def direction(self) -> str | None:
        return self.way.value if self.way else None

    @property
    def measure(self) -> str | None:
        return self.of.kind.value if self.goal is not None else None

    @property
    def period(self) -> str | None:
        return self.of.period or None

    def number(self, value: Decimal | None) -> Any:
        """Times in minutes, grades by their names."""
        if value is None:
            return None
        if self.of.scale:
            return self.of.text(value)
        return value * self.of.seconds / 60 if self.of.seconds else value


NOTHING = _Target(None, None, None, None, None)


def _target(person: Person) -> _Target:
    contract = _contract(person)
    if contract is None:
        return NOTHING
    if contract.status is Status.DRAFTING:
        return _drafted(person, contract)
    version = contract.current or contract.agreed
    if version is None:
        return NOTHING
    first = version.terms.targets[0]
    return _Target(
        first.statement, first.baseline, first.goal, first.unit, first.due_on, first.measure, first.direction
    )


def _drafted(person: Person, contract: Contract) -> _Target:
    interview = person.uow.interviews.of_contract(contract.id)
    if interview is None:
        return NOTHING
    draft, _, frame = open_question(person.uow, interview)
    place = Viewpoint(draft, frame)
    return _Target(
        wording.statement(place) or None,
        particulars.baseline(place),
        particulars.goal(place),
        particulars.unit(place) or None,
        particulars.due_on(place) or particulars.ends_on(place),
        particulars.measure(place),
        particulars.direction(place),
    )


def _of_target(name: str) -> Callable[[Person], Any]:
    return lambda person: getattr(_target(person), name)


def _number_of_target(name: str) -> Callable[[Person], Any]:
    def read(person: Person) -> Any:
        target = _target(person)
        return target.number(getattr(target, name))

    return read


# --- the contract ---


def _contract(person: Person) -> Contract | None:
    """The newest one, in whatever state."""
    return next(reversed(person.uow.contracts.of_student(person.actor.user)), None)


def _status(person: Person) -> str | None:
    contract = _contract(person)
    return contract.status.value if contract else None


def _ends_on(person: Person) -> date | None:
    contract = _contract(person)
    if contract is None:
        return None
    version = contract.current or contract.agreed
    if version is not None and contract.status is not Status.DRAFTING:
        return version.terms.ends_on
    interview = person.uow.interviews.of_contract(contract.id)
    if interview is None:
        return None
    draft, _, frame = open_question(person.uow, interview)
    return particulars.ends_on(Viewpoint(draft, frame))


def _rhythm(person: Person) -> tuple[list[str], date | None, str] | None:
    """The weekdays of its check-ins, the Monday from which every second week is counted, where it is, and what they
    come after, where there are no days."""
    contract = _contract(person)
    if contract is None:
        return None
    version = contract.current or contract.agreed
    if version is not None and contract.status is not Status.DRAFTING:
        terms = version.terms
        return list(terms.check_in_days), terms.alternates_from, terms.after_each
    interview = person.uow.interviews.of_contract(contract.id)
    if interview is None:
        return None
    draft, _, frame = open_question(person.uow, interview)
    place = Viewpoint(draft, frame)
    said = particulars.said_rhythm(place)
    return list(said.days), said.alternates_from, said.after_each


def _class_of(person: Person, contract: Contract | None) -> str | None:
    classroom = person.uow.classrooms.get(contract.classroom) if contract else None
    return classroom.name if classroom else None


# --- check-ins ---


def _check_in(person: Person) -> CheckIn | None:
    """The newest one that was due, in the class that is named."""
    contracts = [c for c in person.uow.contracts.of_student(person.actor.user) if _in_class(person, c)]
    found = [c for contract in contracts for c in person.uow.check_ins.of_contract(contract.id)]
    due = [c for c in found if c.due_at <= person.now or c.state not in (CheckInState.PLANNED, CheckInState.DROPPED)]
    return max(due, key=lambda c: (c.due_at, c.id), default=None)


def _in_class(person: Person, contract: Contract) -> bool:
    return person.classroom is None or _class_of(person, contract) == person.classroom


def _state(person: Person) -> str | None:
    check_in = _check_in(person)
    return check_in.state.value if check_in else None


def _due_on(person: Person) -> date | None:
    check_in = _check_in(person)
    return check_in.due_at.date() if check_in else None


def _values(person: Person) -> list[Decimal | None] | None:
    check_in = _check_in(person)
    contract = person.uow.contracts.get(check_in.contract) if check_in else None
    if check_in is None or contract is None:
        return None
    counted = newest_values(person.uow.replies.to(check_in))
    return [counted.get(place) for place in range(len(contract.in_force.terms.targets))]


def _check_in_class(person: Person) -> str | None:
    check_in = _check_in(person)
    return _class_of(person, person.uow.contracts.get(check_in.contract)) if check_in else None


def _progress(person: Person) -> Decimal | None:
    contract = _contract(person)
    return newest_values(person.uow.replies.on(contract.id)).get(0) if contract else None


READERS: Mapping[str, Callable[[Person], Any]] = {
    "heard_as": _heard_as,
    "asked": _asked,
    **{
        f"target.{name}": _of_target(name) for name in ("statement", "unit", "direction", "measure", "period", "due_on")
    },
    **{f"target.{name}": _number_of_target(name) for name in ("baseline", "goal")},
    "contract.status": _status,
    "contract.ends_on": _ends_on,
    "contract.class": lambda person: _class_of(person, _contract(person)),
    "contract.days": lambda person: (_rhythm(person) or (None, None, None))[0],
    "contract.second_weeks_from": lambda person: (_rhythm(person) or (None, None, None))[1],
    "contract.after_each": lambda person: (_rhythm(person) or (None, None, None))[2] or None,
    "check_in.state": _state,
    "check_in.due_on": _due_on,
    "check_in.values": _values,
    "check_in.class": _check_in_class,
    "progress.last": _progress,
}


def plain(value: Any) -> Any:
    """As it would stand in a file."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
