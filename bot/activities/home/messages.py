"""Home: for a student what to do now, for a teacher the class at a glance, for an admin who may teach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from bot.activities.absence.messages import on_day
from bot.activities.admitting.leaving_out_messages import helpers_lines
from bot.activities.admitting.messages import outside_blocks
from bot.activities.assisting.messages import HelpedClass, helped_blocks
from bot.activities.care.messages import CareRule, care_blocks
from bot.activities.changing.messages import close_button, what_now
from bot.activities.dates.messages import file_button
from bot.activities.documents.messages import sheets_button
from bot.activities.evidence.messages import listed
from bot.activities.exchanging.stuck_messages import stuck_button
from bot.activities.home.desk_messages import ClassPart, DeskBrief, desk_blocks
from bot.activities.journey.messages import journey_button
from bot.activities.logbook.picture_messages import Pictured, on_home
from bot.activities.mentoring.messages import mentor_button
from bot.activities.profile.messages import LANGUAGE, several_languages
from bot.activities.report.messages import reader_blocks, readers_blocks
from bot.activities.reviewing.messages import ContractBrief, standing
from bot.activities.talking import messages as talking
from bot.activities.talking.messages import TalkBrief
from bot.activities.teaching.closing_messages import SchoolBrief, close_blocks, school_blocks
from bot.activities.teaching.messages import untaught_blocks
from bot.domain import recurrence
from bot.domain.absence import Absence
from bot.domain.actor import Side
from bot.domain.care import Way
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Status
from bot.domain.outbox import Message
from bot.domain.progress import Kept
from bot.domain.rights import ClassRole
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, confirm, divider, header, plain, say, small
from bot.messages.days import when
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress, terms_blocks
from prompts.words import SentencePiece, Words

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
    pictures: tuple[Pictured, ...] = ()
    """Of the lines of targets, as they are now."""
    to_draw: bool = False
    """Whether there is a number that no picture shows."""
    helpers: tuple[tuple[str, ClassRole], ...] = ()
    """Names of the class's aides and observers."""


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
    school: SchoolBrief = field(default_factory=SchoolBrief)
    """The classes in which nobody learns, or proposals wait for weeks, and those that are closed."""
    care: CareRule = field(default_factory=lambda: CareRule(Way.STUDENT, (), 0, None))
    """What was decided for somebody who is not well."""
    outside_learn: bool = False
    """Whether people of other organisations may be students."""
    report_readers: tuple[tuple[str, str], ...] = ()
    """(name, user id) of those who may have the numbers of the school, by name."""


@dataclass(frozen=True, slots=True)
class HomeBrief:
    """Everything that the reader is."""

    learns: tuple[StudentPart, ...]
    desk: DeskBrief | None
    """None for whoever teaches no class."""
    admin: AdminPart | None
    may_set_up: bool
    """Whether a reader to whom no class is shown may set one up."""
    helped: tuple[HelpedClass, ...] = ()
    """The classes in which the reader is an aide or an observer."""
    about_me: bool = False
    """Whether something stands in the reader's learner profile."""
    reads_report: bool = False
    """Whether an admin named the reader as one who may have the numbers of the school."""

    @property
    def teaches(self) -> tuple[ClassPart, ...]:
        """The classes that stand here with their lists."""
        return self.desk.classes if self.desk is not None else ()


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
    if brief.desk is not None:
        blocks += [*desk_blocks(brief.desk, reader), divider()]
    if brief.helped:
        blocks += [*helped_blocks(brief.helped, w), divider()]
    if not blocks:
        blocks += [header(w("home-welcome")), say(w, "home-what"), *_how_to_begin(brief, w), divider()]
    if brief.reads_report:
        blocks += [*reader_blocks(w), divider()]
    if brief.admin is not None:
        blocks += [*_admin_blocks(brief.admin, reader), divider()]
    blocks.append(actions(_below(brief, w)))
    made = message(w("home-welcome"), *fit(blocks, w))
    return replace(made, in_words=_without_pictures(made)) if any(part.pictures for part in brief.learns) else made


def _without_pictures(made: Message) -> Message:
    """Shown where Slack refuses one: its student may have deleted it."""
    return replace(made, blocks=tuple(block for block in made.blocks if block["type"] != "image"))


def _below(brief: HomeBrief, words: Words) -> list[dict[str, Any]]:
    ways = (*_sheets(brief, words), *_dates(brief, words), *_language(brief, words))
    return [button(words("help-button"), "help.show"), *ways]


