"""The life of a contract: who may move it from which state to which, and what stands signed.

Every function takes a contract and returns the next one, with what happened appended to `happened`.
Nothing here looks at a clock or a database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.actor import Refusal, Side
from bot.domain.paper import has_no_account
from bot.domain.terms import Terms, as_seen


class Status(StrEnum):
    """Where a contract stands. See docs/architecture.md for the picture."""

    DRAFTING = "drafting"
    PROPOSED = "proposed"
    """The student signed and sent it: the teachers decide."""
    QUESTIONED = "questioned"
    """A teacher asked: the student answers."""
    AMENDED = "amended"
    """A teacher signed a changed version: the student decides."""
    ACTIVE = "active"
    RENEGOTIATING = "renegotiating"
    """One side signed a change to an active contract. The agreed version holds until both have."""
    REASSESSING = "reassessing"
    COMPLETED = "completed"
    CLOSED = "closed"


OPEN = frozenset(Status) - {Status.COMPLETED, Status.CLOSED}
"""A student has at most one open contract in a class."""

RUNNING = frozenset({Status.ACTIVE, Status.RENEGOTIATING})
"""Check-ins come in these states, by the agreed version."""

TIMED = RUNNING | {Status.REASSESSING}
"""Time alone moves a contract on in these states: at `ends_at`."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A side's word on one version: `content_hash` says on exactly which terms."""

    side: Side
    user: str
    content_hash: str
    signed_at: datetime
    on_paper: str = ""
    """The teacher who confirmed that it stands on the paper; "" where it was given in Slack."""


@dataclass(frozen=True, slots=True)
class Version:
    """One numbered version: never changed once written. Numbers count from 1."""

    number: int
    author: Side
    author_user: str
    terms: Terms
    written_at: datetime
    signatures: tuple[Signature, ...] = ()

    def signed_by(self, side: Side) -> bool:
        wanted = self.terms.content_hash()
        return any(s.side is side and s.content_hash == wanted for s in self.signatures)

    @property
    def agreed(self) -> bool:
        return self.signed_by(Side.STUDENT) and self.signed_by(Side.TEACHER)


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a contract's history: who did what, when, from where to where."""

    at: datetime
    user: str
    action: str
    before: Status
    after: Status
    version: int
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contract:
    """The agreement. `current` is the newest version on the table, `agreed` the one in force.

    `decided_by` is the teacher who last decided on what the student proposed. `versions` is how many were
    ever written: a declined one keeps its number. `revision` counts saves (for optimistic locking);
    `happened` holds only what is not yet stored.
    """

    workspace: str
    classroom: int
    student: str
    status: Status
    started_at: datetime
    current: Version | None = None
    agreed: Version | None = None
    versions: int = 0
    decided_by: str | None = None
    feedback: int | None = None
    ends_at: datetime | None = None
    """When the look back is due: the end date of the terms in force, in the student's zone. While both look
    back, when whoever has not is next reminded."""
    reminded: int = 0
    """How often whoever's turn it is was reminded (`bot.domain.waiting`), and when they last were. Both begin anew when
    it moves on."""
    reminded_at: datetime | None = None
    id: int = 0
    revision: int = 0
    happened: tuple[Happening, ...] = ()

    @property
    def on_the_table(self) -> Version:
        if self.current is None:
            raise Refusal("nothing-proposed-yet")
        return self.current

    @property
    def in_force(self) -> Version:
        if self.agreed is None:
            raise Refusal("not-agreed-yet")
        return self.agreed


def begin(workspace: str, classroom: int, student: str, at: datetime, feedback: int | None = None) -> Contract:
    return Contract(workspace, classroom, student, Status.DRAFTING, at, feedback=feedback)


def submit(contract: Contract, terms: Terms, user: str, at: datetime) -> Contract:
    """The student puts a proposal forward; that is their signature."""
    _only(contract, Status.DRAFTING)
    return _put_forward(contract, terms, Side.STUDENT, user, at, "submitted", Status.PROPOSED)


def approve(contract: Contract, version: int, user: str, at: datetime) -> Contract:
    """A teacher signs what the student proposed."""
    _only(contract, Status.PROPOSED)
    return _sign(contract, version, Side.TEACHER, user, at, "approved")


def ask(contract: Contract, version: int, question: str, user: str, at: datetime) -> Contract:
    """A teacher asks before deciding."""
    _only(contract, Status.PROPOSED)
    _same_version(contract, version)
    _no_own_teacher(contract, user)
    return _move(contract, Status.QUESTIONED, user, at, "asked", {"text": question}, decided_by=user)


def ask_on(contract: Contract, question: str, user: str, at: datetime) -> Contract:
    """The teacher's question again, with a further part of it."""
    _only(contract, Status.QUESTIONED)
    return _move(contract, Status.QUESTIONED, user, at, "asked", {"text": question})


