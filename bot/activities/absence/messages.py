"""Who is away until when, and which contract pauses: what its student and their teachers are told, and the forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.domain.absence import Absence
from bot.domain.days_off import DAY
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, cut, joined, say, small
from bot.messages.days import day, named_day, weekday
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

BUTTON_NAME_MOST = 20


@dataclass(frozen=True, slots=True)
class OfAbsence(Notice):
    """What is about one absence, or one pause."""

    absence: int

    @property
    def subject(self) -> str | None:
        return f"absence:{self.absence}"


@dataclass(frozen=True, slots=True)
class AwayNoted(OfAbsence):
    """To the student, and to a teacher who said it of them: until when. Once it is over, the same message says so."""


@dataclass(frozen=True, slots=True)
class AwayEnded(Notice):
    """To the student who is back, and to a teacher who said it: when they are asked next."""

    absence: int


@dataclass(frozen=True, slots=True)
class PauseNoted(OfAbsence):
    """To both sides: the contract pauses. Once it goes on, the same message says so."""

    contract: int


@dataclass(frozen=True, slots=True)
class PauseEnded(Notice):
    """To both sides: it goes on."""

    absence: int
    contract: int


@dataclass(frozen=True, slots=True)
class Move:
    """A contract of which the absence takes a good part, and the day to which its end would move."""

    contract: int
    version: int
    classroom: str
    ends_on: date


@dataclass(frozen=True, slots=True)
class AwayBrief:
    """`by` is the name of the teacher who said it; "" where the student did. `classes` are names, empty where it is all
    of the student's. `next_due` is when they are asked next, as the local day; `moves` are for who may sign one."""

    absence: Absence
    last_on: date
    mine: bool
    student: str
    by: str
    classes: tuple[str, ...]
    stands: bool
    today: date
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class BackBrief:
    """`next_on` is the day of the next check-in, None where none comes."""

    mine: bool
    student: str
    next_on: date | None


@dataclass(frozen=True, slots=True)
class PauseBrief:
    """`by` is the name of the teacher who said it; "" for the reader, and for the student."""

    absence: Absence
    mine: bool
    student: str
    by: str
    classroom: str
    stands: bool
    next_on: date | None


def away_noted(notice: AwayNoted, brief: AwayBrief, reader: Reader) -> Message:
    w = reader.words
    if not brief.stands:
        key = "away-over" if brief.mine else "away-over-teacher"
        return message(w(key, student=brief.student), say(w, key, student=brief.student))
    key = _key(brief)
    args: dict[str, Any] = {
        "student": brief.student,
        "teacher": brief.by,
        "first": on_day(w, brief.absence.first_on, brief.today),
        "last": on_day(w, brief.last_on, brief.today),
    }
    after = on_day(w, brief.last_on + DAY, brief.today)
    later = "-later" if brief.absence.first_on > brief.today else ""
    next_key = f"away-next{later}" if brief.mine else "away-next-teacher"
    lines = of_classes(w, brief.classes) if brief.mine else []
    return message(
        w(key, **args),
        say(w, key, **args),
        *_offer(brief, w),
        actions(_buttons(brief, w)),
        small(*lines, w(next_key, after=after)),
    )


def of_classes(words: Words, classes: Sequence[str]) -> list[str]:
    """That it is for these alone."""
    return [words("away-in-classes", classes=joined(words, classes))] if classes else []


def _key(brief: AwayBrief) -> str:
    key = "away-noted" if brief.mine else "away-noted-teacher"
    if brief.mine and brief.by:
        key = "away-noted-for-you"
    if brief.absence.first_on > brief.today:
        return f"{key}-later"
    return key


def _buttons(brief: AwayBrief, words: Words) -> list[dict[str, Any]]:
    value = str(brief.absence.id)
    begun = brief.absence.first_on <= brief.today
    label = "away-back" if begun else "away-cancel"
    buttons = [button(words(f"{label}-button" if brief.mine else f"{label}-teacher-button"), "absence.back", value)]
    if brief.mine:
        buttons.append(button(words("away-change-button"), "absence.change", value))
    for i, move in enumerate(brief.moves):
        name = words("away-move-button", day=day(move.ends_on, words))
        if len(brief.moves) > 1:
            name = words("away-move-class-button", classroom=cut(move.classroom, BUTTON_NAME_MOST))
        buttons.append(button(name, f"absence.move_{i}", f"{move.contract}:{brief.absence.id}"))
    return buttons


