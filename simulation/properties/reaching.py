"""Whom words reach: those for whom their author wrote them, and nobody where somebody is not well."""

import json
import math
from collections.abc import Iterator

from sandbox.deliveries import Envelope
from simulation.evidence import Evidence
from simulation.properties.answering import BURST
from simulation.properties.choosing import learn_what_was_chosen, new_envelopes
from simulation.properties.gathering import learn_of_rounds
from simulation.properties.oneself import learn_of_themselves
from simulation.properties.rating import learn_of_ratings
from simulation.properties.waiting import learn_of_looks
from simulation.school import NOT_WELL, School, Typed
from simulation.showings import Showing

SHARES = "care.share"
"""How the ids of the buttons begin with which somebody shows their words to who helps them."""


def words_reach_whom_they_are_for(e: Evidence) -> Iterator[str]:
    """What one person wrote is shown to them and to those for whom they wrote it, wherever Accord shows it.

    A student's words are for the teachers of the class that they had in mind, or that they chose when Accord asked; a
    teacher's are for one student and the teachers of their class. In a class channel stands what its student shared.
    """
    for school in e.schools:
        learn_what_was_chosen(e, school)
        learn_of_looks(e, school)
        learn_of_rounds(e, school)
        learn_of_themselves(e, school)
        learn_of_ratings(e, school)
    for one in _new(e):
        for word in one.words:
            written = one.school.written.get(word)
            if written is None:
                yield f"{one.what} shows {word}, which nobody is known to have written"
            elif one.channel:
                if one.school.room_in(one.channel) not in written.rooms:
                    yield f"{one.what} shows {word} to the class in {one.channel}"
            elif not written.is_for(one.reader) and not came_apart(e, one.school, word):
                yield f"{one.what} shows {word} of {written.author} to {one.reader}"


def came_apart(e: Evidence, school: School, word: str) -> bool:
    """Whether what was written just before a message, and may have named the class for both, came in too late to be
    heard with it; or the message itself came in long after what was written just behind it. What answers a teacher's
    question stands in the history of a contract, from which nothing is taken back: there any that came in after it was
    too late."""
    typed = next((t for t in school.typed if t.word == word), None)
    if typed is None:
        return False
    mine = [(float(typed.ts) - float(t.ts), t) for t in school.typed if t.user == typed.user]
    before = (t for earlier, t in mine if 0 < earlier <= BURST)
    behind = (t for earlier, t in mine if 0 < -earlier <= BURST)
    waits = 0.0 if _stands_in_history(e, word) else BURST
    is_late = any(_taken_in(t) > _taken_in(typed) + waits for t in before)
    return is_late or any(_taken_in(typed) > _taken_in(t) + BURST for t in behind)


def _stands_in_history(e: Evidence, word: str) -> bool:
    return any(word in str(line["detail"].get("text", "")) for line in e.rows("history"))


def _taken_in(typed: Typed) -> float:
    return typed.envelope.acks[0].at.timestamp() if typed.envelope and typed.envelope.acks else math.inf


def _new(e: Evidence) -> list[Showing]:
    """What was shown since this was asked last; also by the answers to forms."""
    start = e.remembered.get("shown to whom?", 0)
    e.remembered["shown to whom?"] = len(e.showings)
    return [*e.showings[start:], *(one for school in e.schools for one in _answers(e, school))]


def _answers(e: Evidence, school: School) -> Iterator[Showing]:
    """What the forms say that opened, or were changed, because one was sent."""
    waits: list[Envelope] = e.remembered.setdefault(f"forms of {school.team}", [])
    waits += [one for one in new_envelopes(e, school, "forms") if one.payload.get("type") == "view_submission"]
    e.remembered[f"forms of {school.team}"] = [one for one in waits if not (one.acks or one.gone)]
    for envelope in waits:
        answer = envelope.acks[0].payload if envelope.acks else None
        words = tuple(school.mint.found_in(json.dumps(answer))) if answer else ()
        if words:
            yield Showing(school, words, envelope.payload["user"]["id"], "", "the answer to a form")


def nothing_is_made_of_a_cry(e: Evidence) -> Iterator[str]:
    """Words of somebody who is not well are shown to nobody, unless they share them; and are asked of no model."""
    start = e.remembered.get("cries shown?", 0)
    e.remembered["cries shown?"] = len(e.showings)
    asked = "\n".join(e.asked[e.remembered.get("cries asked?", 0) :])
    e.remembered["cries asked?"] = len(e.asked)
    for school in e.schools:
        cries = _cries(school)
        for one in e.showings[start:]:
            for word in set(one.words) & cries.keys():
                if one.school is school and not _shared(school, cries[word].user):
                    yield f"{one.what} shows the cry {word} to {one.reader or one.channel}"
        for word in set(school.mint.found_in(asked)) & cries.keys():
            yield f"the cry {word} left for the model"


def nothing_is_kept_of_a_cry(e: Evidence) -> Iterator[str]:
    """In the end they stand in no row of any table, and in no line that was logged; and they were answered."""
    tables = [name for (name,) in e.database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for school in e.schools:
        cries = _cries(school)
        for table in tables if cries else ():
            for row in e.database.execute(f"SELECT * FROM {table}"):
                for word in set(school.mint.found_in(" ".join(map(str, row)))) & cries.keys():
                    yield f"the cry {word} is kept in {table}"
        for word in set(school.mint.found_in(" ".join(e.errors))) & cries.keys():
            yield f"the cry {word} was logged"


def _cries(school: School) -> dict[str, Typed]:
    return {typed.word: typed for typed in school.typed if typed.about == NOT_WELL}


def _shared(school: School, user: str) -> bool:
    return any(
        action["action_id"].startswith(SHARES)
        for one in school.core.deliveries.all
        if one.kind == "interactive" and one.payload["user"]["id"] == user
        for action in one.payload.get("actions", ())
    )