def is_continued_by(said: str, text: str) -> bool:
    """Whether a text in lines has all that was said, and more."""
    before, after = ({" ".join(line.split()) for line in one.splitlines()} for one in (said, text))
    return before < after


def answer(contract: Contract, text: str, user: str, at: datetime) -> Contract:
    """The student answers the teacher's question; the proposal lies before the teachers again."""
    _only(contract, Status.QUESTIONED)
    return _move(contract, Status.PROPOSED, user, at, "answered", {"text": text})


def amend(contract: Contract, version: int, terms: Terms, user: str, at: datetime) -> Contract:
    """A teacher writes and signs a changed version; the student decides."""
    _only(contract, Status.PROPOSED)
    _same_version(contract, version)
    _really_changed(contract, terms)
    return _put_forward(contract, terms, Side.TEACHER, user, at, "amended", Status.AMENDED)


def redirect(contract: Contract, version: int, reason: str, user: str, at: datetime) -> Contract:
    """A teacher sends the proposal back, with a reason; the draft is kept."""
    _only(contract, Status.PROPOSED)
    _same_version(contract, version)
    _no_own_teacher(contract, user)
    return _move(contract, Status.DRAFTING, user, at, "redirected", {"text": reason}, decided_by=user)


def accept(contract: Contract, version: int, user: str, at: datetime) -> Contract:
    """The student signs the teacher's amendment."""
    _only(contract, Status.AMENDED)
    return _sign(contract, version, Side.STUDENT, user, at, "accepted")


def draw_up(contract: Contract, terms: Terms, user: str, at: datetime) -> Contract:
    """A teacher writes and signs what somebody without an account said in person; they decide on the paper."""
    _only(contract, Status.DRAFTING, Status.AMENDED)
    _without_account(contract)
    if contract.current is not None:
        _really_changed(contract, terms)
    return _put_forward(contract, terms, Side.TEACHER, user, at, "drew-up", Status.AMENDED)


def sign_on_paper(contract: Contract, version: int, teacher: str, at: datetime) -> Contract:
    """A teacher confirms that somebody without an account signed the paper that says exactly this."""
    _only(contract, Status.AMENDED, Status.RENEGOTIATING)
    _without_account(contract)
    _own_hand(contract, Side.TEACHER, teacher)
    signed = _sign(contract, version, Side.STUDENT, contract.student, at, "signed-on-paper", on_paper=teacher)
    return replace(signed, happened=(*signed.happened[:-1], replace(signed.happened[-1], user=teacher)))


def _without_account(contract: Contract) -> None:
    """Whoever has an account signs for themselves."""
    if not has_no_account(contract.student):
        raise Refusal("for-students")


def counter(contract: Contract, version: int, terms: Terms, user: str, at: datetime) -> Contract:
    """The student answers an amendment with a version of their own."""
    _only(contract, Status.AMENDED)
    _same_version(contract, version)
    _really_changed(contract, terms)
    return _put_forward(contract, terms, Side.STUDENT, user, at, "countered", Status.PROPOSED)


def wonder(contract: Contract, version: int, question: str, user: str, at: datetime) -> Contract:
    """The student asks about an amendment. It stays the student's turn to sign or counter."""
    _only(contract, Status.AMENDED)
    _same_version(contract, version)
    return _move(contract, Status.AMENDED, user, at, "wondered", {"text": question})


def explain(contract: Contract, text: str, user: str, at: datetime) -> Contract:
    """A teacher answers what the student asked about an amendment."""
    _only(contract, Status.AMENDED)
    _no_own_teacher(contract, user)
    return _move(contract, Status.AMENDED, user, at, "explained", {"text": text})


def propose_change(contract: Contract, terms: Terms, side: Side, user: str, at: datetime) -> Contract:
    """Either side signs a change to an active contract. A second proposal replaces the first."""
    _only(contract, Status.ACTIVE, Status.RENEGOTIATING)
    _really_changed(contract, terms)
    if contract.in_force.terms == terms:
        raise Refusal("nothing-changed")
    return _put_forward(contract, terms, side, user, at, "proposed-change", Status.RENEGOTIATING)


def agree_to_change(contract: Contract, version: int, side: Side, user: str, at: datetime) -> Contract:
    """The other side signs the change: it is in force from now on."""
    _only(contract, Status.RENEGOTIATING)
    return _sign(contract, version, side, user, at, "agreed-to-change")


def decline_change(contract: Contract, version: int, reason: str, side: Side, user: str, at: datetime) -> Contract:
    """A change is declined (or taken back by its author): what was agreed goes on."""
    _only(contract, Status.RENEGOTIATING)
    _same_version(contract, version)
    action = "took-back-change" if contract.on_the_table.author is side else "declined-change"
    return _move(contract, Status.ACTIVE, user, at, action, {"text": reason}, current=contract.in_force)


