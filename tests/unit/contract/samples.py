"""Contracts in every state, and every step that can be tried on them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.contract import Contract, Status
from bot.domain.terms import Criterion, EvidenceForm, Target, Terms

NOW = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
STUDENT, TEACHER = "USTUDENT", "UTEACHER"

TERMS = Terms(
    targets=(
        Target(
            statement="Vary sentence openings",
            baseline=Decimal(2),
            goal=Decimal(8),
            unit="openings",
            due_on=date(2027, 3, 1),
            evidence=EvidenceForm.WRITTEN,
            strategies="Read aloud",
            criteria=(Criterion("At most two are alike", Side.STUDENT),),
        ),
    ),
    hardest="Starting",
    strengths="Ideas",
    supports="Time",
    commitments="",
    ends_on=date(2027, 3, 12),
    check_in_days=("MO",),
    check_in_time=time(8, 45),
)


def other_terms(number: int) -> Terms:
    """Terms that differ from all others with another number."""
    return replace(TERMS, commitments=f"Read essay {number}")


def _drafting() -> Contract:
    return life.begin("T1", 1, STUDENT, NOW)


def _proposed() -> Contract:
    return life.submit(_drafting(), TERMS, STUDENT, NOW)


def _amended() -> Contract:
    return life.amend(_proposed(), 1, other_terms(1), TEACHER, NOW)


def _active() -> Contract:
    return life.approve(_proposed(), 1, TEACHER, NOW)


def _renegotiating() -> Contract:
    return life.propose_change(_active(), other_terms(1), Side.STUDENT, STUDENT, NOW)


def _reassessing() -> Contract:
    return life.come_to_an_end(_active(), NOW)


IN_STATE: dict[Status, Callable[[], Contract]] = {
    Status.DRAFTING: _drafting,
    Status.PROPOSED: _proposed,
    Status.QUESTIONED: lambda: life.ask(_proposed(), 1, "Which?", TEACHER, NOW),
    Status.AMENDED: _amended,
    Status.ACTIVE: _active,
    Status.RENEGOTIATING: _renegotiating,
    Status.REASSESSING: _reassessing,
    Status.COMPLETED: lambda: life.complete(_reassessing(), TEACHER, NOW),
    Status.CLOSED: lambda: life.close(_proposed(), "No time", STUDENT, NOW),
}


def _on_table(contract: Contract) -> int:
    return contract.current.number if contract.current else 0


Step = Callable[[Contract], Contract]

STEPS: dict[str, Step] = {
    "submit": lambda c: life.submit(c, other_terms(2), STUDENT, NOW),
    "approve": lambda c: life.approve(c, _on_table(c), TEACHER, NOW),
    "ask": lambda c: life.ask(c, _on_table(c), "Which?", TEACHER, NOW),
    "answer": lambda c: life.answer(c, "These", STUDENT, NOW),
    "amend": lambda c: life.amend(c, _on_table(c), other_terms(2), TEACHER, NOW),
    "redirect": lambda c: life.redirect(c, _on_table(c), "Not yet", TEACHER, NOW),
    "accept": lambda c: life.accept(c, _on_table(c), STUDENT, NOW),
    "counter": lambda c: life.counter(c, _on_table(c), other_terms(2), STUDENT, NOW),
    "wonder": lambda c: life.wonder(c, _on_table(c), "Why?", STUDENT, NOW),
    "explain": lambda c: life.explain(c, "Because", TEACHER, NOW),
    "propose change": lambda c: life.propose_change(c, other_terms(2), Side.TEACHER, TEACHER, NOW),
    "agree to change": lambda c: life.agree_to_change(c, _on_table(c), Side.TEACHER, TEACHER, NOW),
    "decline change": lambda c: life.decline_change(c, _on_table(c), "No", Side.TEACHER, TEACHER, NOW),
    "come to an end": lambda c: life.come_to_an_end(c, NOW),
    "complete": lambda c: life.complete(c, TEACHER, NOW),
    "close": lambda c: life.close(c, "No time", STUDENT, NOW),
}

ALLOWED: dict[tuple[Status, str], Status] = {
    (Status.DRAFTING, "submit"): Status.PROPOSED,
    (Status.DRAFTING, "close"): Status.CLOSED,
    (Status.PROPOSED, "approve"): Status.ACTIVE,
    (Status.PROPOSED, "ask"): Status.QUESTIONED,
    (Status.PROPOSED, "amend"): Status.AMENDED,
    (Status.PROPOSED, "redirect"): Status.DRAFTING,
    (Status.PROPOSED, "close"): Status.CLOSED,
    (Status.QUESTIONED, "answer"): Status.PROPOSED,
    (Status.QUESTIONED, "close"): Status.CLOSED,
    (Status.AMENDED, "accept"): Status.ACTIVE,
    (Status.AMENDED, "counter"): Status.PROPOSED,
    (Status.AMENDED, "wonder"): Status.AMENDED,
    (Status.AMENDED, "explain"): Status.AMENDED,
    (Status.AMENDED, "close"): Status.CLOSED,
    (Status.ACTIVE, "propose change"): Status.RENEGOTIATING,
    (Status.ACTIVE, "come to an end"): Status.REASSESSING,
    (Status.ACTIVE, "close"): Status.CLOSED,
    (Status.RENEGOTIATING, "propose change"): Status.RENEGOTIATING,
    (Status.RENEGOTIATING, "agree to change"): Status.ACTIVE,
    (Status.RENEGOTIATING, "decline change"): Status.ACTIVE,
    (Status.RENEGOTIATING, "come to an end"): Status.REASSESSING,
    (Status.RENEGOTIATING, "close"): Status.CLOSED,
    (Status.REASSESSING, "complete"): Status.COMPLETED,
    (Status.REASSESSING, "close"): Status.CLOSED,
}
"""Every step that may be taken, and where it leads: all others are refused."""
