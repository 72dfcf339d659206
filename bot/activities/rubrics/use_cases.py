"""The teachers of a workspace share rubrics. A change is a new version; contracts keep their own copy."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from bot.activities import access
from bot.activities.bringing import use_cases as bringing
from bot.activities.rubrics.messages import RubricsStand
from bot.domain.actor import Actor, Refusal
from bot.domain.bringing import Brings, Brought
from bot.domain.classroom import Classroom
from bot.domain.rubrics import NAME_MOST, RUBRICS_MOST, Content, Rubric, from_table, standing, typed_table
from bot.domain.seen import clean
from bot.domain.standards import SUGGESTED_MOST, searched
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

SUBJECT = "rubrics"


def show(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """`/accord rubrics`: those of the workspace, to the teacher alone."""
    classroom = access.class_meant(uow, actor, channel, which="rubrics-which-class")
    tell(uow, actor.user, RubricsStand(classroom))


def open_form(uow: UnitOfWork, actor: Actor, classroom: int, rubric: int) -> Rubric | None:
    """The one to write anew; None for a new one (0)."""
    access.teacher_in(uow, actor, classroom)
    return _newest(uow, rubric) if rubric else None


def save(
    uow: UnitOfWork,
    actor: Actor,
    classroom: int,
    rubric: int,
    name: str,
    table: str,
    files: Sequence[tuple[str, str]] = (),
) -> None:
    """A new rubric, typed or in a file; or the next version of one."""
    room = access.teacher_in(uow, actor, classroom)
    before = _newest(uow, rubric) if rubric else None
    file = bringing.files_of(files)
    if file is not None and not table.strip():
        bringing.brought(uow, room, actor.user, Brings.RUBRIC, file)
        return
    if not clean(name):
        raise Refusal("rubric-name", field="name")
    content = _read(table)
    if before is None and any(one.name.casefold() == clean(name).casefold() for one in standing(uow.rubrics.all())):
        raise Refusal("rubric-name-taken", field="name")
    _put(uow, actor, before, clean(name), content)
    tell(uow, actor.user, RubricsStand(classroom))


def remove(uow: UnitOfWork, actor: Actor, classroom: int, rubric: int) -> None:
    """It is offered no more; what was signed with it stays."""
    access.teacher_in(uow, actor, classroom)
    uow.rubrics.save(replace(_newest(uow, rubric), gone=True))
    refresh(uow, SUBJECT)
    tell(uow, actor.user, RubricsStand(classroom))


@bringing.takes(Brings.RUBRIC)
def take_file(uow: UnitOfWork, actor: Actor, classroom: Classroom, brought: Brought) -> None:
    """Under the name of its file; one that stands under it gets a new version."""
    content = from_table([(line, cells) for line, cells in json.loads(brought.found)])
    name = clean(PurePath(brought.name).stem)[:NAME_MOST] or "Rubric"
    before = next((one for one in standing(uow.rubrics.all()) if one.name.casefold() == name.casefold()), None)
    _put(uow, actor, before, name, content)
    tell(uow, actor.user, RubricsStand(classroom.id))


def _read(table: str) -> Content:
    try:
        return from_table(typed_table(table))
    except Refusal as refusal:
        raise Refusal(refusal.key, field="table", **refusal.args_for_copy) from None


def _newest(uow: UnitOfWork, rubric: int) -> Rubric:
    """Refusal where somebody wrote a newer version meanwhile, or took it out."""
    found = uow.rubrics.get(rubric)
    if found is None:
        raise Refusal("old-button")
    if found.id not in {one.id for one in standing(uow.rubrics.all())}:
        raise Refusal("rubric-version-gone")
    return found


def _put(uow: UnitOfWork, actor: Actor, before: Rubric | None, name: str, content: Content) -> None:
    """The same again is no new version. One that was renamed leaves its old name."""
    if before is not None and (before.name, before.levels, before.criteria) == (name, content.levels, content.criteria):
        return
    rubrics = uow.rubrics.all()
    if before is None and len(standing(rubrics)) >= RUBRICS_MOST:
        raise Refusal("rubrics-too-many", field="name")
    if before is not None and before.name.casefold() != name.casefold():
        uow.rubrics.save(replace(before, gone=True))
    number = max((one.number for one in rubrics if one.name.casefold() == name.casefold()), default=0) + 1
    uow.rubrics.add(Rubric(uow.workspace, name, number, content.levels, content.criteria, actor.user, uow.now))
    refresh(uow, SUBJECT)


def suggest(uow: UnitOfWork, actor: Actor, classroom: int, typed: str) -> list[tuple[Rubric, int]]:
    """(rubric, place of a criterion) of those that hold the words that somebody types."""
    access.place(uow, actor, classroom)
    words = searched(typed[:100]).split()
    every = [(one, place) for one in standing(uow.rubrics.all()) for place in range(len(one.criteria))]
    texts = ((found, searched(f"{found[0].name} {found[0].criteria[found[1]].name}")) for found in every)
    return [found for found, text in texts if all(word in text for word in words)][:SUGGESTED_MOST]
