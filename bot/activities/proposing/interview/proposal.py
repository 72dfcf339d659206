"""A finished draft as the terms of a contract."""

from datetime import date

from bot.activities.proposing.interview import dates, evidence, flow, numbers, wording
from bot.activities.proposing.interview.draft import Draft
from bot.activities.proposing.interview.step import Place, targets
from bot.activities.proposing.interview.taken_up import COMMITMENTS, TEACHER_CRITERIA
from bot.domain.actor import Side
from bot.domain.errors import Refusal
from bot.domain.frame import Frame
from bot.domain.terms import Criterion, EvidenceForm, Target, Terms, as_seen, check_terms
from bot.language.agreement import check_agrees


def terms_of(draft: Draft, frame: Frame) -> Terms:
    """Raises Refusal: not-finished while a question is open, and whatever `check_terms` refuses."""
    if flow.asked(draft, frame) is not None:
        raise Refusal("not-finished")
    place = Place(draft, frame)
    end = dates.ends_on(place)
    if end is None:
        raise Refusal("not-finished")
    terms = as_seen(_terms(place, end))
    check_terms(terms, today=frame.today, term_ends_on=frame.term_ends_on, most_targets=frame.most_targets)
    for target in terms.targets:
        check_agrees(target)
    return terms


def _terms(place: Place, end: date) -> Terms:
    return Terms(
        targets=tuple(_target(place.of(n)) for n in range(1, targets(place) + 1)),
        hardest=place.shared("hardest") or "",
        strengths=place.shared("strengths") or "",
        supports=place.shared("supports") or "",
        commitments=place.shared(COMMITMENTS) or "",
        ends_on=end,
        check_in_days=dates.days(place),
        check_in_time=place.frame.check_in_time,
    )


def _target(place: Place) -> Target:
    baseline, goal, end = numbers.baseline(place), numbers.goal(place), dates.ends_on(place)
    if baseline is None or goal is None or end is None:
        raise Refusal("not-finished")
    return Target(
        statement=wording.statement(place),
        baseline=baseline,
        goal=goal,
        unit=numbers.unit(place),
        due_on=dates.due_on(place) or end,
        evidence=EvidenceForm(place.mine("evidence") or EvidenceForm.OTHER),
        evidence_words=evidence.words(place),
        strategies=place.mine("strategies") or "",
        criteria=(*_criteria(place, "criterion", Side.STUDENT), *_criteria(place, TEACHER_CRITERIA, Side.TEACHER)),
    )


def _criteria(place: Place, name: str, author: Side) -> tuple[Criterion, ...]:
    return tuple(Criterion(line, author) for line in (place.mine(name) or "").splitlines())
