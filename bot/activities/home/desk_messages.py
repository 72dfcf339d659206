"""A teacher's desk on Home: a line of counts, what waits for her, her classes with whoever may need a word first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import quote, unquote

from bot.activities.admitting.messages import OPEN as GUESTS
from bot.activities.calendar.messages import OPEN as CALENDAR
from bot.activities.checking_in.class_messages import SHOW_ALL, tell_button
from bot.activities.checking_in.question_messages import questions_button
from bot.activities.digest.replying_forms import reply_button
from bot.activities.feedback.messages import feedback_button
from bot.activities.looking_back.grading_messages import grading_button
from bot.activities.paper.buttons import OPEN as WITHOUT_ACCOUNT
from bot.activities.paper.buttons import open_button
from bot.activities.talking import messages as talking
from bot.activities.talking.messages import TalkBrief
from bot.domain.absence import Absence
from bot.domain.actor import Refusal
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.desk import DeskCounts, Need, Only, Page, Waiting, Want
from bot.domain.rounds import Round
from bot.messages import forms
from bot.messages.blocks import (
    Block,
    actions,
    bullets,
    button,
    divider,
    header,
    line,
    plain,
    rich,
    say,
    small,
    spoken,
)
from bot.messages.days import named_day
from bot.messages.registry import Reader
from bot.messages.terms import progress
from prompts.words import SentencePiece, Typed, Words

# What is shown.


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One thing that waits. `classroom` is "" where the reader teaches no other; `since` is the day there."""

    waiting: Waiting
    student: str
    classroom: str
    since: date


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student at a glance. `contract` is None while nothing was ever agreed on in the one that is open."""

    name: str
    user: str
    classroom: int
    status: Status | None
    contract: Contract | None
    values: Mapping[int, Decimal]
    last_check_in: date | None
    need: Need = Need.NONE
    since: date | None = None
    """Since when that is so."""
    missed: int = 0
    """Check-ins missed in a row."""
    behind: bool = False
    """The numbers fall behind the line from start to goal, and their student has heard of it."""
    away: bool = False
    """Left the class channel, or the account is closed: nobody is asked for check-ins."""
    absent: Absence | None = None
    """They are away, or will be: until when, and nothing about why."""
    paused: Absence | None = None
    left_out: bool = False
    """The last check-in was left out, whatever the reason: nobody missed anything."""
    absent_now: bool = False
    """Whether that has begun."""
    began_on: date | None = None
    finished: bool = False
    """An earlier contract was completed."""
    in_class: str = ""
    """The name of the class, where the reader teaches others."""


@dataclass(frozen=True, slots=True)
class ClassPart:
    """One class in which the reader teaches, with those who may need her first."""

    classroom: Classroom
    rows: tuple[StudentRow, ...] = ()
    of: int = 0
    """How many students the class has."""
    guests: int = 0
    """How many guests are in the channel whom a teacher could choose as students."""

    @property
    def more_rows(self) -> int:
        return self.of - len(self.rows)


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One class of many."""

    classroom: int
    name: str
    of: int
    in_need: int
    """How many may need a word."""
    waiting: int


