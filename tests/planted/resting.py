"""Planted in what keeps from being asked who is away, and a contract that pauses."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from bot.activities.absence import use_cases as absences
from bot.activities.checking_in import planning
from bot.domain.check_ins import CheckInState
from bot.domain.days_off import NO_DAYS_OFF
from simulation.plan import Size
from storage.queries.due import Agenda
from tests.planted.plants import plant

MORE = Size(students=3, weeks=3, trouble=10)


@plant("Check-ins are planned for days on which their student is away.", test="tests/unit/absence/test_away.py")
def away_is_not_planned_around() -> Iterator[None]:
    with patch.object(planning, "away_from", lambda uow, contract: NO_DAYS_OFF):
        yield


def _as_if_all_were_here() -> ExitStack:
    """Whoever is away is asked what is due."""
    claimed = Agenda.due_check_ins

    def here(self: Agenda, now: Any, limit: int) -> Any:
        return [one._replace(situation=one.situation._replace(away=False)) for one in claimed(self, now, limit)]

    stack = ExitStack()
    stack.enter_context(patch.object(planning, "is_resting", lambda uow, contract: False))
    stack.enter_context(patch.object(Agenda, "due_check_ins", here))
    return stack


@plant("Who is away is planned for, and asked, like all others.", "nobody_is_asked_while_away", first=5, size=MORE)
def the_absent_are_asked() -> Iterator[None]:
    with _as_if_all_were_here(), patch.object(planning, "away_from", lambda uow, contract: NO_DAYS_OFF):
        yield


@plant("What is open when somebody goes away is missed meanwhile.", test="tests/unit/absence/test_away.py")
def what_is_open_is_missed_while_away() -> Iterator[None]:
    with _as_if_all_were_here():
        yield


@plant("Who is back has missed what was set aside for them.", "nothing_excused_is_missed", first=30, size=MORE)
def what_was_set_aside_is_missed_afterwards() -> Iterator[None]:
    rest = planning.rest

    def and_missed(uow: Any, contract: Any, classroom: Any) -> None:
        rest(uow, contract, classroom)
        if not planning.is_resting(uow, contract):
            for check_in in uow.check_ins.in_state(contract.id, (CheckInState.EXCUSED,)):
                uow.check_ins.save(replace(check_in, state=CheckInState.MISSED, missed_at=uow.now))

    with patch.object(planning, "rest", and_missed):
        yield


@plant("Whoever is asked says of anybody that they are away.", test="tests/unit/absence/test_away.py")
def who_teaches_whom_is_not_asked() -> Iterator[None]:
    def any_class(uow: Any, actor: Any, student: str, classroom: int | None) -> Any:
        return uow.classrooms.not_archived()

    with patch.object(absences, "_taught", any_class):
        yield


@plant(
    "A class is asked on its days off, like on all others.",
    test="tests/unit/calendar/test_typed_days.py::"
    "test_days_off_are_asked_about_no_more_and_the_teacher_sees_when_instead",
)
def days_off_are_forgotten() -> Iterator[None]:
    with (
        patch.object(planning, "days_off", lambda uow, classroom: NO_DAYS_OFF),
        patch.object(Agenda, "days_off", lambda self, ids, now: {}),
    ):
        yield
