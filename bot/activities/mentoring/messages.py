"""What the two see of it, and what is told where it is reported."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.domain.contract import Contract
from bot.domain.mentoring import Mentoring, MentoringState, next_word_at
from bot.domain.outbox import Message
from bot.domain.terms import Target
from bot.messages.blocks import Block, actions, bullets, button, confirm, joined, quote, rich, say, small
from bot.messages.days import day, when
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress_words
from prompts.words import Words

OPEN_ASK, YES, NO, OPEN_WRITE = "mentoring.open_ask", "mentoring.yes", "mentoring.no", "mentoring.open_write"
STOP, REPORT = "mentoring.stop", "mentoring.report"


@dataclass(frozen=True, slots=True)
class OfMentoring(Notice):
    """What is about one of them. A card: it follows the contract."""

    mentoring: int
    contract: int

    @property
    def subject(self) -> str | None:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class MentorAsked(OfMentoring):
    """To the one who was named: will they, and what they would see."""


@dataclass(frozen=True, slots=True)
class MentorTarget(OfMentoring):
    """To the one who said yes: the target as it is now."""


@dataclass(frozen=True, slots=True)
class MentorInvited(OfMentoring):
    """To the student: who was asked, and how that stands."""


@dataclass(frozen=True, slots=True)
class MentorSaid(OfMentoring):
    """To the student: a word of theirs; `number` is its place."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class MentorEnded(Notice):
    """To the student: they say no, or it has stopped."""

    mentoring: int
    contract: int


@dataclass(frozen=True, slots=True)
class MentorReported(OfMentoring):
    """To those who are told of a report."""


@dataclass(frozen=True, slots=True)
class MentoringBrief:
    """`student` and `mentor` are names; `told` names whom a report goes to. `student_is_here`: they learn in the class;
    `mentor_may`: they may still be one. `runs`: the contract does. `value` is the target's newest number."""

    mentoring: Mentoring
    contract: Contract
    target: Target
    value: Decimal | None
    student: str
    mentor: str
    classroom: str
    told: tuple[str, ...] = ()
    student_is_here: bool = True
    mentor_may: bool = True
    runs: bool = True
    timezone: str = "UTC"
    """The class's."""


def mentor_button(words: Words, contract: int) -> Block:
    return button(words("mentor-ask-button"), OPEN_ASK, str(contract))


# To the one who was named.


def asked(notice: MentorAsked, brief: MentoringBrief, reader: Reader) -> Message:
    w, one = reader.words, brief.mentoring
    over = _over_for_mentor(w, brief)
    if over is not None:
        return over
    if one.state is not MentoringState.ASKED:
        key = "mentor-no-said" if one.state is MentoringState.DECLINED else "mentor-yes-said"
        return message(w(key, student=brief.student), say(w, key, student=brief.student))
    args = {"student": brief.student, "classroom": brief.classroom}
    sees = [w.pieces(f"mentor-asked-{what}", student=brief.student) for what in ("sees", "word", "teachers")]
    buttons = [
        button(w("mentor-yes-button"), YES, str(one.id), style="primary"),
        button(w("mentor-no-button"), NO, str(one.id)),
        _report(w, brief),
    ]
    hint = small(w("mentor-asked-next"))
    return message(w("mentor-asked", **args), say(w, "mentor-asked", **args), bullets(*sees), actions(buttons), hint)


def target(notice: MentorTarget, brief: MentoringBrief, reader: Reader) -> Message:
    w, one = reader.words, brief.mentoring
    over = _over_for_mentor(w, brief)
    if over is not None:
        return over
    args = {"student": brief.student}
    due = day(brief.target.due_on, w)
    lines = [
        w.pieces("mentor-target-is", statement=brief.target.statement),
        progress_words(w, brief.target, brief.value),
        w.pieces("mentor-target-until", date=due),
    ]
    after = next_word_at(one)
    waits = after is not None and reader.now < after
    write = [] if waits else [button(w("mentor-write-button"), OPEN_WRITE, str(one.id), style="primary")]
    last = [say(w, "mentor-sent", student=brief.student), quote(one.said[-1])] if one.said else []
    return message(
        w("mentor-target", **args),
        say(w, "mentor-target", **args),
        rich(*lines),
        *last,
        actions([*write, _stop(w, one), _report(w, brief)]),
        small(_hint(w, brief, reader.now, after if waits else None)),
    )


