"""A teacher begins a lesson, and posts steps and prompts of it to the class, each once."""

from bot.activities import access
from bot.activities.lesson import messages
from bot.activities.lesson.messages import (
    LessonBrief,
    LessonPrompt,
    LessonScript,
    LessonScripts,
    LessonStep,
    script_at,
    subject_of,
)
from bot.domain import lessons
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Classroom
from bot.domain.lessons import PHASES, PROMPTS, Lesson, prompt_key, step_key
from bot.messages.briefs import NothingToSay, lang_of, only_a_teacher, say
from bot.messages.registry import Notice
from bot.messages.tell import refresh, tell, tell_class
from storage.unit_of_work import UnitOfWork


def show(uow: UnitOfWork, actor: Actor, channel: str) -> None:
    """`/accord lesson`: which lessons there are, to the teacher alone."""
    classroom = access.class_meant(uow, actor, channel, which="lesson-which-class")
    tell(uow, actor.user, LessonScripts(classroom))


def begin(uow: UnitOfWork, actor: Actor, classroom: int, place: int) -> None:
    """Its script, to the teacher alone. The class sees nothing yet."""
    room, script = access.open_class_taught(uow, actor, classroom), script_at(place)
    if script is None:
        raise Refusal("old-button")
    made = uow.lessons.add(Lesson(uow.workspace, room.id, actor.user, script, uow.now))
    tell(uow, actor.user, LessonScript(room.id, made.id))


def post_step(uow: UnitOfWork, actor: Actor, lesson: int, step: int) -> None:
    found, room = as_teacher(uow, actor, lesson)
    if step >= len(found.minutes):
        raise Refusal("old-button")
    _post(uow, room, found, step_key(step), LessonStep(room.id, found.id, step, lang_of(uow, actor.user)))


def open_prompts(uow: UnitOfWork, actor: Actor, lesson: int) -> Lesson:
    return as_teacher(uow, actor, lesson)[0]


def post_prompt(uow: UnitOfWork, actor: Actor, lesson: int, prompt: str) -> None:
    """`prompt` is "setback:1"."""
    found, room = as_teacher(uow, actor, lesson)
    known = {f"{phase.value}:{number}": prompt_key(phase, number) for phase in PHASES for number in range(PROMPTS)}
    if prompt not in known:
        raise Refusal("lesson-prompt", field="prompt")
    _post(uow, room, found, known[prompt], LessonPrompt(room.id, found.id, prompt, lang_of(uow, actor.user)))


def _post(uow: UnitOfWork, room: Classroom, lesson: Lesson, key: str, notice: Notice) -> None:
    """Once, whoever of the teachers presses, and however often."""
    if key in lesson.posted:
        return
    uow.lessons.save(lessons.posted(lesson, key))
    tell_class(uow, room, notice, once=f"lesson:{lesson.id}:{key}")
    refresh(uow, subject_of(lesson.id))


def as_teacher(uow: UnitOfWork, actor: Actor, lesson: int) -> tuple[Lesson, Classroom]:
    found = uow.lessons.get(lesson)
    if found is None:
        raise Refusal("old-button")
    return found, access.open_class_taught(uow, actor, found.classroom)


def lesson_of(uow: UnitOfWork, lesson: int) -> tuple[Lesson, Classroom]:
    found = uow.lessons.get(lesson)
    room = uow.classrooms.get(found.classroom) if found is not None else None
    if found is None or room is None:
        raise NothingToSay("lesson")
    return found, room


def _scripts(uow: UnitOfWork, notice: LessonScripts, reader: str) -> str:
    only_a_teacher(uow, notice.classroom, reader)
    room = uow.classrooms.get(notice.classroom)
    return room.name if room is not None else ""


def _script(uow: UnitOfWork, notice: LessonScript, reader: str) -> LessonBrief:
    found, room = lesson_of(uow, notice.lesson)
    only_a_teacher(uow, room.id, reader)
    return LessonBrief(found, room.name)


def _posted(uow: UnitOfWork, notice: LessonStep | LessonPrompt, reader: str) -> Lesson:
    """It names nobody: whoever is in the channel reads it."""
    found, room = lesson_of(uow, notice.lesson)
    if room.archived:
        raise NothingToSay("class closed")
    return found


say(LessonScripts, shown=_scripts, blocks=messages.scripts)
say(LessonScript, shown=_script, blocks=messages.script)
say(LessonStep, shown=_posted, blocks=messages.step)
say(LessonPrompt, shown=_posted, blocks=messages.prompt)
