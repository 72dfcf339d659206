"""A round as its student sees it, and as those who teach the class do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.inventory import GOAL_MOST, QUESTIONS, ROUNDS, Inventory, InventoryAnswer, RoundKind, Share, Summary
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, joined, say, small
from bot.messages.days import when
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

ASK, END, OPEN, SHOWN = "inventory.ask", "inventory.end", "inventory.open", "inventory.shown"
KEEP = "inventory.keep"
SAY_INTERESTS, SAY_GOALS, SHOWN_FORM = "inventory.interests", "inventory.goals", "inventory.shown_form"
SHOWN_MOST = 90


@dataclass(frozen=True, slots=True)
class InventoryWays(Notice):
    """To a teacher who asked: which rounds there are."""

    classroom: int


@dataclass(frozen=True, slots=True)
class InventoryAsked(Notice):
    """To a student. A card."""

    classroom: int
    inventory_answer: int

    @property
    def subject(self) -> str:
        return subject_of_answer(self.inventory_answer)


@dataclass(frozen=True, slots=True)
class InventoryStands(Notice):
    """To a teacher who asked it: who has answered; once it is over, the numbers. A card."""

    classroom: int
    inventory: int

    @property
    def subject(self) -> str:
        return subject_of(self.inventory)


@dataclass(frozen=True, slots=True)
class InventoryOver(Notice):
    """To the teacher who asked it, when its week is over; not where one ended it before. A card: who is gone is counted
    no more."""

    classroom: int
    inventory: int

    @property
    def subject(self) -> str:
        return subject_of(self.inventory)


def subject_of(inventory: int) -> str:
    return f"inventory:{inventory}"


def subject_of_answer(answer: int) -> str:
    return f"inventory-answer:{answer}"


@dataclass(frozen=True, slots=True)
class AskedBrief:
    """`has_profile`: they have written about themselves."""

    answer: InventoryAnswer
    kind: RoundKind
    classroom: str
    open: bool
    has_profile: bool


@dataclass(frozen=True, slots=True)
class InventoryBrief:
    """Names of who has answered and who has not, of whom has no profile yet, and of how many show theirs."""

    inventory: Inventory
    classroom: str
    summary: Summary
    done: tuple[str, ...]
    open: tuple[str, ...]
    without_profile: tuple[str, ...]
    shown: int
    timezone: str


def ways(notice: InventoryWays, brief: str, reader: Reader) -> Message:
    """`brief` is the name of the class."""
    w = reader.words
    buttons = [
        button(w(f"inventory-ask-{kind.value}-button"), f"{ASK}.{place}", f"{notice.classroom}:{place}")
        for place, kind in enumerate(ROUNDS)
    ]
    return message(
        w("inventory-ways", classroom=brief),
        say(w, "inventory-ways", classroom=brief),
        bullets(*(w.pieces(f"inventory-way-{kind.value}") for kind in ROUNDS)),
        actions(buttons),
        small(w("inventory-ways-next")),
    )


def asked(notice: InventoryAsked, brief: AskedBrief, reader: Reader) -> Message:
    w, kind, answer = reader.words, brief.kind.value, brief.answer
    if not brief.open and not answer.is_said:
        return message(w("inventory-closed"), say(w, "inventory-closed"))
    key = f"inventory-said-{kind}" if answer.is_said else f"inventory-asked-{kind}"
    label = "inventory-again-button" if answer.is_said else f"inventory-open-{kind}-button"
    write = [button(w(label), OPEN, str(answer.id), style=None if answer.is_said else "primary")] if brief.open else []
    if answer.share == Share.TEACHERS:
        write.append(button(w("inventory-keep-button"), KEEP, str(answer.id)))
    profile = [button(w("home-about-me-button"), "profile.open")] if _wants_profile(brief) else []
    return message(
        w(key, classroom=brief.classroom),
        say(w, key, classroom=brief.classroom),
        *(_mine(w, answer) if answer.is_said else [bullets(*_who_sees(w))]),
        *([actions([*write, *profile])] if write or profile else []),
        small(w(f"inventory-share-said-{answer.share}" if answer.is_said else "inventory-asked-next")),
    )


def _wants_profile(brief: AskedBrief) -> bool:
    return brief.kind is RoundKind.YEAR and brief.open and not brief.has_profile


def _who_sees(words: Words) -> list[list[SentencePiece]]:
    return [words.pieces("inventory-sees-done"), words.pieces("inventory-sees-words")]


def _mine(words: Words, answer: InventoryAnswer) -> list[Block]:
    """What they answered stays theirs to read."""
    lines = [
        words.pieces("inventory-line", question=words(f"inventory-q-{q}"), choice=words(f"inventory-o-{q}-{c}"))
        for q, c in answer.choices
    ]
    if answer.school:
        lines.append(words.pieces("inventory-school-line", text=answer.school))
    if answer.own:
        lines.append(words.pieces("inventory-own-line", text=answer.own))
    return [bullets(*lines)]


def stands(notice: InventoryStands | InventoryOver, brief: InventoryBrief, reader: Reader) -> Message:
    w, kind, found = reader.words, brief.inventory.kind, brief.summary
    about = {"classroom": brief.classroom, "answered": found.answered, "asked": found.asked}
    open = brief.inventory.takes_answers(reader.now)
    buttons = [button(w("inventory-end-button"), END, str(brief.inventory.id))] if open else []
    if brief.shown:
        buttons.append(button(w("inventory-shown-button"), SHOWN, str(brief.inventory.id)))
    return message(
        w(f"inventory-stands-{kind.value}", **about),
        say(w, f"inventory-stands-{kind.value}", **about),
        *_names(w, brief),
        *(_numbers(w, found) if not open and kind is RoundKind.INTERESTS else []),
        *([actions(buttons)] if buttons else []),
        *([small(w(f"inventory-until-{kind.value}", when=_until(w, brief, reader)))] if open else []),
    )


def _until(words: Words, brief: InventoryBrief, reader: Reader) -> str:
    return when(words, brief.inventory.open_until, brief.timezone, reader.now)


def _names(words: Words, brief: InventoryBrief) -> list[Block]:
    found = [("inventory-done", brief.done), ("inventory-open", brief.open)]
    if brief.inventory.kind is RoundKind.YEAR:
        found.append(("inventory-no-profile", brief.without_profile))
    return [say(words, key, names=joined(words, names)) for key, names in found if names]


def _numbers(words: Words, summary: Summary) -> list[Block]:
    if summary.counts is None:
        return [small(words("inventory-few"))]
    return [say(words, "inventory-numbers"), bullets(*(_number(words, q, c) for q, c in summary.counts.items()))]


def _number(words: Words, question: str, counts: Mapping[str, int]) -> list[SentencePiece]:
    chosen = [(words(f"inventory-o-{question}-{choice}"), count) for choice, count in counts.items() if count]
    said = ", ".join(words("inventory-count", choice=choice, count=count) for choice, count in chosen)
    return words.pieces("inventory-line", question=words(f"inventory-q-{question}"), choice=said or "–")


def shown_form(words: Words, shown: Sequence[tuple[str, InventoryAnswer]]) -> dict[str, Any]:
    """(name, answer) of those who show theirs to their teachers."""
    blocks: list[Block] = [say(words, "inventory-shown-intro")]
    for name, answer in shown[: SHOWN_MOST // 2]:
        blocks += [say(words, "inventory-shown-name", student=name), *_mine(words, answer)]
    return forms.modal(words, SHOWN_FORM, blocks)


def interests_form(words: Words, answer: InventoryAnswer) -> dict[str, Any]:
    before = dict(answer.choices)
    fields = [
        forms.field(words, q, _choices(words, q, choices, before.get(q, "")), key=f"inventory-q-{q}", optional=True)
        for q, choices in QUESTIONS.items()
    ]
    return forms.modal(words, SAY_INTERESTS, [*fields, _share(words, answer)], metadata=str(answer.id))


def _choices(words: Words, question: str, choices: Sequence[str], chosen: str) -> dict[str, Any]:
    options = [forms.option(words(f"inventory-o-{question}-{choice}"), choice) for choice in choices]
    return forms.choice("radio_buttons", options, [chosen] if chosen else [])


def goals_form(words: Words, answer: InventoryAnswer) -> dict[str, Any]:
    fields = [
        forms.field(words, name, forms.text(said, lines=True, most=GOAL_MOST), key=f"inventory-{name}", hint=True)
        for name, said in (("school", answer.school), ("own", answer.own))
    ]
    return forms.modal(words, SAY_GOALS, [*fields, _share(words, answer, counted=False)], metadata=str(answer.id))


def _share(words: Words, answer: InventoryAnswer, *, counted: bool = True) -> Block:
    """Goals are counted nowhere."""
    ways = [share for share in Share if counted or share is not Share.COUNTED]
    options = [forms.option(words(f"inventory-share-{share.value}"), share.value) for share in ways]
    chosen = [answer.share] if answer.share else []
    return forms.field(words, "share", forms.choice("radio_buttons", options, chosen), key="inventory-share")
