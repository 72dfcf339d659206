"""Contracts: who signed what, what was written down, and who had the right to."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from simulation.evidence import Evidence, Row, as_it_runs, is_agreed_on, moment

BOTH = {"student", "teacher"}
AGREED = ("active", "renegotiating", "reassessing", "completed")
WAYS = {
    "drafting": {"proposed", "closed"},
    "proposed": {"active", "questioned", "amended", "drafting", "closed"},
    "questioned": {"proposed", "closed"},
    "amended": {"active", "proposed", "amended", "closed"},
    "active": {"renegotiating", "reassessing", "closed"},
    "renegotiating": {"active", "renegotiating", "reassessing", "closed"},
    "reassessing": {"completed", "closed"},
}
"""From where to where a contract may go: the picture in docs/architecture.md."""

TEACHERS = frozenset({"approved", "asked", "amended", "redirected", "explained", "took-over"})
STUDENTS = frozenset({"submitted", "answered", "accepted", "countered", "wondered"})
SIGNING = frozenset({"proposing.submit", "reviewing.approve", "reviewing.sign", "changing.sign"})
WRITING = frozenset({"reviewing.suggest", "reviewing.counter", "changing.propose", "changing.ease"})
MOVING = ("absence.move_", "reviewing.move_dates")
"""How the buttons begin that write and sign a version in which the end moves: along with an absence, or since it came
too late."""
FOR_ALL = frozenset({"calendar.move", "changing.suggest_rhythm", "set_up.suggest_end"})
"""Buttons that write and sign a version of each contract of the class that they carry the id of."""
_CLAIM = re.compile(r"(\d+):(\d+)")


WITHIN = "home.in."
"""How the ids begin of buttons in what was opened from Home; their values end as those of the same buttons do."""


def active_means_both_signed(e: Evidence) -> Iterator[str]:
    """A contract is active only while both signatures stand on its current version, on these very terms."""
    hashes = {(v["contract"], v["number"]): v["content_hash"] for v in e.rows("contract_version")}
    signed: dict[tuple[int, int], set[str]] = {}
    for s in e.rows("signature"):
        key = (s["contract"], s["number"])
        if s["content_hash"] == hashes.get(key):
            signed.setdefault(key, set()).add(s["side"])
        else:
            yield f"signature {s['id']} is for other terms than version {key} has"
    for c in e.rows("contract"):
        if c["status"] in AGREED and signed.get((c["id"], c["agreed"])) != BOTH:
            yield f"contract {c['id']} is {c['status']}, signed by {sorted(signed.get((c['id'], c['agreed']), ()))}"
        if c["status"] == "active" and c["current"] != c["agreed"]:
            yield f"contract {c['id']} is active with version {c['current']} on the table and {c['agreed']} agreed"


def versions_never_change(e: Evidence) -> Iterator[str]:
    """What was written as a version stays as it was signed."""
    known: dict[int, Row] = e.remembered.setdefault("versions", {})
    for version in e.rows("contract_version"):
        if known.setdefault(version["id"], version) != version:
            yield f"version {version['number']} of contract {version['contract']} was rewritten"


def history_is_only_added_to(e: Evidence) -> Iterator[str]:
    """Every transition is a legal one, each begins where the last one ended, and none is ever edited."""
    known: dict[int, Row] = e.remembered.setdefault("history", {})
    rows = e.by_id("history")
    for id, row in known.items():
        if rows.get(id) != row:
            yield f"history {id} was {'edited' if id in rows else 'deleted'}"
    last: dict[int, str] = {}
    for id, row in rows.items():
        before, after = row["before"], row["after"]
        if row["contract"] in last and last[row["contract"]] != before:
            yield f"history {id} goes on from {before}, not from {last[row['contract']]}"
        goes_on = row["action"] == "took-over" and before == after
        if after not in WAYS.get(before, ()) and not goes_on:
            yield f"history {id} goes from {before} to {after}"
        last[row["contract"]] = after
    known.update(rows)
    for c in e.rows("contract"):
        if c["status"] != last.get(c["id"], "drafting"):
            yield f"contract {c['id']} is {c['status']}, and its history says {last.get(c['id'])}"


def nobody_signs_for_another(e: Evidence) -> Iterator[str]:
    """A signature is its own side's, by somebody who pressed or sent just that."""
    contracts = e.by_id("contract")
    acts = _acts(e)
    for s in e.rows("signature"):
        contract = contracts[s["contract"]]
        if (s["side"] == "student") != (s["user"] == contract["student"]):
            yield f"signature {s['id']} of the {s['side']}s is by {s['user']}"
        signed = (s["workspace"], s["user"], s["contract"], s["number"])
        sent = (s["workspace"], s["user"], s["contract"], 0)
        first = (s["workspace"], s["user"], 0, 0)
        if s["side"] == "student" and first in acts:
            continue  # the summary's button names the interview, not the version that it will become
        for_all = (s["workspace"], s["user"], 0, contract["classroom"])
        if acts.isdisjoint((signed, sent, for_all)):
            yield f"{s['user']} never signed version {s['number']} of contract {s['contract']}"


