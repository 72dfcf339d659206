"""Which class stands above a message in its thread, where nothing was asked there: the words are for that class."""

from collections.abc import Mapping
from typing import Any

from bot.activities import access
from bot.activities.hearing.kinds import Typed
from bot.activities.hearing.placing import contract_of, names_by_class
from bot.activities.ports import UnitOfWork
from bot.domain.contract import Contract
from bot.domain.interview import About
from bot.domain.utterance import Place
from bot.language.of_several import addressed, shared_out


def class_above(uow: UnitOfWork, user: str, said: Typed) -> int | None:
    """The class that the message above speaks of; None where it speaks of none, where there is no other that the words
    could be for, or where they are addressed to one themselves."""
    posted = uow.outbox.posted(said.channel, said.thread) if said.thread else None
    if posted is None or posted.reader != user:
        return None
    above = _class_of(uow, posted.args)
    classes = sorted({above, *access.learns_in(uow, user)}) if above is not None else []
    return above if len(classes) > 1 and not _addresses_one(uow, classes, said.text) else None


def _addresses_one(uow: UnitOfWork, classes: list[int], text: str) -> bool:
    names = names_by_class(uow, classes)
    return addressed(text, names) is not None or shared_out(text, names) is not None


def _class_of(uow: UnitOfWork, args: Mapping[str, Any]) -> int | None:
    """The class of what a notice carries the id of; None for another kind of notice, and for what is gone."""
    if "interview" in args:
        interview = uow.interviews.get(args["interview"])
        return interview.classroom if interview else None
    if "contract" in args or "check_in" in args:
        contract = uow.contracts.get(args["contract"]) if "contract" in args else _asked_about(uow, args["check_in"])
        return contract.classroom if contract else None
    classroom: int | None = args.get("classroom")
    return classroom


def _asked_about(uow: UnitOfWork, check_in: int) -> Contract | None:
    return contract_of(uow, Place(About.CHECK_IN, check_in, 0))
