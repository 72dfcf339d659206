"""What a whole class is asked: each counts once, nobody is told of fewer than five, and words go where they may."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from simulation.evidence import Evidence, Row, Shown
from simulation.properties.choosing import new_envelopes
from simulation.school import School

FEWEST = 5
"""Of fewer answers a class is told nothing but how many there are."""

OF_ROUND = {"ticket": "lesson", "inventory": "inventory", "survey": "survey"}
TELLS = frozenset({"ticket-results", "ticket-over", "inventory-stands", "inventory-over", "survey-stands"})
"""What teachers read of it; each begins with what it is of."""

ANSWERS = {"lesson": "lesson_answer", "inventory": "inventory_answer", "survey": "survey_answer"}
FORMS = {
    "lesson.answer": "lesson_answer",
    "inventory.interests": "inventory_answer",
    "inventory.goals": "inventory_answer",
    "surveying.answer": "survey_answer",
}
_COUNT = re.compile(r": (\d+)(?: ·|$)|\((\d+)\)")

Sent = Mapping[tuple[str, int], list[Mapping[str, Any]]]
"""By the table and the id of the answer, what was sent in its form, oldest first."""


def a_class_is_told_of_from_five_on(e: Evidence) -> Iterator[str]:
    """And no count is larger than the number of those who sent the form: each counts once, however often they did."""
    told: list[Shown] = e.remembered.setdefault("told of rounds", [])
    start = e.remembered.get("told of rounds until", 0)
    told += [s for s in e.shown[start:] if s.kind in TELLS]
    e.remembered["told of rounds until"] = len(e.shown)
    for s in told:
        counts = list(_counts(s.post.blocks))
        if not counts:
            continue
        table = OF_ROUND[s.kind.partition("-")[0]]
        who = _who_answered(e, s.school, table, s.row["args"][table])
        if len(who) < FEWEST:
            yield f"{s.kind} {s.delivery} tells {s.row['reader']} what {len(who)} answered"
        elif max(counts) > len(who):
            yield f"{s.kind} {s.delivery} counts {max(counts)} answers, and {len(who)} answered"


def _counts(blocks: Any) -> Iterator[int]:
    """Of each list in a message, how many are counted in it: of an exit ticket in all its lines, else in each."""
    for found in _lists(blocks):
        lines = [["".join(str(part.get("text", "")) for part in line["elements"])][0] for line in found["elements"]]
        sums = [sum(int(a or b) for a, b in _COUNT.findall(line)) for line in lines]
        one_each = all(line.count(": ") <= 1 and "(" not in line for line in lines)
        yield sum(sums) if one_each else max(sums)


def _lists(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        if value.get("type") == "rich_text_list":
            yield value
        else:
            for item in value.values():
                yield from _lists(item)
    elif isinstance(value, list):
        for item in value:
            yield from _lists(item)


def _who_answered(e: Evidence, school: School, table: str, id: int) -> set[str]:
    """The students who sent a form of this round, and may be counted by what they chose."""
    sent = _sent(e, school)
    rows = [row for row in e.rows(ANSWERS[table]) if row[table] == id and sent.get((ANSWERS[table], row["id"]))]
    return {row["student"] for row in rows if row.get("share") != "nobody"}


def words_of_a_class_are_told_with_a_yes(e: Evidence) -> Iterator[str]:
    """A teacher reads of an exit ticket, or of somebody's goals, what its student said they may, as it stands."""
    for school in e.schools:
        learn_of_rounds(e, school)
    start = e.remembered.get("words of rounds", 0)
    e.remembered["words of rounds"] = len(e.showings)
    for one in e.showings[start:]:
        of_rounds: dict[str, tuple[str, int]] = e.remembered.get(f"words of rounds in {one.school.team}", {})
        for word in set(one.words) & of_rounds.keys():
            table, id = of_rounds[word]
            row = e.by_id(table)[id]
            if one.reader != row["student"] and not (_lets_read(table, row) and word in json.dumps(dict(row))):
                yield f"{one.what} shows {word} of {table} {id} to {one.reader or one.channel}"


def _lets_read(table: str, row: Row) -> bool:
    return bool(row["quotes"]) if table == "lesson_answer" else row["share"] == "teachers"


def learn_of_rounds(e: Evidence, school: School) -> None:
    """For whom the words of a round are besides their author: the teachers, where the form that held them said so."""
    of_rounds: dict[str, tuple[str, int]] = e.remembered.setdefault(f"words of rounds in {school.team}", {})
    new = e.remembered.setdefault(f"new forms of rounds in {school.team}", [])
    _sent(e, school)
    for table, id, values in new:
        words = school.mint.found_in(json.dumps(values))
        of_rounds.update((word, (table, id)) for word in words)
        for word in words if _says_yes(values) else ():
            room = _room_of(e, school, table, id)
            if room is not None and room not in school.written[word].rooms:
                school.written[word].rooms.append(room)
    new.clear()


def _says_yes(values: Mapping[str, Any]) -> bool:
    chosen = json.dumps([values.get("quotes"), values.get("share")])
    return '"value": "quotes"' in chosen or '"value": "teachers"' in chosen


def _room_of(e: Evidence, school: School, table: str, id: int) -> Any:
    of = table.removesuffix("_answer")
    classroom = e.by_id(of)[e.by_id(table)[id][of]]["classroom"]
    return school.room_in(e.by_id("classroom")[classroom]["channel"])


def _sent(e: Evidence, school: School) -> Sent:
    sent: dict[tuple[str, int], list[Mapping[str, Any]]]
    sent = e.remembered.setdefault(f"forms of rounds in {school.team}", defaultdict(list))
    new = e.remembered.setdefault(f"new forms of rounds in {school.team}", [])
    for one in new_envelopes(e, school, "rounds"):
        view = one.payload.get("view") or {}
        table = FORMS.get(view.get("callback_id", "")) if one.payload.get("type") == "view_submission" else None
        if table:
            values, id = view["state"]["values"], int(view["private_metadata"])
            sent[table, id].append(values)
            new.append((table, id, values))
    return sent