@dataclass(frozen=True, slots=True)
class DeskBrief:
    """`lines` are the oldest of what waits. Whoever teaches up to two classes has them as `classes`; of more, each has
    a line, and `needing` are those who may need a word, of all of them."""

    counts: DeskCounts
    lines: tuple[WaitingLine, ...]
    classes: tuple[ClassPart, ...] = ()
    class_lines: tuple[ClassLine, ...] = ()
    needing: tuple[StudentRow, ...] = ()
    talks: tuple[TalkBrief, ...] = ()
    """Those that are on their way."""
    archived: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(class, whose contract is still open there)."""
    unread: bool = False
    """Answers to check-ins wait for a reply."""
    today: date = date.min

    @property
    def is_taught(self) -> bool:
        """Whether one of the classes goes on."""
        return bool(self.classes or self.class_lines)


LINES_MOST = 12
"""Of what waits, on Home; the rest is behind a button."""
NEEDING_MOST = 10
TALKS_MOST = 5
SHOWN_WHOLE = 2
"""Up to so many classes stand on Home with their lists."""
CLASS_LINES_MOST = 20
ARCHIVED_MOST = 5
IN_LIST = 40
"""Lines on one page of all that waits."""
ROWS_IN_A_BLOCK = 10

LOOK = "home.look"
WAITING = "home.waiting"
WAITING_BACK = "home.waiting_back"
WAITING_ON = "home.waiting_on"
CLASS = "home.class"
CLASS_ANY = "home.class_any"
CLASS_BACK = "home.class_back"
CLASS_ON = "home.class_on"
ONLY = "home.only"
FIND = "home.find"
STUDENT = "home.student"


def desk_blocks(brief: DeskBrief, reader: Reader) -> list[Block]:
    w = reader.words
    blocks: list[Block] = []
    if brief.is_taught:
        blocks = [*_top(brief, w), *_what_waits(brief, w), *talking.lines(brief.talks, reader)]
    for part in brief.classes:
        blocks += [divider(), *class_blocks(part, w, alone=len(brief.classes) == 1)]
    if brief.class_lines:
        blocks += [divider(), *_needing(brief, w), *_classes(brief, w)]
    for name, students in brief.archived:
        blocks += [*([divider()] if blocks else []), *_archived(name, students, w)]
    return blocks


def _top(brief: DeskBrief, words: Words) -> list[Block]:
    """How much there is, and the buttons used most; where there are several classes, those of one stand with it. Where
    answers wait for a reply, one form takes several."""
    about = button(words("home-about-student-button"), "profile.choose")
    if len(brief.classes) == 1:
        feedback, *others = _used_most(brief.classes[0].classroom.id, words)
        found = [feedback, about, *others]
    else:
        found = [button(words("feedback-give-button"), "feedback.open"), about]
    if brief.unread:
        found.insert(0, reply_button(words))
    return [rich([counts_line(brief.counts, words)]), actions(found)]


def counts_line(counts: DeskCounts, words: Words) -> str:
    """What there is none of is not said."""
    parts = [
        words(f"desk-{name}", count=count)
        for name, count in (
            ("waiting", counts.waiting),
            ("stuck", counts.stuck),
            ("unanswering", counts.unanswering),
            ("not-begun", counts.not_begun),
        )
        if count or name == "waiting"
    ]
    return " · ".join(parts)


# What waits: a line each, with the button that opens it.


def _what_waits(brief: DeskBrief, words: Words) -> list[Block]:
    if not brief.lines:
        return [say(words, "home-nothing-waits")]
    blocks = [waiting_block(one, words, brief.today) for one in brief.lines]
    more = brief.counts.waiting - len(brief.lines)
    if more > 0:
        blocks.append(actions([button(words("desk-all-waiting-button", count=brief.counts.waiting), WAITING)]))
    return blocks


def waiting_block(found: WaitingLine, words: Words, today: date) -> Block:
    one = found.waiting
    said = words.pieces(
        f"desk-wait-{one.want}",
        student=found.student,
        count=one.number,
        since=named_day(words, found.since, today),
        day=named_day(words, date.fromisoformat(one.day), today) if one.day else "",
    )
    text = words.pieces("desk-in-class", classroom=found.classroom) if found.classroom else []
    return line(spoken([*said, *([" · ", *text] if text else [])]), _opens(one, words))


def _opens(one: Waiting, words: Words) -> dict[str, Any]:
    label = words(f"desk-open-{one.want}")
    if one.want is Want.CHECK_IN:
        return button(label, SHOW_ALL, f"{one.classroom}:{Round(one.classroom, date.fromisoformat(one.day)).number}")
    if one.want is Want.LOOK_BACK:
        return button(label, "looking_back.open", str(one.ref))
    return button(label, LOOK, place_of(one))


def place_of(one: Waiting) -> str:
    """What a button says of it: a claim."""
    return f"{one.want}:{one.ref}:{one.number}"


@dataclass(frozen=True, slots=True)
class WaitingList:
    """One page of all that waits."""

    page: Page[WaitingLine]
    today: date


def waiting_view(words: Words, brief: WaitingList) -> dict[str, Any]:
    page = brief.page
    blocks = [waiting_block(one, words, brief.today) for one in page.items] or [say(words, "home-nothing-waits")]
    ways = _turning(words, page, WAITING_BACK, WAITING_ON, "{}".format)
    return forms.modal(words, WAITING, [*within(blocks, ""), *ways])


def _turning(words: Words, page: Page[Any], back: str, on: str, value: Any) -> list[Block]:
    ways = []
    if page.number:
        ways.append(button(words("class-check-ins-earlier-button"), back, value(page.number - 1)))
    if page.number + 1 < page.count:
        ways.append(button(words("class-check-ins-more-button"), on, value(page.number + 1)))
    if page.count < 2:
        return []
    return [small(words("desk-page", page=page.number + 1, pages=page.count)), actions(ways)]


CARDS = frozenset(Want) - {Want.CHECK_IN, Want.LOOK_BACK}
"""What has a card of its own; the others open in their own form."""


# What was opened from Home: the card of a message, with its buttons. They stay in the modal.


IN = "home.in."
"""Before the action of a button that stands in a modal: what it opens lies over that, which is shown anew then."""

WITHIN = (
    LOOK,
    SHOW_ALL,
    "looking_back.open",
    "reviewing.approve",
    "reviewing.ask",
    "reviewing.suggest",
    "reviewing.redirect",
    "reviewing.explain",
    "changing.open",
    "changing.sign",
    "changing.decline",
    "talking.offer",
    "talking.open_offer",
    "talking.call_off",
    "exchanging.reply",
    "evidence.seen",
    "checking_in.respond",
    "promises.done",
    "promises.tomorrow",
    "promises.can_not",
    "promises.all_done",
    "profile.about",
    "profile.choose",
    "feedback.open",
    "feedback.quick",
    "absence.of_class",
    "home.set_up",
    "calendar.open",
    "checking_in.tell_open",
    "checking_in.questions_open",
    "looking_back.open_grading",
    "admitting.open",
    WITHOUT_ACCOUNT,
)
"""The presses that can stand there."""


def look_view(words: Words, want: Want, blocks: Iterable[Mapping[str, Any]], place: str) -> dict[str, Any]:
    return forms.modal(words, LOOK, within(blocks, place), metadata=place, title=words(f"desk-look-{want}-title"))


def within(blocks: Iterable[Mapping[str, Any]], place: str) -> list[Block]:
    """The same blocks, as they stand in a modal: `place` says what that shows."""
    return [_block_within(block, place) for block in blocks]


def _block_within(block: Mapping[str, Any], place: str) -> Block:
    if "accessory" in block:
        return {**block, "accessory": _in(block["accessory"], place)}
    if block["type"] != "actions":
        return dict(block)
    return {**block, "elements": [_in(one, place) for one in block["elements"]]}


def _in(element: Mapping[str, Any], place: str) -> dict[str, Any]:
    if element.get("action_id") not in WITHIN:
        return dict(element)
    return {**element, "action_id": IN + element["action_id"], "value": f"{place}|{element.get('value', '')}"}


# A class: on Home those who may need her first, behind [Whole class] everybody.


def class_blocks(part: ClassPart, words: Words, *, alone: bool) -> list[Block]:
    """`alone`: the reader teaches no other, and has the buttons used most on top."""
    room = part.classroom
    title = header(words("home-class", classroom=room.name))
    buttons = class_buttons(room.id, part.guests, words, used_most=not alone)
    if not part.of:
        return [title, say(words, "roster-empty", classroom=room.name), actions(buttons)]
    whole = button(words("desk-whole-class-button", count=part.of), CLASS, Where(room.id).text)
    return [title, *rows_blocks(part.rows, words), actions([whole, *buttons])]


def rows_blocks(rows: Sequence[StudentRow], words: Words) -> list[Block]:
    lines = [row_line(row, words) for row in rows]
    return [bullets(*lines[i : i + ROWS_IN_A_BLOCK]) for i in range(0, len(lines), ROWS_IN_A_BLOCK)]


def class_buttons(classroom: int, guests: int, words: Words, *, used_most: bool = True) -> list[dict[str, Any]]:
    """What a teacher sets, and does for all; `used_most`: with what she does most."""
    about = str(classroom)
    return [
        *(_used_most(classroom, words) if used_most else []),
        button(words("home-set-up-button"), "home.set_up", about),
        button(words("home-calendar-button"), CALENDAR, about),
        tell_button(words, classroom),
        questions_button(words, classroom),
        grading_button(words, classroom),
        *([button(words("guests-button"), GUESTS, about)] if guests else []),
        open_button(words, classroom),
    ]


def _used_most(classroom: int, words: Words) -> list[dict[str, Any]]:
    return [
        feedback_button(words("feedback-give-button"), classroom),
        button(words("home-away-class-button"), "absence.of_class", str(classroom)),
        talking.offer_button(words, classroom),
    ]


def _archived(name: str, students: tuple[str, ...], words: Words) -> list[Block]:
    """Nothing is asked in it meanwhile; who has an open contract is named, so that it can be ended."""
    blocks = [
        header(words("home-class-archived", classroom=name)),
        say(words, "home-archived", count=len(students)),
    ]
    if students:
        blocks += [bullets(*([Typed(one)] for one in students[:ROWS_IN_A_BLOCK])), small(words("home-archived-end"))]
    return blocks


def _needing(brief: DeskBrief, words: Words) -> list[Block]:
    """Of all classes: who may need a word."""
    if not brief.needing:
        return []
    return [say(words, "desk-needing"), *rows_blocks(brief.needing, words)]


def _classes(brief: DeskBrief, words: Words) -> list[Block]:
    """A line and a button for each; a menu where they are very many."""
    blocks = [
        line(
            words("desk-class-line", classroom=one.name, count=one.of, need=one.in_need),
            button(words("desk-open-class-button"), CLASS, Where(one.classroom).text),
        )
        for one in brief.class_lines[:CLASS_LINES_MOST]
    ]
    rest = brief.class_lines[CLASS_LINES_MOST:]
    if rest:
        options = [forms.option(one.name, Where(one.classroom).text) for one in rest[: forms.OPTIONS_MOST]]
        label = plain(words("desk-other-class"), 150)
        menu = {"type": "static_select", "action_id": CLASS_ANY, "placeholder": label, "options": options}
        blocks.append(actions([menu]))
    return blocks


def row_line(row: StudentRow, words: Words) -> list[SentencePiece]:
    """How it stands in a line, and below it in words what to look at: nothing hangs on a colour or a sign."""
    pieces = words.pieces("desk-row", student=row.name)
    if row.in_class:
        pieces += [" · ", *words.pieces("desk-in-class", classroom=row.in_class)]
    pieces += [" · ", *standing(row, words)]
    for mark in marks(row, words):
        pieces += ["\n", *mark]
    return pieces


def standing(row: StudentRow, words: Words) -> list[SentencePiece]:
    targets = row.contract.in_force.terms.targets if row.contract is not None and row.contract.agreed else ()
    if row.status not in RUNNING or not targets:
        key = row.status or ("finished" if row.finished else "none")
        return words.pieces(f"desk-is-{key}")
    first = progress(words, targets[0], row.values.get(0))
    rest = len(targets) - 1
    return [*first, *([" ", *words.pieces("desk-more-targets", count=rest)] if rest else [])]


def marks(row: StudentRow, words: Words) -> list[list[SentencePiece]]:
    found: list[list[SentencePiece]] = []
    if row.missed:
        found.append(words.pieces("home-row-missed", count=row.missed))
    if row.behind:
        found.append(words.pieces("home-row-behind"))
    if row.away:
        found.append(words.pieces("home-row-away"))
    if row.need in (Need.DRAFT, Need.SILENT, Need.UNHEARD) and row.since is not None:
        key = "look-back" if row.status is Status.REASSESSING else row.need
        found.append(words.pieces(f"desk-mark-{key}", day=words("desk-day", on=f"{row.since:%m-%d}")))
    found += _absences(row, words)
    if row.left_out:
        found.append(words.pieces("home-row-left-out"))
    return found


def _absences(row: StudentRow, words: Words) -> list[list[SentencePiece]]:
    found: list[list[SentencePiece]] = []
    if row.absent is not None and row.absent_now:
        found.append(words.pieces("home-row-absent", date=row.absent.last_on))
    elif row.absent is not None:
        days = {"from": row.absent.first_on, "date": row.absent.last_on}
        found.append(words.pieces("home-row-absent-later", **days))
    if row.paused is not None:
        found.append(words.pieces("home-row-paused", date=row.paused.last_on))
    return found


# The whole class, a page at a time.


NAME_MOST = 20
"""Characters of a name that is looked for."""


@dataclass(frozen=True, slots=True)
class Where:
    """Which part of a class a list shows. It travels in its buttons, and comes back as a claim."""

    classroom: int
    page: int = 0
    only: Only = Only.ALL
    name: str = ""

    @property
    def text(self) -> str:
        return f"{self.classroom}:{self.page}:{self.only}:{quote(self.name[:NAME_MOST], safe='')}"


def where_of(text: str) -> Where:
    """Raises Refusal for what no button of ours says."""
    classroom, _, rest = text.partition(":")
    page, _, rest = rest.partition(":")
    only, _, name = rest.partition(":")
    numbers = [one for one in (classroom, page) if one.isascii() and one.isdigit() and len(one) <= 18]
    if len(numbers) < 2 or only not in set(Only):
        raise Refusal("old-button")
    return Where(int(classroom), int(page), Only(only), unquote(name)[:NAME_MOST])


@dataclass(frozen=True, slots=True)
class ClassList:
    """One page of a class, of those whom the list shows."""

    where: Where
    name: str
    page: Page[StudentRow]
    of: int
    """How many students the class has."""
    guests: int


def class_view(words: Words, brief: ClassList) -> dict[str, Any]:
    where, page = brief.where, brief.page
    find = forms.text(where.name, most=NAME_MOST)
    blocks: list[Block] = [
        say(words, "desk-class-title", classroom=brief.name, count=brief.of),
        forms.field(words, "name", find, key="desk-find", optional=True),
        actions([_filter(where, words)]),
    ]
    blocks += [_opens_page(row, words) for row in page.items] or [say(words, "desk-nobody")]
    blocks += _turning(words, page, CLASS_BACK, CLASS_ON, lambda number: replace(where, page=number).text)
    blocks += within([actions(class_buttons(where.classroom, brief.guests, words))], "")
    return forms.modal(words, FIND, blocks, metadata=where.text, only_looks=True)


def _opens_page(row: StudentRow, words: Words) -> Block:
    return line(spoken(row_line(row, words)), button(words("desk-open-class-button"), STUDENT, f"{row.user}:0"))


def _filter(where: Where, words: Words) -> dict[str, Any]:
    options = [forms.option(words(f"desk-only-{only}"), replace(where, only=only, page=0).text) for only in Only]
    chosen = next(one for one, only in zip(options, Only, strict=True) if only is where.only)
    label = plain(words("desk-only"), 150)
    return {
        "type": "static_select",
        "action_id": ONLY,
        "placeholder": label,
        "options": options,
        "initial_option": chosen,
    }
