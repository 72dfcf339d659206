"""What the messages of an interview show, read at the time of sending."""

from dataclasses import replace
from datetime import date, datetime

from bot.activities import access
from bot.activities.care import setting
from bot.activities.checking_in import planning
from bot.activities.proposing import materials, messages, starting
from bot.activities.proposing.interview import flow, particulars, wording
from bot.activities.proposing.interview.draft import SECTIONS, Answer, Draft, Question, Viewpoint, targets
from bot.activities.proposing.interview.proposal import WORDED, terms_of, total, work_counted
from bot.activities.proposing.messages import (
    AnsweredQuestion,
    AnswerSent,
    ChooseClass,
    ChooseClassBrief,
    ClassPolicy,
    Hello,
    InterviewPaused,
    InterviewQuestion,
    PausedBrief,
    ProposalSent,
    QuestionBrief,
    ReadBack,
    SentBrief,
)
from bot.activities.proposing.starting import UNDER_WAY, classes_of, open_question, seal_of
from bot.domain.actor import Actor
from bot.domain.classroom import Autonomy
from bot.domain.interview import Frame, Interview, InterviewState
from bot.domain.schedule import Schedule
from bot.domain.terms import Direction, EvidenceForm, Terms
from bot.language import typed
from bot.messages.briefs import NothingToSay, Over, helpers_named, name_of, names_of, only_to, say
from storage.unit_of_work import UnitOfWork

BEFORE_FEEDBACK = frozenset(("", "welcome-back", "idea-kept"))
"""Remarks of a message that shows the feedback whole: the first one, and one after a while."""
AFTER_AN_ANSWER = frozenset(("", "corrected"))
"""Remarks of a message that follows an answer; every other one says again where one is."""
SHOWN_BACK = frozenset({"timeframe", "baseline", "goal", "ends_on", "days", "evidence"})
"""Answers that are read from what was typed: the student sees at once what was understood."""


def _question(uow: UnitOfWork, notice: InterviewQuestion, reader: str) -> QuestionBrief:
    interview = uow.interviews.get(notice.interview)
    if interview is None:
        raise NothingToSay("gone")
    only_to(interview.student, reader)
    draft, question, frame = open_question(uow, interview)
    if interview.asked != notice.asked or interview.state not in UNDER_WAY:
        raise Over(_answered(interview, Viewpoint(draft, frame), notice.question))
    repeats = notice.help or notice.remark not in BEFORE_FEEDBACK
    brief = (
        _summary(uow, interview, draft, frame)
        if question is None
        else _step(uow, interview, draft, frame, question, repeats=repeats)
    )
    if notice.help or notice.remark not in AFTER_AN_ANSWER:
        return brief
    warm = _warm(draft, frame.lang) if question is not None and not notice.remark else ""
    return replace(brief, understood=_understood(draft, frame), took=(*_took(draft), *brief.took), warm=warm)


def _answered(interview: Interview, place: Viewpoint, key: str) -> AnsweredQuestion:
    """What stands of a question that is not open any more."""
    target, _, step = key.rpartition(".")
    answer, sent = place.draft.get(key), interview.state is InterviewState.SUBMITTED
    if answer is None or answer.open:
        return AnsweredQuestion(step, sent)
    pressed = None if answer.ts else answer.value
    return AnsweredQuestion(step, sent, pressed, answer.skipped, particulars.measure(place.of(int(target or 1))))


def _took(draft: Draft) -> tuple[tuple[str, str], ...]:
    """What was taken out of the answer that was given last."""
    latest = next(reversed(list(draft)), "")
    return tuple((key.rpartition(".")[2], a.value) for key, a in draft.items() if latest and a.of == latest and a.value)


def _warm(draft: Draft, lang: str) -> str:
    """The word of a clause about what was told just now: of an illness, a setback or progress; or thanks for what is
    hard."""
    latest = next(reversed(list(draft)), "")
    if latest not in ("hardest", "strengths") or draft[latest].open or not draft[latest].ts:
        return ""
    return typed.tone(draft[latest].raw, lang) or ("thanks" if latest == "hardest" else "")


