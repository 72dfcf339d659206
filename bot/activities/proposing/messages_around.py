"""What is said around the interview: which class, finished later, signed and sent."""

from bot.activities.proposing.interview.step import SECTIONS
from bot.activities.proposing.notices import (
    AnswerSent,
    ChooseClass,
    ChooseClassBrief,
    InterviewPaused,
    PausedBrief,
    ProposalSent,
    SentBrief,
)
from bot.domain.outbox import Message
from bot.messages.blocks import actions, button, say, small, spoken
from bot.messages.lists import joined
from bot.messages.renderers import Reader, message, renders

MOST_CLASSES = 20
"""Buttons in one row; nobody is a student in more classes."""


@renders(InterviewPaused)
def paused(notice: InterviewPaused, brief: PausedBrief, reader: Reader) -> Message:
    w = reader.words
    pieces = w.pieces("proposing-paused", classroom=brief.classroom, section=brief.section, sections=SECTIONS)
    return message(
        spoken(pieces),
        say(w, "proposing-paused", classroom=brief.classroom, section=brief.section, sections=SECTIONS),
        actions([button(w("proposing-resume"), "proposing.resume", str(brief.interview), style="primary")]),
        small(w("proposing-paused-next")),
    )


@renders(ChooseClass)
def choose_class(notice: ChooseClass, brief: ChooseClassBrief, reader: Reader) -> Message:
    w = reader.words
    buttons = [
        button(c.name, f"proposing.start_in.{i}", str(c.id)) for i, c in enumerate(brief.classrooms[-MOST_CLASSES:])
    ]
    return message(
        w("proposing-which-class"),
        say(w, "proposing-which-class"),
        *([actions(buttons)] if buttons else []),
        small(w("proposing-which-class-next")),
    )


@renders(ProposalSent)
def proposal_sent(notice: ProposalSent, brief: SentBrief, reader: Reader) -> Message:
    w = reader.words
    teachers = joined(w, brief.teachers)
    pieces = w.pieces("proposing-sent", teachers=teachers)
    return message(spoken(pieces), say(w, "proposing-sent", teachers=teachers), small(w("proposing-sent-next")))


@renders(AnswerSent)
def answer_sent(notice: AnswerSent, brief: SentBrief, reader: Reader) -> Message:
    w = reader.words
    return message(w("proposing-answer-sent"), say(w, "proposing-answer-sent"), small(w("proposing-answer-sent-next")))
