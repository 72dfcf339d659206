"""What the record of a contract says of each step: as what it was taken, by whom, when, of which version, and what was
said. Cards show it, exports hold it, and whoever has to say later what was agreed reads it."""

import pytest

from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.contract import Status
from tests.unit.contract.samples import ALLOWED, IN_STATE, NOW, STEPS, STUDENT, TEACHER

NOBODY = ""

RECORD: dict[str, tuple[str, str, str | None]] = {
    "submit": ("submitted", STUDENT, None),
    "approve": ("approved", TEACHER, None),
    "ask": ("asked", TEACHER, "Which?"),
    "answer": ("answered", STUDENT, "These"),
    "amend": ("amended", TEACHER, None),
    "redirect": ("redirected", TEACHER, "Not yet"),
    "accept": ("accepted", STUDENT, None),
    "counter": ("countered", STUDENT, None),
    "wonder": ("wondered", STUDENT, "Why?"),
    "explain": ("explained", TEACHER, "Because"),
    "propose change": ("proposed-change", TEACHER, None),
    "agree to change": ("agreed-to-change", TEACHER, None),
    "decline change": ("declined-change", TEACHER, "No"),
    "come to an end": ("ended", NOBODY, None),
    "complete": ("completed", TEACHER, None),
    "close": ("closed", STUDENT, "No time"),
}
"""Of each step its word, whose it was, and what was said. Kept rows have these words: they are never changed."""


@pytest.mark.parametrize(("status", "step"), ALLOWED)
def test_each_step_stands_there_as_what_it_was(status: Status, step: str) -> None:
    moved = STEPS[step](IN_STATE[status]())
    word, whose, said = RECORD[step]
    entry = moved.happened[-1]
    assert (entry.action, entry.user, entry.at) == (word, whose, NOW)
    assert entry.detail == ({} if said is None else {"text": said})
    assert entry.version == (moved.current.number if moved.current else 0)


def test_a_question_that_goes_on_is_one_more_entry() -> None:
    asked = IN_STATE[Status.QUESTIONED]()
    entry = life.ask_on(asked, "Which?\nAnd when?", TEACHER, NOW).happened[-1]
    assert (entry.action, entry.user, entry.at, entry.detail) == ("asked", TEACHER, NOW, {"text": "Which?\nAnd when?"})


def test_who_takes_a_contract_over_stands_there_and_nothing_else_moves() -> None:
    active = IN_STATE[Status.ACTIVE]()
    taken = life.take_over(active, "UTEACHER2", NOW)
    entry = taken.happened[-1]
    assert (entry.action, entry.user, entry.at) == ("took-over", "UTEACHER2", NOW)
    assert (entry.before, entry.after) == (Status.ACTIVE, Status.ACTIVE)
    assert (taken.agreed, taken.current) == (active.agreed, active.current)


def test_a_change_that_its_author_takes_back_is_told_from_one_that_was_declined() -> None:
    waiting = IN_STATE[Status.RENEGOTIATING]()
    back = life.decline_change(waiting, 2, "", Side.STUDENT, STUDENT, NOW)
    assert (back.happened[-1].action, back.happened[-1].user) == ("took-back-change", STUDENT)


@pytest.mark.parametrize(("status", "step"), ALLOWED)
def test_whoever_signs_stands_with_the_moment_and_with_the_very_terms(status: Status, step: str) -> None:
    version = STEPS[step](IN_STATE[status]()).current
    signatures = version.signatures if version else ()
    mark = version.terms.content_hash() if version else ""
    for signature in signatures:
        whose = STUDENT if signature.side is Side.STUDENT else TEACHER
        assert (signature.user, signature.signed_at, signature.content_hash) == (whose, NOW, mark)