def _step(
    uow: UnitOfWork, interview: Interview, draft: Draft, frame: Frame, question: Question, *, repeats: bool
) -> QuestionBrief:
    """`repeats`: the question stands above already, and what was shown with it is not said again."""
    place, step = question.place(draft, frame), question.step
    fault = flow.fault(question, draft, frame)
    standing = draft.get(question.key)
    keep = standing if standing is not None and flow.may_keep(draft, frame, question) else None
    shows_feedback = step.name == "hardest" and not repeats
    feedback = uow.feedback.newest_to(interview.student, interview.classroom) if shows_feedback else None
    counted = work_counted(step.name, place)
    return QuestionBrief(
        interview=interview.id,
        asked=interview.asked,
        step=step.name,
        target=question.target,
        targets=targets(place),
        section=step.section,
        optional=step.optional,
        options=step.options(place),
        may_go_back=flow.before(draft, frame) is not None,
        policy=_policy(uow, frame),
        refusal=fault.key if fault else "",
        details=fault.args_for_copy if fault else {},
        keep=_kept(keep, step.name, place) if keep else None,
        keeps_skipped=keep.skipped if keep else False,
        read_back=_read_back(place) if step.name == "strategies" else None,
        original=_original(place, step.name),
        suggestion=wording.suggestion(place) or "" if step.name == "wording" else "",
        offered=wording.offered(place) if step.name == "wording" else "",
        unit=particulars.unit(place) if step.name in ("baseline", "goal") and not counted else "",
        work=counted or _work(uow, interview, place, step.name),
        total=total(place) if counted else "",
        measure=particulars.measure(place),
        contract_ends_on=_chosen_end(place) if step.name == "timeframe" else None,
        idea=wording.idea(place) if step.name == "statement" else "",
        idea_from=_idea_from(uow, place) if step.name == "statement" else "",
        took=materials.shown(uow, interview, place) if step.name == "materials" else (),
        offers=materials.of_standards(uow, interview, place) if step.name == "materials" else (),
        menu=_menu(uow, step.name),
        hello=None if repeats or _has_answers(draft) else _hello(uow, interview),
        feedback=feedback,
        teacher=name_of(uow, feedback.teacher) if feedback else "",
    )


def _menu(uow: UnitOfWork, step: str) -> str:
    """Templates for who looks for a target, activities for who looks for how to practise."""
    if step == "statement":
        return "templates"
    return "menus" if step == "strategies" and uow.menu.has_any() else ""


def _has_answers(draft: Draft) -> bool:
    """Whether anything was answered: an idea to start from is none."""
    return any(key.rpartition(".")[2] != wording.NAME for key in draft)


def _hello(uow: UnitOfWork, interview: Interview) -> Hello:
    """Said whole to whoever begins for the first time."""
    first = len(uow.contracts.of_student(interview.student)) == 1
    teachers = names_of(uow, access.teachers_for(uow, interview.student, interview.classroom))
    helpers = helpers_named(uow, interview.classroom)
    return Hello(name_of(uow, interview.student) if first else "", teachers, setting.rule_of(uow), helpers)


def _kept(answer: Answer, step: str, place: Viewpoint) -> str:
    """An earlier answer, as it is shown: what was said of the evidence says more than its form."""
    said = particulars.words(place) if step == "evidence" else ""
    return said or answer.value or ""


def _work(uow: UnitOfWork, interview: Interview, place: Viewpoint, step: str) -> str:
    if step not in WORDED:
        return ""
    feedback = uow.feedback.newest_to(interview.student, interview.classroom)
    return starting.for_student(uow, interview.student, interview.classroom, place, feedback)


def _chosen_end(place: Viewpoint) -> date | None:
    """When the contract ends, where the student chose that; one that has passed is asked again by itself."""
    end = particulars.chosen_end(place)
    chosen = place.frame.autonomy is not Autonomy.GUIDED and end is not None and end > place.frame.today
    return end if chosen else None


def _original(place: Viewpoint, step: str) -> str:
    """The sentence that the question is about."""
    if step == "blanks":
        return place.mine("statement") or ""
    if step == "wording":
        return wording.before_it(place) if wording.offered(place) else wording.original(place)
    return ""


def _idea_from(uow: UnitOfWork, place: Viewpoint) -> str:
    given = uow.feedback.get(wording.source(place))
    return name_of(uow, given.teacher) if given else ""


FIRST_CHECK_INS = 3


def _summary(uow: UnitOfWork, interview: Interview, draft: Draft, frame: Frame) -> QuestionBrief:
    terms = terms_of(draft, frame)
    return QuestionBrief(
        interview=interview.id,
        asked=interview.asked,
        step="",
        target=0,
        targets=len(terms.targets),
        section=SECTIONS,
        optional=False,
        options=(),
        may_go_back=True,
        policy=_policy(uow, frame),
        terms=terms,
        seal=seal_of(terms),
        parts=_parts(draft, frame, len(terms.targets)),
        may_add=len(terms.targets) < frame.most_targets,
        coming=_coming(uow, interview, terms, frame),
        standards=uow.standards.has_any(interview.classroom),
        rubrics=uow.rubrics.has_any(),
    )


