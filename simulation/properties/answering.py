"""What people say: kept once, kept as they last said it, and never lost."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sandbox.deliveries import Envelope
from simulation.evidence import Evidence, moment
from simulation.school import School, Typed

BURST = 6.0
"""Seconds: what one person writes so close together is one message in several parts."""

DEAD_ENDS = frozenset(
    {
        "refused",
        "help",
        "interview-question",
        "answer-sent",
        "contract-card",
        "no-check-in-now",
        "remark",
        "explained",
        "ways-out",
        "leave-out-offered",
        "reads-english",
        "pass-on-offered",
        "note-sent",
        "progress-offered",
        "which-one",
        "care-answer",
        "care-still",
        "files-not-passed-on",
        "enough-today",
        "self-card",
        "self-contracts",
    }
)
"""What Accord says where it did not take something as an answer: then nothing was lost without a word."""

SLACK_WAITS = timedelta(seconds=3)
"""For the answer to a form."""
STILL_EVERY = 300
"""Seconds: so often somebody who is not well, and writes on, hears that nothing of it is kept."""

GOES_ON = ("care.go_on", "care.meant_else")
"""With these, somebody who was not well lets Accord ask on."""

HAD_ONE = "checking_in.had_one"

KEPT_IN = (
    *("feedback", "response", "history", "contract_version", "reply", "assessment", "draft", "learner_profile"),
    "classroom",
    "evidence",
    "talk",
    *("peer_look", "mentoring", "conference", "family_note", "promise", "milestone"),
    *("self_contract", "lesson_answer", "inventory_answer", "survey"),
)
"""Where forms leave what was typed into them."""


UNDONE: dict[str, tuple[str, str, str | None]] = {
    "mentoring.write": ("mentoring", "state", "stopped"),
    "peers.write": ("peer_look", "state", "stopped"),
    "conference.agree": ("conference", "step", None),
    "celebrating.word": ("milestone", "own_words", ""),
}
"""Forms whose words may go again without their author, with where they stood."""

WITH_ONESELF, DISCARDS = "with oneself", "oneself.discard"
"""What the words are about that are gone with what somebody agreed with themselves, and how they let it go."""

IN_A_DRAFT = frozenset({"menus.pick", "templates.fill", "phrases.save"})
"""Forms whose words stand in a draft, or a list, until something else takes their place."""

SHOWS_WORK = frozenset({"evidence.give", "evidence.say", "checking_in.log", "unasked.log"})
"""Forms whose words may be about work alone."""


def an_answer_is_stored_once(e: Evidence) -> Iterator[str]:
    """One message is the answer to one question."""
    for place, times in Counter(ts for ts, _ in _stored(e)).items():
        if times > 1:
            yield f"message {place} was taken as the answer to {times} questions"


def _stored(e: Evidence) -> Iterator[tuple[str, str]]:
    """(workspace and ts, text) of every typed message that is kept as an answer."""
    for reply in e.rows("reply"):
        for ts, text in reply["typed"].items():
            yield f"{reply['workspace']} {ts}", text
    for interview in e.rows("interview"):
        for answer in interview["draft"].values():
            if answer.get("ts"):
                yield f"{interview['workspace']} {answer['ts']}", answer["raw"]


def what_one_writes_is_heard_in_order(e: Evidence) -> Iterator[str]:
    """What one person wrote is heard as it was taken in, one after the other; also what was kept in a rush.

    Each message leaves a key when it is taken in, and what was kept another one when it is heard.
    """
    heard = {(k["workspace"], k["key"].removeprefix("kept:")): k["id"] for k in e.rows("incoming", "key LIKE 'kept:%'")}
    hears = e.rows("errand", "kind = 'hear' AND NOT done")
    waits = {(h["workspace"], h["args"]["incoming"]) for h in hears} - heard.keys()
    if not heard and not waits:
        return
    last: dict[tuple[str, str], float] = {}
    for taken in e.rows("incoming", "key LIKE 'said:%' OR key LIKE 'edit:%'"):
        key = taken["workspace"], taken["key"]
        at = math.inf if key in waits else float(heard[key] if key in heard else taken["id"])
        conversation = taken["workspace"], taken["key"].split(":")[1]
        if at < last.get(conversation, 0):
            yield f"{taken['key']} was heard before what was written earlier"
        last[conversation] = max(at, last.get(conversation, 0))


def nothing_breaks(e: Evidence) -> Iterator[str]:
    """Trouble is no error: whatever Slack and the network do, the program knows what to do about it."""
    yield from e.errors


def no_answer_is_lost(e: Evidence) -> Iterator[str]:
    """What was acknowledged is kept, or waits to be placed, or its author was told that it could not be taken.

    Somebody who was not well hears from time to time, and not each time, that nothing is kept of what comes in until
    they go on. That goes for what comes in then, whenever it was written: after an outage that may be before. An answer
    that its author undid is gone, as they wanted.
    """
    kept = _words_in(e, *KEPT_IN, "interview", "asked_back", "note")
    told, stills = _told(e), _turns_with_a_still(e)
    taken_back = {(p["workspace"], p["source"]) for p in e.rows("evidence") if p["state"] == "taken-back"}
    for school in e.schools:
        for typed in school.typed:
            words = {typed.word, *(word for word, _ in typed.edits)}
            if not (typed.word and typed.acknowledged) or words & kept or _was_undone(e, school, typed):
                continue
            if (school.team, typed.ts) in taken_back:
                continue
            if typed.about == WITH_ONESELF and _discarded(school, typed.user):
                continue
            if not any(
                (school.team, typed.user, at) in told or (school.team, typed.user, _turn(at)) in stills
                for at in _heard_at(e, school, typed)
            ):
                yield f"{typed.about} {typed.ts} ({typed.word}) was acknowledged and is nowhere"


def _words_in(e: Evidence, *tables: str) -> set[str]:
    """All words of anybody's that stand in these tables."""
    everything = "\n".join(json.dumps([dict(row) for row in e.rows(t)], ensure_ascii=False) for t in tables)
    return {word for school in e.schools for word in school.mint.found_in(everything)}


