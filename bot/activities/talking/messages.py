"""A talk of five minutes: its cards for the student and for teachers, and the forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from bot.domain import recurrence
from bot.domain.outbox import Message
from bot.domain.talk import Talk, TalkState
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, joined, quote, say, small
from bot.messages.days import dated
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words


@dataclass(frozen=True, slots=True)
class OfTalk(Notice):
    """What is about one talk. A card: once the talk went on, it says where it stands, without buttons."""

    talk: int

    @property
    def subject(self) -> str | None:
        return f"talk:{self.talk}"


@dataclass(frozen=True, slots=True)
class TalkAsked(OfTalk):
    """To the student who asked, and to the teachers of the class: who offers first takes it."""


@dataclass(frozen=True, slots=True)
class TalkNeither(OfTalk):
    """To both: neither time suits the student, and two others are asked for."""


@dataclass(frozen=True, slots=True)
class TalkOffered(OfTalk):
    """To both: two times, of which the student chooses one."""


@dataclass(frozen=True, slots=True)
class TalkAgreed(OfTalk):
    """To both: when it is."""


@dataclass(frozen=True, slots=True)
class TalkCalledOff(OfTalk):
    """To both: who called it off."""


@dataclass(frozen=True, slots=True)
class TalkLapsed(OfTalk):
    """To both: nobody offered times, or none was chosen before both were past."""


@dataclass(frozen=True, slots=True)
class TalkOver(OfTalk):
    """To the teacher: what came of it?"""


@dataclass(frozen=True, slots=True)
class TalkOutcome(OfTalk):
    """To the other one of the two: a line of what came of it."""

    by: str


@dataclass(frozen=True, slots=True)
class TalkBrief:
    """How it stands for one reader. `mine`: the reader is its student. `takes_part`: the student or its teacher; to
    others, who teach the class, nothing is shown but that it is taken. `others` names the other one of the two, or all
    who may offer times. `by` is the name of who called it off, "" where that was the reader or nobody."""

    talk: Talk
    mine: bool
    takes_part: bool
    student: str
    others: tuple[str, ...]
    timezone: str
    by: str = ""
    by_me: bool = False
    line: str = ""
    """What the other one wrote."""
    own_line: str = ""


ASK, OFFER, OFFER_TO, CHOOSE_FIRST, CHOOSE_SECOND = (
    "talking.ask",
    "talking.offer",
    "talking.offer_to",
    "talking.choose_0",
    "talking.choose_1",
)
NEITHER, CALL_OFF, OUTCOME, OPEN_OFFER, SAVE = (
    "talking.neither",
    "talking.call_off",
    "talking.outcome",
    "talking.open_offer",
    "talking.save",
)
ASK_IN = "talking.ask_in"
OUTCOME_MOST = 300


def ask_button(words: Words, classroom: int) -> dict[str, Any]:
    return button(words("talking-ask-button"), ASK, str(classroom))


def offer_button(words: Words, classroom: int, student: str = "") -> dict[str, Any]:
    return button(words("talking-offer-button"), OPEN_OFFER, f"{classroom}:{student}")


# Cards: each stands for one state of the talk.


def asked(notice: TalkAsked, brief: TalkBrief, reader: Reader) -> Message:
    if brief.talk.state is not TalkState.ASKED or brief.talk.teacher:
        return _earlier(brief, reader)
    if brief.mine:
        return _card(brief, reader, "talking-asked-student", [_call_off(brief, reader.words)], "talking-asked-next")
    offer = button(reader.words("talking-offer-times-button"), OFFER, str(brief.talk.id), style="primary")
    return _card(brief, reader, "talking-asked-teacher", [offer], "talking-asked-teacher-next")


def neither(notice: TalkNeither, brief: TalkBrief, reader: Reader) -> Message:
    if brief.talk.state is not TalkState.ASKED or not brief.takes_part:
        return _earlier(brief, reader)
    off = _call_off(brief, reader.words)
    if brief.mine:
        return _card(brief, reader, "talking-neither-student", [off])
    offer = button(reader.words("talking-offer-times-button"), OFFER, str(brief.talk.id), style="primary")
    return _card(brief, reader, "talking-neither-teacher", [offer, off])


def offered(notice: TalkOffered, brief: TalkBrief, reader: Reader) -> Message:
    talk, w = brief.talk, reader.words
    if talk.state is not TalkState.OFFERED or not brief.takes_part:
        return _earlier(brief, reader)
    off = _call_off(brief, w)
    if not brief.mine:
        other = button(w("talking-other-times-button"), OFFER, str(talk.id))
        return _card(brief, reader, "talking-offered-teacher", [other, off], "talking-offered-teacher-next")
    ids = (CHOOSE_FIRST, CHOOSE_SECOND)
    times = [
        button(moment_of(brief, reader, at), ids[i], f"{talk.id}:{minutes(at)}")
        for i, at in enumerate(talk.times)
        if at > reader.now
    ]
    buttons = [*times, button(w("talking-neither-button"), NEITHER, str(talk.id)), off]
    return _card(brief, reader, "talking-offered-student", buttons, "talking-offered-next")


def agreed(notice: TalkAgreed, brief: TalkBrief, reader: Reader) -> Message:
    if brief.mine and brief.talk.state is TalkState.OVER:
        return _card(brief, reader, "talking-is-over", [_line(brief, reader.words)])
    if brief.talk.state is not TalkState.AGREED or not brief.takes_part:
        return gone_on(brief, reader)
    return _card(brief, reader, "talking-agreed", [_call_off(brief, reader.words)], "talking-agreed-next")


def called_off(notice: TalkCalledOff, brief: TalkBrief, reader: Reader) -> Message:
    if not brief.takes_part and brief.talk.teacher:
        return gone_on(brief, reader)
    return _card(brief, reader, _key_of_call_off(brief), [])


def _key_of_call_off(brief: TalkBrief) -> str:
    if brief.by_me:
        return "talking-called-off-by-you"
    return "talking-called-off-by" if brief.by else "talking-called-off"


def lapsed(notice: TalkLapsed, brief: TalkBrief, reader: Reader) -> Message:
    unanswered = not brief.talk.times
    if not brief.mine:
        again = offer_button(reader.words, brief.talk.classroom, brief.talk.student)
        return _card(brief, reader, "talking-lapsed-teacher", [again])
    key = "talking-lapsed-nobody" if unanswered else "talking-lapsed-student"
    return _card(brief, reader, key, [ask_button(reader.words, brief.talk.classroom)])


def over(notice: TalkOver, brief: TalkBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.own_line:
        return message(w("talking-noted"), say(w, "talking-noted"), quote(brief.own_line), actions([_line(brief, w)]))
    return _card(brief, reader, "talking-over", [_line(brief, w, style="primary")], "talking-over-next")


def outcome(notice: TalkOutcome, brief: TalkBrief, reader: Reader) -> Message:
    w, said = (
        reader.words,
        {"name": joined(reader.words, brief.others), "when": moment_of(brief, reader, brief.talk.at)},
    )
    return message(
        w("talking-outcome", **said),
        say(w, "talking-outcome", **said),
        quote(brief.line),
        actions([_line(brief, w)]),
        small(w("talking-outcome-next")),
    )


def _earlier(brief: TalkBrief, reader: Reader) -> Message:
    """A card of before a time was agreed on: when that is stands in one message alone."""
    if brief.takes_part and brief.talk.state in (TalkState.AGREED, TalkState.OVER):
        return _card(brief, reader, "talking-time-found", [])
    return gone_on(brief, reader)


def gone_on(brief: TalkBrief, reader: Reader) -> Message:
    """Where it stands, in one line; of what is between two others only that somebody has taken it."""
    return _card(brief, reader, _status_key(brief), [])


def _status_key(brief: TalkBrief) -> str:
    if not brief.takes_part and brief.talk.teacher:
        return "talking-taken"
    return f"talking-is-{brief.talk.state}"


def moment_of(brief: TalkBrief, reader: Reader, at: datetime | None) -> str:
    """In the zone of the class, whose name stands beside it where the reader's clock shows another time."""
    if at is None:
        return ""
    shown = dated(reader.words, at, brief.timezone, reader.now)
    there, here = (at.astimezone(recurrence.zone(z)).utcoffset() for z in (brief.timezone, _known(reader.timezone)))
    return shown if there == here else reader.words("talking-in-zone", when=shown, zone=brief.timezone)