def come_to_an_end(contract: Contract, at: datetime) -> Contract:
    """The end date has come. A change nobody signed lapses."""
    _only(contract, Status.ACTIVE, Status.RENEGOTIATING)
    return _move(contract, Status.REASSESSING, "", at, "ended", current=contract.in_force)


def complete(contract: Contract, user: str, at: datetime) -> Contract:
    """Both have assessed."""
    _only(contract, Status.REASSESSING)
    return _move(contract, Status.COMPLETED, user, at, "completed")


def close(contract: Contract, reason: str, user: str, at: datetime) -> Contract:
    """Withdrawn by the student, or closed by a teacher, before its end."""
    _only(contract, *OPEN)
    return _move(contract, Status.CLOSED, user, at, "closed", {"text": reason})


def take_over(contract: Contract, user: str, at: datetime) -> Contract:
    """Another teacher is the one for this contract from now on. What was signed stands as it is."""
    _only(contract, *OPEN)
    moved = _move(contract, contract.status, _no_own_teacher(contract, user), at, "took-over", decided_by=user)
    return replace(moved, reminded=contract.reminded, reminded_at=contract.reminded_at)


def remind(contract: Contract, number: int, at: datetime) -> Contract:
    """Whoever's turn it is was reminded for the so manieth time. Nothing of what is agreed changes."""
    return replace(contract, reminded=number, reminded_at=at)


def teacher_of(contract: Contract) -> str | None:
    """Whose the contract is among the teachers of the class: who decided last, else who signed what is agreed."""
    signatures = contract.agreed.signatures if contract.agreed else ()
    return contract.decided_by or next((s.user for s in signatures if s.side is Side.TEACHER), None)


def is_past(contract: Contract) -> bool:
    """Whether it is over. What was never agreed on left nothing behind."""
    return contract.status is Status.COMPLETED or (contract.status is Status.CLOSED and contract.agreed is not None)


def _no_own_teacher(contract: Contract, user: str) -> str:
    """Nobody is their own teacher, whatever else they are in the class."""
    if user == contract.student:
        raise Refusal("own-contract")
    return user


def _only(contract: Contract, *statuses: Status) -> None:
    if contract.status not in statuses:
        raise Refusal("not-in-this-state", status=contract.status.value)


def _same_version(contract: Contract, version: int) -> None:
    if contract.on_the_table.number != version:
        raise Refusal("newer-version", version=contract.on_the_table.number)


def _really_changed(contract: Contract, terms: Terms) -> None:
    if contract.on_the_table.terms == terms:
        raise Refusal("nothing-changed")


def _put_forward(
    contract: Contract, terms: Terms, side: Side, user: str, at: datetime, action: str, after: Status
) -> Contract:
    _own_hand(contract, side, user)
    _nothing_hides(contract, terms, contract.versions)
    number = contract.versions + 1
    version = Version(number, side, user, terms, at, (Signature(side, user, terms.content_hash(), at),))
    decided_by = user if side is Side.TEACHER else None
    return _move(contract, after, user, at, action, current=version, versions=number, decided_by=decided_by)


def _sign(
    contract: Contract, version: int, side: Side, user: str, at: datetime, action: str, *, on_paper: str = ""
) -> Contract:
    _same_version(contract, version)
    _own_hand(contract, side, user)
    current = contract.on_the_table
    if current.signed_by(side):
        raise Refusal("already-signed-by-your-side")
    _nothing_hides(contract, current.terms, version)
    signature = Signature(side, user, current.terms.content_hash(), at, on_paper)
    signed = replace(current, signatures=(*current.signatures, signature))
    if not signed.agreed:
        raise Refusal("signature-does-not-fit")
    decider = user if side is Side.TEACHER else contract.decided_by
    return _move(contract, Status.ACTIVE, user, at, action, current=signed, agreed=signed, decided_by=decider)


def _nothing_hides(contract: Contract, terms: Terms, version: int) -> None:
    """What is signed reads as it is kept. What was signed before this was looked at stays signed."""
    if terms != as_seen(terms):
        raise Refusal("wording-hides", status=contract.status.value, contract=contract.id, version=version)


def _own_hand(contract: Contract, side: Side, user: str) -> None:
    """Nobody signs for the other side, whatever the caller believes about who they are."""
    if (side is Side.STUDENT) != (user == contract.student):
        raise Refusal("for-students" if side is Side.STUDENT else "for-teachers")


def _move(
    contract: Contract,
    after: Status,
    user: str,
    at: datetime,
    action: str,
    detail: Mapping[str, Any] | None = None,
    **changed: Any,
) -> Contract:
    moved = replace(contract, **{"status": after, "reminded": 0, "reminded_at": None, **changed})
    number = moved.current.number if moved.current else 0
    entry = Happening(at, user, action, contract.status, after, number, detail or {})
    return replace(moved, happened=(*contract.happened, entry))
