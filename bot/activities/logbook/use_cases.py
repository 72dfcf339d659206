"""Somebody wants to see how it goes."""

from collections.abc import Sequence

from bot.activities import access
from bot.activities.hearing.messages import Explained
from bot.activities.logbook.messages import HowItGoes
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import Contract
from bot.domain.interview import About
from bot.domain.utterance import Place
from bot.language.logbook import asks_how_it_goes
from bot.language.reading.text import fold
from bot.messages.briefs import lang_of
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

NUMBERS = "how-am-i-doing"
"""The topic of a question that asks for this, among other things."""

ASKED_THERE = frozenset({About.CHECK_IN, About.CLASS})
"""Below what Accord says of these, a question is for Accord; below a person's words it is for that person."""


def show(uow: UnitOfWork, actor: Actor, contract: int) -> None:
    """To its student, or to somebody who teaches the class."""
    found, _, _ = access.contract_as_party(uow, actor, contract)
    _show(uow, actor, found.id, len(found.in_force.terms.targets))


def show_mine(uow: UnitOfWork, actor: Actor) -> None:
    """All that a student has agreed on."""
    if not access.learns_in(uow, actor.user):
        raise Refusal("for-students")
    own = _agreed(uow, actor)
    if not own:
        tell(uow, actor.user, Explained(NUMBERS, ""))
    _show_each(uow, actor, own)


def hear(uow: UnitOfWork, actor: Actor, text: str, under: Place | None) -> bool:
    """Whether a message asks for this and says nothing else, and it was shown. What was asked before stays open."""
    name = asks_how_it_goes(text, lang_of(uow, actor.user))
    if name is None or (under is not None and under.about not in ASKED_THERE):
        return False
    own = _agreed(uow, actor)
    meant = _named(uow, own, name) if name else _below(own, under)
    if not own or (not meant and any(char.isdigit() for char in name)):
        return False
    _show_each(uow, actor, meant or own)
    return True


def _agreed(uow: UnitOfWork, actor: Actor) -> list[Contract]:
    return [contract for contract in access.own_contracts(uow, actor.user) if contract.agreed is not None]


def _named(uow: UnitOfWork, own: Sequence[Contract], name: str) -> list[Contract]:
    """Those of the classes that are called like that, or begin like it: "english" for "English 11"."""
    rooms = {room.id: f"{fold(room.name)} " for room in uow.classrooms.among([c.classroom for c in own])} if own else {}
    return [contract for contract in own if rooms[contract.classroom].startswith(f"{name} ")]


def _below(own: Sequence[Contract], under: Place | None) -> list[Contract]:
    return [contract for contract in own if under is not None and contract.classroom == under.classroom]


def _show_each(uow: UnitOfWork, actor: Actor, contracts: Sequence[Contract]) -> None:
    for contract in contracts:
        _show(uow, actor, contract.id, len(contract.in_force.terms.targets))


def _show(uow: UnitOfWork, actor: Actor, contract: int, targets: int) -> None:
    for target in range(targets):
        tell(uow, actor.user, HowItGoes(contract, target))
