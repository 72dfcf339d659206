"""Drift: its student hears of it before anybody else."""

from collections.abc import Iterator

from simulation.evidence import Evidence, Shown

TO_STUDENT, TO_TEACHER = "drift-noticed", "drift-seen"


def nobody_hears_of_drift_before_its_student(e: Evidence) -> Iterator[str]:
    """Whatever tells a teacher that somebody falls behind comes after what told that student, and of a later check-in;
    and no teacher's Home, list or page marks anybody who has not heard of it."""
    start = e.remembered.get("who heard of drift?", 0)
    e.remembered["who heard of drift?"] = len(e.shown)
    for place, one in enumerate(e.shown[start:], start):
        if one.kind == TO_TEACHER and one.row["args"].get("reason"):
            before = [s for s in e.shown[:place] if _told_its_student(e, s, one)]
            if not before:
                yield f"{one.delivery} tells {one.row['reader']} of contract {one.row['args']['contract']} first"
    marked = e.remembered.get("who is marked?", 0)
    e.remembered["who is marked?"] = len(e.marked)
    for mark in e.marked[marked:]:
        told = e.shown[: mark.after]
        if not any(s.school is mark.school and s.kind == TO_STUDENT and s.row["reader"] == mark.student for s in told):
            yield f"{mark.reader} sees that {mark.student} falls behind, who has not heard of it"


def _told_its_student(e: Evidence, told: Shown, teacher: Shown) -> bool:
    about = teacher.row["args"]
    if (
        told.kind != TO_STUDENT
        or told.school is not teacher.school
        or told.row["args"]["contract"] != about["contract"]
    ):
        return False
    numbers = {id: row["number"] for id, row in e.by_id("check_in").items()}
    of_student = told.row["reader"] == e.by_id("contract")[about["contract"]]["student"]
    return of_student and bool(numbers[told.row["args"]["check_in"]] < numbers[about["check_in"]])
