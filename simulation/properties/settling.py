"""In the end, when nothing goes wrong any more: all is said, nothing waits, nothing was given up."""

from collections.abc import Iterator
from datetime import date, timedelta

from sandbox.finding import Screen, each_element
from sandbox.interactions import OnMessage
from simulation.evidence import Evidence, as_it_runs, is_agreed_on, moment
from simulation.properties.asking import (
    LIVE,
    RUNNING,
    absences_of,
    has_no_school,
    is_away,
    is_closed,
    is_night,
    last_open_day,
)

REASONS = frozenset({"user_not_in_channel", "not_in_channel", "channel_not_found", "is_archived"})
"""Refusals of Slack's for which people gave it a reason: they left, or took Accord out."""

NIGHT = timedelta(hours=14)
"""Quiet hours of people in other zones, and some more: so long something due may rightly wait."""

OFFERS = {
    "reviewing.approve": "proposed",
    "reviewing.ask": "proposed",
    "reviewing.sign": "amended",
    "reviewing.counter": "amended",
    "changing.decline": "renegotiating",
}
"""What a card offers, and where the contract must stand for it."""


def nothing_is_left_waiting(e: Evidence) -> Iterator[str]:
    """Whatever was due is done. What changes a message waits for as long as that does."""
    ahead = {o["id"] for o in e.rows("outbox", "state = 'waiting'") if moment(o["not_before"]) > e.now}
    for o in e.rows("outbox", "state IN ('waiting', 'claimed')"):
        if o["refreshes"] in ahead:
            continue
        if o["state"] == "claimed" or moment(o["not_before"]) < e.now - timedelta(hours=1):
            yield f"{o['notice']} {o['id']} is still {o['state']}"
    for errand in e.rows("errand"):
        if not errand["done"] and moment(errand["not_before"]) < e.now - timedelta(hours=1):
            yield f"errand {errand['id']} ({errand['kind']}) is not done"
    contracts = e.by_id("contract")
    for c in e.rows("check_in"):
        if is_closed(e, contracts[c["contract"]]):
            continue
        if c["wake_at"] and moment(c["wake_at"]) < e.now - NIGHT:
            yield f"check-in {c['id']} is {c['state']} and was to be looked at at {c['wake_at']}"
    yield from _ends_left_waiting(e)


def _ends_left_waiting(e: Evidence) -> Iterator[str]:
    away = {(m["classroom"], m["user"]) for m in e.rows("membership") if m["left_at"]}
    for c in e.rows("contract"):
        if c["ends_at"] and moment(c["ends_at"]) < e.now - NIGHT and (c["classroom"], c["student"]) not in away:
            rests = is_closed(e, c) or any(has_no_school(e, c, (e.now + timedelta(days=n)).date()) for n in (-1, 0, 1))
            if rests or is_night(e, c) or any(moment(a["ends_at"]) > e.now - NIGHT for a in absences_of(e, c)):
                continue  # it waits until its student is back and awake, and school begins again
            yield f"contract {c['id']} is {c['status']} and ended at {c['ends_at']}"


def drafts_come_to_an_end(e: Evidence) -> Iterator[str]:
    """Whatever the model did, a teacher is told that its drafts are here, or that there are none."""
    for draft in e.rows("draft"):
        if draft["asked"] == "waiting":
            yield f"the drafts of feedback {draft['feedback']} still wait for the model"


def nothing_is_given_up(e: Evidence) -> Iterator[str]:
    """No message has failed, save for what people did."""
    for o in e.rows("outbox"):
        if o["state"] == "failed" and o["error"] not in REASONS:
            yield f"{o['verb']} {o['notice']} {o['id']} failed: {o['error']}"
    for errand in e.rows("errand"):
        if errand["done"] and errand["error"] and errand["error"] not in REASONS:
            yield f"errand {errand['id']} ({errand['kind']}) was given up: {errand['error']}"


def what_was_sent_is_there(e: Evidence) -> Iterator[str]:
    """What counts as sent stands in the conversation, at that very place."""
    for o in e.rows("outbox"):
        if o["state"] != "sent" or o["verb"] != "post":
            continue
        conversations = e.school_of(o["workspace"]).core.state.conversations
        place = conversations.get(o["channel"])
        if o["file"]:  # Slack lets no message with a file carry a mark; looked for later, it is known by its file
            holding = [post.ts for post in place.posts if o["file"] in post.files] if place else []
            if len(holding) != 1 or o["ts"] not in (None, *holding):
                yield f"{o['notice']} {o['id']} counts as sent, and its file is there {len(holding)} times"
            continue
        post = place.by_ts.get(o["ts"]) if place else None
        mark = ((post.metadata or {}).get("event_payload") or {}).get("delivery") if post else None
        if mark != f"{o['workspace']}-{o['id']}":
            yield f"{o['notice']} {o['id']} counts as sent, and is not there"


def running_contracts_go_on(e: Evidence) -> Iterator[str]:
    """A contract that runs has a check-in ahead, unless its end comes first."""
    live = {c["contract"] for c in e.rows("check_in") if c["state"] in LIVE}
    versions = {(v["contract"], v["number"]): v["terms"] for v in e.rows("contract_version")}
    for c in e.rows("contract"):
        if c["status"] in RUNNING and c["id"] not in live and not is_closed(e, c):
            terms = as_it_runs(e, c, versions[c["id"], c["agreed"]])
            end = date.fromisoformat(terms["ends_on"])
            ahead = ((e.now + timedelta(days=n)).date() for n in range(2, 17))
            ahead = (day for day in ahead if not is_away(e, c, day) and not has_no_school(e, c, day))
            end = last_open_day(e, c, end)
            if any(day < end - timedelta(days=1) and is_agreed_on(terms, day) for day in ahead):
                yield f"contract {c['id']} runs until {end} and has no check-in ahead"
        if c["status"] in RUNNING and not c["ends_at"]:
            yield f"contract {c['id']} runs, and nobody will look when it ends"


def no_card_offers_what_is_over(e: Evidence) -> Iterator[str]:
    """What has moved on is shown as it is: no button stands that could only be refused."""
    contracts = {(c["workspace"], c["id"]): c for c in e.rows("contract")}
    for s in e.shown:
        place = s.school.core.state.conversations[s.post.channel]
        for _, element in each_element(Screen("", OnMessage(place, s.post, {}), s.post.blocks or [], {})):
            wanted = OFFERS.get(str(element.get("action_id")))
            if wanted is None:
                continue
            contract, _, version = element["value"].partition(":")
            c = contracts[s.school.team, int(contract)]
            if c["status"] != wanted or c["current"] != int(version):
                yield f"{s.kind} {s.delivery} offers {element['action_id']} {element['value']}: it is {c['status']}"
