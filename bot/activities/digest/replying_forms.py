"""The form in which a teacher replies to up to five check-ins: what each student said, shortened, and a box."""

from dataclasses import dataclass
from typing import Any

from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.checking_in.forms import RESPONSE_MOST
from bot.activities.checking_in.messages import said_now, said_words
from bot.activities.checking_in.suggestion_forms import suggestion_field
from bot.activities.phrases.forms import keeping_several
from bot.domain.suggestions import Suggestion
from bot.messages import forms
from bot.messages.blocks import Block, button, divider, rich, say, small
from prompts.words import Words

OPEN = "digest.open_replies"
FORM = "digest.reply"
FIVE = 5
TEXT = "reply-"
CHOSEN = "suggestion-"
"""Before the id of a check-in: its fields."""
WORDS_MOST = 160


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """`classroom` is named where there are several."""

    brief: CheckInBrief
    classroom: str
    suggested: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class RepliesForm:
    """`count` of them wait in all; `phrases` are the teacher's own."""

    lines: tuple[ReplyLine, ...]
    count: int
    phrases: tuple[str, ...] = ()


def reply_form(words: Words, form: RepliesForm) -> dict[str, Any]:
    blocks: list[Block] = [say(words, "digest-reply-intro", count=len(form.lines))]
    for one in form.lines:
        blocks += [divider(), *_line(words, one, form.phrases)]
    boxes = [(str(one.brief.check_in.id), one.brief.student) for one in form.lines]
    keeping = keeping_several(words, boxes, form.phrases)
    blocks += [divider(), *keeping] if keeping else []
    left = form.count - len(form.lines)
    if left:
        blocks.append(small(words("digest-reply-more", count=left)))
    about = ",".join(str(one.brief.check_in.id) for one in form.lines)
    return forms.modal(words, FORM, blocks, metadata=about)


def _line(words: Words, one: ReplyLine, phrases: tuple[str, ...]) -> list[Block]:
    brief, id = one.brief, one.brief.check_in.id
    key = "digest-reply-name-in-class" if one.classroom else "digest-reply-name"
    name = words.pieces(key, student=brief.student, classroom=one.classroom)
    said = rich(name, *said_now(words, brief), *said_words(words, brief, WORDS_MOST))
    text = forms.text(lines=True, most=RESPONSE_MOST)
    box = forms.field(words, f"{TEXT}{id}", text, key="check-in-response-text", optional=True, student=brief.student)
    return [said, box, *suggestion_field(words, f"{CHOSEN}{id}", one.suggested, phrases=phrases)]


def reply_button(words: Words) -> dict[str, Any]:
    return button(words("digest-reply-button"), OPEN)
