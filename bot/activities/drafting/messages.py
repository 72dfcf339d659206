"""Draft targets: for the teacher to look at, and for the student to start from."""

from dataclasses import dataclass
from typing import Any

from bot.domain.drafts import TEXT_MOST, Asked, Drafts, TargetDraft
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, divider, quote, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from prompts.words import Typed, Words

# Draft targets that a teacher offers to a student.


@dataclass(frozen=True, slots=True)
class DraftsOffered(Notice):
    """To the student: ways to start, each with a button."""

    feedback: int


@dataclass(frozen=True, slots=True)
class DraftsOfferedBrief:
    feedback: int
    teacher: str
    classroom: str
    drafts: tuple[TargetDraft, ...]


EDIT = "drafting.edit"


def drafts_blocks(drafts: Drafts, student: str, words: Words, *, may_offer: bool = True) -> list[Block]:
    """For the teacher who gave the feedback. There is nothing to press once they are offered, or while they can not
    be."""
    if drafts.offered_at is not None:
        return [divider(), say(words, "drafting-offered", student=student), _listed(drafts)]
    if not may_offer:
        return [divider(), say(words, "drafting-not-now", student=student), _listed(drafts)] if drafts.standing else []
    return [divider(), *_standing(drafts, student, words), *_news(drafts, words)]


def _listed(drafts: Drafts) -> Block:
    return bullets(*([Typed(draft.text)] for draft in drafts.standing))


def _standing(drafts: Drafts, student: str, words: Words) -> list[Block]:
    if not drafts.standing:
        return [small(words("drafting-all-dropped" if drafts.drafts else "drafting-none", student=student))]
    blocks = [say(words, "drafting-intro", student=student)]
    for draft in drafts.standing:
        blocks += [quote(draft.text), small(_origin(draft, words)), actions(_decisions(drafts, draft, words))]
    label = words("drafting-offer-button", student=cut(student, 20))
    blocks.append(actions([button(label, "drafting.offer", str(drafts.feedback), style="primary")]))
    return [*blocks, small(words("drafting-hint", student=student))]


def _origin(draft: TargetDraft, words: Words, *, shown_by: str = "") -> str:
    """Where an idea comes from: "your words" to the teacher, the teacher's name to the student."""
    edited = "-edited" if draft.edited else ""
    if shown_by:
        return words(f"drafting-shown-{draft.source.value}{edited}", teacher=shown_by)
    return words(f"drafting-from-{draft.source.value}{edited}")


def _decisions(drafts: Drafts, draft: TargetDraft, words: Words) -> list[dict[str, Any]]:
    value = f"{drafts.feedback}:{draft.number}"
    return [
        button(words("drafting-edit-button"), EDIT, value),
        button(words("drafting-drop-button"), "drafting.drop", value),
    ]


def _news(drafts: Drafts, words: Words) -> list[Block]:
    """The one quiet line about the language model."""
    if drafts.asked is Asked.WAITING:
        return [small(words("drafting-waiting"))]
    return [small(words("drafting-failed"))] if drafts.asked is Asked.FAILED else []


def edit_form(words: Words, feedback: int, draft: TargetDraft) -> dict[str, Any]:
    text = forms.text(draft.text, lines=True, most=TEXT_MOST)
    field = forms.field(words, "text", text, key="drafting-text", hint=True)
    return forms.modal(words, EDIT, [field], metadata=f"{feedback}:{draft.number}")


def drafts_offered(notice: DraftsOffered, brief: DraftsOfferedBrief, reader: Reader) -> Message:
    w = reader.words
    blocks = [say(w, "drafting-offer", teacher=brief.teacher, classroom=brief.classroom)]
    for draft in brief.drafts:
        take = button(w("drafting-take-button"), "drafting.take", f"{brief.feedback}:{draft.number}")
        blocks += [quote(draft.text), small(_origin(draft, w, shown_by=brief.teacher)), actions([take])]
    own = button(w("drafting-own-button"), "proposing.start", str(brief.feedback))
    title = spoken(w.pieces("drafting-offer", teacher=brief.teacher, classroom=brief.classroom))
    return message(title, *blocks, actions([own]), small(w("drafting-offer-hint")))