def _known(timezone: str) -> str:
    return timezone if recurrence.is_zone(timezone) else "UTC"


def minutes(at: datetime) -> int:
    """What a button carries of a time: it is not taken for another one that stands in its place later."""
    return int(at.timestamp()) // 60


def of_minutes(count: int) -> datetime:
    return datetime.fromtimestamp(count * 60, UTC)


def _card(brief: TalkBrief, reader: Reader, key: str, buttons: Sequence[dict[str, Any]], below: str = "") -> Message:
    w, args = reader.words, _args(brief, reader)
    blocks = [say(w, key, **args)]
    if buttons:
        blocks.append(actions(buttons))
    if below:
        blocks.append(small(w(below, **args)))
    return message(w(key, **args), *blocks)


def _args(brief: TalkBrief, reader: Reader) -> dict[str, Any]:
    first, second = (*brief.talk.times, None, None)[:2]
    return {
        "student": brief.student,
        "name": joined(reader.words, brief.others),
        "by": brief.by,
        "when": moment_of(brief, reader, brief.talk.at),
        "first": moment_of(brief, reader, first),
        "second": moment_of(brief, reader, second),
    }


def _call_off(brief: TalkBrief, words: Words) -> dict[str, Any]:
    return button(words("talking-call-off-button"), CALL_OFF, str(brief.talk.id))


