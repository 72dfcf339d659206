"""What one typed answer costs, in the acceptance tests' scene: a class with two teachers, everything in one process."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.demo.scene import School, school
from sandbox.people import Person
from tests.acceptance.steps import agree, everybody_has_looked, set_up
from tests.house.tracing import Call, Trace, Tracing

PATIENCE = 60.0
"""Real seconds: each call is written down, and how long that takes is measured elsewhere."""

ANSWER = "5 of 10"
"""A number on the way: nothing but the answer comes of it."""

THE_GOAL = "8 of 10"
"""It reaches the goal: the student is asked about telling the class, and the teachers hear of it."""

MORE_WORDS = (
    "reading aloud helped me today",
    "the second essay went better than the first one",
    "I wrote in the library, it was quiet there",
    "my sister read it too",
)
"""What is said about a check-in after its number: the second message about it, and so on."""

TO_AN_INTERVIEW = "All my sentences start the same"


@dataclass(frozen=True)
class Answered:
    """`trace` is of the answer; `calls[k - 1]` are those that the k-th message about the check-in made."""

    trace: Trace
    calls: Sequence[Sequence[Call]]
    student: frozenset[str]
    """The places where the student reads."""

    @property
    def leaves(self) -> Call:
        """The call that brings the answer to the student. LookupError where none does."""
        for call in self.trace.calls:
            if call.method == "chat.postMessage" and call.args["channel"] in self.student:
                return call
        raise LookupError("nothing was said to the student")

    def by_method(self, k: int) -> dict[str, int]:
        return dict(sorted(Counter(call.method for call in self.calls[k - 1]).items()))


async def check_in_answer(folder: Path, answer: str = ANSWER, *, messages: int = 1) -> Answered:
    """Ana's first check-in is due, and she answers; then she says more, up to so many messages in all. She and both
    teachers have looked at their Home."""
    tracing = Tracing()
    with tracing.watching():
        async with school(f"sqlite:///{folder}/answer.db") as scene:
            scene.ws.patience = PATIENCE
            await set_up(scene)
            await agree(scene)
            await _open_homes(scene)
            await scene.until(_planned(scene))
            everybody_has_looked(scene)
            traces = [await _traced(tracing, scene, words) for words in (answer, *MORE_WORDS)[:messages]]
            places = frozenset({scene.ana.id, scene.ana.dm.id})
    return Answered(traces[0], [trace.calls for trace in traces], places)


async def interview_answer(folder: Path) -> Trace:
    """Ana answers the first question of her interview."""
    tracing = Tracing()
    with tracing.watching():
        async with school(f"sqlite:///{folder}/interview.db") as scene:
            scene.ws.patience = PATIENCE
            await set_up(scene)
            await _say(scene, scene.ana, "hi")
            return await _traced(tracing, scene, TO_AN_INTERVIEW)


async def _traced(tracing: Tracing, scene: School, words: str) -> Trace:
    with tracing.trace() as trace:
        await _say(scene, scene.ana, words)
    return trace


async def _say(scene: School, who: Person, words: str) -> None:
    await who.says(words)
    await scene.accord.sender.idle()  # left to itself: whoever waits for quiet makes it look
    await scene.quiet()


async def _open_homes(scene: School) -> None:
    for person in (scene.ana, scene.lee, scene.bell):
        await person.opens_home()
    await scene.quiet()


def _planned(scene: School) -> datetime:
    when = scene.next_check_in()
    if when is None:
        raise LookupError("no check-in is planned")
    return when