def _told(e: Evidence) -> set[tuple[str, str, str]]:
    """(workspace, user, moment) of whatever says that something was not taken: it is queued when that is heard."""
    return {(o["workspace"], o["reader"], o["created_at"]) for o in e.rows("outbox") if o["notice"] in DEAD_ENDS}


def _turns_with_a_still(e: Evidence) -> set[tuple[str, str, int]]:
    """(workspace, user, turn) in which somebody who was not well heard that nothing is kept: once in each turn."""
    stills = (o for o in e.rows("outbox") if o["notice"] == "care-still")
    return {(o["workspace"], o["reader"], _turn(o["created_at"])) for o in stills}


def _turn(at: str) -> int:
    return int(moment(at).timestamp()) // STILL_EVERY


def _was_undone(e: Evidence, school: School, typed: Typed) -> bool:
    """Whether its author pressed "undo" under a check-in about which this was heard. What was undone too late is
    kept."""
    about = _check_ins_answered(e, school, set(_heard_at(e, school, typed)))
    return any(under in about for at, under in _undone(e, school, typed.user) if at > float(typed.ts))


def _check_ins_answered(e: Evidence, school: School, moments: set[str]) -> set[int]:
    """The check-ins about which something was said in reply at these moments."""
    rows = (row for row in e.rows("outbox") if row["workspace"] == school.team and row["created_at"] in moments)
    return {row["args"]["check_in"] for row in rows if "check_in" in row["args"]}


def _undone(e: Evidence, school: School, user: str) -> Iterator[tuple[float, int]]:
    """When somebody pressed "undo", and under which check-in."""
    posted = {row["ts"]: row["args"] for row in e.rows("outbox") if row["workspace"] == school.team}
    for one in school.core.deliveries.all:
        pressed = one.payload["actions"] if one.payload.get("type") == "block_actions" and one.acks else ()
        if any(p["action_id"] == "checking_in.undo" for p in pressed) and one.payload["user"]["id"] == user:
            check_in = posted.get(one.payload["container"]["message_ts"], {}).get("check_in")
            if check_in is not None:
                yield one.created.timestamp(), check_in


def went_on(school: School, user: str) -> Iterator[float]:
    """When somebody who was not well let Accord ask on."""
    for one in school.core.deliveries.all:
        pressed = one.payload["actions"] if one.payload.get("type") == "block_actions" else ()
        if any(p["action_id"] in GOES_ON for p in pressed) and one.payload["user"]["id"] == user:
            yield one.created.timestamp()


def asked_for_it(e: Evidence, school: School, user: str) -> Iterator[float]:
    """When somebody brought it about themselves that they are asked at once."""
    yield from went_on(school, user)
    for one in school.core.deliveries.all:
        pressed = one.payload["actions"] if one.payload.get("type") == "block_actions" else ()
        if any(p["action_id"] == HAD_ONE for p in pressed) and one.payload["user"]["id"] == user:
            yield one.created.timestamp()
    for typed in school.typed:
        if typed.user == user and typed.about == "had one":
            yield from (moment(at).timestamp() for at in e.heard.get((school.team, typed.ts), ()))


def _heard_at(e: Evidence, school: School, typed: Typed) -> Iterator[str]:
    """When a message was heard, or a further part of it: parts are heard as one, with one answer."""
    for other in school.typed:
        if other.user == typed.user and abs(float(other.ts) - float(typed.ts)) <= BURST:
            yield from e.heard.get((school.team, other.ts), ())


