"""An active contract: its card, and a change to it."""

from typing import Any

from bot.activities.changing.notices import ChangeCard, ChangeDecided, LookInMessages
from bot.activities.reviewing.messages import (
    amendment_buttons,
    decision,
    ever_was,
    next_line,
    standing,
    talk_lines,
    value_of,
)
from bot.activities.reviewing.notices import ContractBrief, ContractCard
from bot.domain.actor import Side
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.outbox import Message
from bot.messages.blocks import Block, actions, button, confirm, divider, header, quote, rich, say, small, spoken
from bot.messages.renderers import Reader, message, renders
from bot.messages.terms import change_blocks, terms_blocks
from prompts.words import Words

CLOSABLE = frozenset(Status) - {Status.COMPLETED, Status.CLOSED}


@renders(ContractCard)
def contract_card(notice: ContractCard, brief: ContractBrief, reader: Reader) -> Message:
    w = reader.words
    title = spoken(w.pieces(f"contract-title-{brief.side}", student=brief.student, classroom=brief.classroom))
    blocks = [header(title), _standing(brief, w), *next_line(brief, reader)]
    whole = [] if brief.terms is None else terms_blocks(brief.terms, w, private=True, reader=brief.side)
    if brief.contract.status is Status.AMENDED and brief.side is Side.STUDENT:  # first what is to be decided
        return message(title, *blocks, *what_now(brief, w), say(w, "home-proposal"), *whole)
    return message(title, *blocks, *([divider(), *whole] if whole else []), *what_now(brief, w))


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
        return [divider(), intro, *offer, *change_buttons(brief, words, said=True), actions([close])]
    change = button(words("change-propose"), "changing.open", value_of(contract.id, contract.on_the_table.number))
    return [actions([change, close]), small(words("change-propose-next"))]


def close_button(contract: Contract, side: Side, words: Words) -> dict[str, Any]:
    what = ever_was(contract)
    sure = confirm(
        words(f"close-confirm-title-{side}", what=what),
        words(f"close-confirm-{side}", what=what),
        words("close-confirm-yes"),
        words("close-confirm-no"),
    )
    return button(
        words(f"close-button-{side}"), "changing.close", value_of(contract.id, contract.versions), confirm=sure
    )


@renders(ChangeCard)
def change_card(notice: ChangeCard, brief: ContractBrief, reader: Reader) -> Message:
    w, contract = reader.words, brief.contract
    title = w("change-title", classroom=brief.classroom)
    if brief.terms is None or brief.before is None:
        return message(title, header(title), standing(brief, w))
    offer = change_blocks(brief.before, brief.terms, w, brief.side)
    if contract.status is Status.RENEGOTIATING and contract.on_the_table.number == notice.version:
        intro = _who_proposed(brief, contract.on_the_table.author, w)
        return message(title, header(title), intro, *offer, *change_buttons(brief, w))
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


@renders(ChangeDecided)
def change_decided(notice: ChangeDecided, brief: ContractBrief, reader: Reader) -> Message:
    w, entry = reader.words, brief.entry
    key = f"change-told-{entry.action}" if entry else "change-past"
    said = w.pieces(key, name=brief.by, classroom=brief.classroom)
    reason = str(entry.detail.get("text", "")) if entry else ""
    quoted = [quote(reason)] if reason else []
    return message(
        spoken(said), rich(said), *quoted, *next_line(brief, reader), small(w(f"change-told-next-{brief.side}"))
    )


@renders(LookInMessages)
def look_in_messages(notice: LookInMessages, brief: None, reader: Reader) -> Message:
    return message(reader.words("look-in-messages"), say(reader.words, "look-in-messages"))


def _who_proposed(brief: ContractBrief, author: Side, words: Words) -> Block:
    if author is brief.side:
        return say(words, "change-yours")
    return say(words, f"change-from-{author}", student=brief.student, teacher=brief.teacher)
