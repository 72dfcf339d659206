"""Planted in what is between a student and the teacher whom they talk with."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from bot.activities import access
from bot.activities.talking import reads
from bot.activities.talking import use_cases as talking
from bot.domain import talk as talks
from bot.messages import briefs
from bot.messages.tell import tell
from simulation.plan import Size
from tests.planted.plants import plant

MORE = Size(students=4, weeks=3, trouble=35)


@plant("All teachers of a class hear when a talk is.", "a_talk_reaches_only_its_two", first=1010, size=MORE)
def all_teachers_hear_of_times() -> Iterator[None]:
    def to_all(uow: Any, talk: Any, notice: Any) -> None:
        for user in (talk.student, *access.teachers_for(uow, talk.student, talk.classroom)):
            tell(uow, user, notice)

    open_to_all = {
        kind: (reads._talk if shown is reads._of_the_two else shown, blocks)
        for kind, (shown, blocks) in briefs._said.items()
    }
    with patch.object(talking, "_tell_both", to_all), patch.dict(briefs._said, open_to_all):
        yield


@plant("A second teacher takes a talk that another one has taken.", test="tests/unit/talking/test_talks.py")
def who_took_it_is_not_asked() -> Iterator[None]:
    def anybody(uow: Any, actor: Any, talk: int) -> Any:
        found = uow.talks.get(talk)
        return found, uow.classrooms.get(found.classroom)

    with patch.object(talking, "_to_offer", anybody):
        yield


@plant("A time of an earlier message is taken for one on the table.", test="tests/unit/talking/test_talks.py")
def any_time_can_be_chosen() -> Iterator[None]:
    def agreed(talk: Any, at: Any, now: Any) -> Any:
        return replace(talk, state=talks.TalkState.AGREED, at=at, wake_at=at + talks.OVER_AFTER)

    with patch.object(talks, "agreed", agreed):
        yield
