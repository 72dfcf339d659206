"""For whom words and work are besides those that their author had in mind: said when Accord asked."""

import json
from collections.abc import Mapping
from typing import Any

from sandbox.deliveries import Envelope
from simulation.evidence import Evidence
from simulation.school import Room, School

WHICH = "hearing.which"
"""How the ids of the buttons begin with which somebody says which class they meant."""

WHOSE_WORK = "evidence.choose"
"""The same of those with which a student says for which target a file is."""


def learn_what_was_chosen(e: Evidence, school: School) -> None:
    """Somebody said which class they meant, or for which target their work is: what waited is for that class too."""
    presses = [p for p in new_envelopes(e, school, "choices") if p.payload.get("type") == "block_actions"]
    start = e.remembered.get(f"said which in {school.team}", 0)
    e.remembered[f"said which in {school.team}"] = len(school.typed)
    said = [typed for typed in school.typed[start:] if typed.about == "which"]
    waiting: dict[int, set[str]] = e.remembered.setdefault("waiting words", {})
    rows = {row["id"]: row for row in e.rows("asked_back") if row["workspace"] == school.team}
    for id, row in rows.items():
        waiting.setdefault(id, set()).update(school.mint.found_in(row["text"]))
    for press in presses:
        for action in press.payload["actions"]:
            asked_back, _, place = str(action.get("value", "")).partition(":")
            if action["action_id"].startswith(WHICH) and int(asked_back) in rows:
                room = _room(e, school, json.loads(rows[int(asked_back)]["places"])[int(place)]["classroom"])
                _is_for(school, waiting[int(asked_back)], room)
            elif action["action_id"].startswith(WHOSE_WORK):
                _learn_whose_work(e, school, press.payload["user"]["id"], action)
    for typed in said:
        for id, row in rows.items():
            if row["user"] == typed.user and row["settled"] is None:
                _is_for(school, waiting[id], typed.rooms[0])


def _learn_whose_work(e: Evidence, school: School, user: str, action: Mapping[str, Any]) -> None:
    """A student chose the target that a file is for, and with it all that came in the same message."""
    value = action.get("value") or (action.get("selected_option") or {}).get("value", "")
    piece, contract = (int(part) for part in value.split(":")[:2])
    row, chosen = e.by_id("evidence").get(piece), e.by_id("contract").get(contract)
    if row is None or chosen is None or {row["student"], chosen["student"]} != {user}:
        return
    along = [r for r in e.rows("evidence") if (r["workspace"], r["source"]) == (school.team, row["source"])]
    words = {word for r in along for word in school.mint.found_in(f"{r['name']} {r['line']} {r['words']}")}
    _is_for(school, words, _room(e, school, chosen["classroom"]))


def _room(e: Evidence, school: School, classroom: int) -> Room | None:
    return school.room_in(e.by_id("classroom")[classroom]["channel"])


def _is_for(school: School, words: set[str], room: Room | None) -> None:
    for word in words:
        if room is not None and room not in school.written[word].rooms:
            school.written[word].rooms.append(room)


def new_envelopes(e: Evidence, school: School, question: str) -> list[Envelope]:
    """The presses and forms since `question` was asked last."""
    key = f"{question} in {school.team}"
    start = e.remembered.get(key, 0)
    e.remembered[key] = len(school.core.deliveries.all)
    return [one for one in school.core.deliveries.all[start:] if one.kind == "interactive"]
