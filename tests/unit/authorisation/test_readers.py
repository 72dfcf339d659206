"""Who may read what: looked at when a message leaves, for between queueing and sending people change."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.domain.actor import Side
from bot.domain.outbox import Delivery, Message, Verb
from bot.presenting import present
from storage.engine import open_engine
from tests.unit.authorisation.news import SCENES, Scene
from tests.unit.authorisation.school import School

THEIR_OWN = {
    "feedback-delivered": "what the teacher wrote",
    "care-alerted": "the school named them, whether they teach or not",
}
"""What somebody reads who does not teach the class any more, and why."""

SCENE = pytest.mark.parametrize("scene", list(SCENES), ids=lambda scene: scene.__name__)


@pytest.fixture
def school(sqlite_url: str) -> Iterator[School]:
    engine: Engine = open_engine(sqlite_url)
    yield School(engine)
    engine.dispose()


@SCENE
def test_what_is_for_one_is_rendered_for_nobody_else(school: School, scene: Scene) -> None:
    scene(school)
    strangers = (school.classmate, school.other_teacher, school.stranger, school.admin)
    for delivery in _of(school, scene):
        for other in strangers:
            assert _rendered(school, replace(delivery, reader=other.user)) is None, (delivery.notice, other.user)


@SCENE
def test_who_stopped_teaching_reads_nothing_of_a_student(school: School, scene: Scene) -> None:
    scene(school)
    to_teachers = [d for d in _of(school, scene) if d.reader in (school.teacher.user, school.teacher2.user)]
    _nobody_teaches(school)
    read = {d.notice for d in to_teachers if _rendered(school, d) is not None}
    assert read <= set(THEIR_OWN)


@SCENE
def test_whom_it_is_for_reads_it(school: School, scene: Scene) -> None:
    """Without this the others would hold for messages that nobody can read."""
    scene(school)
    read = {d.notice for d in _of(school, scene) if _rendered(school, d) is not None}
    assert read == SCENES[scene]


def _of(school: School, scene: Scene) -> list[Delivery]:
    """The messages that the scene is here for, as they were queued."""
    found = [d for d in school.deliveries() if d.notice in SCENES[scene] and d.verb is Verb.POST]
    assert {d.notice for d in found} == SCENES[scene]
    return found


def _rendered(school: School, delivery: Delivery) -> Message | None:
    with school.uow() as uow:
        return present(uow, delivery, school.now)


def _nobody_teaches(school: School) -> None:
    with school.uow() as uow:
        for place in uow.memberships.all(classroom=school.classroom.id, side=Side.TEACHER):
            uow.memberships.save(replace(place, left_at=school.now))
