"""A teacher asks a class at a unit's beginning and at its end; each student sees their own answers, teachers counts."""

from collections.abc import Mapping

from bot.activities import access
from bot.activities.surveying import messages
from bot.activities.surveying.messages import StandsBrief, SurveyAsked, SurveyBrief, SurveyStands, subject_of
from bot.domain import surveys
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.surveys import OPEN_PHASES, Survey, SurveyAnswer, results_of
from bot.messages.briefs import NothingToSay, only_a_teacher, only_to, say
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> int:
    return access.open_class_taught(uow, actor, classroom).id


def begin(uow: UnitOfWork, actor: Actor, classroom: int, unit: str) -> Survey:
    """Everyone who learns in the class, each in their direct messages."""
    room = access.open_class_taught(uow, actor, classroom)
    name = surveys.checked_unit(unit)
    if not access.learners_of(uow, room.id):
        raise Refusal("survey-nobody")
    made = uow.surveys.add(Survey(uow.workspace, room.id, actor.user, name, uow.now))
    _ask(uow, made, room, at_end=False)
    tell(uow, actor.user, SurveyStands(room.id, made.id))
    return made


def stop(uow: UnitOfWork, actor: Actor, survey: int) -> None:
    """It takes no more answers, and what there is to show is shown."""
    found, _ = _as_teacher(uow, actor, survey)
    uow.surveys.save(surveys.stopped(found))
    _follow(uow, found)


def finish(uow: UnitOfWork, actor: Actor, survey: int) -> None:
    """The unit ends: the same questions again, also to who came later."""
    found, room = _as_teacher(uow, actor, survey)
    after = surveys.ended(found)
    uow.surveys.save(after)
    _follow(uow, after)
    _ask(uow, after, room, at_end=True)


def _ask(uow: UnitOfWork, survey: Survey, room: Classroom, *, at_end: bool) -> None:
    opens = out_of_quiet(uow.now, room, room.timezone)
    standing = {one.student: one for one in uow.survey_answers.of_survey(survey.id)}
    for student in access.learners_of(uow, room.id):
        own = standing.get(student) or uow.survey_answers.add(SurveyAnswer(uow.workspace, survey.id, student, uow.now))
        once = f"survey-answer:{own.id}:{'last' if at_end else 'first'}"
        tell(uow, student, SurveyAsked(room.id, own.id, at_end), once=once, not_before=opens)


def _follow(uow: UnitOfWork, survey: Survey) -> None:
    for answer in uow.survey_answers.of_survey(survey.id):
        refresh(uow, f"survey-answer:{answer.id}")
    refresh(uow, subject_of(survey.id))


def open_answer(uow: UnitOfWork, actor: Actor, answer: int) -> SurveyBrief:
    return _own(uow, actor, answer)


def take(uow: UnitOfWork, actor: Actor, answer: int, chosen: Mapping[str, int]) -> None:
    """What they chose; again in place of before, while it is open."""
    found = _own(uow, actor, answer)
    uow.survey_answers.save(surveys.answered(found.survey, found.answer, chosen))
    refresh(uow, f"survey-answer:{answer}")
    refresh(uow, subject_of(found.survey.id))


def _own(uow: UnitOfWork, actor: Actor, answer: int) -> SurveyBrief:
    """Somebody else's is as good as none."""
    standing = uow.survey_answers.get(answer)
    survey = uow.surveys.get(standing.survey) if standing is not None else None
    if standing is None or survey is None or standing.student != actor.user:
        raise Refusal("old-button")
    access.student_in(uow, actor, survey.classroom)
    if survey.phase not in OPEN_PHASES:
        raise Refusal("survey-closed")
    return SurveyBrief(survey, standing)


def _as_teacher(uow: UnitOfWork, actor: Actor, survey: int) -> tuple[Survey, Classroom]:
    found = uow.surveys.get(survey)
    if found is None:
        raise Refusal("old-button")
    return found, access.open_class_taught(uow, actor, found.classroom)


def _asked(uow: UnitOfWork, notice: SurveyAsked, reader: str) -> SurveyBrief:
    answer = uow.survey_answers.get(notice.survey_answer)
    survey = uow.surveys.get(answer.survey) if answer is not None else None
    if answer is None or survey is None:
        raise NothingToSay("answer")
    only_to(answer.student, reader)
    return SurveyBrief(survey, answer)


def _stands(uow: UnitOfWork, notice: SurveyStands, reader: str) -> StandsBrief:
    survey = uow.surveys.get(notice.survey)
    if survey is None:
        raise NothingToSay("survey")
    only_a_teacher(uow, survey.classroom, reader)
    return StandsBrief(survey, results_of(survey, uow.survey_answers.of_survey(survey.id)))


say(SurveyAsked, shown=_asked, blocks=messages.asked)
say(SurveyStands, shown=_stands, blocks=messages.stands)
