"""What somebody agreed with themselves: theirs, and a teacher's to look at only while they say so."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from simulation.evidence import Evidence
from simulation.properties.waiting import presses
from simulation.school import Room, School

ON_ITS_WAY = timedelta(minutes=2)
"""So long after it is kept again something may come in that left before."""

SHARE = "oneself.share"


def what_is_with_oneself_is_nobody_elses(e: Evidence) -> Iterator[str]:
    """No word of it is shown to anybody but its student and, while that student shares it, who teaches the class."""
    shared: dict[int, datetime] = e.remembered.setdefault("shared with teachers", {})
    of = {school.team: learn_of_themselves(e, school) for school in e.schools}
    for row in e.rows("self_contract"):
        if row["shared_at"]:
            shared[row["id"]] = e.now
            if not presses(e, e.school_of(row["workspace"]))[SHARE, row["student"], str(row["id"])]:
                yield f"contract {row['id']} of {row['student']} with themselves is shared, and they never said so"
    start = e.remembered.get("with oneself?", 0)
    e.remembered["with oneself?"] = len(e.showings)
    for one in e.showings[start:]:
        for word in set(one.words) & of[one.school.team].keys():
            id, student, room = of[one.school.team][word]
            if one.reader == student:
                continue
            lately = id in shared and e.now - shared[id] <= ON_ITS_WAY
            teaches = any(one.reader == p.id for p in (*room.teachers, *room.also)) if room else False
            if not (lately and teaches):
                yield f"{one.what} shows {word}, which {student} agreed with themselves, to {one.reader or one.channel}"


def what_is_kept_again_is_gone(e: Evidence) -> Iterator[str]:
    """In the end it stands in no message to anybody else, unless it is shared still."""
    rows = e.by_id("self_contract")
    for school in e.schools:
        of = learn_of_themselves(e, school)
        still = {word for word, (id, _, _) in of.items() if id in rows and rows[id]["shared_at"]}
        for place in school.core.state.conversations.values():
            for post in place.posts:
                for word in set(school.mint.found_in(json.dumps(post.blocks))) & (of.keys() - still):
                    if place.kind != "im" or of[word][1] not in place.members:
                        yield f"{post.ts} in {place.id} still has {word}, which {of[word][1]} keeps to themselves"


Owned = dict[str, tuple[int, str, Room | None]]
"""By word, the contract in which it stood, its student, and its class."""


def learn_of_themselves(e: Evidence, school: School) -> Owned:
    """All words of such contracts, also of those that are gone; what is shared is for the teachers of the class."""
    of: Owned = e.remembered.setdefault(f"with oneself in {school.team}", {})
    for row in e.rows("self_contract"):
        if row["workspace"] == school.team:
            room = school.room_in(e.by_id("classroom")[row["classroom"]]["channel"])
            words = school.mint.found_in(json.dumps(dict(row)))
            of.update((word, (row["id"], row["student"], room)) for word in words)
            for word in words if row["shared_at"] else ():
                if room is not None and room not in school.written[word].rooms:
                    school.written[word].rooms.append(room)
    return of
