"""Who teaches a class changes: what is said of it, to whom."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.activities.changing.messages import close_button
from bot.activities.home.desk_messages import CLASS, Where
from bot.domain.actor import Side
from bot.domain.contract import OPEN, Contract
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, cut, joined, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

# Who teaches a class changes, and with it whose the contracts are.


@dataclass(frozen=True, slots=True)
class TeacherRemoved(Notice):
    """To a teacher whom somebody took out of a class. `heir` has the contracts now that were theirs; "" where none
    were."""

    classroom: int
    by: str
    heir: str
    contracts: int


@dataclass(frozen=True, slots=True)
class ContractsTakenOver(Notice):
    """To the teacher who has somebody else's contracts from now on."""

    classroom: int
    by: str
    former: str
    contracts: int


@dataclass(frozen=True, slots=True)
class ContractTakenOver(Notice):
    """To a student: who is there for their contract from now on."""

    contract: int
    former: str


@dataclass(frozen=True, slots=True)
class AdminTeaches(Notice):
    """To the teachers of a class: an admin made themselves a teacher of it, and reads what they read."""

    classroom: int
    by: str


@dataclass(frozen=True, slots=True)
class TeachersChanged(Notice):
    """To the teachers of a class: an admin who does not teach it said who does."""

    classroom: int
    by: str


@dataclass(frozen=True, slots=True)
class ChangedBrief:
    """Names of the class, of the admin, and of all who teach it now."""

    classroom: str
    by: str
    teachers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RolesBrief:
    """Names of the class and of people; "" where there is nobody."""

    classroom: str
    by: str = ""
    former: str = ""
    heir: str = ""
    contracts: int = 0


@dataclass(frozen=True, slots=True)
class OwnContract(Notice):
    """To somebody who came to teach a class in which they have a contract as a student: what happens to it? A card."""

    contract: int

    @property
    def subject(self) -> str:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class OwnContractKept(Notice):
    """To the teacher with whom somebody who teaches beside them keeps a contract of their own."""

    contract: int


@dataclass(frozen=True, slots=True)
class OwnContractBrief:
    contract: Contract
    classroom: str
    student: str
    """Their name."""
    others: tuple[tuple[str, str], ...]
    """(user id, name) of those who teach beside them."""
    keeper: str = ""
    """The name of the teacher with whom it stays; "" while that is not decided."""


# What is said when it changes who teaches a class, and whose a contract is.


KEEP = "own_contract.keep"
OTHERS_MOST = 4
"""Teachers to choose from, a button each."""
NAME_MOST = 20


def teacher_removed(notice: TeacherRemoved, brief: RolesBrief, reader: Reader) -> Message:
    return _said(reader, "teacher-removed", brief)


def contracts_taken_over(notice: ContractsTakenOver, brief: RolesBrief, reader: Reader) -> Message:
    said = _said(reader, "contracts-taken-over", brief)
    whole = button(reader.words("home-class-button"), CLASS, Where(notice.classroom).text)
    return replace(said, blocks=(*said.blocks, actions([whole])))


def contract_taken_over(notice: ContractTakenOver, brief: RolesBrief, reader: Reader) -> Message:
    return _said(reader, "contract-taken-over", brief)


def admin_teaches(notice: AdminTeaches, brief: RolesBrief, reader: Reader) -> Message:
    return _said(reader, "admin-teaches", brief)


def teachers_changed(notice: TeachersChanged, brief: ChangedBrief, reader: Reader) -> Message:
    w = reader.words
    args = {"classroom": brief.classroom, "by": brief.by, "teachers": joined(w, brief.teachers)}
    key = "teachers-changed"
    return message(spoken(w.pieces(key, **args)), say(w, key, **args), small(w(f"{key}-next")))


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


def own_contract_kept(notice: OwnContractKept, brief: OwnContractBrief, reader: Reader) -> Message:
    w, args = reader.words, {"classroom": brief.classroom, "student": brief.student}
    pieces = w.pieces("own-contract-kept", **args)
    return message(spoken(pieces), say(w, "own-contract-kept", **args), small(w("own-contract-kept-next")))


