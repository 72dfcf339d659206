"""Work that teachers rate together: after its student's yes, without a name; and what is chosen from a menu."""

import json
import re
from collections.abc import Iterator
from datetime import datetime

from simulation.evidence import Evidence
from simulation.properties.oneself import ON_ITS_WAY
from simulation.properties.waiting import presses
from simulation.school import School

YES = "calibrating.yes"
OWN_WORDS = 2
"""Words that are not the activity's: so many make it somebody's own."""


def work_is_rated_after_a_yes(e: Evidence) -> Iterator[str]:
    """Nobody who does not teach its student reads a word of it before that, or once it is taken back."""
    given: dict[str, datetime] = e.remembered.setdefault("given to rate", {})
    for school in e.schools:
        given.update((word, e.now) for word in learn_of_ratings(e, school))
    start = e.remembered.get("read to rate?", 0)
    e.remembered["read to rate?"] = len(e.showings)
    for one in e.showings[start:]:
        if any(one.reader == person.id for person in one.school.staff):
            for word in one.words:
                if word not in given or e.now - given[word] > ON_ITS_WAY:
                    yield f"{one.what} shows {word} to {one.reader}, and its student did not say yes"


def learn_of_ratings(e: Evidence, school: School) -> set[str]:
    """The words that may be read to be rated now; they are for the colleagues who were asked."""
    raters: dict[int, set[str]] = {}
    for rater in e.rows("calibration_rater"):
        raters.setdefault(rater["calibration"], set()).add(rater["user"])
    free: set[str] = set()
    for piece in e.rows("calibration_piece"):
        said_yes = presses(e, school)[YES, piece["student"], str(piece["id"])]
        if piece["workspace"] == school.team and said_yes and piece["state"] == "given":
            words = school.mint.found_in(f"{piece['text']} {json.dumps(piece['signs'])}")
            free.update(words)
            for word in words:
                school.written[word].to |= raters.get(piece["calibration"], set())
    return free


def who_rates_reads_no_name(e: Evidence) -> Iterator[str]:
    """No name, handle or id of a student, and no class, stands in what colleagues are shown who do not teach there."""
    start = e.remembered.get("names to raters", 0)
    e.remembered["names to raters"] = len(e.to_staff)
    for school, reader, text in e.to_staff[start:]:
        for found in _names(e, school).finditer(text):
            yield f"{reader} is shown {found[0]!r}, in {text[max(0, found.start() - 40) : found.end() + 40]!r}"


def _names(e: Evidence, school: School) -> re.Pattern[str]:
    known: re.Pattern[str] | None = e.remembered.get(f"names of {school.team}")
    if known is None:
        people = [*school.students, *school.crowd]
        names = [f"{p.user.real_name} {p.user.shown}" for p in people]
        parts = {part for name in names for part in re.findall(r"[^\W\d_]{2,}", name)} - {"Other"}
        parts |= {mark for p in people for mark in (p.id, p.user.name)}
        parts |= {room.name for room in school.rooms if room.students}
        ways = "|".join(map(re.escape, sorted(parts, key=len, reverse=True)))
        known = re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)
        e.remembered[f"names of {school.team}"] = known
    return known


def what_is_chosen_is_made_ones_own(e: Evidence) -> Iterator[str]:
    """A student signs no activity of the menu just as it came."""
    start = e.remembered.get("activities", 0)
    for version in e.rows("contract_version"):
        if version["id"] > start:
            e.remembered["activities"] = version["id"]
            for target in version["terms"]["targets"]:
                for one in target.get("activity", ()):
                    theirs = _words(target["strategies"]) - _words(json.dumps(one))
                    if len(theirs) < OWN_WORDS:
                        yield f"version {version['id']} has {one} as it came: {target['strategies']!r}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