def no_form_is_lost(e: Evidence) -> Iterator[str]:
    """What was typed into a form that closed is kept, or its author was told that it could not be."""
    kept = "\n".join(json.dumps([dict(row) for row in e.rows(table)], ensure_ascii=False) for table in KEPT_IN)
    for school in e.schools:
        for forms in _newest_forms(school):
            view, user, sent = forms[-1].payload["view"], forms[-1].payload["user"]["id"], forms[-1].created
            words = school.mint.found_in(json.dumps([form.payload["view"]["state"] for form in forms]))
            if view["callback_id"] in SHOWS_WORK and _took_work_back(e, school, user):
                continue
            if view["callback_id"] in UNDONE and _was_undone_by_others(e, view):
                continue
            if view["callback_id"] in IN_A_DRAFT:
                continue
            if view["callback_id"].startswith("oneself.") and _discarded(school, user):
                continue
            if words and not any(word in kept for word in words) and not _told_since(e, school, user, sent):
                yield f"{view['callback_id']} by {user} ({words[0]}) was acknowledged and is nowhere"


def _was_undone_by_others(e: Evidence, view: Mapping[str, Any]) -> bool:
    """Of a look that ended nothing is left, nor of a step that the other side wrote anew."""
    table, column, over = UNDONE[view["callback_id"]]
    row = e.by_id(table).get(int(view["private_metadata"]))
    return row is None or over is None or row[column] == over


def _took_work_back(e: Evidence, school: School, user: str) -> bool:
    """Nothing is left of it then, nor of the form that it came with."""
    mine = (p for p in e.rows("evidence") if (p["workspace"], p["student"]) == (school.team, user))
    return any(p["state"] == "taken-back" for p in mine)


def _discarded(school: School, user: str) -> bool:
    """Whether they let something go that they had agreed with themselves: nothing is left of it then."""
    return any(
        action["action_id"] == DISCARDS and one.payload["user"]["id"] == user
        for one in school.core.deliveries.all
        if one.kind == "interactive"
        for action in one.payload.get("actions", ())
    )


def _newest_forms(school: School) -> Iterable[Sequence[Envelope]]:
    """Of each form of each person, the last that was sent and closed: it may say anew what an earlier one said. With it
    those that were not answered yet when it was sent, for of those nobody can say which came in last."""
    sent = [e for e in school.core.deliveries.all if e.payload.get("type") == "view_submission"]
    closed: dict[tuple[str, str, str], list[Envelope]] = defaultdict(list)
    for envelope in sent:
        view, user = envelope.payload["view"], envelope.payload["user"]["id"]
        if envelope.acks and not envelope.acks[0].payload:
            closed[user, view["callback_id"], view["private_metadata"]].append(envelope)
    return [[e for e in forms if e.acks[0].at >= forms[-1].created] for forms in closed.values()]


def _told_since(e: Evidence, school: School, user: str, since: datetime) -> bool:
    told = (s for s in e.shown if s.school is school and s.row.get("lane") == user and s.at >= since)
    return any(s.kind in DEAD_ENDS for s in told)


def edits_count(e: Evidence) -> Iterator[str]:
    """The newest edit that was acknowledged is what is kept of an answer to a check-in."""
    kept = {f"{r['workspace']} {ts}": (text, r["contract"]) for r in e.rows("reply") for ts, text in r["typed"].items()}
    contracts = e.by_id("contract")
    for school in e.schools:
        for typed in school.typed:
            text, contract = kept.get(f"{school.team} {typed.ts}", ("", 0))
            if not text or not typed.edits or contracts[contract]["status"] not in ("active", "renegotiating"):
                continue
            acknowledged = [w for w, envelope in typed.edits if envelope is not None and envelope.acknowledged]
            if (
                len(acknowledged) == len(typed.edits)
                and acknowledged[-1] not in text
                and not _refused(e, school, typed)
            ):
                yield f"the edit {acknowledged[-1]} of {typed.ts} was acknowledged, and {text!r} stands"


def _refused(e: Evidence, school: School, typed: Typed) -> bool:
    return any(s.school is school and s.kind == "refused" and s.row.get("lane") == typed.user for s in e.shown)


def slack_accepts_every_answer(e: Evidence) -> Iterator[str]:
    """No form is answered with what Slack would refuse. It looks at no answer that comes too late: its person has long
    gone on."""
    for school in e.schools:
        for envelope in school.core.deliveries.all:
            if envelope.problem and envelope.acks[0].at - envelope.created <= SLACK_WAITS:
                yield f"the answer to {envelope.label}: {envelope.problem}"
