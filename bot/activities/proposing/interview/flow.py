"""How the conversation moves. Every function takes a draft and returns the next one; nothing is kept beside it.

The question to ask is the first that applies and has no answer that holds. "Back" and an edit reopen an
answer: its question comes again, with the old answer to keep. What was answered, kept or reopened last stands
last in the draft.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.activities.proposing.interview import particulars
from bot.activities.proposing.interview.beside import MATERIALS, WHY
from bot.activities.proposing.interview.draft import (
    Answer,
    Draft,
    InterviewStep,
    Question,
    Viewpoint,
    derived,
    drop,
    mark,
    put,
    targets,
)
from bot.activities.proposing.interview.particulars import (
    BASELINE,
    DAYS,
    ENDS_ON,
    EVIDENCE,
    GOAL,
    MILESTONES,
    TIMEFRAME,
    UNIT,
)
from bot.activities.proposing.interview.wording import (
    AIMS,
    BLANKS,
    MEASURE,
    OBSERVABLE,
    STATEMENT,
    WORDING,
    is_target,
    renumbered,
    reworded,
    statement,
)
from bot.domain.actor import Refusal
from bot.domain.interview import Frame
from bot.language import typed

# The steps of the interview, in the order in which they are asked.
#
# To add one: an object here, its copy (`proposing-ask-<name>` and `proposing-help-<name>`), a test; and its place in
# `proposal.terms_of` where it is part of the contract.


MOST_CRITERIA = 5


def _words(text: str, place: Viewpoint) -> str:
    return typed.words(text)


def _criteria(text: str, place: Viewpoint) -> str:
    """One criterion on each line. Days of the week are none: they are asked for later."""
    if typed.only_weekdays(text, place.frame.lang):
        raise Refusal("criterion-is-a-day")
    lines = [line.strip() for line in typed.words(text).splitlines() if line.strip()]
    if len(lines) > MOST_CRITERIA:
        raise Refusal("too-many-criteria", most=MOST_CRITERIA)
    return "\n".join(lines)


def _yes_or_no(text: str, place: Viewpoint) -> str:
    found = typed.choice(typed.words(text), "yes_no", place.frame.lang)
    if found is None:
        raise Refusal("yes-or-no")
    return found


HARDEST = InterviewStep("hardest", 1, _words)
TABLE: tuple[InterviewStep, ...] = (
    HARDEST,
    InterviewStep("strengths", 2, _words),
    STATEMENT,
    BLANKS,
    AIMS,
    OBSERVABLE,
    MEASURE,
    TIMEFRAME,
    WORDING,
    BASELINE,
    GOAL,
    UNIT,
    InterviewStep(
        "strategies", 5, _words, per_target=True, check=particulars.check_practice, drops=particulars.IF_THEN
    ),
    MATERIALS,
    WHY,
    EVIDENCE,
    InterviewStep("supports", 7, _words, optional=True),
    InterviewStep("criterion", 8, _criteria, per_target=True),
    MILESTONES,
    ENDS_ON,
    DAYS,
    InterviewStep(
        "more",
        9,
        _yes_or_no,
        per_target=True,
        applies=lambda place: place.target < place.frame.most_targets,
        implied=lambda place: "no",
        options=lambda place: ("yes", "no"),
        named_by=("yes_no",),
    ),
)


def questions(place: Viewpoint) -> tuple[Question, ...]:
    """Every question that may be asked, in order: further targets repeat the steps that are about a target."""
    return tuple(
        Question(step, number if step.per_target else 0)
        for number in range(1, targets(place) + 1)
        for step in TABLE
        if step.per_target or number == 1
    )


STEPS = {step.name: step for step in TABLE}


NUMBERS = ("baseline", "goal", "unit")


def asked(draft: Draft, frame: Frame) -> Question | None:
    """The question to ask now; None when only the summary is left."""
    return _asked(Viewpoint(draft, frame))


@derived
def _asked(place: Viewpoint) -> Question | None:
    draft, frame = place.draft, place.frame
    return next((q for q in applying(draft, frame) if is_open(q, draft, frame)), None)


def applying(draft: Draft, frame: Frame) -> Iterator[Question]:
    return (q for q in questions(Viewpoint(draft, frame)) if q.step.applies(q.place(draft, frame)))


def is_open(question: Question, draft: Draft, frame: Frame) -> bool:
    answer, place = draft.get(question.key), question.place(draft, frame)
    if answer is not None and (answer.open or answer.skipped):
        return answer.open
    value = answer.value if answer is not None else question.step.implied(place)
    return value is None or _fault(question, value, place) is not None


def fault(question: Question, draft: Draft, frame: Frame) -> Refusal | None:
    """Why an answer that was given, or taken from the wording, no longer holds."""
    answer, place = draft.get(question.key), question.place(draft, frame)
    value = answer.value if answer is not None else question.step.implied(place)
    return None if value is None else _fault(question, value, place)


def _fault(question: Question, value: str, place: Viewpoint) -> Refusal | None:
    try:
        question.step.check(value, place)
    except Refusal as refusal:
        return refusal
    return None


def find(key: str, draft: Draft, frame: Frame) -> Question:
    """The question with this key among those that apply. Raises Refusal("not-asked-now") for any other."""
    found = next((q for q in applying(draft, frame) if q.key == key), None)
    if found is None:
        raise Refusal("not-asked-now")
    return found


def answer(draft: Draft, frame: Frame, question: Question, text: str, ts: str = "") -> Draft:
    """A typed reply. Raises Refusal for what can not be read or does not hold."""
    question = _meant(draft, frame, question, text)
    place = question.place(draft, frame)
    taken = _for_others(question, text, place)
    value = question.step.read(_without(text, taken) if question.step is STATEMENT else text, place)
    if question.step.offers(value, place):
        question.step.check(value, place)
        return _offered(draft, question.key, value, ts)
    draft = _followed(draft, frame, question, value)
    question.step.check(value, question.place(draft, frame))
    for key, words in taken.items():
        draft = put(draft, key, Answer(words, words, of=question.key))
    return _settle(draft, frame, question, Answer(text, value, ts))


def _for_others(question: Question, text: str, place: Viewpoint) -> dict[str, str]:
    """What an answer says to other questions that are still to come, by their keys: it is not asked again."""
    lang, found = place.frame.lang, {}
    if question.step is HARDEST:
        found["strengths"] = typed.what_goes_well(text, lang)
        aims = [one for one in typed.sentences(text) if is_target(one, lang)]
        found["1.statement"] = aims[0] if len(aims) == 1 else ""
    elif question.step is STATEMENT:
        plans = [one for one in typed.sentences(text)[1:] if typed.begins_with(one, "plans", lang)]
        found[f"{place.target}.strategies"] = " ".join(plans)
    return {key: words for key, words in found.items() if words and key not in place.draft}


def _without(text: str, taken: dict[str, str]) -> str:
    """The sentences that are left."""
    gone = {one for words in taken.values() for one in typed.sentences(words)}
    return " ".join(one for one in typed.sentences(text) if one not in gone) if taken else text


def _meant(draft: Draft, frame: Frame, question: Question, text: str) -> Question:
    """The question that a reply answers: a day, where the wording is shown, or what is counted is asked, is by when the
    target is due; a target, where the hardest part is asked, is the target; "make it 3", where the start or a day is
    asked, is what to reach, and "like 10 now", where a day or the wording is, the start."""
    if question.step is HARDEST and "1.statement" not in draft and is_target(text, frame.lang):
        return next(q for q in questions(Viewpoint(draft, frame)) if q.step is STATEMENT)
    step = _meant_of(question.step, text, frame)
    if step is question.step:
        return question
    return next(q for q in questions(Viewpoint(draft, frame)) if (q.step, q.target) == (step, question.target))


def _meant_of(step: InterviewStep, text: str, frame: Frame) -> InterviewStep:
    """The step that a reply to this one is about, of the same target."""
    undated = step is TIMEFRAME and not typed.names_a_day(text, frame)
    if (step is BASELINE or undated) and typed.renews(text, frame.lang):
        return GOAL
    if (undated or step is WORDING) and typed.says_now(text, frame.lang):
        return BASELINE
    return TIMEFRAME if step in (WORDING, UNIT) and typed.only_a_day(text, frame) else step


def choose(draft: Draft, frame: Frame, question: Question, option: str) -> Draft:
    """A button. Raises Refusal("not-asked-now") for what is not on offer."""
    place = question.place(draft, frame)
    if option not in (*question.step.options(place), *question.step.retired):
        raise Refusal("not-asked-now")
    value = question.step.pick(option, place)
    draft = _followed(draft, frame, question, value)
    question.step.check(value, question.place(draft, frame))
    return _settle(draft, frame, question, Answer(value, value, _typed_in(draft, question.key, value)))


def _offered(draft: Draft, key: str, value: str, ts: str) -> Draft:
    """Show back what was typed. What stands, stands until the yes."""
    return put(draft, key, replace(draft.get(key, Answer("")), offered=value, ts=ts, open=True))


def _typed_in(draft: Draft, key: str, value: str) -> str:
    """The message of what was offered and is taken now, so that an edit of it is shown back again."""
    standing = draft.get(key)
    return standing.ts if standing is not None and standing.offered == value else ""


def unoffered(draft: Draft, key: str) -> Draft:
    """What was offered is gone: its message was deleted."""
    standing = draft[key]
    if standing.value is None:
        return drop(draft, key)
    return mark(draft, key, offered="", ts="")


def _followed(draft: Draft, frame: Frame, question: Question, value: str) -> Draft:
    return question.step.follow(value, question.place(draft, frame))


def skip(draft: Draft, frame: Frame, question: Question) -> Draft:
    if not question.step.optional:
        raise Refusal("not-optional")
    draft = _followed(draft, frame, question, "")
    return _settle(draft, frame, question, Answer("", skipped=True))


def keep(draft: Draft, frame: Frame, question: Question) -> Draft:
    """Leave a reopened answer as it was."""
    if not may_keep(draft, frame, question):
        raise Refusal("nothing-to-keep")
    draft = _followed(draft, frame, question, draft[question.key].value or "")
    return _latest(draft, question.key, open=False)


def _latest(draft: Draft, key: str, *, open: bool) -> Draft:
    """The same answer, open or not, as what was said last. What was offered in its place is let go of."""
    return put(draft, key, replace(draft[key], open=open, offered=""))


def may_keep(draft: Draft, frame: Frame, question: Question) -> bool:
    standing = draft.get(question.key)
    if standing is not None and standing.offered:
        return False  # its buttons say which of the two
    return standing is not None and standing.open and standing.holds and fault(question, draft, frame) is None


def back(draft: Draft, frame: Frame) -> Draft:
    """Ask what was answered before again. Raises Refusal("nothing-before") where that is nothing."""
    earlier = before(draft, frame)
    if earlier is None:
        raise Refusal("nothing-before")
    return _latest(draft, earlier.key, open=True)


def before(draft: Draft, frame: Frame) -> Question | None:
    """The question that was answered just now; after a step back or to a part, the one before the open one."""
    return _before(Viewpoint(draft, frame))


@derived
def _before(place: Viewpoint) -> Question | None:
    draft, frame = place.draft, place.frame
    now, answered = asked(draft, frame), []
    for question in applying(draft, frame):
        if now is not None and question.key == now.key:
            break
        if question.key in draft:
            answered.append(question)
    latest = list(draft)[-1:]
    just_now = [q for q in answered if q.key in latest and not draft[q.key].open]
    return next(reversed(just_now or answered), None)


def edit(draft: Draft, frame: Frame, part: str) -> Draft:
    """Ask for a part of the summary again; what was only implied gets an answer to keep first.

    "1.numbers" stands for the first target's three numbers, "1.sentence" for its wording.
    """
    for key in _questions_of(part, draft, frame):
        draft = _reopened(draft, frame, find(key, draft, frame))
    return draft


def renewed(draft: Draft, frame: Frame, text: str, ts: str = "") -> Draft:
    """Another number to reach for the first target, said when all was answered. The sentence says the same: also where
    its number is not read as what is to be reached ("start 4 days before the deadline")."""
    goal = find("1.goal", draft, frame)
    after = answer(draft, frame, goal, text, ts)
    place, said = goal.place(after, frame), statement(goal.place(draft, frame))
    sentence = renumbered(said, text, frame.lang)
    return reworded(place, sentence) if sentence and statement(place) == said else after


def another(draft: Draft, frame: Frame) -> Draft:
    """With one more target than it has. Raises Refusal("not-asked-now") where the class allows no more."""
    question = find(f"{targets(Viewpoint(draft, frame))}.more", draft, frame)
    return _settle(draft, frame, question, Answer("yes", "yes"))


def _questions_of(part: str, draft: Draft, frame: Frame) -> tuple[str, ...]:
    target, _, name = part.partition(".")
    if name == "numbers":
        return tuple(f"{target}.{n}" for n in NUMBERS)
    if name == "sentence":
        applies = {q.key for q in applying(draft, frame)}
        latest = next((n for n in ("wording", "blanks") if f"{target}.{n}" in applies), "statement")
        return (f"{target}.{latest}",)
    return (part,)


def _reopened(draft: Draft, frame: Frame, question: Question) -> Draft:
    if question.key in draft:
        return _latest(draft, question.key, open=True)
    implied = question.step.implied(question.place(draft, frame)) or None
    return put(draft, question.key, Answer(implied or "", implied, open=True))


def unread(draft: Draft, key: str, text: str, ts: str) -> Draft:
    """Remember a reply that could not be read, so that an edit of its message can still become the answer."""
    standing = draft.get(key)
    if standing is not None and standing.holds:
        return mark(draft, key, open=True, ts=ts)
    return put(draft, key, Answer(text, ts=ts, open=True))


def _settle(draft: Draft, frame: Frame, question: Question, given: Answer) -> Draft:
    """Put the answer in; where it changes something, deal with what was said on the strength of the old one."""
    before = draft.get(question.key)
    after = put(draft, question.key, given)
    if before is None or before.value == given.value:
        return after
    for name in question.step.drops:
        after = drop(after, f"{question.target}.{name}")
    for name in question.step.doubts:
        after = _doubted(after, frame, f"{question.target}.{name}")
    return after


def _doubted(draft: Draft, frame: Frame, key: str) -> Draft:
    if key not in draft:
        return draft
    without = drop(draft, key)
    question = next((q for q in applying(without, frame) if q.key == key), None)
    if question is None or question.step.implied(question.place(without, frame)) is not None:
        return without
    return mark(draft, key, open=True)
