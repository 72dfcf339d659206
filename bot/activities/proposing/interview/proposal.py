"""A finished draft as the terms of a contract."""

from datetime import date

from bot.activities.proposing.interview import flow, particulars, rhythm, wording
from bot.activities.proposing.interview.draft import Answer, Draft, Viewpoint, drop, put, targets
from bot.activities.proposing.interview.flow import applying, is_open
from bot.domain import menu
from bot.domain.actor import Refusal, Side
from bot.domain.interview import Frame
from bot.domain.rubrics import taken_as_text, taken_from_text
from bot.domain.standards import as_text, from_text
from bot.domain.terms import (
    Assessor,
    Criterion,
    EvidenceForm,
    Target,
    Terms,
    as_seen,
    check_terms,
    further_as_text,
    further_from_text,
    number_text,
)
from bot.language.agreement import check_agrees
from bot.language.drafts.by_rule import certain_work_in, work_counted_in, work_left_open
from bot.language.milestones_typed import as_typed
from bot.language.practice import Plan

# The word by which questions speak of a student's work: "essays", where the student typed of essays.


WORDED = frozenset(("hardest", "statement", "observable", "measure", "timeframe", "criterion"))
"""Steps whose words may speak of the work, whoever named it."""


def work_typed(place: Viewpoint) -> str:
    """What the student names in the target, in what it was made of, and in what came before it; "" where nothing."""
    texts = (wording.statement(place), place.typed("measure"), place.typed("timeframe"), wording.idea(place))
    return certain_work_in(
        *texts, place.shared("hardest") or "", place.shared("strengths") or "", lang=place.frame.lang
    )


def work_counted(step: str, place: Viewpoint) -> str:
    """The work that the answer itself is to count: "in how many of your next essays?"."""
    if step == "blanks":
        return work_left_open(place.mine("statement") or "", place.frame.lang)
    if step in ("baseline", "goal") and particulars.said(place).out_of is not None:
        return work_counted_in(particulars.said(place).unit, place.frame.lang)
    return ""


def total(place: Viewpoint) -> str:
    """Of how many: "4" in "3 of my next 4 essays"; "" where nothing says it."""
    found = particulars.said(place).out_of
    return "" if found is None else f"{found.normalize():f}"


# A version that was sent back becomes the draft again: what both sides wrote into it meanwhile is not lost.


COMMITMENTS, PROMISED, FURTHER = "commitments", "promised", "further"
TEACHER_CRITERIA = "teacher_criteria"
STANDARDS, RUBRIC = "standards", "rubric"
ASSESSED_BY, WEIGHT, SELF_PART = "assessed_by", "weight", "self_part"
"""What a teacher added, and what a student chose at the end, is kept beside the answers: no question asks for it, and
the student sees it in the summary."""


def taken_up(draft: Draft, frame: Frame, terms: Terms) -> Draft:
    """The draft with what `terms` says. Answers that say the same already stay as they were given."""
    last = len(terms.targets)
    for number, target in enumerate(terms.targets, start=1):
        draft = _target_taken_up(draft, frame, number, target, terms.ends_on)
        if number < frame.most_targets:
            draft = _said(draft, f"{number}.more", "yes" if number < last else "no")
    shared = {
        "hardest": terms.hardest,
        "strengths": terms.strengths,
        "supports": terms.supports,
        COMMITMENTS: terms.commitments,
        PROMISED: terms.promised,
        SELF_PART: "" if terms.self_part is None else str(terms.self_part),
        FURTHER: further_as_text(terms.further),
        "ends_on": terms.ends_on.isoformat(),
        "days": rhythm.Chosen(terms.check_in_days, terms.alternates_from, terms.after_each).text,
    }
    for key, value in shared.items():
        draft = _said(draft, key, value)
    return draft


def _target_taken_up(draft: Draft, frame: Frame, number: int, target: Target, ends_on: date) -> Draft:
    if wording.statement(Viewpoint(draft, frame, number)) != target.statement:
        draft = _reworded(draft, number, target.statement)
    if wording.aims(target.statement, frame.lang) is not None:
        draft = _said(draft, f"{number}.aims", "one")
    if not _says_when(Viewpoint(draft, frame, number), target.due_on, ends_on):
        draft = _said(draft, f"{number}.timeframe", target.due_on.isoformat())
    answers = {
        "baseline": number_text(target.baseline),
        "goal": number_text(target.goal),
        "unit": target.unit,
        "criterion": _lines(target, Side.STUDENT),
        TEACHER_CRITERIA: _lines(target, Side.TEACHER),
        STANDARDS: as_text(target.standards),
        RUBRIC: taken_as_text(target.rubric),
        ASSESSED_BY: "\n".join(target.assessed_by),
        WEIGHT: str(target.weight or ""),
        "why": target.why,
        "materials": target.materials,
        particulars.ACTIVITY: menu.taken_as_text(target.activity),
        "milestones": as_typed(target.milestones, target.text),
    }
    for name, value in answers.items():
        draft = _said(draft, f"{number}.{name}", value)
    draft = _practised_as(draft, frame, number, target)
    return _shown_by(draft, frame, number, target)


