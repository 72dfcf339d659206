"""Home: for a student what to do now, for a teacher the class at a glance, for an admin who may teach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from bot.activities.absence.messages import on_day
from bot.activities.admitting.messages import OPEN, outside_blocks
from bot.activities.calendar.messages import OPEN as CALENDAR
from bot.activities.care.messages import CareRule, care_blocks
from bot.activities.changing.messages import change_buttons, close_button, what_now
from bot.activities.checking_in.class_messages import tell_button
from bot.activities.checking_in.question_messages import questions_button
from bot.activities.dates.messages import file_button
from bot.activities.exchanging.stuck_messages import stuck_button
from bot.activities.feedback.messages import feedback_button
from bot.activities.profile.messages import LANGUAGE, several_languages
from bot.activities.reviewing.messages import ContractBrief, decision, standing, talk_lines
from bot.activities.talking import messages as talking
from bot.activities.talking.messages import TalkBrief
from bot.activities.teaching.messages import untaught_blocks
from bot.domain import recurrence
from bot.domain.absence import Absence
from bot.domain.actor import Side
from bot.domain.care import Way
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.outbox import Message
from bot.domain.progress import Kept
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, confirm, divider, header, plain, say, small
from bot.messages.days import when
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import change_blocks, progress, target_name, terms_blocks, together
from prompts.words import Piece, Typed, Words

# Home: what somebody sees when they open Accord.


@dataclass(frozen=True, slots=True)
class Home(Notice):
    """Published for its reader; everything else is read when it is sent."""


@dataclass(frozen=True, slots=True)
class StudentPart:
    """One class in which the reader is a student. `standing` is None while no contract is open."""

    classroom: Classroom
    standing: ContractBrief | None = None
    values: Mapping[int, Decimal] | None = None
    """The newest number of each target."""
    kept: Mapping[int, Kept] = field(default_factory=dict)
    """Of the targets that are rates."""
    interview: int | None = None
    """The draft to go on with."""
    check_in: int | None = None
    """The check-in that waits for an answer."""
    timezone: str = "UTC"
    """The student's."""
    looked_back: bool = False
    """Whether the student did, now that it is asked for."""
    absent: Absence | None = None
    """The days on which the student is away, where they are not over."""
    left_out: CheckInState | None = None
    """How the last check-in was left out, where it was: not sent in time, or excused."""
    talk: TalkBrief | None = None
    """The one that is on its way."""


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student at a glance. `contract` is None while none is open."""

    name: str
    contract: Contract | None
    values: Mapping[int, Decimal]
    last_check_in: date | None
    missed: int
    """Check-ins missed in a row."""
    behind: bool
    """The numbers fall behind the line from start to goal, and their student has heard of it."""
    away: bool = False
    """Left the class channel, or the account is closed: nobody is asked for check-ins."""
    absent: Absence | None = None
    """They are away, or will be: until when, and nothing about why."""
    paused: Absence | None = None
    left_out: bool = False
    """The last check-in was left out, whatever the reason: nobody missed anything."""
    kept: Mapping[int, Kept] = field(default_factory=dict)
    """Of the targets that are rates."""

    absent_now: bool = False
    """Whether that has begun."""

    @property
    def needs_a_look(self) -> bool:
        return self.missed > 0 or self.behind or self.away


@dataclass(frozen=True, slots=True)
class ClassPart:
    """One class in which the reader teaches."""

    classroom: Classroom
    decisions: tuple[ContractBrief, ...]
    """Proposals and changes that wait for the teachers, longest waiting first."""
    more_decisions: int
    """How many wait besides."""
    look_backs: tuple[tuple[int, str], ...]
    """(contract, student's name) where the teachers have not looked back."""
    rows: tuple[StudentRow, ...]
    """Those who may need the teacher first, then by name."""
    more_rows: int
    """How many students there are besides."""
    guests: int = 0
    """How many guests are in the channel whom a teacher could choose as students."""
    talks: tuple[TalkBrief, ...] = ()
    """Those that are on their way: the reader's own, and those that nobody has taken."""


@dataclass(frozen=True, slots=True)
class AdminPart:
    """Names of those who may teach: admins, and whom an admin named."""

    admins: tuple[str, ...]
    named: tuple[str, ...]
    to_take_back: tuple[tuple[str, str], ...] = ()
    """(name, user id) of those whom an admin named."""
    classes: tuple[tuple[str, int], ...] = ()
    """(name, id) of every class, by name."""
    untaught: tuple[tuple[str, int, int], ...] = ()
    """(name, id, students who wait for an answer) of each class that nobody teaches."""
    care: CareRule = field(default_factory=lambda: CareRule(Way.STUDENT, (), 0, None))
    """What was decided for somebody who is not well."""
    outside_learn: bool = False
    """Whether people of other organisations may be students."""


@dataclass(frozen=True, slots=True)
class HomeBrief:
    """Everything that the reader is."""

    learns: tuple[StudentPart, ...]
    teaches: tuple[ClassPart, ...]
    admin: AdminPart | None
    may_set_up: bool
    """Whether a reader to whom no class is shown may set one up."""
    about_me: bool = False
    """Whether something stands in the reader's learner profile."""


# A class on its teacher's Home: what waits for a decision, and a row for each student.


ROWS_IN_A_BLOCK = 10
TALKS_MOST = 5


def class_blocks(part: ClassPart, reader: Reader) -> list[Block]:
    words = reader.words
    if part.classroom.archived:
        return _archived(part, words)
    return [
        header(words("home-class", classroom=part.classroom.name)),
        *_waiting(part, words),
        *talking.lines(part.talks[:TALKS_MOST], reader),
        *_glance(part, words),
        actions(
            [
                feedback_button(words("feedback-give-button"), part.classroom.id),
                button(words("home-about-student-button"), "profile.choose"),
                button(words("home-away-class-button"), "absence.of_class", str(part.classroom.id)),
                button(words("home-set-up-button"), "home.set_up", str(part.classroom.id)),
                button(words("home-calendar-button"), CALENDAR, str(part.classroom.id)),
                tell_button(words, part.classroom.id),
                questions_button(words, part.classroom.id),
                talking.offer_button(words, part.classroom.id),
                *_guests(part, words),
            ]
        ),
    ]


def _guests(part: ClassPart, words: Words) -> list[dict[str, Any]]:
    return [button(words("guests-button"), OPEN, str(part.classroom.id))] if part.guests else []


def _archived(part: ClassPart, words: Words) -> list[Block]:
    """Nothing is asked in it meanwhile; who has an open contract is named, so that it can be ended."""
    waiting = [row for row in part.rows if row.contract is not None]
    blocks = [
        header(words("home-class-archived", classroom=part.classroom.name)),
        say(words, "home-archived", count=len(waiting)),
    ]
    if waiting:
        blocks += [bullets(*(_row(row, words) for row in waiting[:ROWS_IN_A_BLOCK])), small(words("home-archived-end"))]
    return blocks


def _waiting(part: ClassPart, words: Words) -> list[Block]:
    if not part.decisions and not part.look_backs:
        return [say(words, "home-nothing-waits")]
    blocks: list[Block] = []
    for brief in part.decisions:
        blocks += _decision(brief, words)
    if part.more_decisions:
        blocks.append(small(words("home-more-decisions", count=part.more_decisions)))
    for contract, student in part.look_backs:
        look = button(words("look-back-button"), "looking_back.open", str(contract), style="primary")
        blocks += [say(words, "home-look-back-waits", student=student), actions([look])]
    return blocks


def _decision(brief: ContractBrief, words: Words) -> list[Block]:
    """A proposal whole, or a change field by field, with the buttons of its card."""
    contract, version = brief.contract, brief.contract.on_the_table
    if contract.status is Status.RENEGOTIATING:
        offer = change_blocks(contract.in_force.terms, version.terms, words)
        return [
            say(words, "home-change-waits", student=brief.student),
            together(*offer),
            *change_buttons(brief, words),
        ]
    return [
        say(words, "home-proposal-waits", student=brief.student),
        *terms_blocks(version.terms, words, private=True),
        *talk_lines(brief, words),
        *decision(brief, version.number, words),
    ]


def _glance(part: ClassPart, words: Words) -> list[Block]:
    if not part.rows:
        return [say(words, "roster-empty", classroom=part.classroom.name)]
    rows = [_row(row, words) for row in part.rows]
    blocks = [say(words, "home-glance")]
    blocks += [bullets(*rows[i : i + ROWS_IN_A_BLOCK]) for i in range(0, len(rows), ROWS_IN_A_BLOCK)]
    if part.more_rows:
        blocks.append(small(words("home-more-rows", count=part.more_rows)))
    return blocks


def _row(row: StudentRow, words: Words) -> list[Piece]:
    contract = row.contract
    if contract is None:
        return words.pieces("home-row-none", student=row.name)
    ends = contract.in_force.terms.ends_on if contract.status in RUNNING else contract.started_at.date()
    pieces = words.pieces(f"home-row-{contract.status}", student=row.name, date=ends)
    targets = contract.in_force.terms.targets if contract.agreed is not None else ()
    for i, target in enumerate(targets):
        pieces.append("\n")
        if len(targets) > 1:
            pieces.append(f"{target_name(i, len(targets), words)}: ")
        pieces += progress(words, target, row.values.get(i), row.kept.get(i))
    for mark in _marks(row, words):
        pieces += ["\n", *mark]
    return pieces


def _marks(row: StudentRow, words: Words) -> list[list[Piece]]:
    """In words, so that nothing hangs on a colour or a sign."""
    found: list[list[Piece]] = []
    if row.contract is not None and row.contract.agreed is not None:
        last = row.last_check_in
        said = words("home-row-last", date=last) if last else words("home-row-no-check-in")
        found.append([Typed(said)])
    if row.away:
        found.append(words.pieces("home-row-away"))
    found += _absences(row, words)
    if row.missed:
        found.append(words.pieces("home-row-missed", count=row.missed))
    if row.behind:
        found.append(words.pieces("home-row-behind"))
    if row.left_out:
        found.append(words.pieces("home-row-left-out"))
    return found


def _absences(row: StudentRow, words: Words) -> list[list[Piece]]:
    found: list[list[Piece]] = []
    if row.absent is not None and row.absent_now:
        found.append(words.pieces("home-row-absent", date=row.absent.last_on))
    elif row.absent is not None:
        days = {"from": row.absent.first_on, "date": row.absent.last_on}
        found.append(words.pieces("home-row-absent-later", **days))
    if row.paused is not None:
        found.append(words.pieces("home-row-paused", date=row.paused.last_on))
    return found


BLOCKS_MOST = 100
"""Of a view; https://docs.slack.dev/reference/views"""
NAMES_MOST = 40
UNTAUGHT_MOST = 10
OPTIONS_MOST = 100
"""Of a menu; https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element"""


def show(notice: Home, brief: HomeBrief, reader: Reader) -> Message:
    """Its blocks are those of the Home view."""
    w = reader.words
    blocks: list[Block] = []
    for part in brief.learns:
        blocks += [*student_blocks(part, reader), divider()]
    if brief.learns:
        blocks += [*_about_me(brief, w), divider()]
    for taught in brief.teaches:
        blocks += [*class_blocks(taught, reader), divider()]
    if not blocks:
        blocks += [header(w("home-welcome")), say(w, "home-what"), *_how_to_begin(brief, w), divider()]
    if brief.admin is not None:
        blocks += [*_admin_blocks(brief.admin, w), divider()]
    blocks.append(actions([button(w("help-button"), "help.show"), *_dates(brief, w), *_language(brief, w)]))
    return message(w("home-welcome"), *fit(blocks, w))


def _dates(brief: HomeBrief, words: Words) -> list[dict[str, Any]]:
    taught = any(not part.classroom.archived for part in brief.teaches)
    return [file_button(words)] if brief.learns or taught else []


def _language(brief: HomeBrief, words: Words) -> list[dict[str, Any]]:
    """For whoever teaches, or is an admin; who learns in a class finds it on their page."""
    works = bool(brief.teaches) or brief.admin is not None
    if brief.learns or not works or not several_languages():
        return []
    return [button(words("home-language-button"), LANGUAGE)]


def _about_me(brief: HomeBrief, words: Words) -> list[Block]:
    key = "home-about-me-written" if brief.about_me else "home-about-me"
    return [say(words, key), actions([button(words("home-about-me-button"), "profile.open")])]


def fit(blocks: list[Block], words: Words) -> list[Block]:
    """What is more than a view holds is left out, and says so."""
    if len(blocks) <= BLOCKS_MOST:
        return blocks
    return [*blocks[: BLOCKS_MOST - 1], small(words("home-cut"))]


def student_blocks(part: StudentPart, reader: Reader) -> list[Block]:
    w, standing_now = reader.words, part.standing
    title = header(w("home-student", classroom=part.classroom.name))
    if standing_now is None:
        start = button(w("help-start"), "proposing.start_in.0", str(part.classroom.id), style="primary")
        return [title, say(w, "home-no-contract"), actions([start]), small(w("home-start-hint"))]
    blocks = [title, standing(standing_now, w), *_do_now(part, standing_now, w)]
    if standing_now.contract.agreed is not None:
        blocks += _next_check_in(part, standing_now, reader)
    if standing_now.contract.status in RUNNING:
        asks = [] if part.talk else [talking.ask_button(w, part.classroom.id)]
        blocks.append(actions([stuck_button(w, part.classroom.id), *asks]))
    blocks += _talks(part, reader)
    blocks += _away(part, standing_now, reader)
    blocks += _terms(part, standing_now, w)
    if standing_now.contract.status is Status.ACTIVE:
        blocks += what_now(standing_now, w)
    return blocks


def _talks(part: StudentPart, reader: Reader) -> list[Block]:
    """The one on its way, and what came of those before."""
    open_one = talking.lines([part.talk], reader) if part.talk is not None else []
    before = part.standing.talks if part.standing is not None else ()
    return [*open_one, *(block for talk in before for block in talking.said(talk, reader))]


def _do_now(part: StudentPart, standing_now: ContractBrief, words: Words) -> list[Block]:
    """The one thing to do now, where there is one."""
    contract = standing_now.contract
    if contract.status is Status.DRAFTING:
        return _draft(part, standing_now, words)
    if contract.status is Status.REASSESSING:
        return _look_back(part, contract.id, words)
    if contract.status in RUNNING and part.check_in is not None:
        log = button(words("home-log-button"), "checking_in.log", str(part.check_in), style="primary")
        blocks = [say(words, "home-check-in-waits"), actions([log])]
    else:
        blocks = []
    return blocks if contract.status is Status.ACTIVE else [*blocks, *what_now(standing_now, words)]


def _draft(part: StudentPart, standing_now: ContractBrief, words: Words) -> list[Block]:
    if part.interview is not None:
        go_on = button(words("help-resume"), "proposing.resume", str(part.interview), style="primary")
    else:
        go_on = button(words("help-resume"), "proposing.start_in.0", str(part.classroom.id), style="primary")
    return [actions([go_on, close_button(standing_now.contract, standing_now.side, words)])]


def _look_back(part: StudentPart, contract: int, words: Words) -> list[Block]:
    if part.looked_back:
        return [small(words("home-looked-back"))]
    look = button(words("look-back-button"), "looking_back.open", str(contract), style="primary")
    return [actions([look]), small(words("look-back-hint"))]


def _terms(part: StudentPart, standing_now: ContractBrief, words: Words) -> list[Block]:
    """What is agreed, with the progress under each target; or what is on the table."""
    terms = standing_now.terms
    if terms is None:
        return []
    if standing_now.contract.agreed is None:
        return [say(words, "home-proposal"), *terms_blocks(terms, words, private=True, reader=Side.STUDENT)]

    def so_far(target: int) -> Sequence[Piece]:
        return progress(words, terms.targets[target], (part.values or {}).get(target), part.kept.get(target))

    blocks = terms_blocks(terms, words, private=True, reader=Side.STUDENT, below=so_far)
    return [say(words, "home-contract"), *blocks]


def _next_check_in(part: StudentPart, standing_now: ContractBrief, reader: Reader) -> list[Block]:
    if standing_now.contract.status not in RUNNING or standing_now.next_check_in is None:
        return []
    moment = when(reader.words, standing_now.next_check_in, part.timezone, reader.now)
    left_out = [say(reader.words, f"home-left-out-{part.left_out}")] if part.left_out else []
    return [*left_out, say(reader.words, "home-next-check-in", when=moment)]


def _away(part: StudentPart, standing_now: ContractBrief, reader: Reader) -> list[Block]:
    """Until when they are away, with the way back; or the button to say so."""
    w, absent = reader.words, part.absent
    if absent is None:
        running = standing_now.contract.status in RUNNING
        return [actions([button(w("home-away-button"), "absence.open")])] if running else []
    today = recurrence.local_day(reader.now, part.timezone)
    begun = absent.first_on <= today
    args = {"first": on_day(w, absent.first_on, today), "last": on_day(w, absent.last_on, today)}
    back = button(w("away-back-button" if begun else "away-cancel-button"), "absence.back", str(absent.id))
    return [say(w, "home-away" if begun else "home-away-later", **args), actions([back])]


def _how_to_begin(brief: HomeBrief, words: Words) -> list[Block]:
    return [say(words, "help-set-up" if brief.may_set_up else "help-no-class")]


def _admin_blocks(admin: AdminPart, words: Words) -> list[Block]:
    named = names(admin.named, words) if admin.named else words("home-nobody-named")
    choose = {
        "type": "users_select",
        "action_id": "set_up.name_teacher",
        "placeholder": plain(words("home-name-teacher"), 150),
    }
    return [
        *_untaught(admin, words),
        header(words("home-admin")),
        say(words, "home-admin-what"),
        say(words, "home-may-teach", admins=names(admin.admins, words), named=named),
        actions([choose, *_take_back(admin, words)]),
        small(words("home-name-teacher-hint")),
        *_any_class(admin, words),
        actions([button(words("home-keep-button"), "privacy.open")]),
        small(words("home-keep-hint")),
        *care_blocks(admin.care, words),
        *outside_blocks(admin.outside_learn, words),
    ]


def _untaught(admin: AdminPart, words: Words) -> list[Block]:
    found = admin.untaught[:UNTAUGHT_MOST]
    return [block for name, ident, count in found for block in untaught_blocks(ident, name, count, words)]


def _take_back(admin: AdminPart, words: Words) -> list[dict[str, Any]]:
    """A menu of those who were named, where there are any."""
    options = [forms.option(name, user) for name, user in admin.to_take_back[:OPTIONS_MOST]]
    if not options:
        return []
    sure = confirm(
        words("home-take-back-title"),
        words("home-take-back-what"),
        words("home-take-back-yes"),
        words("home-keep-named"),
    )
    return [_menu("set_up.take_back_teacher", words("home-take-back"), options) | {"confirm": sure}]


def _any_class(admin: AdminPart, words: Words) -> list[Block]:
    options = [forms.option(name, str(ident)) for name, ident in admin.classes[:OPTIONS_MOST]]
    if not options:
        return []
    return [
        actions([_menu("home.set_up_any", words("home-any-class"), options)]),
        small(words("home-any-class-hint")),
    ]


def _menu(action: str, label: str, options: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "static_select", "action_id": action, "placeholder": plain(label, 150), "options": options}


def names(found: tuple[str, ...], words: Words) -> str:
    shown = ", ".join(found[:NAMES_MOST])
    return shown if len(found) <= NAMES_MOST else words("home-names-more", names=shown, count=len(found) - NAMES_MOST)
