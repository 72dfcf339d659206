"""What is said of things that wait for somebody: to whose turn it is, and to who waits."""

from dataclasses import dataclass
from datetime import date

from bot.activities.home.desk_messages import CLASS, WAITING, WaitingLine, Where, waiting_block
from bot.domain.contract import Status
from bot.domain.desk import Only, Want
from bot.domain.outbox import Message
from bot.domain.waiting import LAST
from bot.messages.blocks import Block, actions, button, joined, rich, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words


@dataclass(frozen=True, slots=True)
class WaitsForYou(Notice):
    """To a teacher: all that waits for them in a class, and which students were reminded on this day ("2027-01-18")."""

    classroom: int
    day: str


@dataclass(frozen=True, slots=True)
class YourTurn(Notice):
    """To a student: a teacher's question, or changes, still wait for them."""

    contract: int


@dataclass(frozen=True, slots=True)
class TeacherReminded(Notice):
    """To a student: their teachers were reminded of what waits for them."""

    contract: int


@dataclass(frozen=True, slots=True)
class WaitsBrief:
    """`lines` are the oldest of `count`; `colleagues`: some of it was for another teacher first. `reminded` names
    students."""

    classroom: int
    name: str
    lines: tuple[WaitingLine, ...]
    count: int
    colleagues: bool
    reminded: tuple[str, ...]
    today: date


@dataclass(frozen=True, slots=True)
class TurnBrief:
    """`reminded`: for the so manieth time. `teacher` is who waits."""

    contract: int
    status: Status
    teacher: str
    classroom: str
    reminded: int


@dataclass(frozen=True, slots=True)
class RemindedBrief:
    what: Want
    teachers: tuple[str, ...]
    classroom: str


LINES_MOST = 8


def waits_for_you(notice: WaitsForYou, brief: WaitsBrief, reader: Reader) -> Message:
    w = reader.words
    blocks = _waiting(brief, w) + _reminded(brief, w)
    key = "waits-now" if brief.lines else "waits-reminded"
    said = w.pieces(key, classroom=brief.name, count=brief.count or len(brief.reminded), names=_names(brief, w))
    return message(spoken(said), *blocks)


def _waiting(brief: WaitsBrief, words: Words) -> list[Block]:
    if not brief.lines:
        return []
    title = say(words, "waits-now", classroom=brief.name, count=brief.count)
    more = brief.count > len(brief.lines)
    whole = [actions([button(words("desk-all-waiting-button", count=brief.count), WAITING)])] if more else []
    next_line = "waits-colleagues" if brief.colleagues else "waits-next"
    return [title, *(waiting_block(one, words, brief.today) for one in brief.lines), *whole, small(words(next_line))]


def _reminded(brief: WaitsBrief, words: Words) -> list[Block]:
    if not brief.reminded:
        return []
    said = words.pieces("waits-reminded", classroom=brief.name, count=len(brief.reminded), names=_names(brief, words))
    look = button(words("waits-class-button"), CLASS, Where(brief.classroom, only=Only.WORD).text)
    return [rich(said), actions([look])]


def _names(brief: WaitsBrief, words: Words) -> str:
    return joined(words, brief.reminded)


def your_turn(notice: YourTurn, brief: TurnBrief, reader: Reader) -> Message:
    w = reader.words
    said = w.pieces(f"your-turn-{brief.status}", teacher=brief.teacher, classroom=brief.classroom)
    answers = brief.status is Status.QUESTIONED
    leads = (
        button(w("question-answer"), "reviewing.answer", f"{brief.contract}:0", style="primary")
        if answers
        else button(w("your-turn-show-button"), "changing.show", style="primary")
    )
    last = "your-turn-last" if brief.reminded >= LAST else "your-turn-next"
    return message(spoken(said), rich(said), actions([leads]), small(w(last)))


def teacher_reminded(notice: TeacherReminded, brief: RemindedBrief, reader: Reader) -> Message:
    w = reader.words
    said = w.pieces(f"teacher-reminded-{brief.what}", teachers=joined(w, brief.teachers), classroom=brief.classroom)
    return message(spoken(said), rich(said), small(w("teacher-reminded-next")))
