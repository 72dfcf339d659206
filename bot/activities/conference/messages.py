"""A conference that a student leads: its form, its card for both sides, and what comes on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.activities.conference.sheets import PackBrief, pack_sheet, step_sheet
from bot.activities.documents.buttons import CONFERENCE
from bot.documents.press import pdf
from bot.domain.actor import Side
from bot.domain.conference import OPENINGS, QUESTION_MOST, SCRIPT_MOST, STEP_MOST, Conference
from bot.domain.evidence import Piece
from bot.domain.outbox import File, Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, quote, rich, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

OPEN, PACK, SIGN, PAGE = CONFERENCE, "conference.pack", "conference.sign", "conference.page"
OPEN_STEP = "conference.step"
SAVE, AGREE = "conference.save", "conference.agree"
OFFERED_MOST = 10
"""Pieces of a form: the boxes of one field."""


@dataclass(frozen=True, slots=True)
class ConferenceCard(Notice):
    """To the student, and to who teaches them: what is prepared, and the next step. A card."""

    conference: int

    @property
    def subject(self) -> str:
        return f"conference:{self.conference}"


@dataclass(frozen=True, slots=True)
class ConferencePack(Notice):
    """To whoever asked: what guests get on paper."""

    by: str
    conference: int


@dataclass(frozen=True, slots=True)
class ConferenceStep(Notice):
    """To whoever asked: the next step on a page, to be signed by hand."""

    by: str
    conference: int


@dataclass(frozen=True, slots=True)
class ConferenceBrief:
    """How a conference stands for one side; `writer` is the name of who wrote the next step."""

    conference: Conference
    side: Side
    student: str
    writer: str


@dataclass(frozen=True, slots=True)
class PackForm:
    """What the form starts with."""

    contract: int
    pieces: Sequence[Piece]
    before: Conference | None


def pack_form(words: Words, form: PackForm) -> dict[str, Any]:
    before = form.before
    openings = [forms.option(words(f"conference-opening-{name}"), name) for name in OPENINGS]
    opening = forms.choice("radio_buttons", openings, [before.opening] if before else [])
    script = forms.text(before.script if before else "", lines=True, most=SCRIPT_MOST)
    first = forms.text(before.first_question if before else "", most=QUESTION_MOST)
    second = forms.text(before.second_question if before else "", most=QUESTION_MOST)
    blocks: list[Block] = [
        say(words, "conference-what"),
        forms.field(words, "opening", opening, key="conference-opening"),
        forms.field(words, "script", script, key="conference-form-script", hint=True),
    ]
    if form.pieces:
        options = [forms.option(piece.name, str(piece.id)) for piece in form.pieces[:OFFERED_MOST]]
        chosen = forms.choice("checkboxes", options, [str(one) for one in before.pieces] if before else [])
        blocks.append(forms.field(words, "pieces", chosen, key="conference-form-pieces", optional=True))
    blocks += [
        forms.field(words, "first", first, key="conference-form-first"),
        forms.field(words, "second", second, key="conference-form-second", optional=True),
        small(words("conference-who-sees")),
    ]
    return forms.modal(words, SAVE, blocks, metadata=str(form.contract))


def step_form(words: Words, conference: Conference) -> dict[str, Any]:
    text = forms.text(conference.step, lines=True, most=STEP_MOST)
    blocks = [forms.field(words, "step", text, key="conference-form-step", hint=True)]
    return forms.modal(words, AGREE, blocks, metadata=str(conference.id))


def card(notice: ConferenceCard, brief: ConferenceBrief, reader: Reader) -> Message:
    w, said = reader.words, brief.conference
    pieces = w.pieces(f"conference-card-{brief.side}", student=brief.student)
    tasks = ("one", "two", "three")
    todo = bullets(*(w.pieces(f"conference-{brief.side}-{task}", student=brief.student) for task in tasks))
    value = str(said.id)
    ways = [button(w("conference-pack-button"), PACK, value)]
    if brief.side is Side.STUDENT:
        ways.append(button(w("conference-change-button"), OPEN, str(said.contract)))
    return message(spoken(pieces), rich(pieces), todo, actions(ways), *_step(brief, w))


def _step(brief: ConferenceBrief, words: Words) -> list[Block]:
    said, value = brief.conference, str(brief.conference.id)
    write = button(words("conference-step-change-button" if said.step else "conference-step-button"), OPEN_STEP, value)
    if not said.step:
        return [actions([write])]
    mine, other = said.signed_at(brief.side), said.signed_at(brief.side.other)
    key = "both" if mine and other else "mine" if mine else "theirs"
    sign = button(words("conference-sign-button"), SIGN, f"{value}:{said.step_number}", style="primary")
    ways = [*([] if mine else [sign]), button(words("conference-page-button"), PAGE, value), write]
    return [
        say(words, "conference-step-by", name=brief.writer),
        quote(said.step),
        small(words(f"conference-step-{key}-{brief.side}", student=brief.student)),
        actions(ways),
    ]


def pack(notice: ConferencePack, brief: PackBrief, reader: Reader) -> Message:
    """It is set when it leaves, off the event loop."""
    w = reader.words
    title = w("conference-heading", student=brief.student)
    file = File(w("conference-file"), title, lambda: pdf(pack_sheet(brief, reader)), _instead(w))
    key = f"conference-pack-given-{'student' if brief.own else 'teacher'}"
    return replace(message(w(key, student=brief.student), say(w, key, student=brief.student)), file=file)


def step(notice: ConferenceStep, brief: PackBrief, reader: Reader) -> Message:
    w = reader.words
    title = w("conference-step-heading", student=brief.student)
    file = File(w("conference-step-file"), title, lambda: pdf(step_sheet(brief, w)), _instead(w))
    return replace(message(w("conference-step-given"), say(w, "conference-step-given")), file=file)


def _instead(words: Words) -> Message:
    return message(words("print-not-given"), say(words, "print-not-given"))
