"""A lesson about contracts: a script in steps with minutes, what of it was posted to the class, and an exit ticket.

What students write in an exit ticket is theirs. Their teachers see how many chose what, from `TOGETHER` answers on and
only once it is over: whoever watched the counts grow would know who had just answered. Of the words they see those
whose student said so, without a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.actor import Refusal
from bot.domain.seen import clean


class Script(StrEnum):
    START = "start"
    HALFWAY = "halfway"
    ENDING = "ending"


SCRIPTS = tuple(Script)
"""In the order in which a term needs them; buttons name their places."""

STEPS: Mapping[Script, tuple[int, ...]] = {
    Script.START: (5, 10, 15, 10, 5),
    Script.HALFWAY: (5, 10, 10, 5),
    Script.ENDING: (5, 15, 10, 10),
}
"""Minutes of each step. What is said in it is copy: `lesson-<script>-<step>`."""

TIPS = 3
STUCK = 3
DEBRIEF = 3
"""So many lines of each stand in the copy; debrief questions for each script."""


class PromptPhase(StrEnum):
    BEFORE = "before"
    TARGET = "target"
    PRACTICE = "practice"
    CHECKING_IN = "checking-in"
    SETBACK = "setback"
    ENDING = "ending"


PHASES = tuple(PromptPhase)
PROMPTS = 5
"""Of each phase."""


class Clear(StrEnum):
    """How clear the next step is to a student."""

    YES = "yes"
    NEARLY = "nearly"
    NOT_YET = "not-yet"


OPEN_FOR = timedelta(days=1)
"""An exit ticket can be answered so long, for who was on the bus."""
TOGETHER = 5
"""Of fewer answers nothing is shown but how many there are."""
WORDS_MOST = 500
QUOTES_MOST = 10
"""Of each question, in the message to the teacher."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One time that a class has a lesson. `posted` names what was posted to the class: steps ("step:2") and prompts
    ("prompt:setback:1"). The last three say when its exit ticket was asked, until when it can be answered at most, and
    when a teacher ended it before."""

    workspace: str
    classroom: int
    teacher: str
    script: Script
    begun_at: datetime
    posted: tuple[str, ...] = ()
    asked_at: datetime | None = None
    open_until: datetime | None = None
    ended_at: datetime | None = None
    id: int = 0

    @property
    def minutes(self) -> tuple[int, ...]:
        return STEPS[self.script]

    def takes_answers(self, now: datetime) -> bool:
        return self.open_until is not None and self.ended_at is None and now < self.open_until


@dataclass(frozen=True, slots=True)
class LessonAnswer:
    """The exit ticket of one student. It stands from when they were asked; `said_at` is when they answered last.
    `quotes`: teachers may read the words, without the name."""

    workspace: str
    lesson: int
    student: str
    clear: str = ""
    found: str = ""
    next: str = ""
    quotes: bool = False
    said_at: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """`counts` and the quotes are None while there is too little to show."""

    asked: int
    answered: int
    counts: Mapping[Clear, int] | None = None
    found: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


def step_key(step: int) -> str:
    return f"step:{step}"


def prompt_key(phase: PromptPhase, number: int) -> str:
    return f"prompt:{phase.value}:{number}"


def posted(lesson: Lesson, key: str) -> Lesson:
    return lesson if key in lesson.posted else replace(lesson, posted=(*lesson.posted, key))


def asked(lesson: Lesson, at: datetime, opens: datetime) -> Lesson:
    """Its exit ticket is asked, once; `opens` is when the first may read it."""
    if lesson.asked_at is not None:
        raise Refusal("lesson-ticket-asked")
    return replace(lesson, asked_at=at, open_until=max(at, opens) + OPEN_FOR)


def answered(standing: LessonAnswer, clear: str, found: str, then: str, quotes: bool, at: datetime) -> LessonAnswer:
    """Raises Refusal where nothing was chosen, or a box holds no word."""
    if clear not in set(Clear):
        raise Refusal("lesson-clear", field="clear")
    texts = {"found": clean(found), "next": clean(then)}
    for field, text in texts.items():
        if not text:
            raise Refusal("empty", field=field)
        if len(text) > WORDS_MOST:
            raise Refusal("lesson-too-long", field=field)
    return replace(standing, clear=clear, found=texts["found"], next=texts["next"], quotes=quotes, said_at=at)


def results_of(answers: Sequence[LessonAnswer]) -> Results:
    """Quotes stand in the order of their letters, so that it tells nothing."""
    said = [one for one in answers if one.said_at is not None]
    if len(said) < TOGETHER:
        return Results(len(answers), len(said))
    counts = {clear: sum(one.clear == clear for one in said) for clear in Clear}
    shared = [one for one in said if one.quotes]
    found = sorted((one.found for one in shared), key=str.casefold)
    then = sorted((one.next for one in shared), key=str.casefold)
    return Results(len(answers), len(said), counts, tuple(found), tuple(then))
