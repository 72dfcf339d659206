"""Which of several open questions a message answers. In doubt none: then Accord asks."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.domain.contract import Contract
from bot.domain.focus import About, Focus
from bot.domain.terms import Target
from bot.domain.utterance import Place
from bot.language import counting
from bot.language.addressed import addressed, names_of_class, names_of_person
from bot.language.reading.text import fold
from bot.language.shared_out import shared_out
from bot.messages.briefs import names_of

Shares = Mapping[int, str]
"""The part of a message that is for each of several classes."""

GOES_ON_FOR = timedelta(minutes=30)
"""So long a conversation goes on: what is typed after Accord's answer is taken to be about it."""


def named(uow: UnitOfWork, places: Sequence[Place], text: str) -> tuple[Place, str] | None:
    """The place whose class, or one of whose teachers, a message is addressed to, and the words without that."""
    classes = sorted({place.classroom for place in places})
    found = addressed(text, names_by_class(uow, classes)) if len(classes) > 1 else None
    if found is None:
        return None
    here = [place for place in places if place.classroom == classes[found[0]]]
    return (here[0], found[1]) if len(here) == 1 else None


def names_another(uow: UnitOfWork, user: str, places: Sequence[Place], text: str) -> bool:
    """Whether a message begins with the name of a class of its writer's, and a colon, and none of the places is there:
    what is for one teacher is no answer to another's question."""
    head, colon, _ = text.partition(":")
    classes = access.learns_in(uow, user) if colon else []
    if len(classes) < 2:
        return False
    said, here = fold(head).strip(), {place.classroom for place in places}
    called = [c for c, names in zip(classes, names_by_class(uow, classes), strict=True) if said in names]
    return bool(called) and not here.intersection(called)


def shares(uow: UnitOfWork, user: str, text: str) -> Shares | None:
    """The part of a message for each of their classes, where it speaks of several: "5 in english and 6 in history".
    Empty where it is not plain which number is for which; None where it speaks of one, or of none."""
    classes = access.learns_in(uow, user)
    found = shared_out(text, names_by_class(uow, classes)) if len(classes) > 1 else None
    return None if found is None else {classes[i]: part for i, part in found.items()}


def share_of(uow: UnitOfWork, user: str, classroom: int, text: str) -> str:
    """The part of a message that is for this class: all of it, where others have none."""
    return (shares(uow, user, text) or {}).get(classroom, text)


def decided(
    uow: UnitOfWork, places: Sequence[Place], focus: Focus | None, text: str, ts: str, now: datetime
) -> Place | None:
    """The one place that a message is about, as far as the unit it counts or the conversation that goes on tells. Where
    its writer had not yet seen all that was said to them, they may go on with something else."""
    if len(places) == 1:
        return places[0]
    by_unit = [place for place in places if _counts_its_unit(uow, place, places, text)]
    if len(by_unit) == 1:
        return by_unit[0]
    if focus is None or not focus.in_reply or now - focus.since > GOES_ON_FOR:
        return None
    goes_on = next((p for p in places if (p.about, p.ref) == (focus.about, focus.ref)), None)
    return goes_on if goes_on is not None and not uow.outbox.has_unread(focus.user, ts) else None


def by_unit(contracts: Sequence[Contract], text: str) -> int | None:
    """The class of the only one of these contracts whose unit a number stands with."""
    named = [c for c in contracts if _names_unit(text, c.in_force.terms.targets, _targets_but_of(c, contracts))]
    return named[0].classroom if len(named) == 1 else None


def _targets_but_of(contract: Contract, contracts: Sequence[Contract]) -> list[Target]:
    return [t for other in contracts if other.id != contract.id for t in other.in_force.terms.targets]


def names_by_class(uow: UnitOfWork, classes: Sequence[int]) -> list[list[str]]:
    """For each of the classes, what it and those who teach no other of them may be called."""
    rooms = {room.id: room for room in uow.classrooms.all(id=list(classes))}
    teachers = {c: _called(names_of(uow, access.teachers_of(uow, c))) for c in classes}
    return [
        [
            *names_of_class(rooms[c].name, [rooms[other].name for other in classes if other != c]),
            *(name for name in teachers[c] if all(name not in teachers[o] for o in classes if o != c)),
        ]
        for c in classes
    ]


def _called(names: Sequence[str]) -> list[str]:
    return [name for full in names for name in names_of_person(full)]


def _counts_its_unit(uow: UnitOfWork, place: Place, places: Sequence[Place], text: str) -> bool:
    """Whether a number stands with the unit of this check-in, and of no other."""
    others = [t for other in places if other != place for t in _targets_of(uow, other)]
    return _names_unit(text, _targets_of(uow, place), others)


def _names_unit(text: str, mine: Sequence[Target], others: Sequence[Target]) -> bool:
    return any(counting.names_unit(text, [*mine, *others], index) for index in range(len(mine)))


def contract_of(uow: UnitOfWork, place: Place) -> Contract | None:
    """The contract that a check-in asks about; none for anything else."""
    check_in = uow.check_ins.get(place.ref) if place.about is About.CHECK_IN else None
    return uow.contracts.get(check_in.contract) if check_in else None


def _targets_of(uow: UnitOfWork, place: Place) -> tuple[Target, ...]:
    contract = contract_of(uow, place)
    return contract.in_force.terms.targets if contract else ()
