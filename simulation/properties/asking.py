"""Check-ins: asked once, when it was agreed, in the student's own time, and never at night."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from simulation.evidence import DAYS, Evidence, Row, Shown, as_it_runs, is_agreed_on, moment
from simulation.properties.answering import asked_for_it, went_on

PROMPTS = frozenset({"check-in-due", "check-in-reminder"})
LIVE = ("planned", "prompted", "reminded")
RUNNING = ("active", "renegotiating")
CLOCKS_DIFFER = timedelta(minutes=2)
"""Computers' clocks are set during a run, and a message takes its time."""

A_WHILE = timedelta(days=2)
"""Between two looks more than one act may lie: what was closed in between was open before."""

TAKES_ITS_TIME = timedelta(minutes=10)
"""A process may be suspended between its look at the clock and its commit."""

JUST_NOW = 300.0
"""Seconds from a press to what it leads to, with all that may go wrong between."""

MORNING, NIGHT = time(7), time(20)


def each_prompt_appears_once(e: Evidence) -> Iterator[str]:
    """A prompt is sent at most once for each check-in and kind, whatever row it came from; and once more to somebody
    who was not well, each time that they go on."""
    asked = [(s.school.team, s.row["args"]["check_in"], s.kind) for s in e.shown if s.kind in PROMPTS and s.row]
    for (team, check_in, kind), times in Counter(asked).items():
        if times > 1 and times > 1 + _times_gone_on(e, check_in):
            yield f"{kind} for check-in {check_in} of {team} was posted {times} times"


def _times_gone_on(e: Evidence, check_in: int) -> int:
    contract = e.by_id("contract")[e.by_id("check_in")[check_in]["contract"]]
    return len(list(went_on(e.school_of(contract["workspace"]), contract["student"])))


def _was_just_asked_for(e: Evidence, s: Shown, contract: Row) -> bool:
    """Whether its student had gone on after they were not well, or said that they had what check-ins come after."""
    written = moment(s.row["created_at"]).timestamp()
    return any(abs(at - written) < JUST_NOW for at in asked_for_it(e, s.school, contract["student"]))


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
    """A planned check-in is due on an agreed day, at the agreed time on the student's own clock; or by day on the last
    day of the contract."""
    contracts = e.by_id("contract")
    versions = {(v["contract"], v["number"]): v["terms"] for v in e.rows("contract_version")}
    for c in e.rows("check_in"):
        contract = contracts[c["contract"]]
        due = moment(c["due_at"])
        if c["state"] != "planned" or contract["status"] not in RUNNING or due <= e.now + CLOCKS_DIFFER:
            continue
        terms = as_it_runs(e, contract, versions[contract["id"], contract["agreed"]])
        zone = _zone_of(e, contract)
        if _is_of_the_last_day(due.astimezone(zone), last_open_day(e, contract, date.fromisoformat(terms["ends_on"]))):
            continue
        near = _asked_near(e, contract, due.astimezone(zone).date(), terms)
        days = list(DAYS) if terms.get("after_each") else [DAYS[day.weekday()] for day in near]
        if not _is_agreed(due, days, time.fromisoformat(terms["check_in_time"]), zone):
            yield f"check-in {c['id']} is due at {due.astimezone(zone)}, against {terms['check_in_time']} as agreed"


def _asked_near(e: Evidence, contract: Row, day: date, terms: dict[str, Any]) -> Iterator[date]:
    """The days around this one that are agreed, or to which the check-in of a day off goes: the next school day."""
    in_class = e.by_id("classroom")[contract["classroom"]]["check_in_days"]
    for near in (day + timedelta(days=n) for n in (-1, 0, 1)):
        if is_agreed_on(terms, near) and not has_no_school(e, contract, near):
            yield near
        before = near - timedelta(days=1)
        while has_no_school(e, contract, before) or (before.weekday() > 4 and DAYS[before.weekday()] not in in_class):
            if has_no_school(e, contract, before) and is_agreed_on(terms, before):
                yield near
            before -= timedelta(days=1)


