"""An active contract: its card, and a change to it."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, NamedTuple

from bot.activities.absence.messages import of_classes, on_day
from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.checking_in.having_messages import had_one_button
from bot.activities.documents.buttons import outside_button
from bot.activities.documents.messages import document_button
from bot.activities.evidence.messages import add_button, listed
from bot.activities.hearing.messages import LeaveOutBrief, LeaveOutOffered, LeftOut, WaysOut, WaysOutBrief
from bot.activities.paper.buttons import on_card
from bot.activities.promises.messages import keeping_blocks
from bot.activities.reviewing.messages import (
    ContractBrief,
    ContractCard,
    EntryNotice,
    VersionNotice,
    amendment_buttons,
    coming_line,
    decision,
    ever_was,
    next_line,
    standing,
    talk_lines,
    value_of,
)
from bot.activities.set_up.messages import weekdays
from bot.activities.talking import messages as talking
from bot.domain.actor import Side
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Classroom
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.look_back import outside_places
from bot.domain.outbox import Message
from bot.messages.blocks import (
    Block,
    actions,
    bullets,
    button,
    confirm,
    divider,
    header,
    quote,
    rich,
    say,
    small,
    spoken,
)
from bot.messages.days import clock, day, days_of, when
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import change_blocks, terms_blocks
from prompts.words import Words

# A change to an active contract: proposed by one side, signed or declined by the other.


@dataclass(frozen=True, slots=True)
class ChangeCard(VersionNotice):
    """To both sides: the change, field by field; to the one who decides with the decision."""


@dataclass(frozen=True, slots=True)
class ChangeDecided(EntryNotice):
    """To the side that proposed the change: signed, or declined with a reason. When it was taken back, to the other."""


@dataclass(frozen=True, slots=True)
class LookInMessages(Notice):
    """Where somebody typed a command in a channel: what they asked for is in their direct messages."""


@dataclass(frozen=True, slots=True)
class RhythmReach(Notice):
    """To the teacher who gave a class other days or another time: which of its running contracts keep theirs, with a
    button that suggests the new ones to all of them. A card: it follows what the students decide."""

    classroom: int

    @property
    def subject(self) -> str:
        return f"rhythm:{self.classroom}"


class KeptRhythm(NamedTuple):
    """The days and the time of a contract that are not those of its class."""

    days: tuple[str, ...]
    at: time


@dataclass(frozen=True, slots=True)
class RhythmBrief:
    """How many running contracts of the class keep which rhythm, how many have the class's, and how many have a change
    to it, or another change, that waits for a signature. `coming` is when the class is asked next."""

    classroom: Classroom
    kept: tuple[tuple[KeptRhythm, int], ...]
    follow: int
    waiting: int
    other: int
    coming: tuple[datetime, ...]


CLOSABLE = frozenset(Status) - {Status.COMPLETED, Status.CLOSED}


def contract_card(notice: ContractCard, brief: ContractBrief, reader: Reader) -> Message:
    w = reader.words
    title = spoken(w.pieces(f"contract-title-{brief.side}", student=brief.student, classroom=brief.classroom))
    blocks = [header(title), _standing(brief, w), *next_line(brief, reader)]
    blocks += [block for talk in brief.talks for block in talking.said(talk, reader)]
    whole = [] if brief.terms is None else terms_blocks(brief.terms, w, private=True, reader=brief.side)
    if brief.contract.status is Status.AMENDED and brief.side is Side.STUDENT:  # first what is to be decided
        return message(title, *blocks, *what_now(brief, w), say(w, "home-proposal"), *whole)
    whole = [divider(), *whole, *_kept(brief, w)] if whole else []
    shelf = listed(w, brief.shelf, brief.side, brief.student)
    typed_in = on_card(w, brief.contract, brief.student) if brief.side is Side.TEACHER else []
    return message(title, *blocks, *whole, *shelf, *what_now(brief, w), *_on_paper(brief, w), *typed_in)


def _kept(brief: ContractBrief, words: Words) -> list[Block]:
    """What became of the teacher's promise so far."""
    return keeping_blocks(words, brief.keeping, mine=brief.side is Side.STUDENT)


