"""Setting up a class: the form, and what the class and its teacher are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.activities.care.messages import CareRule, rule_line
from bot.activities.feedback.messages import feedback_button
from bot.domain.classroom import WEEKDAYS, Autonomy, Classroom
from bot.domain.evidence import FILE_MB, PieceKind
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, header, joined, rich, say, small
from bot.messages.days import clock, days_of
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

# A class gets its Accord.


@dataclass(frozen=True, slots=True)
class ClassReady(Notice):
    """In the class channel: what will happen here."""

    classroom: int

    @property
    def subject(self) -> str:
        return f"classroom:{self.classroom}"


@dataclass(frozen=True, slots=True)
class RosterRead(Notice):
    """To the teacher who set up: who is in the class now; and what to do where nobody is."""

    classroom: int


@dataclass(frozen=True, slots=True)
class ClassBrief:
    classroom: Classroom
    teachers: tuple[str, ...]
    """Names."""
    students: tuple[str, ...]
    """Names."""
    care: CareRule
    """What is to be known before anybody writes anything."""
    coming: tuple[datetime, ...] = ()
    """When the class is asked next, by its own days."""


@dataclass(frozen=True, slots=True)
class TeacherNamed(Notice):
    """To somebody whom an admin named as one who may teach. Its brief is the admin's name."""

    by: str


@dataclass(frozen=True, slots=True)
class TeacherUnnamed(Notice):
    """To somebody who may not set up classes any more. Its brief is the admin's name."""

    by: str


@dataclass(frozen=True, slots=True)
class StudentAway(Notice):
    """To a class's teachers: a student with an open contract left the class channel, or closed their account."""

    student: str
    classroom: int

    @property
    def subject(self) -> str:
        return away_from(self.classroom)


def away_from(classroom: int) -> str:
    """The subject of what is said of a class's students who are away: it is said anew when one is back."""
    return f"away:{classroom}"


@dataclass(frozen=True, slots=True)
class TermEnds(Notice):
    """To a class's teachers, a week and a day before the term ends: what is still open, with the form for the next."""

    classroom: int


@dataclass(frozen=True, slots=True)
class TermEndsBrief:
    """The names of those whose contracts run, and of those who have a draft or a proposal that is not signed."""

    classroom: Classroom
    running: tuple[str, ...]
    unsigned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndsWithTerm(Notice):
    """To a student with an open contract, a week and a day before the term ends."""

    contract: int


@dataclass(frozen=True, slots=True)
class EndsWithTermBrief:
    """`ends_on` is the last day of the contract; None where nobody has signed it yet."""

    classroom: Classroom
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class CutShort(Notice):
    """To the teacher who made a term shorter: whose contracts go on after it, with a button that suggests its last day
    to all of them. A card: it follows what the students decide."""

    classroom: int

    @property
    def subject(self) -> str:
        return f"cut-short:{self.classroom}"


@dataclass(frozen=True, slots=True)
class CutShortBrief:
    """The names of those whose contracts go on after the term, and of those who were asked to end with it."""

    classroom: Classroom
    keep: tuple[str, ...]
    asked: tuple[str, ...]


FORM = "set_up.save"
GRADES_MOST = 50
"""Characters: they stand in the unit of a target, too."""
DEFAULT_TIME = time(8, 45)
SHOUTOUTS = ("on", "first", "off")
"""What becomes of a student's yes: it is posted, a teacher looks first; or nobody is asked."""


def weekdays(words: Words, days: Sequence[str]) -> str:
    """ "Monday and Thursday", in the reader's language."""
    return joined(words, [words(f"day-{d.lower()}") for d in days])


def set_up_form(
    words: Words,
    channel: str,
    classroom: Classroom | None,
    co_teachers: tuple[str, ...],
    timezone: str,
    teaches: bool = True,
    school_mb: int = FILE_MB,
) -> dict[str, Any]:
    """The modal for a new class, or for changing one. The channel travels as metadata and is checked again."""
    c = classroom
    days = [forms.option(words(f"day-{d.lower()}"), d) for d in WEEKDAYS]
    shout = [forms.option(words(f"set-up-shoutouts-{v}"), v) for v in SHOUTOUTS]
    freedom = [forms.option(words(f"autonomy-{a.value}"), a.value) for a in Autonomy]
    blocks = [
        forms.field(words, "name", forms.text(c.name if c else "", most=80), key="set-up-name"),
        forms.field(
            words,
            "co_teachers",
            forms.person(several=True, chosen=co_teachers),
            key="set-up-co-teachers" if teaches else "set-up-teachers",
            optional=teaches,
        ),
        *_takes_over(words, c, co_teachers),
        forms.field(words, "timezone", forms.text(timezone, most=60), key="set-up-timezone", hint=True),
        forms.field(words, "term_ends_on", forms.day(c.term_ends_on if c else None), key="set-up-term"),
        forms.field(
            words,
            "check_in_days",
            forms.choice("checkboxes", days, c.check_in_days if c else ("MO",)),
            key="set-up-days",
        ),
        forms.field(
            words,
            "check_in_time",
            forms.clock_time(c.check_in_time if c else DEFAULT_TIME),
            key="set-up-time",
            hint=True,
        ),
        forms.field(
            words,
            "autonomy",
            forms.choice("radio_buttons", freedom, [(c.autonomy if c else Autonomy.SHARED).value]),
            key="set-up-autonomy",
        ),
        forms.field(
            words,
            "shoutouts",
            forms.choice("radio_buttons", shout, [_shoutouts_of(c)]),
            key="set-up-shoutouts",
        ),
        forms.field(
            words,
            "grades",
            forms.text(c.grades if c else "", most=GRADES_MOST),
            key="set-up-grades",
            hint=True,
            optional=True,
        ),
        *_evidence(words, c, school_mb),
    ]
    return forms.modal(words, FORM, blocks, metadata=channel)


