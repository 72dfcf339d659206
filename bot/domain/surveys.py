"""Five questions at a unit's beginning and at its end.

What a student answers is theirs. Their teachers see how many chose what, by question, from `TOGETHER` answers on, and
only once nobody answers any more: whoever watched the counts grow would know who had just answered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.actor import Refusal
from bot.domain.lessons import TOGETHER
from bot.domain.seen import clean

QUESTIONS = ("about", "can", "learn", "stuck", "matters")
"""Each is a sentence of the copy, to agree with more or less."""
LEVELS = (1, 2, 3, 4)
"""From "not yet" to "fully"."""
UNIT_MOST = 80


class SurveyPhase(StrEnum):
    BEFORE = "before"
    """The unit begins, and students answer."""
    BETWEEN = "between"
    """Nobody answers: the unit goes on."""
    AFTER = "after"
    """It ends, and students answer again."""
    OVER = "over"


OPEN_PHASES = frozenset({SurveyPhase.BEFORE, SurveyPhase.AFTER})


@dataclass(frozen=True, slots=True)
class Survey:
    workspace: str
    classroom: int
    teacher: str
    unit: str
    begun_at: datetime
    phase: SurveyPhase = SurveyPhase.BEFORE
    id: int = 0


@dataclass(frozen=True, slots=True)
class SurveyAnswer:
    """One student's levels at the beginning and at the end, by question; () for none."""

    workspace: str
    survey: int
    student: str
    asked_at: datetime
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    id: int = 0

    def at(self, phase: SurveyPhase) -> tuple[int, ...]:
        """What they said in this phase, or before it."""
        return self.first if phase in (SurveyPhase.BEFORE, SurveyPhase.BETWEEN) else self.last


def checked_unit(unit: str) -> str:
    name = clean(unit)
    if not name:
        raise Refusal("empty", field="unit")
    if len(name) > UNIT_MOST:
        raise Refusal("too-long", field="unit", most=UNIT_MOST)
    return name


def stopped(survey: Survey) -> Survey:
    """Nobody answers any more, and what there is to show is shown."""
    after = {SurveyPhase.BEFORE: SurveyPhase.BETWEEN, SurveyPhase.AFTER: SurveyPhase.OVER}
    if survey.phase not in after:
        raise Refusal("old-button")
    return replace(survey, phase=after[survey.phase])


def ended(survey: Survey) -> Survey:
    """The unit ends, and the same is asked again; once."""
    if survey.phase not in (SurveyPhase.BEFORE, SurveyPhase.BETWEEN):
        raise Refusal("old-button")
    return replace(survey, phase=SurveyPhase.AFTER)


def answered(survey: Survey, answer: SurveyAnswer, chosen: Mapping[str, int]) -> SurveyAnswer:
    """Refusal under the question without an answer. Again takes the place of before, while it is open."""
    if survey.phase not in OPEN_PHASES:
        raise Refusal("survey-closed")
    for name in QUESTIONS:
        if chosen.get(name) not in LEVELS:
            raise Refusal("survey-choose", field=name)
    levels = tuple(chosen[name] for name in QUESTIONS)
    if survey.phase is SurveyPhase.BEFORE:
        return replace(answer, first=levels)
    return replace(answer, last=levels)


SurveyCounts = tuple[tuple[int, ...], ...]
"""By question, how many chose each level."""


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """`first` and `last` are None while they may not be shown. `answered` counts those of the phase that is, or was."""

    asked: int
    answered: int
    first: SurveyCounts | None
    last: SurveyCounts | None


def results_of(survey: Survey, answers: Sequence[SurveyAnswer]) -> SurveyResults:
    now = [one for one in answers if one.at(survey.phase)]
    first = [one.first for one in answers if one.first] if survey.phase is not SurveyPhase.BEFORE else []
    last = [one.last for one in answers if one.last] if survey.phase is SurveyPhase.OVER else []
    return SurveyResults(len(answers), len(now), _counts(first), _counts(last))


def _counts(said: Sequence[tuple[int, ...]]) -> SurveyCounts | None:
    if len(said) < TOGETHER:
        return None
    return tuple(tuple(sum(one[place] == level for one in said) for level in LEVELS) for place in range(len(QUESTIONS)))