def _coming(uow: UnitOfWork, interview: Interview, terms: Terms, frame: Frame) -> tuple[datetime, ...]:
    room = uow.classrooms.get(interview.classroom)
    if room is None:
        return ()
    schedule = Schedule(terms, room, frame.timezone, planning.days_off(uow, room.id), began_at=frame.now)
    return tuple(schedule.coming(frame.now, FIRST_CHECK_INS))


def _policy(uow: UnitOfWork, frame: Frame) -> ClassPolicy:
    return ClassPolicy(
        frame.term_ends_on,
        frame.check_in_days,
        frame.check_in_time,
        frame.autonomy is Autonomy.GUIDED,
        frame.most_targets,
        frame.timezone,
        decided_by=name_of(uow, frame.decided_by) if frame.decided_by else "",
    )


def _understood(draft: Draft, frame: Frame) -> tuple[str, str] | None:
    """The answer given just now, where it was typed and read as something else than its text: Back leads to it."""
    given = flow.before(draft, frame)
    if given is None or given.key != list(draft)[-1]:
        return None
    answer, name = draft[given.key], given.step.name
    if answer.open or answer.value is None or not answer.ts or name not in SHOWN_BACK:
        return None
    if name == "evidence" and answer.value == EvidenceForm.OTHER:
        return None  # it is kept as it was typed
    return (name, answer.value)


def _read_back(place: Viewpoint) -> ReadBack | None:
    baseline, goal = particulars.baseline(place), particulars.goal(place)
    if baseline is None or goal is None:
        return None
    due = particulars.due_on(place)
    thoughts = _on_a_grade(place) or wording.thoughts(wording.statement(place), baseline, goal, due, place.frame)
    may_change = place.frame.autonomy is not Autonomy.GUIDED
    return ReadBack(
        place.target, baseline, goal, particulars.unit(place), due, may_change, thoughts[:1], particulars.measure(place)
    )


def _on_a_grade(place: Viewpoint) -> tuple[str, ...]:
    """A grade is welcome, and practice leads to it: a target for that is offered beside it, where there is room."""
    if not particulars.measure(place).scale:
        return ()
    if particulars.direction(place) is Direction.DOWN:
        return ("goal-not-beyond-baseline",)
    return ("goal-is-a-grade" if targets(place) < place.frame.most_targets else "goal-is-a-grade-alone",)


TARGET_PARTS = (
    "sentence",
    "numbers",
    "timeframe",
    "why",
    "strategies",
    "materials",
    "evidence",
    "criterion",
    "milestones",
    "more",
)


def _parts(draft: Draft, frame: Frame, count: int) -> tuple[str, ...]:
    """The keys of what can be edited, as a reader meets them."""
    applying = {q.key for q in flow.applying(draft, frame)}
    of_targets = [f"{n}.{part}" for n in range(1, count + 1) for part in TARGET_PARTS]
    wanted = ["hardest", "strengths", *of_targets, "supports", "ends_on", "days"]
    return tuple(p for p in wanted if p in applying or p.rpartition(".")[2] in ("sentence", "numbers"))


def _paused(uow: UnitOfWork, notice: InterviewPaused, reader: str) -> PausedBrief:
    interview = uow.interviews.get(notice.interview)
    classroom = uow.classrooms.get(interview.classroom) if interview else None
    if interview is None or classroom is None or interview.state not in UNDER_WAY:
        raise NothingToSay("interview")
    only_to(interview.student, reader)
    _, question, _ = open_question(uow, interview)
    return PausedBrief(interview.id, classroom.name, question.step.section if question else SECTIONS)


def _classes(uow: UnitOfWork, notice: ChooseClass, reader: str) -> ChooseClassBrief:
    return ChooseClassBrief(tuple(classes_of(uow, Actor(uow.workspace, reader))))


def _sent(uow: UnitOfWork, notice: ProposalSent | AnswerSent, reader: str) -> SentBrief:
    contract = uow.contracts.get(notice.contract)
    classroom = uow.classrooms.get(contract.classroom) if contract else None
    if contract is None or classroom is None:
        raise NothingToSay("contract")
    only_to(contract.student, reader)
    return SentBrief(classroom.name, names_of(uow, access.teachers_for(uow, reader, classroom.id)))


say(InterviewQuestion, shown=_question, blocks=messages.interview_question)
say(InterviewPaused, shown=_paused, blocks=messages.paused)
say(ChooseClass, shown=_classes, blocks=messages.choose_class)
say(ProposalSent, shown=_sent, blocks=messages.proposal_sent)
say(AnswerSent, shown=_sent, blocks=messages.answer_sent)