def _is_agreed(due: datetime, days: list[str], at: time, zone: ZoneInfo) -> bool:
    local = due.astimezone(zone).date()
    near = (local + timedelta(days=n) for n in (-1, 0, 1))
    return due in {datetime.combine(d, at, zone).astimezone(UTC) for d in near if DAYS[d.weekday()] in days}


def _is_of_the_last_day(due: datetime, last_day: date) -> bool:
    return due.date() == last_day and MORNING <= due.time() < NIGHT


def nobody_is_asked_while_away(e: Evidence) -> Iterator[str]:
    """Nothing that asks or reminds is written while its student is away, or the contract pauses; save for who was not
    well, and goes on, or who says that they had what check-ins come after."""
    check_ins, contracts = e.by_id("check_in"), e.by_id("contract")
    for s in _new(e, "away?"):
        contract = contracts[check_ins[s.row["args"]["check_in"]]["contract"]]
        written = moment(s.row["created_at"])
        if _was_just_asked_for(e, s, contract):
            continue
        for absence in absences_of(e, contract):
            begins, ends = moment(absence["begins_at"]), moment(absence["ends_at"])
            known = max(begins, moment(absence["said_at"]))
            if known + CLOCKS_DIFFER < written < ends - CLOCKS_DIFFER:
                yield f"{s.kind} {s.delivery} was written at {written}, while away until {ends}"


def nothing_excused_is_missed(e: Evidence) -> Iterator[str]:
    """A check-in that is excused never counts as missed afterwards, nor is anything missed while its student is away;
    of neither does a teacher hear."""
    excused: set[int] = e.remembered.setdefault("excused", set())
    contracts, known = e.by_id("contract"), e.remembered.setdefault("missed", set())
    excused -= {
        s.row["args"]["check_in"] for s in _new(e, "excused, and asked again?")
    }  # whoever goes on is asked again
    for c in e.rows("check_in"):
        if c["state"] == "excused":
            excused.add(c["id"])
        elif c["state"] == "missed" and c["id"] not in known:
            known.add(c["id"])
            if c["id"] in excused:
                yield f"check-in {c['id']} was excused, and counts as missed"
            absences = absences_of(e, contracts[c["contract"]])
            looked = e.remembered.get("looked at what is missed", e.now)
            if any(_covers(a, looked) and _covers(a, e.now) for a in absences):
                yield f"check-in {c['id']} was missed while its student was away"
        elif c["state"] != "missed":
            excused.discard(c["id"])  # it was set aside by mistake, and is open again, or answered
    for s in _new_of(e, "missed?", "check-in-missed"):
        if s.row["args"]["check_in"] in excused:
            yield f"{s.delivery} tells a teacher that an excused check-in was missed"
    e.remembered["looked at what is missed"] = e.now


def _covers(absence: Row, at: datetime) -> bool:
    begins = max(moment(absence["begins_at"]), moment(absence["said_at"]))
    return begins + CLOCKS_DIFFER < at < moment(absence["ends_at"]) - CLOCKS_DIFFER


def absences_of(e: Evidence, contract: Row) -> Iterator[Row]:
    """Those of its student in its class, and its own pauses."""
    for absence in e.rows("absence"):
        mine = all(absence[name] == contract[name] for name in ("workspace", "student", "classroom"))
        if mine and absence["contract"] in (None, contract["id"]):
            yield absence


