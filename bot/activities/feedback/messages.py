"""Feedback: the teacher's form, and what the student gets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.drafting.messages import drafts_blocks
from bot.activities.feedback.beside_messages import BesideFeedback, beside_blocks
from bot.activities.feedback.uptake_messages import uptake_line, ways_blocks
from bot.domain.classroom import Classroom, Feedback
from bot.domain.drafts import Drafts
from bot.domain.outbox import Message
from bot.domain.uptake import Uptake, UptakeShown
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, quote, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

# Feedback from a teacher to a student.


@dataclass(frozen=True, slots=True)
class FeedbackGiven(Notice):
    """To the student, with the buttons that answer it, and one that starts a proposal from it. A card: it says what
    they answered."""

    feedback: int

    @property
    def subject(self) -> str:
        return f"feedback:{self.feedback}"


@dataclass(frozen=True, slots=True)
class FeedbackDelivered(Notice):
    """To the teacher: it is on its way, and here are drafts of targets to look at. A card."""

    feedback: int

    @property
    def subject(self) -> str:
        return f"feedback:{self.feedback}"


@dataclass(frozen=True, slots=True)
class FeedbackBrief:
    feedback: Feedback
    teacher: str
    """The teacher's name."""
    student: str
    """The student's name."""
    classroom: str
    may_start: bool
    """Whether the student has no open contract in the class yet."""
    drafts: Drafts | None = None
    """For the teacher: the drafts as they stand."""
    may_offer: bool = True
    """Whether the student can start from one of them now."""
    ways: UptakeShown | None = None
    """For the student: what stands below it."""
    uptake: Uptake = Uptake.SENT
    """For the teacher: how far it has come."""


FORM = "feedback.give"
IN_ONE = "feedback.in_one"
MOST = 1500


def feedback_button(label: str, classroom: int, student: str = "") -> Block:
    """Opens the form about this class, for this student where one is meant."""
    return button(label, "feedback.open", f"{classroom}:{student}")


def feedback_form(
    words: Words,
    students: Sequence[str],
    classrooms: Sequence[Classroom],
    about: int | None = None,
    beside: BesideFeedback | None = None,
) -> dict[str, Any]:
    """`classrooms` are those to choose from; none where it can only be one. `about` is chosen already."""
    who = forms.person(several=True, chosen=students)
    blocks = [
        forms.field(words, "student", who, key="feedback-student", hint=True),
        *([classroom_field(words, classrooms, about)] if classrooms else []),
        *(
            forms.field(words, name, forms.text(lines=True, most=MOST), key=key, hint=True)
            for name, key in (
                ("seen", "feedback-seen"),
                ("matters", "feedback-matters"),
                ("next_step", "feedback-next"),
            )
        ),
    ]
    in_one = actions([button(words("feedback-in-one-button"), IN_ONE, begun_with(students, about))])
    return forms.modal(words, FORM, [*blocks, in_one, *beside_blocks(words, beside)])


def begun_with(students: Sequence[str], about: int | None) -> str:
    """What the button carries that changes the form: what it was opened with."""
    return f"{about or ''}:{','.join(students)}"


def classroom_field(words: Words, classrooms: Sequence[Classroom], about: int | None) -> Block:
    options = [forms.option(c.name, str(c.id)) for c in classrooms[-forms.OPTIONS_MOST :]]
    chosen = [str(c.id) for c in classrooms if len(classrooms) == 1 or c.id == about]
    return forms.field(words, "classroom", forms.choice("static_select", options, chosen), key="feedback-class")


def feedback_given(notice: FeedbackGiven, brief: FeedbackBrief, reader: Reader) -> Message:
    w, f = reader.words, brief.feedback
    title = w("feedback-given", teacher=brief.teacher, classroom=brief.classroom)
    blocks = [say(w, "feedback-given", teacher=brief.teacher, classroom=brief.classroom), *_parts(f, w)]
    if brief.may_start:
        blocks += [
            actions([button(w("feedback-start-button"), "proposing.start", str(f.id), style="primary")]),
            small(w("feedback-start-hint")),
        ]
    if brief.ways is not None:
        blocks += ways_blocks(w, brief.ways, brief.teacher)
    return message(title, *blocks)


def _parts(feedback: Feedback, words: Words) -> list[Block]:
    """Each part under its title; what was said in one alone stands for itself."""
    parts = (("seen", feedback.seen), ("matters", feedback.matters), ("next", feedback.next_step))
    said = [(name, text) for name, text in parts if text]
    if [name for name, _ in said] == ["seen"]:
        return [quote(feedback.seen)]
    return [block for name, text in said for block in (say(words, f"feedback-part-{name}"), quote(text))]


def feedback_delivered(notice: FeedbackDelivered, brief: FeedbackBrief, reader: Reader) -> Message:
    return message(
        reader.words("feedback-delivered", student=brief.student),
        say(reader.words, "feedback-delivered", student=brief.student),
        *([small(line)] if (line := uptake_line(reader.words, brief.uptake, brief.student)) else []),
        *(drafts_blocks(brief.drafts, brief.student, reader.words, may_offer=brief.may_offer) if brief.drafts else []),
    )