def _hint(words: Words, brief: MentoringBrief, now: datetime, after: datetime | None) -> str:
    if after is None:
        return words("mentor-target-next", student=brief.student)
    return words("mentor-target-waits", when=when(words, after, brief.timezone, now))


def _over_for_mentor(words: Words, brief: MentoringBrief) -> Message | None:
    """What stands there where there is nothing to do any more."""
    one = brief.mentoring
    if one.reported_by == one.mentor:
        return _reported_by_reader(words, brief)
    key = ""
    if one.state is MentoringState.STOPPED or not brief.mentor_may:
        key = "mentor-stopped-mentor"
    elif not brief.student_is_here:
        key = "mentor-student-left"
    elif not brief.runs and one.is_live:
        key = "mentor-over"
    return message(words(key, student=brief.student), say(words, key, student=brief.student)) if key else None


# To the student.


def invited(notice: MentorInvited, brief: MentoringBrief, reader: Reader) -> Message:
    w, one = reader.words, brief.mentoring
    args = {"mentor": brief.mentor, "statement": brief.target.statement}
    key = f"mentor-invited-{_how_it_stands(brief)}"
    below: list[Block] = [actions([_stop(w, one)])] if one.is_live and brief.runs else []
    return message(w(key, **args), say(w, key, **args), *below)


def _how_it_stands(brief: MentoringBrief) -> str:
    if not brief.mentoring.is_live:
        return "declined" if brief.mentoring.state is MentoringState.DECLINED else "stopped"
    if not brief.runs:
        return "over"
    return str(brief.mentoring.state.value) if brief.mentor_may else "left"


def said(notice: MentorSaid, brief: MentoringBrief, reader: Reader) -> Message:
    w, one = reader.words, brief.mentoring
    args = {"mentor": brief.mentor, "statement": brief.target.statement}
    if one.reported_by == one.student:
        return _reported_by_reader(w, brief)
    if one.state is not MentoringState.AGREED or notice.number >= len(one.said):
        return message(w("mentor-said-gone", **args), say(w, "mentor-said-gone", **args))
    buttons = [_stop(w, one), _report(w, brief)]
    word = quote(one.said[notice.number])
    hint = small(w("mentor-said-next"))
    return message(w("mentor-said", **args), say(w, "mentor-said", **args), word, actions(buttons), hint)


def ended(notice: MentorEnded, brief: MentoringBrief, reader: Reader) -> Message:
    w, args = reader.words, {"mentor": brief.mentor}
    key = "mentor-ended-no" if brief.mentoring.state is MentoringState.DECLINED else "mentor-ended-stopped"
    below = [actions([mentor_button(w, brief.contract.id)])] if brief.runs else []
    return message(w(key, **args), say(w, key, **args), *below)


# To those who are told of a report.


def reported(notice: MentorReported, brief: MentoringBrief, reader: Reader) -> Message:
    """What was written, where the student reports it; the target, where the other one does."""
    w, one = reader.words, brief.mentoring
    of_words = one.reported_by == one.student
    key = f"mentor-reported-{'words' if of_words else 'target'}"
    args = {"student": brief.student, "mentor": brief.mentor, "classroom": brief.classroom}
    shown = [quote(word) for word in one.said] if of_words else [quote(brief.target.statement)]
    return message(w(key, **args), say(w, key, **args), *shown, small(w("mentor-reported-next")))


def _reported_by_reader(words: Words, brief: MentoringBrief) -> Message:
    """To whoever reported it: true words about who can read it."""
    key = "mentor-reported-by-you" if brief.told else "mentor-reported-nobody"
    args = {"names": joined(words, brief.told)}
    return message(words(key, **args), say(words, key, **args))


def _stop(words: Words, one: Mentoring) -> Block:
    sure = confirm(
        words("mentor-stop-sure"), words("mentor-stop-text"), words("mentor-stop-yes"), words("mentor-stop-no")
    )
    return button(words("mentor-stop-button"), STOP, str(one.id), confirm=sure)


def _report(words: Words, brief: MentoringBrief) -> Block:
    key = "mentor-report-text" if brief.told else "mentor-report-text-nobody"
    text = words(key, names=joined(words, brief.told))
    sure = confirm(words("mentor-report-sure"), text, words("mentor-report-yes"), words("mentor-report-no"))
    return button(words("mentor-report-button"), REPORT, str(brief.mentoring.id), confirm=sure)