def nobody_is_asked_on_a_day_off(e: Evidence) -> Iterator[str]:
    """Nothing that asks or reminds is written on a day on which the class has no school, where that was known before;
    save for who was not well, and goes on."""
    known: dict[int, datetime] = e.remembered.setdefault("days off", {})
    check_ins, contracts = e.by_id("check_in"), e.by_id("contract")
    for s in _new(e, "day off?"):
        contract = contracts[check_ins[s.row["args"]["check_in"]]["contract"]]
        written = moment(s.row["created_at"])
        if _was_just_asked_for(e, s, contract):
            continue
        for off in days_off_of(e, contract):
            since = known.get(off["id"])
            zones = (_zone_of(e, contract), ZoneInfo(e.by_id("classroom")[contract["classroom"]]["timezone"]))
            both = all(_holds(off, written.astimezone(zone).date()) for zone in zones)
            if both and since is not None and since + CLOCKS_DIFFER < written:
                yield f"{s.kind} {s.delivery} was written at {written}, on a day off of its class"
    for off in e.rows("day_off"):
        known.setdefault(off["id"], e.now)


def a_closed_class_asks_nobody(e: Evidence) -> Iterator[str]:
    """Nothing that asks or reminds is written while a class is closed, or its channel archived, nor is a teacher asked
    about a promise there; save for who was not well, and goes on, or who says that they had what check-ins come
    after."""
    check_ins, contracts = e.by_id("check_in"), e.by_id("contract")
    closed: dict[int, datetime] = e.remembered.setdefault("closed classes", {})
    for room in e.rows("classroom"):
        if not room["archived"]:  # what was written since the last look may have been written after it was opened
            closed.pop(room["id"], None)
    for s in _new(e, "closed?"):
        contract = contracts[check_ins[s.row["args"]["check_in"]]["contract"]]
        since, written = closed.get(contract["classroom"]), moment(s.row["created_at"])
        if since is not None and since + CLOCKS_DIFFER < written and not _was_just_asked_for(e, s, contract):
            yield f"{s.kind} {s.delivery} was written at {written}, and its class is closed since {since}"
    known: dict[int, str] = e.remembered.setdefault("promises asked about", {})
    for promise in e.rows("promise"):
        since = closed.get(contracts[promise["contract"]]["classroom"])
        if promise["asked_on"] != known.get(promise["id"], "") and since is not None and since + A_WHILE < e.now:
            yield f"promise {promise['id']} was asked about, and its class is closed since {since}"
        known[promise["id"]] = promise["asked_on"]
    for room in e.rows("classroom"):
        if room["archived"]:
            closed.setdefault(room["id"], e.now)


def is_closed(e: Evidence, contract: Row) -> bool:
    return bool(e.by_id("classroom")[contract["classroom"]]["archived"])


def days_off_of(e: Evidence, contract: Row) -> Iterator[Row]:
    for off in e.rows("day_off"):
        if off["closes"] and (off["workspace"], off["classroom"]) == (contract["workspace"], contract["classroom"]):
            yield off


def _holds(span: Row, day: date) -> bool:
    return date.fromisoformat(span["first_on"]) <= day <= date.fromisoformat(span["last_on"])


def has_no_school(e: Evidence, contract: Row, day: date) -> bool:
    return any(_holds(off, day) for off in days_off_of(e, contract))


def last_open_day(e: Evidence, contract: Row, ends_on: date) -> date:
    """The last day on which its student is asked."""
    day = ends_on
    while is_away(e, contract, day) or has_no_school(e, contract, day):
        day -= timedelta(days=1)
    return day


def is_away(e: Evidence, contract: Row, day: date) -> bool:
    return any(_holds(absence, day) for absence in absences_of(e, contract))


def _new_of(e: Evidence, question: str, kind: str) -> Iterator[Shown]:
    start = e.remembered.get(question, 0)
    e.remembered[question] = len(e.shown)
    return (s for s in e.shown[start:] if s.kind == kind and s.row)