# A class that nobody teaches any more, until somebody does again.


class Waits(StrEnum):
    """What a student waits for from a teacher."""

    PROPOSAL = "proposal"
    QUESTION = "question"
    CHANGE = "change"
    LOOK_BACK = "look-back"


@dataclass(frozen=True, slots=True)
class TeacherGone(Notice):
    """To a student who waits for an answer: there is nobody at the moment who could give it."""

    contract: int


@dataclass(frozen=True, slots=True)
class TeacherFound(Notice):
    """To the same student: somebody teaches the class now."""

    contract: int


@dataclass(frozen=True, slots=True)
class WaitingBrief:
    what: Waits
    classroom: str
    teachers: tuple[str, ...]
    """Names; none where nobody teaches the class."""
    admins_know: bool
    """Whether there are admins whom Accord could tell."""


@dataclass(frozen=True, slots=True)
class ClassUntaught(Notice):
    """To each admin: a class has no teacher any more. A card: it says when it has one again."""

    classroom: int

    @property
    def subject(self) -> str:
        return teachers_of(self.classroom)


def teachers_of(classroom: int) -> str:
    """The subject of what follows who teaches a class."""
    return f"teachers:{classroom}"


@dataclass(frozen=True, slots=True)
class ClassGiven(Notice):
    """To somebody whom an admin made the teacher of a class that had none."""

    classroom: int
    by: str


@dataclass(frozen=True, slots=True)
class UntaughtBrief:
    classroom: str
    teachers: tuple[str, ...]
    """Names; none where nobody teaches the class."""
    waiting: int
    """How many students wait for an answer."""
    by: str = ""
    """The admin's name."""


# A class that nobody teaches: what the student, the admin and the new teacher read; and the form to choose one.


FORM = "untaught.give"
CHOOSE = "untaught.open"


def teacher_gone(notice: TeacherGone, brief: WaitingBrief, reader: Reader) -> Message:
    w = reader.words
    pieces = w.pieces("teacher-gone", classroom=brief.classroom, what=brief.what.value)
    next_step = "teacher-gone-told" if brief.admins_know else "teacher-gone-next"
    return message(
        spoken(pieces),
        say(w, "teacher-gone", classroom=brief.classroom, what=brief.what.value),
        small(w(next_step)),
    )


def teacher_found(notice: TeacherFound, brief: WaitingBrief, reader: Reader) -> Message:
    w = reader.words
    args = {"classroom": brief.classroom, "teachers": ", ".join(brief.teachers), "what": brief.what.value}
    return message(spoken(w.pieces("teacher-found", **args)), say(w, "teacher-found", **args))


def class_untaught(notice: ClassUntaught, brief: UntaughtBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.teachers:
        args = {"classroom": brief.classroom, "teachers": ", ".join(brief.teachers)}
        return message(spoken(w.pieces("class-taught-again", **args)), say(w, "class-taught-again", **args))
    pieces = w.pieces("class-untaught", classroom=brief.classroom, count=brief.waiting)
    return message(spoken(pieces), *untaught_blocks(notice.classroom, brief.classroom, brief.waiting, w))


def untaught_blocks(classroom: int, name: str, waiting: int, words: Words) -> list[Block]:
    choose = button(words("class-untaught-button"), CHOOSE, str(classroom), style="primary")
    return [say(words, "class-untaught", classroom=name, count=waiting), actions([choose])]


def class_given(notice: ClassGiven, brief: UntaughtBrief, reader: Reader) -> Message:
    w = reader.words
    args = {"classroom": brief.classroom, "name": brief.by, "count": brief.waiting}
    return message(spoken(w.pieces("class-given", **args)), say(w, "class-given", **args), small(w("class-given-next")))


def give_form(words: Words, classroom: int, name: str) -> dict[str, Any]:
    """The class travels as metadata and is checked again."""
    field = forms.field(words, "teacher", forms.person(), key="untaught-teacher", hint=True, classroom=name)
    return forms.modal(words, FORM, [field], metadata=str(classroom))