def _on_paper(brief: ContractBrief, words: Words) -> list[Block]:
    """For what both have signed."""
    contract = brief.contract
    if contract.agreed is None:
        return []
    outside = [outside_button(words, contract.id)] if outside_places(contract.agreed.terms) else []
    return [actions([document_button(words, contract.id), *outside])]


def _standing(brief: ContractBrief, words: Words) -> Block:
    """Here a teacher decides; the proposal's older cards only say that a newer one waits."""
    if brief.contract.status is Status.PROPOSED and brief.side is Side.TEACHER:
        return say(words, "home-proposal-waits", student=brief.student)
    return standing(brief, words)


def what_now(brief: ContractBrief, words: Words) -> list[Block]:
    """What this reader can do about the contract now."""
    contract = brief.contract
    if contract.status in RUNNING:
        return _running(brief, words)
    blocks: list[Block] = []
    if contract.status is Status.DRAFTING and brief.side is Side.STUDENT:
        blocks.append(
            actions(
                [button(words("sent-back-go-on"), "proposing.start_in.0", str(contract.classroom), style="primary")]
            )
        )
    elif contract.status is Status.QUESTIONED and brief.side is Side.STUDENT:
        answer = button(words("question-answer"), "reviewing.answer", value_of(contract.id, 0), style="primary")
        blocks += [*talk_lines(brief, words), actions([answer])]
    elif contract.status is Status.PROPOSED and brief.side is Side.TEACHER:
        blocks += decision(brief, contract.on_the_table.number, words)
    elif contract.status is Status.AMENDED and brief.side is Side.STUDENT and brief.before is not None:
        blocks += [divider(), say(words, "amendment-intro")]
        blocks += change_blocks(brief.before, contract.on_the_table.terms, words, brief.side)
        blocks += [*talk_lines(brief, words), *amendment_buttons(brief, contract.on_the_table.number, words)]
    if contract.status in CLOSABLE and contract.status is not Status.REASSESSING:
        blocks.append(actions([close_button(contract, brief.side, words)]))
    return blocks


def _running(brief: ContractBrief, words: Words) -> list[Block]:
    contract = brief.contract
    close = close_button(contract, brief.side, words)
    if contract.status is Status.RENEGOTIATING:
        offer = change_blocks(contract.in_force.terms, contract.on_the_table.terms, words, brief.side)
        intro = _who_proposed(brief, contract.on_the_table.author, words)
        buttons = actions([*_had_one(brief, words), *_add(brief, words), _pause(brief, words), close])
        return [*_paused(brief, words), divider(), intro, *offer, *change_buttons(brief, words, said=True), buttons]
    change = button(words("change-propose"), "changing.open", value_of(contract.id, contract.on_the_table.number))
    had_one = _had_one(brief, words)
    buttons = actions([*had_one, *_add(brief, words), change, _pause(brief, words), close])
    return [*_paused(brief, words), buttons, small(words("change-propose-next"))]


def _had_one(brief: ContractBrief, words: Words) -> list[dict[str, Any]]:
    """For a student who says when check-ins come."""
    terms = brief.contract.in_force.terms
    return had_one_button(words, brief.contract.id, terms) if brief.side is Side.STUDENT else []


def _add(brief: ContractBrief, words: Words) -> list[dict[str, Any]]:
    """For a student who has something to show."""
    return [add_button(words, brief.contract.id)] if brief.side is Side.STUDENT else []


def _paused(brief: ContractBrief, words: Words) -> list[Block]:
    if brief.paused_until is None:
        return []
    return [say(words, "contract-paused", last=day(brief.paused_until, words))]