def the_last_day_is_a_day(e: Evidence) -> Iterator[str]:
    """A contract ends when its last day is over where the student is, and asks for one check-in at most on that day,
    beside what its student notes without being asked."""
    asked = {(s.school.team, s.row["args"]["check_in"]) for s in e.shown if s.kind in PROMPTS and s.row}
    contracts = e.by_id("contract")
    versions = {(v["contract"], v["number"]): v["terms"] for v in e.rows("contract_version")}
    known = e.remembered.setdefault("ended", set())
    for h in e.rows("history"):
        if h["action"] != "ended" or h["id"] in known:
            continue
        known.add(h["id"])
        contract = contracts[h["contract"]]
        zone, last = _zone_of(e, contract), date.fromisoformat(versions[contract["id"], contract["agreed"]]["ends_on"])
        at = min(moment(h["at"]), e.now)  # it was not there a moment ago, whatever the computer says
        if (at + CLOCKS_DIFFER).astimezone(zone).date() <= last:
            yield f"contract {contract['id']} ended at {at}, before {last} was over"
        own = (c for c in e.rows("check_in") if c["contract"] == contract["id"] and c["state"] != "dropped")
        if versions[contract["id"], contract["agreed"]].get("after_each"):
            continue
        on_it = [c for c in own if (c["workspace"], c["id"]) in asked]
        if sum(moment(c["due_at"]).astimezone(zone).date() == last for c in on_it) > 1:
            yield f"contract {contract['id']} has several check-ins on its last day"


def what_is_written_says_the_true_time(e: Evidence) -> Iterator[str]:
    """However a computer's clock leaps, what is written down says when it was, to the time that it takes."""
    looked: datetime = e.remembered.get("looked at the time", e.now)
    e.remembered["looked at the time"] = e.now
    for kind, column in (("outbox", "created_at"), ("history", "at"), ("reply", "said_at")):
        known: int = e.remembered.get(f"time of {kind}", 0)
        rows = [r for r in e.rows(kind) if r["id"] > known]
        e.remembered[f"time of {kind}"] = max((r["id"] for r in rows), default=known)
        for row in rows:
            if not looked - TAKES_ITS_TIME <= moment(row[column]) <= e.now + CLOCKS_DIFFER:
                yield f"{kind} {row['id']} says {row[column]}, and was written between {looked} and {e.now}"


def is_night(e: Evidence, contract: Row) -> bool:
    """Whether its student has quiet hours now."""
    room = e.by_id("classroom")[contract["classroom"]]
    begins, ends = (time.fromisoformat(room[name]) for name in ("quiet_from", "quiet_until"))
    now = e.now.astimezone(_zone_of(e, contract)).time()
    return begins <= now < ends if begins <= ends else now >= begins or now < ends


def _zone_of(e: Evidence, contract: Row) -> ZoneInfo:
    """The student's zone as Accord was told; the class's where it was told nothing."""
    for p in e.rows("person"):
        if (p["workspace"], p["user"]) == (contract["workspace"], contract["student"]) and p["timezone"] != "UTC":
            return ZoneInfo(p["timezone"])
    return ZoneInfo(e.by_id("classroom")[contract["classroom"]]["timezone"])


def nobody_is_asked_at_night(e: Evidence) -> Iterator[str]:
    """Prompts are not written between 20:00 and 7:00 on the student's clock, unless they let Accord ask on then."""
    check_ins, contracts = e.by_id("check_in"), e.by_id("contract")
    for s in _new(e, "at night?"):
        contract = contracts[check_ins[s.row["args"]["check_in"]]["contract"]]
        if _was_just_asked_for(e, s, contract):
            continue
        written = moment(s.row["created_at"]).astimezone(_zone_of(e, contract))
        early, late = written + CLOCKS_DIFFER, written - CLOCKS_DIFFER
        if early.time() < MORNING or late.time() >= NIGHT:
            yield f"{s.kind} {s.delivery} was written at {written:%H:%M} of the student's day"


def one_check_in_lies_ahead(e: Evidence) -> Iterator[str]:
    """A contract never has two check-ins that are still to come or waiting in time."""
    live = Counter(c["contract"] for c in e.rows("check_in") if c["state"] in LIVE and c["wake_at"])
    for contract, many in live.items():
        if many > 1:
            yield f"contract {contract} has {many} check-ins ahead"
