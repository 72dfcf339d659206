"""Feedback: the teacher's form, and what the student gets."""

from collections.abc import Sequence
from typing import Any

from bot.activities.drafting.messages import drafts_blocks
from bot.activities.feedback.notices import FeedbackBrief, FeedbackDelivered, FeedbackGiven
from bot.domain.classroom import Classroom
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, quote, say, small
from bot.messages.renderers import Reader, message, renders
from prompts.words import Words

FORM = "feedback.give"
MOST = 1500


def feedback_button(label: str, classroom: int, student: str = "") -> Block:
    """Opens the form about this class, for this student where one is meant."""
    return button(label, "feedback.open", f"{classroom}:{student}")


def feedback_form(
    words: Words, students: Sequence[str], classrooms: Sequence[Classroom], about: int | None = None
) -> dict[str, Any]:
    """`classrooms` are those to choose from; none where it can only be one. `about` is chosen already."""
    who = forms.person(several=True, chosen=students)
    blocks = [
        forms.field(words, "student", who, key="feedback-student", hint=True),
        *([_classroom(words, classrooms, about)] if classrooms else []),
        *(
            forms.field(words, name, forms.text(lines=True, most=MOST), key=key, hint=True)
            for name, key in (
                ("seen", "feedback-seen"),
                ("matters", "feedback-matters"),
                ("next_step", "feedback-next"),
            )
        ),
    ]
    return forms.modal(words, FORM, blocks)


def _classroom(words: Words, classrooms: Sequence[Classroom], about: int | None) -> Block:
    options = [forms.option(c.name, str(c.id)) for c in classrooms[-forms.OPTIONS_MOST :]]
    chosen = [str(c.id) for c in classrooms if len(classrooms) == 1 or c.id == about]
    return forms.field(words, "classroom", forms.choice("static_select", options, chosen), key="feedback-class")


@renders(FeedbackGiven)
def feedback_given(notice: FeedbackGiven, brief: FeedbackBrief, reader: Reader) -> Message:
    w, f = reader.words, brief.feedback
    title = w("feedback-given", teacher=brief.teacher, classroom=brief.classroom)
    blocks = [
        say(w, "feedback-given", teacher=brief.teacher, classroom=brief.classroom),
        say(w, "feedback-part-seen"),
        quote(f.seen),
        say(w, "feedback-part-matters"),
        quote(f.matters),
        say(w, "feedback-part-next"),
        quote(f.next_step),
    ]
    if brief.may_start:
        blocks += [
            actions([button(w("feedback-start-button"), "proposing.start", str(f.id), style="primary")]),
            small(w("feedback-start-hint")),
        ]
    return message(title, *blocks)


@renders(FeedbackDelivered)
def feedback_delivered(notice: FeedbackDelivered, brief: FeedbackBrief, reader: Reader) -> Message:
    return message(
        reader.words("feedback-delivered", student=brief.student),
        say(reader.words, "feedback-delivered", student=brief.student),
        *(drafts_blocks(brief.drafts, brief.student, reader.words, may_offer=brief.may_offer) if brief.drafts else []),
    )
