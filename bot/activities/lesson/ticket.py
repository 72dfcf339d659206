"""The exit ticket of a lesson: asked of who is there, answered by each alone, shown to teachers once it is over."""

from dataclasses import replace

from bot.activities import access
from bot.activities.contract.reads import zone_of_reader
from bot.activities.lesson import ticket_messages as messages
from bot.activities.lesson.messages import subject_of
from bot.activities.lesson.ticket_messages import (
    ResultsBrief,
    TicketAsked,
    TicketBrief,
    TicketOver,
    TicketResults,
    subject_of_answer,
)
from bot.activities.lesson.use_cases import as_teacher, lesson_of
from bot.domain import lessons
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.lessons import Lesson, LessonAnswer, results_of
from bot.messages.briefs import NothingToSay, only_a_teacher, only_to, say
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def ask(uow: UnitOfWork, actor: Actor, lesson: int) -> None:
    """Everyone who learns in the class and is not away, each in their direct messages."""
    found, room = as_teacher(uow, actor, lesson)
    here = who_is_here(uow, room)
    if not here:
        raise Refusal("lesson-nobody-here")
    opens = out_of_quiet(uow.now, room, room.timezone)
    asked = lessons.asked(found, uow.now, opens)
    uow.lessons.save(asked)
    for student in here:
        answer = uow.lesson_answers.add(LessonAnswer(uow.workspace, asked.id, student))
        notice = TicketAsked(room.id, answer.id)
        once = f"lesson-answer:{answer.id}"
        tell(uow, student, notice, once=once, not_before=opens, expires_at=asked.open_until)
    tell(uow, actor.user, TicketResults(room.id, asked.id))
    tell(uow, actor.user, TicketOver(room.id, asked.id), once=f"lesson-over:{asked.id}", not_before=asked.open_until)
    refresh(uow, subject_of(asked.id))


def who_is_here(uow: UnitOfWork, room: Classroom) -> list[str]:
    learn = access.learners_of(uow, room.id)
    away = uow.absences.of_students(learn, room.id) if learn else []
    gone = {one.student for one in away if not one.is_pause and one.holds(uow.now)}
    return [user for user in learn if user not in gone]


def open_answer(uow: UnitOfWork, actor: Actor, answer: int) -> tuple[LessonAnswer, int]:
    """With its class."""
    standing, lesson = _own(uow, actor, answer)
    return standing, lesson.classroom


def take(uow: UnitOfWork, actor: Actor, answer: int, clear: str, found: str, then: str, quotes: bool) -> None:
    """What they chose and wrote; again in place of before, while it is open."""
    standing, lesson = _own(uow, actor, answer)
    said = lessons.answered(standing, clear, found, then, quotes, uow.now)
    uow.lesson_answers.save(said)
    refresh(uow, subject_of_answer(said.id))
    if standing.said_at is None:
        refresh(uow, subject_of(lesson.id))


def take_back(uow: UnitOfWork, actor: Actor, answer: int) -> None:
    """No teacher reads their words any more, also when it is over, and whoever learns there no longer may say so. What
    they chose is counted as before."""
    standing, lesson = _of_actor(uow, actor, answer)
    access.somewhere(uow, actor)
    if not standing.quotes:
        raise Refusal("old-button")
    uow.lesson_answers.save(replace(standing, quotes=False))
    refresh(uow, subject_of_answer(standing.id))
    if not lesson.takes_answers(uow.now):
        refresh(uow, subject_of(lesson.id))


def _of_actor(uow: UnitOfWork, actor: Actor, answer: int) -> tuple[LessonAnswer, Lesson]:
    """Somebody else's is as good as none."""
    standing = uow.lesson_answers.get(answer)
    if standing is None or standing.student != actor.user:
        raise Refusal("old-button")
    lesson = uow.lessons.get(standing.lesson)
    if lesson is None:
        raise Refusal("old-button")
    return standing, lesson


def _own(uow: UnitOfWork, actor: Actor, answer: int) -> tuple[LessonAnswer, Lesson]:
    """Theirs, while they can answer it."""
    standing, lesson = _of_actor(uow, actor, answer)
    access.student_in(uow, actor, lesson.classroom)
    if not lesson.takes_answers(uow.now):
        raise Refusal("lesson-ticket-over")
    return standing, lesson


def end(uow: UnitOfWork, actor: Actor, lesson: int) -> None:
    """It takes no more answers, and what there is to show is shown. It is not said again when it would have ended."""
    found, _ = as_teacher(uow, actor, lesson)
    if found.asked_at is None:
        raise Refusal("old-button")
    if found.takes_answers(uow.now):
        uow.lessons.save(replace(found, ended_at=uow.now))
    for answer in uow.lesson_answers.of_lesson(found.id):
        refresh(uow, subject_of_answer(answer.id))
    refresh(uow, subject_of(found.id))


def _asked(uow: UnitOfWork, notice: TicketAsked, reader: str) -> TicketBrief:
    answer = uow.lesson_answers.get(notice.lesson_answer)
    if answer is None:
        raise NothingToSay("answer")
    only_to(answer.student, reader)
    lesson, room = lesson_of(uow, answer.lesson)
    open_, said = lesson.takes_answers(uow.now), answer.said_at is not None
    goes_on = said and uow.contracts.open_of(answer.student, room.id) is not None
    return TicketBrief(answer, room.id, room.name, open_, goes_on)


def _results(uow: UnitOfWork, notice: TicketResults, reader: str) -> ResultsBrief:
    """Who answered what is not read while it is open. Who left the class since is counted: the class was asked."""
    lesson, room = lesson_of(uow, notice.lesson)
    only_a_teacher(uow, room.id, reader)
    answers = uow.lesson_answers.of_lesson(lesson.id)
    zone = zone_of_reader(uow, uow.people.of(reader), {"classroom": room.id})
    return ResultsBrief(lesson, room.name, results_of(answers), zone)


say(TicketAsked, shown=_asked, blocks=messages.asked)


def _over(uow: UnitOfWork, notice: TicketOver, reader: str) -> ResultsBrief:
    brief = _results(uow, TicketResults(notice.classroom, notice.lesson), reader)
    if brief.lesson.ended_at is not None:
        raise NothingToSay("ended before")
    return brief


say(TicketResults, shown=_results, blocks=messages.results)
say(TicketOver, shown=_over, blocks=messages.results)
