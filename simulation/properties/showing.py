"""What stands in the conversations: once, as text, and only what may stand there."""

from collections import Counter
from collections.abc import Iterator

from sandbox.seeing import Message
from simulation.evidence import Evidence, Row, Shown
from simulation.school import School

TO_THE_CLASS = frozenset({"class-ready", "shoutout-posted", "lesson-step", "lesson-prompt"})
THEIR_OWN = ("supports", "hardest", "strengths", "commitments")
"""Parts of the terms that are between the student and the teachers."""

ASKING = frozenset(
    {
        "interview-question",
        "check-in-due",
        "check-in-reminder",
        "proposal-card",
        "amendment-card",
        "teacher-asked",
        "student-wondered",
        "look-back-reminder",
        "refused",
        "choose-class",
    }
)
"""What wants something, or refuses something: each has a button that leads on when it appears."""


def each_message_appears_once(e: Evidence) -> Iterator[str]:
    """What is queued once is seen once, however often it was tried.

    Not in a class channel: what stands there Accord may not read (it has no channels:history), and where it can not
    know, it rather says a thing twice than never.
    """
    private = (s for s in e.shown if s.school.room_in(s.post.channel) is None)
    for delivery, times in Counter(s.delivery for s in private).items():
        if times > 1:
            kind = next(s.kind for s in e.shown if s.delivery == delivery)
            yield f"{kind} {delivery} was posted {times} times"


def the_class_hears_only_what_was_shared(e: Evidence) -> Iterator[str]:
    """In the class channel nobody is named and nothing quoted, save a milestone whose student said yes to it.

    Of a milestone that is the name and what the target says, by the terms: what help somebody has, and what is hard
    for them, stands in the same terms and is not for the class.
    """
    for school in e.schools:
        milestones = {m["id"]: m for m in e.rows("milestone") if m["workspace"] == school.team}
        for s in e.shown:
            if s.school is not school or school.room_in(s.post.channel) is None:
                continue
            if s.kind not in TO_THE_CLASS:
                yield f"{s.kind} {s.delivery} was said to the class"
                continue
            text = Message.of(school.core, s.post).visible_text
            shared = milestones.get(s.row["args"].get("milestone")) if s.kind == "shoutout-posted" else None
            yield from _unshared(e, school, text, shared, s.delivery)
            if shared is not None and not _said_yes(e, school, shared):
                yield f"milestone {shared['id']} was shared without a yes"


def _unshared(e: Evidence, school: School, text: str, shared: Row | None, delivery: str) -> Iterator[str]:
    terms = [v["terms"] for v in e.rows("contract_version") if shared and v["contract"] == shared["contract"]]
    statements = [
        said
        for t in terms
        for target in t["targets"]
        for said in (target["statement"], *(step["name"] for step in target.get("milestones", ())))
    ]
    student = e.by_id("contract")[shared["contract"]]["student"] if shared else ""
    own = str(shared["own_words"]) if shared else ""
    own = own if all(school.written[word].author == student for word in school.mint.found_in(own)) else ""
    allowed = " ".join([school.people[student].user.shown, own, *statements]) if shared else ""
    teachers = "" if shared else " ".join(f"{p.user.shown} {p.user.real_name}" for r in school.rooms for p in r.also)
    for kept in {t[part] for t in terms for part in THEIR_OWN}:
        if kept and kept not in allowed and kept in text:
            yield f"{delivery} shows {kept!r} to the class"
    for student in (*school.students, *school.crowd):
        for name in (student.user.real_name, student.user.shown, student.id):
            if name in text and name not in allowed and name not in teachers:
                yield f"{delivery} names {name} to the class"
    for word in school.mint.found_in(text):
        if word not in allowed:
            yield f"{delivery} shows {word} to the class"


def _said_yes(e: Evidence, school: School, milestone: Row) -> bool:
    contract = e.by_id("contract")[milestone["contract"]]
    claim = f"{milestone['id']}:"
    return any(
        action["action_id"] == "celebrating.share" and action.get("value", "").startswith(claim)
        for envelope in school.core.deliveries.all
        if envelope.kind == "interactive" and envelope.payload["user"]["id"] == contract["student"]
        for action in envelope.payload.get("actions", ())
    )


def what_is_typed_is_shown_as_text(e: Evidence) -> Iterator[str]:
    """Nothing that a person typed mentions, links or formats (see `Evidence.note`)."""
    yield from e.parsed


def strangers_are_not_named(e: Evidence) -> Iterator[str]:
    """No workspace sees anything of another's people."""
    yield from e.strangers


def _came_late(e: Evidence, s: Shown) -> bool:
    contract = e.by_id("contract").get(s.row["args"].get("contract", 0)) if s.kind == "teacher-asked" else None
    return contract is not None and contract["status"] != "questioned"


def every_question_leads_on(e: Evidence) -> Iterator[str]:
    """What asks for something offers a way to go on, and so does every refusal. A question that comes late, after
    it was answered under an earlier message, says how it stands."""
    start = e.remembered.get("leads on?", 0)
    e.remembered["leads on?"] = len(e.shown)
    for s in e.shown[start:]:
        if s.kind in ASKING and not s.had_buttons and not _came_late(e, s):
            yield f"{s.kind} {s.delivery} leads nowhere"
