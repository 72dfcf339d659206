"""What people say: kept once, kept as they last said it, and never lost."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sandbox.deliveries import Envelope
from sandbox.ids import ts_key
from simulation.evidence import Evidence
from simulation.school import School, Typed

DEAD_ENDS = frozenset({"refused", "help", "interview-question", "answer-sent", "contract-card", "no-check-in-now"})
"""What Accord says where it could not take something: then nothing was lost without a word."""

KEPT_IN = ("feedback", "response", "history", "contract_version", "reply", "assessment", "draft", "learner_profile")
"""Where forms leave what was typed into them."""


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
    """What was acknowledged is kept, or its author was told that it could not be."""
    kept = {place for place, _ in _stored(e)}
    told = "\n".join(json.dumps(h["detail"], ensure_ascii=False) for h in e.rows("history"))
    for school in e.schools:
        for typed in school.typed:
            if not (typed.word and typed.acknowledged) or f"{school.team} {typed.ts}" in kept:
                continue
            words = [typed.word, *(word for word, _ in typed.edits)]
            if not any(word in told for word in words) and not _was_told(e, school, typed):
                yield f"{typed.about} {typed.ts} ({typed.word}) was acknowledged and is nowhere"


def _was_told(e: Evidence, school: School, typed: Typed) -> bool:
    """Whether something was said to its author afterwards that shows it was heard."""
    return any(
        s.school is school and s.row.get("lane") == typed.user and s.kind in DEAD_ENDS
        for s in e.shown
        if ts_key(s.post.ts) > ts_key(typed.ts)
    )


def no_form_is_lost(e: Evidence) -> Iterator[str]:
    """What was typed into a form that closed is kept, or its author was told that it could not be."""
    kept = "\n".join(json.dumps([dict(row) for row in e.rows(table)], ensure_ascii=False) for table in KEPT_IN)
    for school in e.schools:
        for forms in _newest_forms(school):
            view, user, sent = forms[-1].payload["view"], forms[-1].payload["user"]["id"], forms[-1].created
            words = school.mint.found_in(json.dumps([form.payload["view"]["state"] for form in forms]))
            if words and not any(word in kept for word in words) and not _told_since(e, school, user, sent):
                yield f"{view['callback_id']} by {user} ({words[0]}) was acknowledged and is nowhere"


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
    """No form is answered with what Slack would refuse."""
    for school in e.schools:
        for envelope in school.core.deliveries.all:
            if envelope.problem:
                yield f"the answer to {envelope.label}: {envelope.problem}"
