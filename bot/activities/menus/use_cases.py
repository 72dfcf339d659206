"""The teachers of a workspace share a menu. What is written anew stands beside what contracts keep."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.bringing import use_cases as bringing
from bot.activities.menus.messages import MenuStands
from bot.domain.actor import Actor, Refusal
from bot.domain.bringing import Brings, Brought
from bot.domain.chosen import folded
from bot.domain.classroom import Classroom
from bot.domain.menu import ACTIVITIES_MOST, Activity, Item, from_text, item_of, made
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

SUBJECT = "menu"


def show(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """`/accord menu`: that of the workspace, to the teacher alone."""
    classroom = access.class_meant(uow, actor, channel, which="menu-which-class")
    tell(uow, actor.user, MenuStands(classroom))


def open_form(uow: UnitOfWork, actor: Actor, classroom: int, activity: int) -> Activity | None:
    """The one to write anew; None for a new one (0)."""
    access.teacher_in(uow, actor, classroom)
    return _standing(uow, activity) if activity else None


def save(
    uow: UnitOfWork,
    actor: Actor,
    classroom: int,
    activity: int,
    parts: Mapping[str, str],
    files: Sequence[tuple[str, str]] = (),
    *,
    copy: bool = False,
) -> None:
    """A new activity, typed or in a file; or one that stands, written anew or copied."""
    room = access.teacher_in(uow, actor, classroom)
    before = _standing(uow, activity) if activity else None
    file = bringing.files_of(files)
    if file is not None and not parts.get("name", "").strip():
        bringing.brought(uow, room, actor.user, Brings.MENU, file)
        return
    item = made(parts)
    replaced = None if copy else before
    if any(one != replaced and folded(one.name) == folded(item.name) for one in uow.menu.offered()):
        raise Refusal("menu-name-taken", field="name")
    _put(uow, actor, [(replaced, item)])
    tell(uow, actor.user, MenuStands(classroom))


def remove(uow: UnitOfWork, actor: Actor, classroom: int, activity: int) -> None:
    """It is offered no more; what was signed with it stays."""
    access.teacher_in(uow, actor, classroom)
    uow.menu.save(replace(_standing(uow, activity), gone=True))
    refresh(uow, SUBJECT)
    tell(uow, actor.user, MenuStands(classroom))


@bringing.takes(Brings.MENU)
def take_file(uow: UnitOfWork, actor: Actor, classroom: Classroom, brought: Brought) -> None:
    """What has the name of one that stands takes its place."""
    here = {folded(one.name): one for one in uow.menu.offered()}
    _put(uow, actor, [(here.get(folded(item.name)), item) for item in from_text(brought.found)])
    tell(uow, actor.user, MenuStands(classroom.id))


def _standing(uow: UnitOfWork, activity: int) -> Activity:
    """Refusal where somebody wrote it anew meanwhile, or took it out."""
    found = uow.menu.get(activity)
    if found is None:
        raise Refusal("old-button")
    if found.gone:
        raise Refusal("menu-changed")
    return found


def _put(uow: UnitOfWork, actor: Actor, wanted: Sequence[tuple[Activity | None, Item]]) -> None:
    """(what it takes the place of, what it says). The same again changes nothing."""
    new = [(before, item) for before, item in wanted if before is None or item_of(before) != item]
    added = sum(before is None for before, _ in new)
    if added and len(uow.menu.offered()) + added > ACTIVITIES_MOST:
        raise Refusal("menu-full", field="name")
    for before, item in new:
        if before is not None:
            uow.menu.save(replace(before, gone=True))
        uow.menu.add(item.by(uow.workspace, actor.user, uow.now))
    if new:
        refresh(uow, SUBJECT)