def _sheets(brief: HomeBrief, words: Words) -> list[dict[str, Any]]:
    return [sheets_button(words)] if brief.desk is not None and brief.desk.is_taught else []


def _dates(brief: HomeBrief, words: Words) -> list[dict[str, Any]]:
    taught = brief.desk is not None and brief.desk.is_taught
    return [file_button(words)] if brief.learns or taught else []


def _language(brief: HomeBrief, words: Words) -> list[dict[str, Any]]:
    """For whoever teaches, or is an admin; who learns in a class finds it on their page."""
    works = brief.desk is not None or brief.admin is not None
    if brief.learns or not works or not several_languages():
        return []
    return [button(words("home-language-button"), LANGUAGE)]


def _about_me(brief: HomeBrief, words: Words) -> list[Block]:
    key = "home-about-me-written" if brief.about_me else "home-about-me"
    ways = [button(words("home-about-me-button"), "profile.open"), journey_button(words)]
    return [say(words, key), actions([*ways, button(words("home-myself-button"), "oneself.list")])]


def fit(blocks: list[Block], words: Words) -> list[Block]:
    """What is more than a view holds is left out, and says so; the last block, with the help, always stands."""
    if len(blocks) <= BLOCKS_MOST:
        return blocks
    return [*blocks[: BLOCKS_MOST - 2], small(words("home-cut")), blocks[-1]]


def student_blocks(part: StudentPart, reader: Reader) -> list[Block]:
    w, standing_now = reader.words, part.standing
    title = header(w("home-student", classroom=part.classroom.name))
    if standing_now is None:
        start = button(w("help-start"), "proposing.start_in.0", str(part.classroom.id), style="primary")
        hint = small(w("home-start-hint"), *helpers_lines(part.helpers, w))
        return [title, say(w, "home-no-contract"), actions([start]), hint]
    blocks = [title, standing(standing_now, w), *_do_now(part, standing_now, w)]
    if standing_now.contract.agreed is not None:
        blocks += _next_check_in(part, standing_now, reader)
    if standing_now.contract.status in RUNNING:
        asks = [] if part.talk else [talking.ask_button(w, part.classroom.id)]
        beside = mentor_button(w, standing_now.contract.id)
        blocks.append(actions([stuck_button(w, part.classroom.id), *asks, beside]))
    blocks += _talks(part, reader)
    blocks += _away(part, standing_now, reader)
    blocks += _terms(part, standing_now, w)
    blocks += on_home(standing_now.contract.id, part.pictures, part.to_draw, reader)
    blocks += listed(w, standing_now.shelf, Side.STUDENT, standing_now.student)
    if standing_now.contract.status is Status.ACTIVE:
        blocks += what_now(standing_now, w)
    lines = helpers_lines(part.helpers, w)
    return [*blocks, small(*lines)] if lines else blocks


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
    return [actions([look]), small(words("look-back-hint-student"))]


def _terms(part: StudentPart, standing_now: ContractBrief, words: Words) -> list[Block]:
    """What is agreed, with the progress under each target; or what is on the table."""
    terms = standing_now.terms
    if terms is None:
        return []
    if standing_now.contract.agreed is None:
        return [say(words, "home-proposal"), *terms_blocks(terms, words, private=True, reader=Side.STUDENT)]

    def so_far(target: int) -> Sequence[SentencePiece]:
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


def _admin_blocks(admin: AdminPart, reader: Reader) -> list[Block]:
    words = reader.words
    named = names(admin.named, words) if admin.named else words("home-nobody-named")
    choose = {
        "type": "users_select",
        "action_id": "set_up.name_teacher",
        "placeholder": plain(words("home-name-teacher"), 150),
    }
    return [
        *_untaught(admin, words),
        *school_blocks(admin.school, words, reader.now.date()),
        header(words("home-admin")),
        say(words, "home-admin-what"),
        say(words, "home-may-teach", admins=names(admin.admins, words), named=named),
        actions([choose, *_take_back(admin, words)]),
        small(words("home-name-teacher-hint")),
        *_any_class(admin, words),
        *close_blocks(admin.classes, admin.school.closed, words),
        actions([button(words("home-keep-button"), "privacy.open")]),
        small(words("home-keep-hint")),
        *care_blocks(admin.care, words),
        *outside_blocks(admin.outside_learn, words),
        *readers_blocks(admin.report_readers, words),
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
