"""What waits for somebody's yes: nobody sees it before, and nobody is asked for it again and again."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator

from simulation.evidence import Evidence, Row
from simulation.school import School

ASKED_OF_A_PROMISE = 2
"""Times at most: once, and once more where its teacher put it off."""

OF_A_CLASSMATE = frozenset({"peer-piece", "peer-file"})
"""What a classmate gets once they said yes."""

PAPER = "family-note-paper"


def a_classmate_sees_work_after_a_yes(e: Evidence) -> Iterator[str]:
    """Nobody but the classmate who said yes sees the work; nobody but the student what they wrote, before the student
    shows it, or one of the two reports it. The same of somebody whom a student named beside a target."""
    for school in e.schools:
        learn_of_looks(e, school)
    looks = e.by_id("peer_look")
    for row in _new_rows(e, "looked at?", *sorted(OF_A_CLASSMATE), "peer-said", "peer-shared"):
        look, school = looks[row["args"]["peer_look"]], e.school_of(row["workspace"])
        if row["notice"] in OF_A_CLASSMATE and not (
            row["reader"] == look["peer"] and presses(e, school)["peers.yes", look["peer"], str(look["id"])]
        ):
            yield f"{row['notice']} {row['id']} shows {look['student']}'s work to {row['reader']}, who did not say yes"
        if row["notice"] == "peer-said" and row["reader"] != look["student"]:
            yield f"peer-said {row['id']} is told to {row['reader']}"
        if row["notice"] == "peer-shared" and not presses(e, school)["peers.share", look["student"], str(look["id"])]:
            yield f"peer-shared {row['id']} tells {row['reader']} what {look['student']} did not show"
    yield from _a_helper_sees_a_target_after_a_yes(e)


def _a_helper_sees_a_target_after_a_yes(e: Evidence) -> Iterator[str]:
    helped = e.by_id("mentoring")
    for row in _new_rows(e, "helped?", "mentor-target", "mentor-said", "mentor-reported"):
        one, school = helped[row["args"]["mentoring"]], e.school_of(row["workspace"])
        done, id = presses(e, school), str(one["id"])
        if row["notice"] == "mentor-target" and not (
            row["reader"] == one["mentor"] and done["mentoring.yes", one["mentor"], id]
        ):
            yield f"mentor-target {row['id']} shows {one['student']}'s target to {row['reader']}, who did not say yes"
        if row["notice"] == "mentor-said" and row["reader"] != one["student"]:
            yield f"mentor-said {row['id']} is told to {row['reader']}"
        if row["notice"] == "mentor-reported" and not any(
            done["mentoring.report", one[who], id] for who in ("student", "mentor")
        ):
            yield f"mentor-reported {row['id']} tells {row['reader']} what nobody reported"


def a_family_note_waits_for_its_student(e: Evidence) -> Iterator[str]:
    """The page is with nobody else before its student said yes to it."""
    notes = e.by_id("family_note")
    for row in _new_rows(e, "family notes", PAPER):
        note, school = notes[row["args"]["family_note"]], e.school_of(row["workspace"])
        said_yes = presses(e, school)["guardians.yes", note["student"], str(note["id"])]
        if row["reader"] != note["student"] and not said_yes:
            yield f"{row['id']} gives {row['reader']} the note about {note['student']}, who did not say yes"


def a_teacher_looks_first(e: Evidence) -> Iterator[str]:
    """Where a class wants it, no shoutout is seen before a teacher of that class has posted it: another one than whom
    it is about."""
    milestones, contracts = e.by_id("milestone"), e.by_id("contract")
    start = e.remembered.get("looked at first?", 0)
    e.remembered["looked at first?"] = len(e.shown)
    for s in e.shown[start:]:
        room = s.school.room_in(s.post.channel)
        if s.kind != "shoutout-posted" or room is None or not room.plan.looks_first:
            continue
        milestone = milestones[s.row["args"]["milestone"]]
        student = contracts[milestone["contract"]]["student"]
        teach = {p.id for p in (*room.teachers, *room.also)} - {student}
        posted = presses(e, s.school)
        if not any(posted["celebrating.post", user, str(milestone["id"])] for user in teach):
            yield f"milestone {milestone['id']} of {student} stands in the class, and no teacher posted it"


def a_promise_is_asked_about_twice_at_most(e: Evidence) -> Iterator[str]:
    """And a teacher gets one message about promises a day."""
    asked: dict[int, set[str]] = e.remembered.setdefault("promises asked", defaultdict(set))
    for promise in e.rows("promise"):
        if promise["asked_on"]:
            asked[promise["id"]].add(promise["asked_on"])
            if len(asked[promise["id"]]) > ASKED_OF_A_PROMISE:
                yield f"promise {promise['id']} was asked about on {sorted(asked[promise['id']])}"
    told = Counter((s.school.team, s.row["reader"], s.row["args"]["day"]) for s in e.shown if s.kind == "promises-due")
    for (_, reader, day), times in told.items():
        if times > 1:
            yield f"{reader} was asked {times} times on {day} about what they promised"


def _new_rows(e: Evidence, question: str, *notices: str) -> Iterator[Row]:
    """The messages of these kinds that have come to stand in a conversation since this was asked last, with their
    files."""
    known: set[int] = e.remembered.setdefault(question, set())
    wanted = ", ".join(f"'{notice}'" for notice in notices)
    for row in e.rows("outbox", f"verb = 'post' AND notice IN ({wanted}) AND (ts IS NOT NULL OR file IS NOT NULL)"):
        if row["id"] not in known:
            known.add(row["id"])
            yield row


def presses(e: Evidence, school: School) -> Counter[tuple[str, str, str]]:
    """How often who pressed what, with the first part of its value."""
    found: Counter[tuple[str, str, str]] = e.remembered.setdefault(f"presses in {school.team}", Counter())
    start = e.remembered.get(f"presses read in {school.team}", 0)
    e.remembered[f"presses read in {school.team}"] = len(school.core.deliveries.all)
    for one in school.core.deliveries.all[start:]:
        if one.kind == "interactive":
            for action in one.payload.get("actions", ()):
                ref = str(action.get("value", "")).partition(":")[0]
                found[action["action_id"], one.payload["user"]["id"], ref] += 1
    return found


def learn_of_looks(e: Evidence, school: School) -> None:
    """For whom words are besides those that their author had in mind: the classmate who said yes reads the work and
    its signs of success; teachers what its student shows them of it, or reports."""
    _learn_of_helpers(e, school)
    done, contracts, pieces = presses(e, school), e.by_id("contract"), e.by_id("evidence")
    said: dict[int, set[str]] = e.remembered.setdefault("words of classmates", defaultdict(set))
    for look in e.rows("peer_look"):
        if look["workspace"] != school.team:
            continue
        id, student, peer = str(look["id"]), look["student"], look["peer"]
        said[look["id"]] |= set(school.mint.found_in(json.dumps(look["answers"])))
        piece = pieces.get(look["evidence"])
        if done["peers.yes", peer, id]:
            work = f"{piece['name']} {piece['line']} {piece['words']}" if piece else ""
            for word in school.mint.found_in(f"{work} {json.dumps(look['signs'])}"):
                school.written[word].to |= {peer}
        if done["peers.share", student, id] or done["peers.report", student, id]:
            room = school.room_in(e.by_id("classroom")[contracts[look["contract"]]["classroom"]]["channel"])
            for word in said[look["id"]]:
                if room is not None and room not in school.written[word].rooms:
                    school.written[word].rooms.append(room)


def _learn_of_helpers(e: Evidence, school: School) -> None:
    """Who said yes reads the target as it is agreed and will be; teachers what a student reports."""
    done, contracts = presses(e, school), e.by_id("contract")
    said: dict[int, set[str]] = e.remembered.setdefault("words of helpers", defaultdict(set))
    for one in e.rows("mentoring"):
        if one["workspace"] != school.team:
            continue
        id, student, mentor = str(one["id"]), one["student"], one["mentor"]
        said[one["id"]] |= set(school.mint.found_in(json.dumps(one["said"])))
        if done["mentoring.yes", mentor, id]:
            versions = [row for row in e.rows("contract_version") if row["contract"] == one["contract"]]
            named = [row["terms"]["targets"][one["target"] : one["target"] + 1] for row in versions]
            for word in school.mint.found_in(json.dumps(named)):
                school.written[word].to |= {mentor}
        if done["mentoring.report", student, id]:
            room = school.room_in(e.by_id("classroom")[contracts[one["contract"]]["classroom"]]["channel"])
            for word in said[one["id"]]:
                if room is not None and room not in school.written[word].rooms:
                    school.written[word].rooms.append(room)