def _says_when(place: Viewpoint, due: date, ends_on: date) -> bool:
    """Whether the draft has this day already: by itself, or as the end of the contract, whenever that is. "In my next
    three essays" and a question that was left out stay so."""
    key = f"{place.target}.timeframe"
    question = next((q for q in applying(place.draft, place.frame) if q.key == key), None)
    if question is None or is_open(question, place.draft, place.frame):
        return False
    return (particulars.due_on(place) or ends_on) == due


def _shown_by(draft: Draft, frame: Frame, number: int, target: Target) -> Draft:
    """The form, and what is said of it: the student may have typed both at once."""
    form = target.evidence.value
    draft = _said(draft, f"{number}.evidence", form)
    if particulars.words(Viewpoint(draft, frame, number)) == target.evidence_words:
        return draft
    draft = put(draft, f"{number}.evidence", Answer(form, form))
    return _said(draft, f"{number}.{particulars.WORDS}", target.evidence_words)


def _practised_as(draft: Draft, frame: Frame, number: int, target: Target) -> Draft:
    """How they practise, with the plan for where something gets in the way: the student may have typed both at once."""
    plan = Plan(target.strategies, target.obstacle, target.fallback)
    if particulars.practice(Viewpoint(draft, frame, number)) == plan:
        return draft
    key = f"{number}.strategies"
    draft = put(draft, key, Answer(plan.how, plan.how)) if plan.how else _said(draft, key, "")
    for name, value in zip(particulars.IF_THEN, (plan.obstacle, plan.fallback), strict=True):
        draft = _said(draft, f"{number}.{name}", value)
    return draft


def _reworded(draft: Draft, number: int, statement: str) -> Draft:
    """Another sentence. What it leaves open both sides have seen by now: nothing is probed again."""
    for name in ("blanks", "wording"):
        draft = drop(draft, f"{number}.{name}")
    for name in ("observable", "measure"):
        draft = put(draft, f"{number}.{name}", Answer("", skipped=True))
    return put(draft, f"{number}.statement", Answer(statement, statement))


def _said(draft: Draft, key: str, value: str) -> Draft:
    standing = draft.get(key)
    if not value:
        return put(draft, key, Answer("", skipped=True)) if standing is not None and standing.value else draft
    if standing is not None and standing.value == value and not standing.open:
        return draft
    return put(draft, key, Answer(value, value))


def _lines(target: Target, author: Side) -> str:
    return "\n".join(c.text for c in target.criteria if c.author is author)


def terms_of(draft: Draft, frame: Frame) -> Terms:
    """Raises Refusal: not-finished while a question is open, and whatever `check_terms` refuses."""
    if flow.asked(draft, frame) is not None:
        raise Refusal("not-finished")
    place = Viewpoint(draft, frame)
    end = particulars.ends_on(place)
    if end is None:
        raise Refusal("not-finished")
    terms = as_seen(_terms(place, end))
    check_terms(terms, today=frame.today, term_ends_on=frame.term_ends_on, most_targets=frame.most_targets)
    for target in terms.targets:
        check_agrees(target, frame.lang)
    return terms


def _terms(place: Viewpoint, end: date) -> Terms:
    said, part = particulars.said_rhythm(place), place.shared(SELF_PART)
    return Terms(
        targets=tuple(_target(place.of(n)) for n in range(1, targets(place) + 1)),
        hardest=place.shared("hardest") or "",
        strengths=place.shared("strengths") or "",
        supports=place.shared("supports") or "",
        commitments=place.shared(COMMITMENTS) or "",
        ends_on=end,
        check_in_days=said.days,
        check_in_time=place.frame.check_in_time,
        with_class=said.days == place.frame.check_in_days,
        alternates_from=said.alternates_from,
        after_each=said.after_each,
        promised=place.shared(PROMISED) or "",
        self_part=int(part) if part else None,
        further=further_from_text(place.shared(FURTHER) or ""),
    )


def _target(place: Viewpoint) -> Target:
    baseline, goal, end = particulars.baseline(place), particulars.goal(place), particulars.ends_on(place)
    if baseline is None or goal is None or end is None:
        raise Refusal("not-finished")
    plan = particulars.practice(place)
    return Target(
        statement=wording.statement(place),
        baseline=baseline,
        goal=goal,
        unit=particulars.unit(place),
        measure=particulars.measure(place),
        due_on=particulars.due_on(place) or end,
        evidence=EvidenceForm(place.mine("evidence") or EvidenceForm.OTHER),
        evidence_words=particulars.words(place),
        strategies=plan.how,
        obstacle=plan.obstacle,
        fallback=plan.fallback,
        criteria=(*_criteria(place, "criterion", Side.STUDENT), *_criteria(place, TEACHER_CRITERIA, Side.TEACHER)),
        milestones=particulars.milestones(place),
        standards=from_text(place.mine(STANDARDS) or ""),
        rubric=taken_from_text(place.mine(RUBRIC) or ""),
        activity=particulars.activity(place),
        materials=place.mine("materials") or "",
        why=place.mine("why") or "",
        assessed_by=tuple(map(Assessor, (place.mine(ASSESSED_BY) or "").split())),
        weight=int(place.mine(WEIGHT) or 0),
    )


def _criteria(place: Viewpoint, name: str, author: Side) -> tuple[Criterion, ...]:
    return tuple(Criterion(line, author) for line in (place.mine(name) or "").splitlines())