def _pause(brief: ContractBrief, words: Words) -> dict[str, Any]:
    value = str(brief.contract.id)
    if brief.paused_until is not None:
        return button(words("pause-resume-button"), "absence.resume", value)
    return button(words("pause-button"), "absence.pause", value)


def close_button(contract: Contract, side: Side, words: Words) -> dict[str, Any]:
    what = ever_was(contract)
    label = words(f"close-button-{side}", what=what)
    sure = confirm(
        words(f"close-confirm-title-{side}", what=what),
        words(f"close-confirm-{side}", what=what),
        label,
        words("close-confirm-no", what=what),
    )
    return button(label, "changing.close", value_of(contract.id, contract.versions), confirm=sure)


def change_card(notice: ChangeCard, brief: ContractBrief, reader: Reader) -> Message:
    w, contract = reader.words, brief.contract
    title = w("change-title", classroom=brief.classroom)
    if brief.terms is None or brief.before is None:
        return message(title, header(title), standing(brief, w))
    offer = change_blocks(brief.before, brief.terms, w, brief.side)
    coming = coming_line(brief, w)
    if contract.status is Status.RENEGOTIATING and contract.on_the_table.number == notice.version:
        intro = _who_proposed(brief, contract.on_the_table.author, w)
        return message(title, header(title), intro, *offer, *coming, *change_buttons(brief, w))
    outcome = "in-force" if contract.agreed is not None and contract.agreed.number == notice.version else "past"
    return message(title, header(title), say(w, f"change-{outcome}"), *offer, standing(brief, w))


def change_buttons(brief: ContractBrief, words: Words, *, said: bool = False) -> list[Block]:
    """Signing is the other side's; taking back is the author's. `said` is whether it stands above what holds now."""
    offer = brief.contract.on_the_table
    value = value_of(brief.contract.id, offer.number)
    if offer.author is brief.side:
        back = button(words("change-take-back"), "changing.take_back", value)
        return [actions([back]), *([] if said else [small(words("change-waits"))])]
    sign = button(words("change-sign"), "changing.sign", value, style="primary")
    return [actions([sign, button(words("change-decline"), "changing.decline", value)]), small(words("change-next"))]


def change_decided(notice: ChangeDecided, brief: ContractBrief, reader: Reader) -> Message:
    w, entry = reader.words, brief.entry
    key = f"change-told-{entry.action}" if entry else "change-past"
    said = w.pieces(key, name=brief.by, classroom=brief.classroom)
    reason = str(entry.detail.get("text", "")) if entry else ""
    quoted = [quote(reason)] if reason else []
    return message(
        spoken(said), rich(said), *quoted, *next_line(brief, reader), small(w(f"change-told-next-{brief.side}"))
    )


def rhythm_reach(notice: RhythmReach, brief: RhythmBrief, reader: Reader) -> Message:
    w, room = reader.words, brief.classroom
    kept = [
        w.pieces("rhythm-kept", count=number, days=weekdays(w, those.days), time=clock(those.at, w))
        for those, number in brief.kept
    ]
    counts = [("follow", brief.follow), ("waiting", brief.waiting), ("other", brief.other)]
    told = [w.pieces(f"rhythm-{key}", count=number) for key, number in counts if number]
    how = {"classroom": room.name, "days": weekdays(w, room.check_in_days), "time": clock(room.check_in_time, w)}
    dates = days_of(w, brief.coming, room.timezone)
    offer = button(w("rhythm-suggest-button"), "changing.suggest_rhythm", str(room.id), style="primary")
    return message(
        w("rhythm-now", **how),
        say(w, "rhythm-now", **how),
        *([bullets(*kept, *told)] if kept or told else []),
        *([actions([offer]), small(w("rhythm-next"))] if brief.kept else []),
        *([small(w("rhythm-coming", dates=dates))] if dates else []),
    )