def _shoutouts_of(classroom: Classroom | None) -> str:
    if classroom is None:
        return "on"
    return ("first" if classroom.looks_first else "on") if classroom.shoutouts else "off"


SIZES_MB = (2, 5, 10, 20)


def _evidence(words: Words, classroom: Classroom | None, school_mb: int) -> list[Block]:
    """What the class takes for evidence, and how large a file may be, within what whoever runs Accord allows."""
    kinds = [forms.option(words(f"set-up-takes-{kind}"), kind.value) for kind in PieceKind]
    taken = classroom.takes if classroom and classroom.takes else [kind.value for kind in PieceKind]
    chosen = classroom.file_mb if classroom and classroom.file_mb < school_mb else 0
    smaller = sorted({mb for mb in (*SIZES_MB, chosen) if 0 < mb < school_mb})
    sizes = [forms.option(words("set-up-file-most", mb=school_mb), "0")]
    sizes += [forms.option(words("set-up-file-mb", mb=mb), str(mb)) for mb in smaller]
    return [
        forms.field(words, "takes", forms.choice("checkboxes", kinds, taken), key="set-up-takes", hint=True),
        forms.field(words, "file_mb", forms.choice("static_select", sizes, [str(chosen)]), key="set-up-file"),
    ]


def _takes_over(words: Words, classroom: Classroom | None, co_teachers: tuple[str, ...]) -> list[Block]:
    """Where there are teachers who could be removed: who has their contracts then."""
    if classroom is None or not co_teachers:
        return []
    return [forms.field(words, "takes_over", forms.person(), key="set-up-takes-over", hint=True, optional=True)]


def class_ready(notice: ClassReady, brief: ClassBrief, reader: Reader) -> Message:
    w, c = reader.words, brief.classroom
    days = weekdays(w, c.check_in_days)
    return message(
        w("class-ready-title", classroom=c.name),
        header(w("class-ready-title", classroom=c.name)),
        rich(
            w.pieces("class-ready-what"),
            w.pieces("class-ready-how", days=days, time=clock(c.check_in_time, w)),
        ),
        small(w("class-ready-teachers", names=", ".join(brief.teachers)), w("class-ready-private")),
        *([small(w("class-ready-coming", dates=days_of(w, brief.coming, c.timezone)))] if brief.coming else []),
        small(rule_line(brief.care, w)),
    )


def roster_read(notice: RosterRead, brief: ClassBrief, reader: Reader) -> Message:
    w = reader.words
    if not brief.students:
        return message(
            w("roster-empty", classroom=brief.classroom.name), say(w, "roster-empty", classroom=brief.classroom.name)
        )
    names = ", ".join(brief.students)
    return message(
        w("roster-read", count=len(brief.students), classroom=brief.classroom.name),
        say(w, "roster-read", count=len(brief.students), classroom=brief.classroom.name),
        small(names),
        actions([feedback_button(w("feedback-give-button"), brief.classroom.id)]),
    )


def teacher_named(notice: TeacherNamed, by: str, reader: Reader) -> Message:
    return message(reader.words("teacher-named", name=by), say(reader.words, "teacher-named", name=by))


def teacher_unnamed(notice: TeacherUnnamed, by: str, reader: Reader) -> Message:
    return message(reader.words("teacher-unnamed", name=by), say(reader.words, "teacher-unnamed", name=by))


NAMES_MOST = 600
"""Characters of a list of names."""


def term_ends(notice: TermEnds, brief: TermEndsBrief, reader: Reader) -> Message:
    w, room = reader.words, brief.classroom
    lines = _named(w, {"term-ends-running": brief.running, "term-ends-unsigned": brief.unsigned})
    return message(
        w("term-ends", classroom=room.name, date=room.term_ends_on),
        say(w, "term-ends", classroom=room.name, date=room.term_ends_on),
        bullets(*lines),
        actions([button(w("term-next-button"), "home.set_up", str(room.id))]),
        small(w("term-ends-next")),
    )


def _named(words: Words, groups: Mapping[str, Sequence[str]]) -> list[list[SentencePiece]]:
    """A line for each group that has somebody in it, by its key."""
    return [
        words.pieces(key, count=len(names), names=cut(joined(words, names), NAMES_MOST))
        for key, names in groups.items()
        if names
    ]


def ends_with_term(notice: EndsWithTerm, brief: EndsWithTermBrief, reader: Reader) -> Message:
    w, room = reader.words, brief.classroom
    key = "term-ends-unsigned-yours" if brief.ends_on is None else "term-ends-yours"
    said = {"classroom": room.name, "date": room.term_ends_on, "until": brief.ends_on or room.term_ends_on}
    return message(w(key, **said), say(w, key, **said), small(w(f"{key}-next")))


def cut_short(notice: CutShort, brief: CutShortBrief, reader: Reader) -> Message:
    w, room = reader.words, brief.classroom
    lines = _named(w, {"term-cut-keep": brief.keep, "term-cut-asked": brief.asked})
    offer = button(w("term-cut-button"), "set_up.suggest_end", str(room.id), style="primary")
    return message(
        w("term-cut", classroom=room.name, date=room.term_ends_on),
        say(w, "term-cut", classroom=room.name, date=room.term_ends_on),
        *([bullets(*lines)] if lines else [say(w, "term-cut-nobody")]),
        *([actions([offer]), small(w("term-cut-next"))] if brief.keep else []),
    )
