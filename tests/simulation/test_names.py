"""The simulation names messages as the program does: one that is called otherwise by now is looked for in vain."""

import pytest

from bot.activities.registering import register_all
from bot.messages.registry import Notice
from simulation import company, students, teachers
from simulation.properties import answering, asking, drifting, showing, waiting

NAMED = {
    "said where nothing was taken": answering.DEAD_ENDS,
    "prompts": asking.PROMPTS,
    "said to the class": showing.TO_THE_CLASS,
    "wants something": showing.ASKING,
    "a check-in asks": students.ASKED,
    "asks nothing of a student": students.RESTS,
    "a student goes on": students.GOES_ON,
    "a student may leave": students.QUIET,
    "a teacher writes under it": teachers.WRITES_UNDER,
    "tells of drift": frozenset({drifting.TO_STUDENT, drifting.TO_TEACHER}),
    "is a file for teachers": frozenset({"piece-file"}),
    "what students decide on when they sit down": frozenset({*company.WISHES, *students.SHOWN_FIRST}),
    "waits for a yes": frozenset({*waiting.OF_A_CLASSMATE, waiting.PAPER, "peer-said", "peer-shared", "promises-due"}),
    "what students go on from": frozenset({"milestone-reached", "piece-noted", "reply-noted"}),
}


def kinds(of: type[Notice] = Notice) -> set[str]:
    register_all()
    return {str(below.kind) for below in of.__subclasses__()}.union(*map(kinds, of.__subclasses__()))


@pytest.mark.parametrize("names", NAMED.values(), ids=NAMED)
def test_each_is_the_name_of_a_message(names: frozenset[str]) -> None:
    assert set(names) <= kinds()
