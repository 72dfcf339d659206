"""The script of a lesson for its teacher, what of it goes to the class, and the prompts to pick from."""

from dataclasses import dataclass
from typing import Any

from bot.activities.surveying.messages import OPEN as SURVEY
from bot.domain.lessons import (
    DEBRIEF,
    PHASES,
    PROMPTS,
    SCRIPTS,
    STEPS,
    STUCK,
    TIPS,
    Lesson,
    PromptPhase,
    Script,
    prompt_key,
    step_key,
)
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, divider, header, line, plain, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words, words_for

BEGIN, POST, ASK = "lesson.begin", "lesson.post", "lesson.ask"
OPEN_PROMPTS, PROMPT = "lesson.open_prompts", "lesson.prompt"


@dataclass(frozen=True, slots=True)
class LessonScripts(Notice):
    """To a teacher who asked: which lessons there are."""

    classroom: int


@dataclass(frozen=True, slots=True)
class LessonScript(Notice):
    """To the teacher who holds it: its steps. A card."""

    classroom: int
    lesson: int

    @property
    def subject(self) -> str:
        return subject_of(self.lesson)


@dataclass(frozen=True, slots=True)
class LessonStep(Notice):
    """In the class channel: what students do in a step, in the language of who posted it."""

    classroom: int
    lesson: int
    step: int
    language: str


@dataclass(frozen=True, slots=True)
class LessonPrompt(Notice):
    """In the class channel: a question to think or write about. `prompt` is "setback:1"."""

    classroom: int
    lesson: int
    prompt: str
    language: str


def subject_of(lesson: int) -> str:
    return f"lesson:{lesson}"


@dataclass(frozen=True, slots=True)
class LessonBrief:
    """`channel` is the id of the class channel, where it can be mentioned by it."""

    lesson: Lesson
    classroom: str


def scripts(notice: LessonScripts, brief: str, reader: Reader) -> Message:
    """`brief` is the name of the class."""
    w = reader.words
    lines = [
        line(
            w("lesson-script-line", name=w(f"lesson-{script.value}-name"), minutes=sum(STEPS[script])),
            button(w(f"lesson-{script.value}-button"), f"{BEGIN}.{place}", f"{notice.classroom}:{place}"),
        )
        for place, script in enumerate(SCRIPTS)
    ]
    title = w("lesson-scripts", classroom=brief)
    survey = line(w("survey-open-line"), button(w("survey-open-button"), SURVEY, str(notice.classroom)))
    return message(title, say(w, "lesson-scripts", classroom=brief), *lines, small(w("lesson-scripts-next")), survey)


def script(notice: LessonScript, brief: LessonBrief, reader: Reader) -> Message:
    w, lesson = reader.words, brief.lesson
    title = w(f"lesson-{lesson.script.value}-name")
    steps = [block for place in range(len(lesson.minutes)) for block in _step(w, lesson, place)]
    buttons = [button(w("lesson-prompts-button"), OPEN_PROMPTS, str(lesson.id))]
    if lesson.asked_at is None:
        buttons.append(button(w("lesson-ask-button"), ASK, str(lesson.id)))
    return message(
        w("lesson-begun", name=title, minutes=sum(lesson.minutes)),
        header(title),
        small(w("lesson-how", classroom=brief.classroom)),
        *steps,
        divider(),
        *_list(w, "lesson-tips", "lesson-tip", TIPS),
        *_list(w, "lesson-stuck-heading", "lesson-stuck", STUCK),
        *_list(w, "lesson-debrief-heading", f"lesson-{lesson.script.value}-debrief", DEBRIEF),
        actions(buttons),
    )


def _step(words: Words, lesson: Lesson, place: int) -> list[Block]:
    """What the teacher does, and what the class would read, with the button that posts it."""
    key = f"lesson-{lesson.script.value}-{place + 1}"
    about = {"number": place + 1, "minutes": lesson.minutes[place]}
    shown = say(words, "lesson-step", **about, text=words(key))
    if step_key(place) in lesson.posted:
        return [shown, small(words("lesson-step-class", text=words(f"{key}-class")), words("lesson-posted"))]
    post = button(words("lesson-post-button", number=place + 1), f"{POST}.{place}", f"{lesson.id}:{place}")
    return [shown, small(words("lesson-step-class", text=words(f"{key}-class"))), actions([post])]


def _list(words: Words, heading: str, key: str, count: int) -> list[Block]:
    return [say(words, heading), bullets(*(words.pieces(f"{key}-{number + 1}") for number in range(count)))]


def step(notice: LessonStep, brief: Lesson, reader: Reader) -> Message:
    w, minutes = words_for(notice.language), brief.minutes[notice.step]
    key = f"lesson-{brief.script.value}-{notice.step + 1}-class"
    about = {"number": notice.step + 1, "count": len(brief.minutes), "minutes": minutes}
    return message(w(key), say(w, "lesson-class-step", **about), say(w, key))


def prompt(notice: LessonPrompt, brief: Lesson, reader: Reader) -> Message:
    w = words_for(notice.language)
    phase, _, number = notice.prompt.partition(":")
    key = f"lesson-prompt-{phase}-{int(number) + 1}"
    return message(w(key), say(w, "lesson-class-prompt"), say(w, key))


def prompts_form(words: Words, lesson: Lesson) -> dict[str, Any]:
    """The whole library, by phase; what was posted in this lesson says so by being left out."""
    groups = [group for phase in PHASES if (group := _group(words, lesson, phase))["options"]]
    if not groups:
        return forms.modal(words, PROMPT, [say(words, "lesson-prompts-all")])
    element = {"type": "static_select", "option_groups": groups}
    above = say(words, "lesson-prompts-intro")
    return forms.modal(
        words, PROMPT, [above, forms.field(words, "prompt", element, key="lesson-prompts")], metadata=str(lesson.id)
    )


def _group(words: Words, lesson: Lesson, phase: PromptPhase) -> dict[str, Any]:
    options = [
        forms.option(words(f"lesson-prompt-{phase.value}-{number + 1}"), f"{phase.value}:{number}")
        for number in range(PROMPTS)
        if prompt_key(phase, number) not in lesson.posted
    ]
    return {"label": plain(words(f"lesson-phase-{phase.value}"), 75), "options": options}


def script_at(place: int) -> Script | None:
    return SCRIPTS[place] if 0 <= place < len(SCRIPTS) else None
