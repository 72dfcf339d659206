"""What is said when it changes who teaches a class, and whose a contract is."""

from typing import Any

from bot.activities.changing.messages import close_button
from bot.activities.teaching.roles_notices import (
    AdminTeaches,
    ContractsTakenOver,
    ContractTakenOver,
    OwnContract,
    OwnContractBrief,
    OwnContractKept,
    RolesBrief,
    TeacherRemoved,
)
from bot.domain.actor import Side
from bot.domain.contract import OPEN
from bot.domain.outbox import Message
from bot.messages.blocks import actions, button, cut, say, small, spoken
from bot.messages.renderers import Reader, message, renders
from prompts.words import Words

KEEP = "own_contract.keep"
OTHERS_MOST = 4
"""Teachers to choose from, a button each."""
NAME_MOST = 20


@renders(TeacherRemoved)
def teacher_removed(notice: TeacherRemoved, brief: RolesBrief, reader: Reader) -> Message:
    return _said(reader, "teacher-removed", brief)


@renders(ContractsTakenOver)
def contracts_taken_over(notice: ContractsTakenOver, brief: RolesBrief, reader: Reader) -> Message:
    return _said(reader, "contracts-taken-over", brief)


@renders(ContractTakenOver)
def contract_taken_over(notice: ContractTakenOver, brief: RolesBrief, reader: Reader) -> Message:
    return _said(reader, "contract-taken-over", brief)


@renders(AdminTeaches)
def admin_teaches(notice: AdminTeaches, brief: RolesBrief, reader: Reader) -> Message:
    return _said(reader, "admin-teaches", brief)


def _said(reader: Reader, key: str, brief: RolesBrief) -> Message:
    w = reader.words
    args: dict[str, Any] = {
        "classroom": brief.classroom,
        "by": brief.by,
        "former": brief.former,
        "heir": brief.heir,
        "count": brief.contracts,
    }
    return message(spoken(w.pieces(key, **args)), say(w, key, **args), small(w(f"{key}-next")))


@renders(OwnContract)
def own_contract(notice: OwnContract, brief: OwnContractBrief, reader: Reader) -> Message:
    w, args = reader.words, {"classroom": brief.classroom, "keeper": brief.keeper}
    if brief.contract.status not in OPEN:
        return message(spoken(w.pieces("own-contract-over", **args)), say(w, "own-contract-over", **args))
    if brief.keeper:
        return message(spoken(w.pieces("own-contract-stays", **args)), say(w, "own-contract-stays", **args))
    key = "own-contract" if brief.others else "own-contract-alone"
    end = close_button(brief.contract, Side.STUDENT, w)
    return message(
        spoken(w.pieces(key, **args)),
        say(w, key, **args),
        actions([*_keepers(brief, w), end]),
        small(w("own-contract-next")),
    )


def _keepers(brief: OwnContractBrief, words: Words) -> list[dict[str, Any]]:
    """One button for each teacher with whom it can stay."""
    return [
        button(words("own-contract-keep", name=cut(name, NAME_MOST)), f"{KEEP}.{n}", f"{brief.contract.id}:{user}")
        for n, (user, name) in enumerate(brief.others[:OTHERS_MOST])
    ]


@renders(OwnContractKept)
def own_contract_kept(notice: OwnContractKept, brief: OwnContractBrief, reader: Reader) -> Message:
    w, args = reader.words, {"classroom": brief.classroom, "student": brief.student}
    pieces = w.pieces("own-contract-kept", **args)
    return message(spoken(pieces), say(w, "own-contract-kept", **args), small(w("own-contract-kept-next")))
