"""Who holds which role: nobody of elsewhere any, a guest what a teacher chose, and nobody one over themselves."""

from collections.abc import Iterator

from simulation.evidence import Evidence, Row
from simulation.school import Room, School

HOLDS = (
    ("teacher_grant", "user"),
    ("care_contact", "user"),
    ("history", "user"),
    ("signature", "user"),
    ("feedback", "teacher"),
    ("feedback", "student"),
    ("contract", "student"),
    ("contract", "decided_by"),
    ("check_in", "student"),
    ("response", "teacher"),
)
"""Where somebody stands who has, or had, a part in a class."""

TO_TEACHERS = {
    "proposal-card": "contract",
    "student-answered": "contract",
    "student-wondered": "contract",
    "reply-shared": "check_in",
    "check-in-missed": "check_in",
    "drift-seen": "contract",
    "drift-passed": "contract",
    "milestone-news": "milestone",
    "piece-shown": "piece",
}
"""What teachers alone read, with what it names."""

OPEN = frozenset({"proposed", "questioned", "amended", "active", "renegotiating", "reassessing"})


def nobody_of_elsewhere_holds_or_reads_anything(e: Evidence) -> Iterator[str]:
    """No place, no role, and no word that somebody wrote; a guest is at most a student whom a teacher chose."""
    for school in e.schools:
        if school.stranger is None or school.guest is None:
            continue
        stranger, guest = school.stranger.id, school.guest.id
        for table, column in HOLDS:
            for row in e.rows(table):
                if row[column] == stranger:
                    yield f"{table} {row['id']} has somebody of elsewhere as {column}"
        yield from _places(e, school, stranger, guest)
        yield from (f"admission {a['id']} asks about somebody of elsewhere" for a in _of(e, "admission", stranger))
        yield from (f"{p['user']} is an admin here" for p in _of(e, "person", stranger) if p["is_admin"])
    start = e.remembered.get("read by visitors?", 0)
    e.remembered["read by visitors?"] = len(e.showings)
    for one in e.showings[start:]:
        if one.school.stranger is not None and one.reader == one.school.stranger.id:
            yield f"{one.what} shows {one.words} to somebody of elsewhere"


def _places(e: Evidence, school: School, stranger: str, guest: str) -> Iterator[str]:
    chosen = {a["classroom"] for a in _of(e, "admission", guest) if a["learns"]}
    for place in e.rows("membership"):
        if place["user"] == stranger:
            yield f"somebody of elsewhere is in class {place['classroom']} as {place['side']}"
        if place["user"] == guest and (place["side"] == "teacher" or place["classroom"] not in chosen):
            yield f"a guest whom nobody chose is in class {place['classroom']} as {place['side']}"


def _of(e: Evidence, table: str, user: str) -> list[Row]:
    return [row for row in e.rows(table) if row["user"] == user]


def nobody_is_their_own_teacher(e: Evidence) -> Iterator[str]:
    """Whoever came to teach the class in which they have a contract signs, decides and reads it as its student."""
    contracts, check_ins = e.by_id("contract"), e.by_id("check_in")
    for table in ("signature", "assessment"):
        for row in e.rows(table):
            if row["side"] == "teacher" and row["user"] == contracts[row["contract"]]["student"]:
                yield f"{table} {row['id']} is a teacher's of their own contract"
    for response in e.rows("response"):
        if response["teacher"] == check_ins[response["check_in"]]["student"]:
            yield f"response {response['id']} is to an answer of their own"
    for contract in contracts.values():
        if contract["decided_by"] == contract["student"]:
            yield f"contract {contract['id']} is its student's to decide on"
    start = e.remembered.get("read as their own teacher?", 0)
    e.remembered["read as their own teacher?"] = len(e.shown)
    for shown in e.shown[start:]:
        about = TO_TEACHERS.get(shown.kind)
        if about and _student(e, about, shown.row["args"].get(about)) == shown.row["reader"]:
            yield f"{shown.kind} {shown.delivery} tells a teacher of themselves"


def _student(e: Evidence, about: str, id: int) -> str:
    row = e.by_id({"piece": "evidence"}.get(about, about))[id]
    return str(row["student"] if "student" in row else e.by_id("contract")[row["contract"]]["student"])


def a_students_page_is_for_their_teachers(e: Evidence) -> Iterator[str]:
    """Nobody opens it but who teaches a class in which that student learns; nobody their own."""
    start = e.remembered.get("pages", 0)
    e.remembered["pages"] = len(e.pages)
    for school, reader, student in e.pages[start:]:
        teach = [r for r in school.rooms if any(p.id == reader for p in (*r.teachers, *r.also))]
        if reader == student or not any(_learns(e, student, room) for room in teach):
            yield f"{reader} reads the page of {student}"


def _learns(e: Evidence, student: str, room: Room) -> bool:
    """Whether it is one of the school's students, or a guest whom a teacher of this class chose."""
    if any(p.id == student for p in room.students):
        return True
    classes = {c["id"] for c in e.rows("classroom") if c["channel"] == room.channel.id}
    return any(a["learns"] and a["classroom"] in classes for a in _of(e, "admission", student))


def each_contract_has_a_teacher_who_is_there(e: Evidence) -> Iterator[str]:
    """Who is taken out of a class leaves no contract behind: another teacher has it."""
    teach = {(m["classroom"], m["user"]) for m in e.rows("membership") if m["side"] == "teacher"}
    for c in e.rows("contract"):
        if c["status"] in OPEN and c["decided_by"] and (c["classroom"], c["decided_by"]) not in teach:
            yield f"contract {c['id']} is with {c['decided_by']}, who does not teach the class"
