"""The card of a contract that is signed on paper, the paper itself, and how somebody without an account is called."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from bot.activities.documents.contract_sheet import contract_sheet
from bot.activities.documents.messages import document_button
from bot.activities.documents.sheets import DocumentBrief
from bot.activities.paper.buttons import LEAVE, PICK, PRINT, SIGN, WRITE, look_back_button, type_button
from bot.activities.reviewing.messages import ContractNotice, value_of
from bot.documents.press import pdf
from bot.domain.contract import Contract, Status
from bot.domain.outbox import File, Message
from bot.domain.terms import Terms
from bot.messages.blocks import Block, actions, button, confirm, header, line, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import terms_blocks
from prompts.words import Words, words_for


def marked(name: str, locale: str) -> str:
    """The name of somebody without an account as it stands everywhere: it says so, in their teacher's language."""
    return words_for(locale)("paper-named", name=name)


def subject_of(user: str) -> str:
    return f"paper:{user}"


@dataclass(frozen=True, slots=True)
class PaperPerson(Notice):
    """To a teacher: somebody without an account, and what can be done for them. A card."""

    classroom: int
    student: str

    @property
    def subject(self) -> str:
        return subject_of(self.student)


@dataclass(frozen=True, slots=True)
class PaperPersonBrief:
    """`by` entered them on this day. `contract` is the one that is open there, None while there is none."""

    student: str
    classroom: str
    by: str
    on: date
    here: bool
    contract: int | None


@dataclass(frozen=True, slots=True)
class PaperContract(ContractNotice):
    """To a teacher: a contract with somebody without an account, and the next step that is typed or signed by hand."""


@dataclass(frozen=True, slots=True)
class PaperContractBrief:
    """`terms` are those on the table, or in force; `to_type` is the check-in that waits to be typed in. `signed_by`
    confirmed the student's signature, "" while it is missing. `looked_back`: what the student says stands there."""

    contract: Contract
    student: str
    classroom: str
    terms: Terms | None
    to_type: int | None
    signed_by: str = ""
    looked_back: bool = False


@dataclass(frozen=True, slots=True)
class PaperSheet(Notice):
    """To a teacher who asked: the contract to be signed by hand, as a file."""

    by: str
    contract: int


def person_card(notice: PaperPerson, brief: PaperPersonBrief, reader: Reader) -> Message:
    w = reader.words
    said = {"student": brief.student, "classroom": brief.classroom}
    if not brief.here:
        return message(w("paper-left", **said), say(w, "paper-left", **said))
    about = f"{notice.classroom}:{notice.student}"
    if brief.contract is None:
        first = button(w("paper-write-button"), WRITE, about, style="primary")
    else:
        first = button(w("paper-contract-button"), PICK, about)
    sure = confirm(w("paper-leave-question"), w("paper-leave-sure", **said), w("paper-leave-yes"), w("paper-leave-no"))
    return message(
        w("paper-person", **said),
        say(w, "paper-person", **said),
        actions([first, button(w("paper-leave-button"), LEAVE, about, confirm=sure)]),
        small(w("paper-entered", teacher=brief.by, date=brief.on), w("paper-id", id=notice.student)),
    )


def contract_card(notice: PaperContract, brief: PaperContractBrief, reader: Reader) -> Message:
    w, status = reader.words, brief.contract.status
    said = {"student": brief.student, "classroom": brief.classroom}
    title = spoken(w.pieces("paper-contract-heading", **said))
    key = f"paper-state-{_state(brief)}"
    blocks: list[Block] = [header(title), say(w, key, **said, teacher=brief.signed_by)]
    if brief.terms is not None and status not in (Status.COMPLETED, Status.CLOSED):
        blocks += terms_blocks(brief.terms, w, private=True)
    ways = _ways(brief, w)
    return message(f"{title}: {w(key, **said, teacher=brief.signed_by)}", *blocks, *([actions(ways)] if ways else []))


def _state(brief: PaperContractBrief) -> str:
    """What is to be done next, as a part of a key."""
    status = brief.contract.status
    if brief.to_type is not None:
        return "to-type"
    if status is Status.REASSESSING and brief.looked_back:
        return "looked-back"
    return {
        Status.AMENDED: "to-sign",
        Status.ACTIVE: "active",
        Status.RENEGOTIATING: "to-sign-change",
        Status.REASSESSING: "to-look-back",
        Status.COMPLETED: "completed",
    }.get(status, "closed")


def _ways(brief: PaperContractBrief, words: Words) -> list[dict[str, Any]]:
    contract, ways = brief.contract, []
    if contract.status in (Status.AMENDED, Status.RENEGOTIATING):
        number = contract.on_the_table.number
        sure = confirm(
            words("paper-sign-question"),
            words("paper-sign-sure", student=brief.student),
            words("paper-sign-yes"),
            words("paper-sign-no"),
        )
        ways.append(button(words("paper-print-button"), PRINT, str(contract.id)))
        ways.append(
            button(words("paper-sign-button"), SIGN, value_of(contract.id, number), style="primary", confirm=sure)
        )
    if contract.status is Status.AMENDED:
        about = f"{contract.classroom}:{contract.student}"
        ways.append(button(words("paper-rewrite-button"), WRITE, about))
    if brief.to_type is not None:
        ways.append(type_button(words, brief.to_type))
    if contract.status is Status.REASSESSING:
        ways.append(look_back_button(words, contract.id))
    if contract.agreed is not None:
        ways.append(document_button(words, contract.id))
    return ways


def paper_sheet(notice: PaperSheet, brief: DocumentBrief, reader: Reader) -> Message:
    w = reader.words
    args = {"student": brief.student}
    instead = message(w("document-not-given"), say(w, "document-not-given"))
    name, title = w("document-contract-file"), w("document-contract-heading", **args)
    file = File(name, title, partial(pdf, contract_sheet(brief, w)), instead)
    return replace(message(w("paper-sheet", **args), say(w, "paper-sheet", **args)), file=file)


def person_line(words: Words, name: str, about: str) -> Block:
    return line(name, button(words("paper-show-button"), PICK, about))
