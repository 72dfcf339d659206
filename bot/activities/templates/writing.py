"""A teacher writes the frame of a template for the students of the school."""

from collections.abc import Mapping
from dataclasses import replace

from bot.activities import access
from bot.activities.templates.messages import TemplatesStand
from bot.domain.actor import Actor, Refusal
from bot.domain.chosen import folded
from bot.domain.templates import TEMPLATES_MOST, SchoolTemplate, made
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


def save(uow: UnitOfWork, actor: Actor, classroom: int, template: int, parts: Mapping[str, str]) -> None:
    """A new one, or one that stands, written anew. The same again changes nothing."""
    access.teacher_in(uow, actor, classroom)
    before = _standing(uow, template) if template else None
    new = made(uow.workspace, parts, actor.user, uow.now)
    here = uow.templates.offered()
    if any(one != before and folded(one.name) == folded(new.name) for one in here):
        raise Refusal("template-name-taken", field="name")
    if before is None and len(here) >= TEMPLATES_MOST:
        raise Refusal("template-full", field="name")
    if before is None or before.content != new.content:
        if before is not None:
            uow.templates.save(replace(before, gone=True))
        uow.templates.add(new)
        refresh(uow, SUBJECT)
    tell(uow, actor.user, TemplatesStand(classroom))


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
