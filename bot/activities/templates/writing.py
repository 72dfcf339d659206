"""A teacher writes the frame of a template for the students of the school."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.bringing import use_cases as bringing
from bot.activities.templates.messages import TemplatesStand
from bot.domain.actor import Actor, Refusal
from bot.domain.bringing import Brings, Brought
from bot.domain.chosen import folded
from bot.domain.classroom import Classroom
from bot.domain.templates import TEMPLATES_MOST, SchoolTemplate, from_text, made
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

SUBJECT = "templates"


def show(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """`/accord templates`: those of the workspace, to the teacher alone."""
    tell(uow, actor.user, TemplatesStand(access.class_meant(uow, actor, channel, which="templates-which-class")))


def open_form(uow: UnitOfWork, actor: Actor, classroom: int, template: int) -> SchoolTemplate | None:
    """The one to write anew; None for a new one (0)."""
    access.teacher_in(uow, actor, classroom)
    return _standing(uow, template) if template else None


def save(
    uow: UnitOfWork,
    actor: Actor,
    classroom: int,
    template: int,
    parts: Mapping[str, str],
    files: Sequence[tuple[str, str]] = (),
) -> None:
    """A new one, typed or in a file; or one that stands, written anew. The same again changes nothing."""
    room = access.teacher_in(uow, actor, classroom)
    file = bringing.files_of(files)
    if file is not None and not parts.get("name", "").strip():
        bringing.brought(uow, room, actor.user, Brings.TEMPLATES, file)
        return
    before = _standing(uow, template) if template else None
    new = made(uow.workspace, parts, actor.user, uow.now)
    here = uow.templates.offered()
    if any(one != before and folded(one.name) == folded(new.name) for one in here):
        raise Refusal("template-name-taken", field="name")
    _put(uow, [(before, new)])
    tell(uow, actor.user, TemplatesStand(classroom))


@bringing.takes(Brings.TEMPLATES)
def take_file(uow: UnitOfWork, actor: Actor, classroom: Classroom, brought: Brought) -> None:
    """What has the name of one that stands takes its place."""
    here = {folded(one.name): one for one in uow.templates.offered()}
    new = [made(uow.workspace, parts, actor.user, uow.now) for parts in from_text(brought.found)]
    _put(uow, [(here.get(folded(one.name)), one) for one in new])
    tell(uow, actor.user, TemplatesStand(classroom.id))


def _put(uow: UnitOfWork, wanted: Sequence[tuple[SchoolTemplate | None, SchoolTemplate]]) -> None:
    """(what it takes the place of, what it says). The same again changes nothing."""
    new = [(before, one) for before, one in wanted if before is None or before.content != one.content]
    added = sum(before is None for before, _ in new)
    if added and len(uow.templates.offered()) + added > TEMPLATES_MOST:
        raise Refusal("template-full", field="name")
    for before, one in new:
        if before is not None:
            uow.templates.save(replace(before, gone=True))
        uow.templates.add(one)
    if new:
        refresh(uow, SUBJECT)


def remove(uow: UnitOfWork, actor: Actor, classroom: int, template: int) -> None:
    """It is offered no more; what students wrote by it stays."""
    access.teacher_in(uow, actor, classroom)
    uow.templates.save(replace(_standing(uow, template), gone=True))
    refresh(uow, SUBJECT)
    tell(uow, actor.user, TemplatesStand(classroom))


def _standing(uow: UnitOfWork, template: int) -> SchoolTemplate:
    """Refusal where somebody wrote it anew meanwhile, or took it out."""
    found = uow.templates.get(template)
    if found is None:
        raise Refusal("old-button")
    if found.gone:
        raise Refusal("template-changed")
    return found
