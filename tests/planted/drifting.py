"""Planted in who hears of drift, and when."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from bot.activities.checking_in import drifting
from bot.activities.checking_in.drift_messages import DriftSeen
from bot.domain.contract import RUNNING
from bot.messages.tell import tell
from simulation.plan import Size
from tests.planted.plants import plant

MORE = Size(students=2, weeks=3, trouble=10)
FIRST = "nobody_hears_of_drift_before_its_student"


@plant("Teachers hear of drift as soon as their student does.", FIRST, size=MORE, first=19)
def teachers_hear_at_once() -> Iterator[None]:
    look = drifting._look

    def and_tell_teachers(uow: Any, contract: Any, classroom: Any) -> None:
        look(uow, contract, classroom)
        course = drifting._course(uow, contract, classroom)
        if course.drift is not None and course.newest is not None:
            for teacher in drifting._who_wants_to_hear(uow, contract, classroom):
                once = f"contract:{contract.id}:drift-seen:{course.newest.id}:{teacher}"
                tell(uow, teacher, DriftSeen(contract.id, course.newest.id, course.drift.what.value), once=once)

    with patch.object(drifting, "_look", and_tell_teachers):
        yield


@plant("Home marks whoever falls behind, also before they have heard of it.",
       test="tests/unit/checking_in/test_drifting.py")  # fmt: skip
def home_marks_who_has_not_heard() -> Iterator[None]:
    def seen_by_numbers(uow: Any, classrooms: Any, running: Any) -> set[int]:
        found = [one for room in classrooms for one in uow.contracts.of_classroom(room, *RUNNING)]
        courses = {one.id: drifting._course(uow, one, classrooms[one.classroom]) for one in found}
        return {id for id, course in courses.items() if course.drift is not None and course.drift.targets}

    with (
        patch.object(drifting, "shown_behind", seen_by_numbers),
        patch.object(drifting, "tell", lambda *given, **more: None),
    ):
        yield