def look_in_messages(notice: LookInMessages, brief: None, reader: Reader) -> Message:
    return message(reader.words("look-in-messages"), say(reader.words, "look-in-messages"))


def _who_proposed(brief: ContractBrief, author: Side, words: Words) -> Block:
    if author is brief.side:
        return say(words, f"change-yours-{author}", student=brief.student)
    return say(words, f"change-from-{author}", student=brief.student, teacher=brief.teacher)


# What somebody can do who wants to stop, to change something, or to leave a check-in out.


STOP = "stop"


def ways_out(notice: WaysOut, brief: WaysOutBrief, reader: Reader) -> Message:
    w, contract = reader.words, brief.of.contract
    if contract.status not in RUNNING:
        key = f"ways-out-{_where(contract)}"
        return message(w(key), say(w, key), *what_now(brief.of, w))
    key = f"ways-out-{notice.wish}"
    return message(
        w(key),
        say(w, key),
        *_number(notice.number, w),
        actions(_ways(notice, brief, w)),
        small(w("ways-out-next")),
    )


def _where(contract: Contract) -> str:
    """What there is instead of a running contract."""
    if contract.status is Status.REASSESSING:
        return "at-the-end"
    if contract.status in (Status.COMPLETED, Status.CLOSED):
        return "over"
    return "draft" if contract.status is Status.DRAFTING else "proposal"


def _ways(notice: WaysOut, brief: WaysOutBrief, words: Words) -> list[dict[str, Any]]:
    contract, check_in = brief.of.contract, brief.check_in
    ways = []
    if check_in is not None:
        ways.append(button(words("ways-out-break-button"), "leaving_out.take", str(check_in)))
        ways.append(_pause(brief.of, words))
    if contract.status is Status.ACTIVE:
        label = words("ways-out-smaller-button" if notice.wish == STOP else "ways-out-change-button")
        change = button(label, "changing.open", value_of(contract.id, contract.on_the_table.number))
        ways.insert(len(ways) if notice.wish == STOP else 0, change)
    end = close_button(contract, brief.of.side, words)
    return [*ways, {**end, "text": {**end["text"], "text": words("ways-out-end-button")}}]


def _number(beside: bool, words: Words) -> list[Block]:
    """A number that stood in the same message is not noted, and not passed over in silence."""
    return [say(words, "hearing-number-not-noted")] if beside else []


def leave_out_offered(notice: LeaveOutOffered, brief: LeaveOutBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.settled is not None:
        key = _LEFT_OUT.get(brief.settled, "leave-out-yes")
        return message(w(key), say(w, key))
    value = str(brief.asked_back)
    suggested = []
    if brief.until is not None:
        label = w("away-until-button", until=on_day(w, brief.until, brief.today))
        suggested = [button(label, "absence.suggested", value, style="primary")]
    buttons = [
        *suggested,
        button(w("away-today-button"), "absence.today", value),
        *([] if suggested else [button(w("away-week-button"), "absence.week", value)]),
        button(w("away-pick-button"), "absence.pick", value),
        button(w("leave-out-no-button"), "hearing.no", value),
    ]
    return message(
        w("away-until-when"),
        *([say(w, f"away-why-{notice.why}")] if notice.why else []),
        say(w, "away-until-when"),
        *_number(notice.number, w),
        actions(buttons),
        small(*of_classes(w, brief.classes), w("away-until-next")),
    )


_LEFT_OUT = {"no": "leave-out-no", "until": "away-until-said"}
"""How the question was answered; a yes left the check-in out."""


def left_out(notice: LeftOut, brief: CheckInBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.check_in.state is CheckInState.ANSWERED:
        return message(w("check-in-answered"), say(w, "check-in-answered"))
    if not brief.open or brief.next_due is None:
        return message(w("left-out"), say(w, "left-out"))
    coming = when(w, brief.next_due, brief.timezone, reader.now)
    return message(w("left-out"), say(w, "left-out"), small(w("left-out-next", when=coming)))
