"""The teachers of a class bring its standards and take some out; everybody in it finds them by typing."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.bringing import use_cases as bringing
from bot.activities.standards.messages import StandardsStand
from bot.domain.actor import Actor, Refusal
from bot.domain.bringing import Brings, Brought
from bot.domain.classroom import Classroom
from bot.domain.standards import (
    STANDARDS_MOST,
    Standard,
    made,
    resources_as_typed,
    searched,
    typed_resources,
    typed_standards,
)
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

RESOURCES_SHOWN = 2_900
"""Characters that the field for what helps begins with: there is room to add one more line."""


def show(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """`/accord standards`: how they stand, to the teacher alone."""
    classroom = access.class_meant(uow, actor, channel, which="standards-which-class")
    tell(uow, actor.user, StandardsStand(classroom))


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> int:
    """How many it has."""
    access.teacher_in(uow, actor, classroom)
    return uow.catalogue.count(classroom)


def open_add(uow: UnitOfWork, actor: Actor, classroom: int) -> str:
    """What helps so far, as it is typed."""
    access.teacher_in(uow, actor, classroom)
    return resources_as_typed(uow.catalogue.with_resources(classroom), RESOURCES_SHOWN)


def add(
    uow: UnitOfWork, actor: Actor, classroom: int, typed: str, files: Sequence[tuple[str, str]], helping: str = ""
) -> None:
    """What was typed stands at once, with what helps (`helping`); what is in a file is shown first."""
    found = access.teacher_in(uow, actor, classroom)
    file = bringing.files_of(files)
    standards, resources = typed_standards(uow.workspace, classroom, typed), typed_resources(helping)
    if not standards and not resources and file is None:
        raise Refusal("standards-nothing", field="typed")
    if standards:
        put(uow, found, standards)
    if resources:
        _put_resources(uow, classroom, resources)
    if standards or resources:
        tell(uow, actor.user, StandardsStand(classroom))
    if file is not None:
        bringing.brought(uow, found, actor.user, Brings.STANDARDS, file)


def _put_resources(uow: UnitOfWork, classroom: int, resources: Mapping[str, tuple[str, ...]]) -> None:
    """Codes that are not named keep what helps with them."""
    standing = [one for one in uow.standards.of(classroom) if one.code in resources]
    unknown = sorted(resources.keys() - {one.code for one in standing})
    if unknown:
        raise Refusal("standard-unknown", field="resources", code=unknown[0])
    for one in standing:
        if one.resources != resources[one.code]:
            uow.standards.save(replace(one, resources=resources[one.code]))
    refresh(uow, StandardsStand(classroom).subject)


@bringing.takes(Brings.STANDARDS)
def take_file(uow: UnitOfWork, actor: Actor, classroom: Classroom, brought: Brought) -> None:
    rows = json.loads(brought.found)
    put(uow, classroom, [made(uow.workspace, classroom.id, *row) for row in rows])
    tell(uow, actor.user, StandardsStand(classroom.id))


def take_from_operator(uow: UnitOfWork, actor: Actor, classroom: int, found: str) -> int:
    """A file that whoever runs Accord brings; how many standards the class has then."""
    access.accord_itself(actor)
    room = uow.classrooms.get(classroom)
    if room is None:
        raise Refusal("no-class-here")
    rows = json.loads(found)
    put(uow, room, [made(uow.workspace, classroom, *row) for row in rows])
    return uow.catalogue.count(classroom)


def put(uow: UnitOfWork, classroom: Classroom, standards: Sequence[Standard]) -> None:
    """New ones are added; one that stands is the same one, with its words as they are now, and what helps with it where
    nothing new is said of that. A file twice changes nothing. What a contract names stays as it was signed."""
    standing = {one.key: one for one in uow.standards.of(classroom.id)}
    new = [one for one in standards if one.key not in standing]
    if len(standing) + len(new) > STANDARDS_MOST:
        raise Refusal("standards-too-many", field="typed")
    for one in standards:
        before = standing.get(one.key)
        if before is None:
            continue
        now = replace(one, id=before.id, resources=one.resources or before.resources)
        if now != before:
            uow.standards.save(now)
    uow.catalogue.add_all(new)
    refresh(uow, StandardsStand(classroom.id).subject)


def suggest(uow: UnitOfWork, actor: Actor, classroom: int, typed: str) -> list[Standard]:
    """Those of a class that hold the words that somebody types; the first of all while nothing is typed."""
    access.place(uow, actor, classroom)
    return uow.catalogue.suggested(classroom, searched(typed[:100]).split())


def take_out(uow: UnitOfWork, actor: Actor, classroom: int, chosen: Collection[int], *, everything: bool) -> None:
    """Contracts keep what they name."""
    access.teacher_in(uow, actor, classroom)
    if not everything and not chosen:
        raise Refusal("standards-none-chosen", field="standards.taken_out")
    if everything:
        uow.catalogue.remove_of(classroom)
    else:
        here = [one.id for one in uow.standards.among(chosen) if one.classroom == classroom]
        uow.standards.remove_all(here)
    refresh(uow, StandardsStand(classroom).subject)
    tell(uow, actor.user, StandardsStand(classroom))
