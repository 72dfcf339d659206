"""Check-ins: asked once, when it was agreed, in the student's own time, and never at night."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from simulation.evidence import Evidence, Row, Shown, moment

PROMPTS = frozenset({"check-in-due", "check-in-reminder"})
LIVE = ("planned", "prompted", "reminded")
RUNNING = ("active", "renegotiating")
CLOCKS_DIFFER = timedelta(minutes=2)
"""Computers' clocks are set during a run, and a message takes its time."""

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def each_prompt_appears_once(e: Evidence) -> Iterator[str]:
    """A prompt is sent at most once for each check-in and kind, whatever row it came from."""
    asked = Counter((s.school.team, s.row["args"]["check_in"], s.kind) for s in e.shown if s.kind in PROMPTS and s.row)
    for (team, check_in, kind), times in asked.items():
        if times > 1:
            yield f"{kind} for check-in {check_in} of {team} was posted {times} times"


def prompts_come_in_time(e: Evidence) -> Iterator[str]:
    """A prompt whose time is over is not sent any more."""
    for s in _new(e, "in time?"):
        if s.row["expires_at"] and s.at > moment(s.row["expires_at"]) + CLOCKS_DIFFER:
            yield f"{s.kind} {s.delivery} came at {s.at:%m-%d %H:%M}, and was over at {s.row['expires_at']}"


def _new(e: Evidence, question: str) -> Iterator[Shown]:
    """The prompts that appeared since this was asked last."""
    start = e.remembered.get(question, 0)
    e.remembered[question] = len(e.shown)
    return (s for s in e.shown[start:] if s.kind in PROMPTS and s.row)


def check_ins_follow_local_time(e: Evidence) -> Iterator[str]:
    """A planned check-in is due on an agreed day, at the agreed time on the student's own clock."""
    contracts = e.by_id("contract")
    versions = {(v["contract"], v["number"]): v["terms"] for v in e.rows("contract_version")}
    for c in e.rows("check_in"):
        contract = contracts[c["contract"]]
        due = moment(c["due_at"])
        if c["state"] != "planned" or contract["status"] not in RUNNING or due <= e.now + CLOCKS_DIFFER:
            continue
        terms = versions[contract["id"], contract["agreed"]]
        zone = _zone_of(e, contract)
        if not _is_agreed(due, terms["check_in_days"], time.fromisoformat(terms["check_in_time"]), zone):
            yield f"check-in {c['id']} is due at {due.astimezone(zone)}, against {terms['check_in_time']} as agreed"


def _is_agreed(due: datetime, days: list[str], at: time, zone: ZoneInfo) -> bool:
    local = due.astimezone(zone).date()
    near = (local + timedelta(days=n) for n in (-1, 0, 1))
    return due in {datetime.combine(d, at, zone).astimezone(UTC) for d in near if DAYS[d.weekday()] in days}


def _zone_of(e: Evidence, contract: Row) -> ZoneInfo:
    """The student's zone as Accord was told; the class's where it was told nothing."""
    for p in e.rows("person"):
        if (p["workspace"], p["user"]) == (contract["workspace"], contract["student"]) and p["timezone"] != "UTC":
            return ZoneInfo(p["timezone"])
    return ZoneInfo(e.by_id("classroom")[contract["classroom"]]["timezone"])


def nobody_is_asked_at_night(e: Evidence) -> Iterator[str]:
    """Prompts are not written between 20:00 and 7:00 on the student's clock."""
    check_ins, contracts = e.by_id("check_in"), e.by_id("contract")
    for s in _new(e, "at night?"):
        contract = contracts[check_ins[s.row["args"]["check_in"]]["contract"]]
        written = moment(s.row["created_at"]).astimezone(_zone_of(e, contract))
        early, late = written + CLOCKS_DIFFER, written - CLOCKS_DIFFER
        if early.time() < time(7) or late.time() >= time(20):
            yield f"{s.kind} {s.delivery} was written at {written:%H:%M} of the student's day"


def one_check_in_lies_ahead(e: Evidence) -> Iterator[str]:
    """A contract never has two check-ins that are still to come or waiting in time."""
    live = Counter(c["contract"] for c in e.rows("check_in") if c["state"] in LIVE and c["wake_at"])
    for contract, many in live.items():
        if many > 1:
            yield f"contract {contract} has {many} check-ins ahead"
