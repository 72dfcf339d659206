"""Beginnings of a reply that a language model writes: from words whose student allows it, asked for in the background,
and chosen or not by the teacher. None is sent by itself.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.activities import access
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckIn, CheckInState, Reply
from bot.domain.outbox import Errand, ErrandKind
from storage.unit_of_work import UnitOfWork

AFTER = timedelta(minutes=2)
"""So long a student may go on, correct it, or take it back, before anything is asked."""


@dataclass(frozen=True, slots=True)
class WordsToRead:
    """What may leave, and every name, handle and id that must not leave with it. `mark` is what these words are known
    by."""

    words: Mapping[str, str]
    mark: str
    names: tuple[str, ...]
    handles: tuple[str, ...]
    ids: tuple[str, ...]


def want(uow: UnitOfWork, reply: Reply) -> None:
    """Ask for some, where the student allows it and there are words; whether the school has such a model is looked at
    when its turn comes."""
    contract = uow.contracts.get(reply.contract)
    if reply.target == 0 and _words(reply) and contract is not None and _allows(uow, contract.student):
        args = {"check_in": reply.check_in}
        uow.errands.add(Errand(uow.workspace, ErrandKind.SUGGEST_REPLIES, args, uow.now + AFTER))


def material(uow: UnitOfWork, actor: Actor, check_in: int) -> WordsToRead | None:
    """None where the student does not allow it now, where nothing is said, or where it was asked for already."""
    access.accord_itself(actor)
    found = uow.check_ins.get(check_in)
    words = _words_of(uow, found) if found is not None else {}
    if found is None or not words or found.ideas_of == _mark(words) or not _allows(uow, found.student):
        return None
    people = uow.people.all()
    return WordsToRead(
        words,
        _mark(words),
        names=tuple(name for person in people for name in person.names),
        handles=tuple(person.handle for person in people if person.handle),
        ids=tuple(person.user for person in people),
    )


def answered(uow: UnitOfWork, actor: Actor, check_in: int, mark: str, texts: tuple[str, ...]) -> None:
    """What came; of words that were changed meanwhile nothing is kept. Where none came it is not asked again."""
    access.accord_itself(actor)
    found = uow.check_ins.get(check_in)
    if found is not None and _mark(_words_of(uow, found)) == mark and _allows(uow, found.student):
        uow.check_ins.save(replace(found, ideas=texts, ideas_of=mark))


def standing(uow: UnitOfWork, check_in: CheckIn, replies: Mapping[int, Reply]) -> tuple[str, ...]:
    """Those of the words that stand there now, while their student allows it."""
    first = replies.get(0)
    if not check_in.ideas or first is None or check_in.ideas_of != _mark(_words(first)):
        return ()
    return check_in.ideas if _allows(uow, check_in.student) else ()


def _words_of(uow: UnitOfWork, check_in: CheckIn) -> dict[str, str]:
    if check_in.state is not CheckInState.ANSWERED:
        return {}
    first = next((one for one in uow.replies.to(check_in) if one.target == 0), None)
    return _words(first) if first is not None else {}


def _words(reply: Reply) -> dict[str, str]:
    said = {"worked": reply.worked, "did_not_work": reply.did_not_work, "next_step": reply.next_step}
    return {name: text for name, text in said.items() if text.strip()}


def _mark(words: Mapping[str, str]) -> str:
    return hashlib.sha256("\n".join(f"{name}:{text}" for name, text in words.items()).encode()).hexdigest()[:16]


def _allows(uow: UnitOfWork, student: str) -> bool:
    profile = uow.profiles.of(student)
    return profile is not None and profile.share_answers
