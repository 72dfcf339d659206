"""What a teacher gets from the check-ins of a class: one message for each round, filled in as answers come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.checking_in.messages import (
    has_waiting,
    responses,
    said_now,
    said_words,
    unconfirmed,
    ways_to_respond,
)
from bot.activities.digest.forms import digest_button
from bot.activities.paper.buttons import type_button
from bot.activities.phrases.forms import phrases_button
from bot.domain.outbox import Message
from bot.domain.rounds import Round, RoundNews, Singly
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, divider, joined, line, rich, say, small
from bot.messages.days import named_day
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress_words
from prompts.words import SentencePiece, Words


@dataclass(frozen=True, slots=True)
class ClassCheckIns(Notice):
    """To a teacher: who of a class has answered the check-ins of a day ("2027-01-18"), and who has not."""

    classroom: int
    day: str

    @property
    def subject(self) -> str:
        return f"round:{self.round.key}"

    @property
    def round(self) -> Round:
        return Round(self.classroom, date.fromisoformat(self.day))


@dataclass(frozen=True, slots=True)
class RoundBrief:
    """A round as one teacher sees it: of the students whom they are told of. `answers` are those from place `first` on:
    first what nobody has replied to, in the order in which it came."""

    round: Round
    classroom: str
    answers: tuple[CheckInBrief, ...]
    first: int
    answered: int
    waiting: tuple[str, ...] = ()
    """Names of those who have not answered yet."""
    to_type: tuple[tuple[str, int], ...] = ()
    """Of those without an account who have not: the name, and the check-in that a teacher types in."""
    missed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def asked(self) -> int:
        return self.answered + len(self.waiting) + len(self.to_type) + len(self.missed)

    @property
    def more(self) -> int:
        """How many answers come after those."""
        return self.answered - self.first - len(self.answers)


WHOLE_MOST = 5
"""Answers that stand in the message with their buttons; the others have a line each."""
LINES_MOST = 30
ON_CARD = WHOLE_MOST + LINES_MOST
IN_LIST = 20
"""Answers in one page of the list behind [Show all]: of a view's 100 blocks each takes three."""
TO_TYPE_MOST = 10
NAMES_MOST = 40
WORDS_MOST = 500
LINE_MOST = 90


def class_check_ins(notice: ClassCheckIns, brief: RoundBrief, reader: Reader) -> Message:
    w = reader.words
    title = _title(brief, w)
    count = w("class-check-ins-count", answered=brief.answered, asked=brief.asked)
    whole, lines = brief.answers[:WHOLE_MOST], brief.answers[WHOLE_MOST:]
    blocks = [rich(title, [count])]
    for one in whole:
        blocks += _answer(one, w)
    if lines:
        blocks.append(bullets(*(_line(one, w) for one in lines)))
    blocks += [*_others(brief, w), *_to_type(brief, w)]
    if brief.answered:
        blocks.append(_show_all(brief, w))
    blocks.append(small(w("class-check-ins-next", count=brief.answered)))
    text = w("class-check-ins-text", classroom=brief.classroom, day=_day(brief, w), count=count)
    return message(text, *blocks)


def _title(brief: RoundBrief, words: Words) -> list[SentencePiece]:
    return words.pieces("class-check-ins", classroom=brief.classroom, day=_day(brief, words))


def _day(brief: RoundBrief, words: Words) -> str:
    return named_day(words, brief.round.day, brief.round.day)


def _show_all(brief: RoundBrief, words: Words) -> Block:
    where = f"{brief.round.classroom}:{brief.round.number}"
    waits = sum(not one.responses for one in brief.answers) > 1
    several = [button(words("digest-reply-button"), REPLY_TO_SEVERAL)] if waits else []
    return actions([button(words("class-check-ins-all-button"), SHOW_ALL, where), *several])


def _answer(brief: CheckInBrief, words: Words) -> list[Block]:
    """One answer with its buttons."""
    lines: list[Sequence[SentencePiece]] = [words.pieces("class-check-ins-name", student=brief.student)]
    lines += said_now(words, brief)
    if has_waiting(brief):
        lines += unconfirmed(words, brief)
    lines += said_words(words, brief, WORDS_MOST)
    lines += responses(words, brief)
    return [rich(*lines), actions(ways_to_respond(words, brief))]


def _line(brief: CheckInBrief, words: Words) -> list[SentencePiece]:
    """The same in a line: the numbers, and the beginning of the words."""
    pieces: list[SentencePiece] = [*words.pieces("class-check-ins-name", student=brief.student), " "]
    for index, target in enumerate(brief.targets):
        reply = brief.replies.get(index)
        if reply is not None and reply.value is not None:
            pieces += [*progress_words(words, target, reply.value), " "]
    if has_waiting(brief):
        pieces += [words("class-check-ins-unsure"), " "]
    first = brief.replies.get(0)
    text = " ".join(first.all_words.split()) if first is not None else ""
    if text:
        pieces += [*words.pieces("class-check-ins-words", text=cut(text, LINE_MOST)), " "]
    elif not any(reply.value is not None or reply.waiting is not None for reply in brief.replies.values()):
        pieces += [words("check-in-no-number"), " "]
    for teacher, response in brief.responses[-1:]:
        text = cut(" ".join(response.text.split()), LINE_MOST)
        key = "class-check-ins-replied" if text else "class-check-ins-seen"
        pieces += words.pieces(key, teacher=teacher, **({"text": text} if text else {}))
    return pieces


