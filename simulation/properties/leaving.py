"""What leaves the school: nothing by which a language model could know somebody."""

import re
from collections.abc import Iterator

from sandbox.people import Person
from simulation.evidence import Evidence

NOBODY = frozenset({"Ms", "Mr", "Other"})
"""Parts of names that name nobody: titles, and what is a word of every prompt."""

NOTHING = "(?!)"


def the_model_knows_nobody(e: Evidence) -> Iterator[str]:
    """No name, handle, id or e-mail address of anybody in a class, or of anybody whom Accord has a name for, leaves for
    the model. Of who left a class before Accord came nothing is known."""
    start = e.remembered.get("asked?", 0)
    e.remembered["asked?"] = len(e.asked)
    if start == len(e.asked):
        return
    known = re.compile("|".join(_patterns(e)) or NOTHING, re.IGNORECASE)
    for text in e.asked[start:]:
        for found in known.finditer(text):
            around = text[max(0, found.start() - 30) : found.end() + 30]
            yield f"{found[0]!r} left for the model, in {around!r}"


def _patterns(e: Evidence) -> Iterator[str]:
    held = {row["user"] for row in e.rows("person")}
    for school in e.schools:
        here = held.union(*(room.channel.members for room in school.rooms))
        for person in school.people.values():
            if person.id in here:
                yield from (rf"(?<!\w){re.escape(trace)}(?!\w)" for trace in _traces(person))


def _traces(person: Person) -> Iterator[str]:
    """The parts of the names, the handle, the id, the address."""
    names = f"{person.user.real_name} {person.user.shown}"
    yield from (part for part in re.findall(r"[^\W\d_]{2,}", names) if part not in NOBODY)
    yield from (person.user.name, person.id, person.user.email)
