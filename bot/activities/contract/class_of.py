"""Which class a notice, a form or a row is about."""

from collections.abc import Callable, Mapping
from typing import Any

from storage.unit_of_work import UnitOfWork


def class_of(uow: UnitOfWork, about: Mapping[str, Any]) -> int | None:
    """The class's id; None where it is about none, or about a row that is gone. `about` names rows by what they are
    ("contract", "check_in" …), as the fields of a notice do."""
    for what, find in FINDS.items():
        if what in about:
            return find(uow, about[what])
    return None


def _of_contract(uow: UnitOfWork, contract: int) -> int | None:
    found = uow.contracts.get(contract)
    return found.classroom if found else None


def _of_check_in(uow: UnitOfWork, check_in: int) -> int | None:
    found = uow.check_ins.get(check_in)
    return _of_contract(uow, found.contract) if found else None


def _of_response(uow: UnitOfWork, response: int) -> int | None:
    found = uow.responses.get(response)
    return _of_check_in(uow, found.check_in) if found else None


def _of_milestone(uow: UnitOfWork, milestone: int) -> int | None:
    found = uow.milestones.get(milestone)
    return _of_contract(uow, found.contract) if found else None


def _of_interview(uow: UnitOfWork, interview: int) -> int | None:
    found = uow.interviews.get(interview)
    return found.classroom if found else None


def _of_feedback(uow: UnitOfWork, feedback: int) -> int | None:
    found = uow.feedback.get(feedback)
    return found.classroom if found else None


def _of_note(uow: UnitOfWork, note: int) -> int | None:
    found = uow.notes.get(note)
    return found.classroom if found else None


def _of_promise(uow: UnitOfWork, promise: int) -> int | None:
    found = uow.promises.get(promise)
    return _of_contract(uow, found.contract) if found else None


def _of_conference(uow: UnitOfWork, conference: int) -> int | None:
    found = uow.conferences.get(conference)
    return _of_contract(uow, found.contract) if found else None


def _of_family_note(uow: UnitOfWork, family_note: int) -> int | None:
    found = uow.family_notes.get(family_note)
    return _of_contract(uow, found.contract) if found else None


def _of_talk(uow: UnitOfWork, talk: int) -> int | None:
    found = uow.talks.get(talk)
    return found.classroom if found else None


def _of_piece(uow: UnitOfWork, piece: int) -> int | None:
    """None until its student has said for which target it is."""
    found = uow.pieces.get(piece)
    return _of_contract(uow, found.contract) if found is not None and found.target is not None else None


def _itself(uow: UnitOfWork, classroom: int) -> int | None:
    return classroom


FINDS: Mapping[str, Callable[[UnitOfWork, int], int | None]] = {
    "classroom": _itself,
    "contract": _of_contract,
    "check_in": _of_check_in,
    "response": _of_response,
    "milestone": _of_milestone,
    "interview": _of_interview,
    "feedback": _of_feedback,
    "note": _of_note,
    "promise": _of_promise,
    "conference": _of_conference,
    "family_note": _of_family_note,
    "talk": _of_talk,
    "piece": _of_piece,
}
"""By what names a row: the class that it is of."""
