"""A teacher brings a file; it is fetched and read; what was read stands once the teacher says so."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.bringing.messages import FileRead
from bot.domain.actor import Actor, Refusal
from bot.domain.bringing import LEFT_OUT_SHOWN, NAME_MOST, Brings, Brought, BroughtState, ReadFile
from bot.domain.classroom import Classroom
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.seen import clean
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

Taker = Callable[[UnitOfWork, Actor, Classroom, Brought], None]
"""Brings what was read of a file, as JSON, into a class. A Refusal where it can not be."""

TAKERS: dict[Brings, Taker] = {}


def takes(brings: Brings) -> Callable[[Taker], Taker]:
    """The room whose files these are takes them."""

    def register(taker: Taker) -> Taker:
        TAKERS[brings] = taker
        return taker

    return register


def brought(uow: UnitOfWork, classroom: Classroom, teacher: str, brings: Brings, file: tuple[str, str]) -> None:
    """(Slack's id, name) of a file from a form. What was brought before and not decided on is let go."""
    for old in uow.brought.waiting(classroom.id):
        if old.brings is brings:
            _ended(uow, old, BroughtState.DROPPED)
    slack_file, name = file
    called = clean(name)[:NAME_MOST]
    one = uow.brought.add(Brought(uow.workspace, classroom.id, teacher, brings, slack_file, called, uow.now))
    uow.errands.add(Errand(uow.workspace, ErrandKind.READ_BROUGHT, {"brought": one.id}, uow.now))


def to_read(uow: UnitOfWork, actor: Actor, brought: int) -> Brought | None:
    """None where it is read already, or let go."""
    access.accord_itself(actor)
    found = uow.brought.get(brought)
    return found if found is not None and found.state is BroughtState.COMING else None


def was_read(uow: UnitOfWork, actor: Actor, brought: int, read: ReadFile) -> None:
    found = to_read(uow, actor, brought)
    if found is None:
        return
    shown = read.left_out[:LEFT_OUT_SHOWN]
    uow.brought.save(
        replace(
            found,
            state=BroughtState.READ,
            found=read.found,
            count=read.count,
            left=len(read.left_out),
            left_out=shown,
        )
    )
    tell(uow, found.asked_by, FileRead(brought))


def not_read(uow: UnitOfWork, actor: Actor, brought: int, why: str, place: str) -> None:
    found = to_read(uow, actor, brought)
    if found is None:
        return
    uow.brought.save(replace(found, state=BroughtState.REFUSED, why=why, place=place))
    tell(uow, found.asked_by, FileRead(brought))


def take(uow: UnitOfWork, actor: Actor, brought: int) -> None:
    """A teacher of the class has seen what was read. All of it is taken, or nothing."""
    found, classroom = _waiting(uow, actor, brought)
    TAKERS[found.brings](uow, actor, classroom, found)
    _ended(uow, found, BroughtState.TAKEN)


def drop(uow: UnitOfWork, actor: Actor, brought: int) -> None:
    found, _ = _waiting(uow, actor, brought)
    _ended(uow, found, BroughtState.DROPPED)


def _waiting(uow: UnitOfWork, actor: Actor, brought: int) -> tuple[Brought, Classroom]:
    found = uow.brought.get(brought)
    if found is None:
        raise Refusal("old-button")
    classroom = access.teacher_in(uow, actor, found.classroom)
    if found.state is not BroughtState.READ:
        raise Refusal("old-button")
    return found, classroom


def _ended(uow: UnitOfWork, one: Brought, state: BroughtState) -> None:
    """What was read of it is not kept."""
    uow.brought.save(replace(one, state=state, found="", left_out=()))
    refresh(uow, FileRead(one.id).subject)


def files_of(files: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """The one of a form, where there is one."""
    return files[0] if files else None