def _offer(brief: AwayBrief, words: Words) -> list[Block]:
    """The end of a contract may move along."""
    if not brief.moves:
        return []
    return [say(words, "away-move", count=len(brief.moves)) if brief.mine else say(words, "away-move-teacher")]


def away_ended(notice: AwayEnded, brief: BackBrief, reader: Reader) -> Message:
    w = reader.words
    key = "away-ended" if brief.mine else "away-ended-teacher"
    return message(w(key, student=brief.student), say(w, key, student=brief.student), *_next(w, brief.next_on, reader))


def _next(words: Words, next_on: date | None, reader: Reader) -> list[Block]:
    if next_on is None:
        return []
    return [small(words("away-next-check-in", day=on_day(words, next_on, reader.now.date())))]


def pause_noted(notice: PauseNoted, brief: PauseBrief, reader: Reader) -> Message:
    w = reader.words
    args: dict[str, Any] = {
        "student": brief.student,
        "classroom": brief.classroom,
        "by": brief.by,
        "last": on_day(w, brief.absence.last_on, reader.now.date()),
    }
    side = "student" if brief.mine else "teacher"
    if not brief.stands:
        return message(w(f"pause-over-{side}", **args), say(w, f"pause-over-{side}", **args))
    key = f"pause-noted-{side}-by" if brief.by else f"pause-noted-{side}"
    if not brief.mine and brief.absence.by == brief.absence.student:
        key = "pause-noted-teacher-theirs"
    next_key = "pause-next-open" if brief.absence.open_ended else "pause-next"
    resume = button(w("pause-resume-button"), "absence.resume", str(brief.absence.contract))
    return message(w(key, **args), say(w, key, **args), actions([resume]), small(w(next_key, **args)))


def pause_ended(notice: PauseEnded, brief: PauseBrief, reader: Reader) -> Message:
    w = reader.words
    side = "student" if brief.mine else "teacher"
    args = {"student": brief.student, "classroom": brief.classroom}
    key = f"pause-ended-{side}"
    return message(w(key, **args), say(w, key, **args), *_next(w, brief.next_on, reader))


def on_day(words: Words, on: date, today: date) -> str:
    """ "Monday" within a week; beyond it "Monday, 1 February", with the year where it is another one."""
    if abs(on - today) < timedelta(days=7):
        return weekday(on, words)
    return named_day(words, on, today)


# The forms. "From" may be left as it is; the last day is asked for.


SAVE = "absence.save"
SAVE_FOR = "absence.save_for"
PAUSE = "absence.pause"
ALL = "all"
"""The value of the choice of all classes."""


def away_form(
    words: Words, today: date, last: date | None, classes: Sequence[tuple[int, str]], *, metadata: str = ""
) -> dict[str, Any]:
    """The student's own."""
    return forms.modal(words, SAVE, [*_days(words, today, last), *_classes(words, classes)], metadata=metadata)


def _days(words: Words, first: date, last: date | None) -> list[Block]:
    return [
        forms.field(words, "first", forms.day(first), key="away-first"),
        forms.field(words, "last", forms.day(last), key="away-last", hint=True),
    ]


def _classes(words: Words, classes: Sequence[tuple[int, str]]) -> list[Block]:
    if len(classes) < 2:
        return []
    options = [forms.option(words("away-all-classes"), ALL), *(forms.option(name, str(id)) for id, name in classes)]
    select = forms.choice("static_select", options[: forms.OPTIONS_MOST], [ALL])
    return [forms.field(words, "classroom", select, key="away-classes")]


def away_form_for(words: Words, today: date, student: str = "", *, metadata: str = "") -> dict[str, Any]:
    """A teacher's, of a student."""
    person = forms.person(chosen=[student] if student else [])
    whom = forms.field(words, "student", person, key="away-student", hint=True)
    return forms.modal(words, SAVE_FOR, [whom, *_days(words, today, None)], metadata=metadata)


def pause_form(words: Words, contract: int, ends_on: date) -> dict[str, Any]:
    last = forms.field(words, "last", forms.day(), key="pause-last", optional=True, hint=True, ends=ends_on)
    return forms.modal(words, PAUSE, [say(words, "pause-what"), last], metadata=str(contract))
