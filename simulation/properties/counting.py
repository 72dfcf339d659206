"""Numbers: none counts that its student did not mean."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from simulation.evidence import Evidence, Row
from simulation.properties.reaching import came_apart
from simulation.school import Room, School, Typed

CALLS_RIGHT = "checking_in.confirm"
SAYS_YES = "hearing.yes"
"""Under a number that nobody asked for, it calls that right."""
IS_A_NUMBER = "checking_in.number_"
"""How the ids of the buttons begin that are one: check-in, target and number stand in their values."""
SAID = frozenset({"own-1", "own-2", "own-3", "effort", "back"})
"""Points that are reached without a number, too: then what stands there is where the target began."""
FORMS = {
    "checking_in.log": ("value-", "check_in"),
    "unasked.log": ("value-", "contract"),
    "looking_back.assess": ("final-", "contract"),
}
"""The forms in which numbers are written: how those fields begin, and what the form is about."""


def no_number_that_nobody_meant(e: Evidence) -> Iterator[str]:
    """Every number that counts was said by that student of that class, or written in its form, or called right by them.

    A number counts where a reply has it: one that waits for its yes stands beside it. So do those of milestones.
    """
    for school in e.schools:
        _read_forms_and_presses(e, school)
    known: set[tuple[int, int, str]] = e.remembered.setdefault("meant", set())
    for contract, check_in, value in set(_that_count(e)) - known:
        if _is_meant(e, contract, value, check_in):
            known.add((contract, check_in, value))
        else:
            yield f"check-in {check_in} has {value}, which its student never said of that class"


def _that_count(e: Evidence) -> Iterator[tuple[int, int, str]]:
    """(contract, check-in, number)."""
    for reply in e.rows("reply"):
        if reply["value"] is not None:
            yield reply["contract"], reply["check_in"], reply["value"]
    for milestone in e.rows("milestone"):
        if milestone["point"] in SAID and not _is_of_its_reply(e, milestone):
            continue
        yield milestone["contract"], _check_in(e, milestone), milestone["at_value"]


def _is_of_its_reply(e: Evidence, milestone: Row) -> bool:
    """What is reached without a number keeps the start in its place, also when its reply has a number later."""
    reply = e.by_id("reply").get(milestone["reply"])
    return reply is not None and reply["value"] == milestone["at_value"]


def _check_in(e: Evidence, milestone: Row) -> int:
    reply = e.by_id("reply").get(milestone["reply"])
    return reply["check_in"] if reply else 0


def _is_meant(e: Evidence, of: int, value: str, check_in: int) -> bool:
    contract = e.by_id("contract")[of]
    school, student = e.school_of(contract["workspace"]), contract["student"]
    room, number = school.room_in(e.by_id("classroom")[contract["classroom"]]["channel"]), Decimal(value)
    called_right, written = _known(e, school)
    return (
        (student, check_in) in called_right | school.confirmed
        or (student, "check_in", check_in, number) in written
        or (student, "contract", contract["id"], number) in written
        or any(
            number in typed.numbers and (room in typed.rooms or (typed.word and _is_about(e, school, typed, room)))
            for typed in school.typed
            if typed.user == student
        )
    )


def _is_about(e: Evidence, school: School, typed: Typed, room: Room | None) -> bool:
    return room in school.written[typed.word].rooms or came_apart(e, school, typed.word)


def _known(e: Evidence, school: School) -> tuple[set[Any], set[Any]]:
    known: tuple[set[Any], set[Any]] = e.remembered.setdefault(f"numbers of {school.team}", (set(), set()))
    return known


def _read_forms_and_presses(e: Evidence, school: School) -> None:
    """(student, check-in) of all that was called right; (student, "check_in" or "contract", id, number) of forms."""
    called_right, written = _known(e, school)
    offered = _offered(e)
    place = f"numbers sent in {school.team}"
    envelopes = school.core.deliveries.all[e.remembered.get(place, 0) :]
    e.remembered[place] = len(school.core.deliveries.all)
    for payload in (one.payload for one in envelopes if one.kind == "interactive"):
        user = payload["user"]["id"]
        for action in payload.get("actions", ()):
            if action["action_id"] == CALLS_RIGHT:
                called_right.add((user, int(action["value"])))
            elif action["action_id"] == SAYS_YES:
                written.update((user, "contract", *one) for one in offered.get(int(action["value"]), ()))
            elif action["action_id"].startswith(IS_A_NUMBER):
                check_in, _, number = str(action["value"]).split(":")
                written.add((user, "check_in", int(check_in), Decimal(number)))
        if payload["type"] == "view_submission" and payload["view"]["callback_id"] in FORMS:
            begins, about = FORMS[payload["view"]["callback_id"]]
            ref = int(payload["view"]["private_metadata"])
            written.update((user, about, ref, n) for n in _numbers(payload["view"]["state"]["values"], begins))


def _offered(e: Evidence) -> dict[int, set[tuple[int, Decimal]]]:
    """(contract, number) of what was shown back and nobody had asked for, by the question back; also of one that is
    settled since, and keeps no number."""
    offered: dict[int, set[tuple[int, Decimal]]] = e.remembered.setdefault("offered", {})
    counted = "number IS NOT NULL AND what NOT IN ('leave-out', 'away')"  # of those it holds days
    for asked in e.rows("asked_back", counted):
        contract = json.loads(asked["places"])[0]["ref"]
        numbers = map(Decimal, json.loads(asked["number"]).values())
        offered.setdefault(asked["id"], set()).update((contract, number) for number in numbers)
    return offered


def _numbers(values: dict[str, dict[str, Any]], begins: str) -> Iterator[Decimal]:
    for name, fields in values.items():
        for field in fields.values():
            if name.startswith(begins):
                yield from map(Decimal, re.findall(r"\d+", str(field.get("value"))))