def _others(brief: RoundBrief, words: Words) -> list[Block]:
    """Who has said nothing, and of whom nothing is wanted."""
    groups = (("waiting", brief.waiting), ("missed", brief.missed), ("left-out", brief.left_out))
    lines = [
        words.pieces(f"class-check-ins-{name}", names=_names(found, words), count=len(found))
        for name, found in groups
        if found
    ]
    return [bullets(*lines)] if lines else []


def _to_type(brief: RoundBrief, words: Words) -> list[Block]:
    """Who has no account, and says it in person."""
    if not brief.to_type:
        return []
    shown = [line(name, type_button(words, check_in)) for name, check_in in brief.to_type[:TO_TYPE_MOST]]
    more = len(brief.to_type) - len(shown)
    rest = [small(words("class-check-ins-to-type-more", count=more))] if more else []
    return [say(words, "class-check-ins-to-type", count=len(brief.to_type)), *shown, *rest]


def _names(found: Sequence[str], words: Words) -> str:
    if len(found) <= NAMES_MOST:
        return joined(words, found)
    return words("home-names-more", names=", ".join(found[:NAMES_MOST]), count=len(found) - NAMES_MOST)


# The list behind [Show all]: each answer with its buttons, a page at a time.


SHOW_ALL = "checking_in.show_all"
REPLY_TO_SEVERAL = "digest.open_replies"
PAGE = "checking_in.page"
SEEN_IN_LIST = "checking_in.seen_in_list"
RESPOND_IN_LIST = "checking_in.respond_in_list"
LIST = "checking_in.list"


def class_list(words: Words, brief: RoundBrief) -> dict[str, Any]:
    """A view; what it shows travels as metadata, and is read again for each page."""
    title = _title(brief, words)
    count = words("class-check-ins-count", answered=brief.answered, asked=brief.asked)
    blocks = [rich(title, [count])]
    for one in brief.answers:
        blocks += [*_in_list(one, words, brief.first), divider()]
    blocks += _others(brief, words) if brief.more == 0 else []
    blocks += _turning(brief, words)
    return forms.modal(words, LIST, blocks, metadata=f"{brief.round.classroom}:{brief.round.number}")


def _in_list(brief: CheckInBrief, words: Words, first: int) -> list[Block]:
    whole, buttons = _answer(brief, words)
    ids = {"checking_in.seen": SEEN_IN_LIST, "checking_in.respond": RESPOND_IN_LIST}
    ways = [element for element in buttons["elements"] if element["action_id"] in ids]
    for element in ways:
        element["action_id"] = ids[element["action_id"]]
        element["value"] = f"{brief.check_in.id}:{first}"
    return [whole, actions(ways)] if ways else [whole]


def _turning(brief: RoundBrief, words: Words) -> list[Block]:
    where = f"{brief.round.classroom}:{brief.round.number}"
    back, on = max(brief.first - IN_LIST, 0), brief.first + IN_LIST
    ways = []
    if brief.first:
        ways.append(button(words("class-check-ins-earlier-button"), f"{PAGE}_back", f"{where}:{back}"))
    if brief.more:
        ways.append(button(words("class-check-ins-more-button"), f"{PAGE}_on", f"{where}:{on}"))
    return [actions(ways)] if ways else []


# What a teacher chooses to be told.


TELL = "checking_in.tell"
SINGLY = "singly"
TELL_OPEN = "checking_in.tell_open"


@dataclass(frozen=True, slots=True)
class TellForm:
    """`chosen` is what holds now. `singly` is None in a class so small that everything comes one by one."""

    classroom: int
    name: str
    chosen: RoundNews
    singly: tuple[str, ...] | None = None


def tell_form(words: Words, form: TellForm) -> dict[str, Any]:
    options = [forms.option(words(f"class-check-ins-tell-{told.value}"), told.value) for told in RoundNews]
    element = forms.choice("radio_buttons", options, [form.chosen.value])
    block = forms.field(words, "told", element, key="class-check-ins-tell", hint=True, classroom=form.name)
    digest = [say(words, "digest-where"), actions([digest_button(words), phrases_button(words)])]
    return forms.modal(words, TELL, [block, *_singly(words, form), *digest], metadata=str(form.classroom))


def _singly(words: Words, form: TellForm) -> list[Block]:
    if form.singly is None:
        return []
    options = [forms.option(words(f"class-check-ins-singly-{one.value}"), one.value) for one in Singly]
    element = forms.choice("checkboxes", options, form.singly)
    return [forms.field(words, SINGLY, element, key="class-check-ins-singly", optional=True, hint=True)]


def tell_button(words: Words, classroom: int) -> dict[str, Any]:
    return button(words("class-check-ins-tell-button"), TELL_OPEN, str(classroom))