def _acts(e: Evidence) -> set[tuple[str, str, int, int]]:
    """(workspace, user, contract, version) of every press and form that signs; version 0 for a version to come, and
    contract 0 for all contracts of the class that then stands in the place of the version."""
    acts: set[tuple[str, str, int, int]] = e.remembered.setdefault("acts", set())
    for school in e.schools:
        place = f"acts in {school.team}"
        for envelope in school.core.deliveries.all[e.remembered.get(place, 0) :]:
            if envelope.kind == "interactive":
                acts.update((school.team, *act) for act in _signing(envelope.payload))
        e.remembered[place] = len(school.core.deliveries.all)
    return acts


def _signing(payload: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    user = payload["user"]["id"]
    for action in payload.get("actions", ()):
        pressed, value = action["action_id"].removeprefix(WITHIN), action.get("value", "").rpartition("|")[2]
        found = _CLAIM.match(value)
        if pressed == "proposing.submit":
            yield user, 0, 0
        elif pressed in SIGNING and found:
            yield user, int(found[1]), int(found[2])
        elif pressed.startswith(MOVING) and found:
            yield user, int(found[1]), 0
        elif pressed in FOR_ALL:
            yield user, 0, int(value)
    view = payload.get("view") or {}
    found = _CLAIM.match(view.get("private_metadata", ""))
    if payload["type"] == "view_submission" and view.get("callback_id") in WRITING and found:
        yield user, int(found[1]), 0


def only_those_in_the_class_act(e: Evidence) -> Iterator[str]:
    """Teachers do what is the teachers', students what is theirs, and nobody anything elsewhere."""
    places = {(m["classroom"], m["user"]): m for m in e.rows("membership")}
    sides = _sides_since(e, places)
    contracts = e.by_id("contract")
    for h in _new(e, "history"):
        c = contracts[h["contract"]]
        if h["user"]:
            is_student = h["user"] == c["student"]
            yield from _side(h, f"history {h['id']} ({h['action']})", places.get((c["classroom"], h["user"])))
            if (h["action"] in TEACHERS and is_student) or (h["action"] in STUDENTS and not is_student):
                yield f"{h['action']} on contract {c['id']} by {h['user']}"
            if not is_student and "teacher" not in sides.get((c["classroom"], h["user"]), ()):
                yield f"{h['user']} acted on contract {c['id']} and is neither its student nor a teacher"
    learn = {(c["classroom"], c["student"]) for c in contracts.values()}
    for f in _new(e, "feedback"):
        if "teacher" not in sides.get((f["classroom"], f["teacher"]), ()):
            yield f"feedback {f['id']} is by {f['teacher']}, who is no teacher"
        student = (f["classroom"], f["student"])
        if "student" not in sides.get(student, ()) and student not in learn:
            yield f"feedback {f['id']} is for {f['student']}, who is no student of the class"


def _sides_since(e: Evidence, places: dict[tuple[int, str], Row]) -> dict[tuple[int, str], set[str]]:
    """On which sides everybody was, now and when this was asked the last time: roles change in between."""
    now = {place: {str(m["side"])} for place, m in places.items()}
    before: dict[tuple[int, str], set[str]] = e.remembered.get("sides", {})
    e.remembered["sides"] = now
    return {place: sides | before.get(place, set()) for place, sides in now.items()}


def _new(e: Evidence, table: str) -> list[Row]:
    """The rows of a table since this was asked the last time."""
    rows, start = e.rows(table), e.remembered.get(f"newest {table}", 0)
    found = [row for row in rows if row["id"] > start]
    e.remembered[f"newest {table}"] = max((row["id"] for row in rows), default=start)
    return found


def _side(h: Row, what: str, place: Row | None) -> Iterator[str]:
    if place is None:
        yield f"{what} by {h['user']}, who was never in the class"
    elif place["left_at"] and moment(place["left_at"]) < moment(h["at"]) - timedelta(minutes=2):
        yield f"{what} by {h['user']}, who had left"


def the_student_has_a_part(e: Evidence) -> Iterator[str]:
    """What is put forward has something of the student's own, and a check-in by its midpoint."""
    versions = {(v["contract"], v["number"]): v for v in e.rows("contract_version")}
    zones = {(p["workspace"], p["user"]): p["timezone"] for p in e.rows("person")}
    contracts = e.by_id("contract")
    for (contract, number), v in versions.items():
        terms = v["terms"]
        if not any(k["author"] == "student" and k["text"].strip() for t in terms["targets"] for k in t["criteria"]):
            yield f"version {number} of contract {contract} has no criterion of the student's own"
        if not terms["hardest"].strip():
            yield f"version {number} of contract {contract} has nothing in the student's words"
    for h in e.rows("history"):
        if h["action"] in ("approved", "accepted"):
            c = contracts[h["contract"]]
            zone = zones.get((c["workspace"], c["student"]), "UTC")
            terms = as_it_runs(e, c, versions[h["contract"], h["version"]]["terms"])
            if zone != "UTC" and h["id"] not in e.remembered.setdefault("in time", set()):
                e.remembered["in time"].add(h["id"])
                if not _in_time(terms, ZoneInfo(zone), moment(h["at"])):
                    yield f"contract {c['id']} was agreed without a check-in by its midpoint"


def _in_time(terms: dict[str, Any], zone: ZoneInfo, start: datetime) -> bool:
    at = time.fromisoformat(terms["check_in_time"])
    end = datetime.combine(date.fromisoformat(terms["ends_on"]), at, zone)
    day, middle = start.astimezone(zone).date(), start + (end - start) / 2
    coming = (datetime.combine(day + timedelta(days=n), at, zone) for n in range(22))
    in_time = (c for c in coming if start < c <= middle + timedelta(minutes=2))
    return any(terms.get("after_each") or is_agreed_on(terms, c.date()) for c in in_time)


def rows_stay_in_their_workspace(e: Evidence) -> Iterator[str]:
    """Whatever belongs to something belongs to its workspace."""
    for table, column, parent in (
        ("contract", "classroom", "classroom"),
        ("membership", "classroom", "classroom"),
        ("feedback", "classroom", "classroom"),
        ("check_in", "contract", "contract"),
        ("reply", "check_in", "check_in"),
        ("interview", "contract", "contract"),
        ("history", "contract", "contract"),
        ("signature", "contract", "contract"),
    ):
        parents = e.by_id(parent)
        for row in e.rows(table):
            if parents[row[column]]["workspace"] != row["workspace"]:
                yield f"{table} {row['id']} of {row['workspace']} belongs to another workspace's {parent}"