def _line(brief: TalkBrief, words: Words, style: str | None = None) -> dict[str, Any]:
    key = "talking-change-line-button" if brief.own_line else "talking-line-button"
    return button(words(key), OUTCOME, str(brief.talk.id), style=style)


# On Home and on a contract's card.


def lines(talks: Sequence[TalkBrief], reader: Reader) -> list[Block]:
    """How each open one stands, and what came of those that are over."""
    blocks: list[Block] = []
    for brief in talks:
        blocks.append(say(reader.words, _status_key(brief), **_args(brief, reader)))
        if brief.talk.is_open and (brief.mine or brief.talk.teacher):
            blocks.append(actions([_call_off(brief, reader.words)]))
    return blocks


def said(talk: TalkBrief, reader: Reader) -> list[Block]:
    """What each wrote about it."""
    w, talk_at = reader.words, moment_of(talk, reader, talk.talk.at)
    blocks = [say(w, "talking-record", name=joined(w, talk.others), when=talk_at)]
    return [*blocks, *(quote(line) for line in (talk.talk.outcome, talk.talk.student_outcome) if line)]


# The forms.


@dataclass(frozen=True, slots=True)
class OfferForm:
    """`student` is a name, "" where the teacher is to choose; `today` is that of the class."""

    classroom: int
    student: str
    user: str
    timezone: str
    today: date
    times: tuple[tuple[date, time], ...] = ()


def offer_form(words: Words, form: OfferForm, callback: str, metadata: str) -> dict[str, Any]:
    blocks: list[Block] = []
    if form.student:
        blocks.append(say(words, "talking-offer-intro", student=form.student, zone=form.timezone))
    else:
        blocks.append(say(words, "talking-offer-intro-anyone", zone=form.timezone))
        blocks.append(forms.field(words, "student", forms.person(), key="talking-student"))
    for i, name in enumerate(("first", "second")):
        day, at = form.times[i] if i < len(form.times) else (None, None)
        blocks.append(forms.field(words, f"{name}-day", forms.day(day), key=f"talking-{name}-day"))
        blocks.append(forms.field(words, f"{name}-time", forms.clock_time(at), key=f"talking-{name}-time"))
    return forms.modal(words, callback, blocks, metadata=metadata)


def outcome_form(words: Words, talk: int, name: str, said_before: str) -> dict[str, Any]:
    text = forms.text(said_before, most=OUTCOME_MOST)
    field = forms.field(words, "text", text, key="talking-line", hint=True, other=name)
    return forms.modal(words, SAVE, [field], metadata=str(talk))


def class_form(words: Words, classes: Sequence[tuple[int, str]]) -> dict[str, Any]:
    """In which class, where a student learns in several."""
    options = [forms.option(name, str(id)) for id, name in classes][: forms.OPTIONS_MOST]
    select = forms.choice("static_select", options, [])
    return forms.modal(words, ASK_IN, [forms.field(words, "classroom", select, key="talking-class")])
