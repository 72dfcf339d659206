"""The steps of the interview, in the order in which they are asked.

To add one: an object here, its copy (`proposing-ask-<name>` and `proposing-help-<name>`), a test; and its place in
`proposal.terms_of` where it is part of the contract.
"""

from bot.activities.proposing.interview.dates import DAYS, ENDS_ON, TIMEFRAME
from bot.activities.proposing.interview.evidence import EVIDENCE
from bot.activities.proposing.interview.numbers import BASELINE, GOAL, UNIT
from bot.activities.proposing.interview.step import Place, Question, Step, targets
from bot.activities.proposing.interview.wording import BLANKS, MEASURE, OBSERVABLE, STATEMENT, WORDING
from bot.domain.errors import Refusal
from bot.language import typed

MOST_CRITERIA = 5


def _words(text: str, place: Place) -> str:
    return typed.words(text)


def _criteria(text: str, place: Place) -> str:
    """One criterion on each line."""
    lines = [line.strip() for line in typed.words(text).splitlines() if line.strip()]
    if len(lines) > MOST_CRITERIA:
        raise Refusal("too-many-criteria", most=MOST_CRITERIA)
    return "\n".join(lines)


def _yes_or_no(text: str, place: Place) -> str:
    found = typed.choice(typed.words(text), "yes_no")
    if found is None:
        raise Refusal("yes-or-no")
    return found


TABLE: tuple[Step, ...] = (
    Step("hardest", 1, _words),
    Step("strengths", 2, _words),
    STATEMENT,
    BLANKS,
    OBSERVABLE,
    MEASURE,
    TIMEFRAME,
    WORDING,
    BASELINE,
    GOAL,
    UNIT,
    Step("strategies", 5, _words, per_target=True),
    EVIDENCE,
    Step("supports", 7, _words, optional=True),
    Step("criterion", 8, _criteria, per_target=True),
    ENDS_ON,
    DAYS,
    Step(
        "more",
        9,
        _yes_or_no,
        per_target=True,
        applies=lambda place: place.target < place.frame.most_targets,
        options=lambda place: ("yes", "no"),
        named_by=("yes_no",),
    ),
)


def questions(place: Place) -> tuple[Question, ...]:
    """Every question that may be asked, in order: further targets repeat the steps that are about a target."""
    return tuple(
        Question(step, number if step.per_target else 0)
        for number in range(1, targets(place) + 1)
        for step in TABLE
        if step.per_target or number == 1
    )


STEPS = {step.name: step for step in TABLE}
