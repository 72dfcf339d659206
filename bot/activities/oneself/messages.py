"""A contract with oneself as its student sees it, and as teachers do while it is shared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.oneself import OPEN_MOST, STEPS_MOST, SelfContract, SelfKind
from bot.domain.outbox import Message
from bot.messages.blocks import Block, actions, button, confirm, cut, header, say, small
from bot.messages.days import day
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

OPEN, OPEN_LESSON, LIST, SHOW = "oneself.open", "oneself.open_lesson", "oneself.list", "oneself.show"
CHANGE, SIGN, DISCARD, STEP = "oneself.change", "oneself.sign", "oneself.discard", "oneself.step"
OPEN_HALFWAY, OPEN_END = "oneself.open_halfway", "oneself.open_end"
SHARE, KEEP = "oneself.share", "oneself.keep"
GOAL_CUT = 150
SHOWN = 5


@dataclass(frozen=True, slots=True)
class SelfContracts(Notice):
    """To a student who asked: theirs, and how to begin one."""

    student: str


@dataclass(frozen=True, slots=True)
class OfSelf(Notice):
    """What is about one of them. A card."""

    classroom: int
    self_contract: int

    @property
    def subject(self) -> str | None:
        return subject_of(self.self_contract)


@dataclass(frozen=True, slots=True)
class SelfCard(OfSelf):
    """To its student: its words, and what they can do now."""


@dataclass(frozen=True, slots=True)
class SelfShared(OfSelf):
    """To a teacher, while its student shares it."""


@dataclass(frozen=True, slots=True)
class SelfHalfway(Notice):
    """To its student, not later than its midpoint: how does it go? `version` is of the words that it is about."""

    classroom: int
    self_contract: int
    version: str


@dataclass(frozen=True, slots=True)
class SelfEnds(Notice):
    """To its student, on its last day: three questions at the end."""

    classroom: int
    self_contract: int
    version: str


def subject_of(contract: int) -> str:
    return f"self:{contract}"


@dataclass(frozen=True, slots=True)
class SelfBrief:
    """Names. `can_share`: somebody teaches its student there."""

    contract: SelfContract
    student: str
    classroom: str
    can_share: bool = True


def contracts(notice: SelfContracts, brief: Sequence[SelfContract], reader: Reader) -> Message:
    """The newest first."""
    w = reader.words
    lines = [block for place, one in enumerate(brief[:SHOWN]) for block in _line(w, one, place)]
    new = [button(w("self-open-button"), OPEN), button(w("self-open-lesson-button"), OPEN_LESSON)]
    may = sum(one.is_open for one in brief) < OPEN_MOST
    ways = [actions(new)] if may else [small(w("self-full"))]
    return message(w("self-what"), say(w, "self-what"), *lines, *ways, small(w("self-private")))


def _line(words: Words, one: SelfContract, place: int) -> list[Block]:
    shown = say(words, f"self-line-{state_of(one)}", goal=cut(one.goal, GOAL_CUT))
    return [shown, actions([button(words("self-show-button", number=place + 1), f"{SHOW}.{place}", str(one.id))])]


def state_of(one: SelfContract) -> str:
    if one.ended_at is not None:
        return "over"
    return "active" if one.is_signed else "draft"


def card(notice: SelfCard, brief: SelfBrief | None, reader: Reader) -> Message:
    """None for one that its student discarded."""
    w = reader.words
    if brief is None:
        return message(w("self-discarded"), say(w, "self-discarded"))
    one = brief.contract
    state = state_of(one)
    title = w(f"self-title-{one.kind.value}")
    return message(
        w(f"self-card-{state}"),
        header(title),
        say(w, f"self-card-{state}"),
        *_terms(w, one),
        *_said(w, one),
        *_ways(w, brief),
        small(*_who_sees(w, brief)),
    )


def shared(notice: SelfShared, brief: SelfBrief, reader: Reader) -> Message:
    w, one = reader.words, brief.contract
    key = "self-shared-over" if one.ended_at is not None else "self-shared-active"
    about = {"student": brief.student, "classroom": brief.classroom}
    return message(w(key, **about), say(w, key, **about), *_terms(w, one), *_said(w, one), small(w("self-shared-only")))


def _terms(words: Words, one: SelfContract) -> list[Block]:
    found = [say(words, "self-goal", text=one.goal), say(words, "self-sign", text=one.sign)]
    if one.kind is SelfKind.ONESELF:
        found += [
            say(words, "self-practice", text=one.practice),
            say(words, "self-until", date=day(one.ends_on, words)),
        ]
    for place, step in enumerate(one.steps):
        key = "self-step-done" if place in one.done else "self-step"
        found.append(say(words, key, number=place + 1, text=step))
    return found


def _said(words: Words, one: SelfContract) -> list[Block]:
    found = [say(words, "self-halfway-said", text=one.halfway)] if one.halfway else []
    if one.ended_at is not None:
        found.append(say(words, f"self-outcome-said-{one.outcome}"))
        found += [say(words, "self-found-said", text=one.found), say(words, "self-next-said", text=one.next)]
    return found


def _ways(words: Words, brief: SelfBrief) -> list[Block]:
    """What can be done with it now; the most pressing first."""
    one, id = brief.contract, str(brief.contract.id)
    share = _share(words, brief, id)
    if one.ended_at is not None:
        again = button(words("self-open-button"), OPEN)
        return [actions([again, *share])]
    if not one.is_signed:
        sign = button(words("self-sign-button"), SIGN, id, style="primary")
        change = button(words("self-change-button"), CHANGE, id)
        return [actions([sign, change, _discard(words, id)])]
    steps = [_step(words, one, place) for place in range(min(len(one.steps), STEPS_MOST))]
    halfway = [button(words("self-halfway-button"), OPEN_HALFWAY, id)] if one.kind is SelfKind.ONESELF else []
    end = button(words(f"self-end-{one.kind.value}-button"), OPEN_END, id)
    change = button(words("self-change-button"), CHANGE, id)
    return [actions([*steps, *halfway, end]), actions([change, *share, _discard(words, id)])]


def _step(words: Words, one: SelfContract, place: int) -> dict[str, Any]:
    key = "self-step-undo-button" if place in one.done else "self-step-button"
    return button(words(key, number=place + 1), f"{STEP}.{place}", str(one.id))


def _share(words: Words, brief: SelfBrief, id: str) -> list[dict[str, Any]]:
    if not brief.contract.is_signed:
        return []
    if brief.contract.shared_at is not None:
        return [button(words("self-keep-button"), KEEP, id)]
    share = button(words("self-share-button"), SHARE, id, confirm=_asks(words, "self-share"))
    return [share] if brief.can_share else []


def _discard(words: Words, id: str) -> dict[str, Any]:
    return button(words("self-discard-button"), DISCARD, id, confirm=_asks(words, "self-discard"))


def _asks(words: Words, key: str) -> dict[str, Any]:
    return confirm(words(f"{key}-confirm"), words(f"{key}-what"), words(f"{key}-yes"), words(f"{key}-no"))


def _who_sees(words: Words, brief: SelfBrief) -> list[str]:
    if brief.contract.shared_at is not None:
        return [words("self-seen-by-teachers", classroom=brief.classroom)]
    return [words("self-private")]


def halfway(notice: SelfHalfway, brief: SelfBrief, reader: Reader) -> Message:
    return _question(reader.words, brief, "self-asked-halfway", OPEN_HALFWAY, "self-halfway-button")


def ends(notice: SelfEnds, brief: SelfBrief, reader: Reader) -> Message:
    return _question(reader.words, brief, "self-asked-end", OPEN_END, "self-end-oneself-button")


def _question(words: Words, brief: SelfBrief, key: str, action: str, label: str) -> Message:
    one = brief.contract
    answer = button(words(label), action, str(one.id), style="primary")
    goal = say(words, "self-goal", text=cut(one.goal, GOAL_CUT))
    return message(words(key), say(words, key), goal, actions([answer]), small(words(f"{key}-next")))
