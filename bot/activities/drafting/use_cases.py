"""Draft targets from feedback: written at once by rule, looked at by the teacher, then offered to the student."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from bot.activities import access
from bot.activities.drafting import messages
from bot.activities.drafting.messages import DraftsOffered, DraftsOfferedBrief
from bot.activities.privacy import disclosing
from bot.activities.proposing import starting
from bot.domain import drafts as domain_drafts
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Feedback
from bot.domain.contract import Status
from bot.domain.drafts import Asked, Call, Drafts, TargetDraft
from bot.domain.outbox import Errand, ErrandKind
from bot.language.drafts import drafts_by_rule
from bot.messages.briefs import NothingToSay, lang_of, name_of, only_to, say
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork

# Ideas that a teacher may offer to a student, or not now: their card follows.


LATEST = 10
"""Feedback of a student in a class whose cards follow: what was given before is far up in the conversation."""


def may_be_offered(uow: UnitOfWork, given: Feedback) -> bool:
    """Whether the student can start from an idea now: they are in the class, and no contract is sent or runs there."""
    if given.student not in access.students_of(uow, given.classroom):
        return False
    standing = uow.contracts.open_of(given.student, given.classroom)
    return standing is None or standing.status is Status.DRAFTING


def follow(uow: UnitOfWork, student: str, classroom: int) -> None:
    """Something has changed about that: the cards of what waits to be offered show it."""
    given = [f.id for f in uow.feedback.to(student, classroom)][-LATEST:]
    for drafts in uow.drafts.not_offered(given) if given else ():
        refresh(uow, f"feedback:{drafts.feedback}")


def begin(uow: UnitOfWork, feedback: Feedback, *, ask_model: bool) -> Drafts:
    """The rule's drafts, in the transaction that stores the feedback; a model is asked afterwards."""
    texts = _by_rule(uow, feedback)
    if ask_model:
        uow.errands.add(Errand(uow.workspace, ErrandKind.DRAFT_TARGETS, {"feedback": feedback.id}, uow.now))
    return uow.drafts.add(domain_drafts.begin(uow.workspace, feedback.id, texts, ask_model=ask_model))


# --- what the teacher does ---


def open_edit(uow: UnitOfWork, actor: Actor, feedback: int, number: int) -> TargetDraft:
    """The draft that the form starts with."""
    drafts = _as_teacher(uow, actor, feedback)
    if drafts.offered_at is not None:
        raise Refusal("drafts-offered-already")
    return drafts.find(number)


def edit(uow: UnitOfWork, actor: Actor, feedback: int, number: int, text: str) -> None:
    _store(uow, domain_drafts.edit(_as_teacher(uow, actor, feedback), number, text))


def drop(uow: UnitOfWork, actor: Actor, feedback: int, number: int) -> None:
    _store(uow, domain_drafts.drop(_as_teacher(uow, actor, feedback), number))


def offer(uow: UnitOfWork, actor: Actor, feedback: int) -> None:
    """The student sees what stands."""
    drafts = _as_teacher(uow, actor, feedback)
    given = _feedback(uow, feedback)
    access.student_in(uow, Actor(uow.workspace, given.student), given.classroom)
    if drafts.offered_at is None and not may_be_offered(uow, given):
        raise Refusal("drafts-not-now", name=name_of(uow, given.student))
    _store(uow, domain_drafts.offer(drafts, uow.now))
    tell(uow, given.student, DraftsOffered(feedback), once=f"drafts-offered:{feedback}")


def _as_teacher(uow: UnitOfWork, actor: Actor, feedback: int) -> Drafts:
    """The drafts of the actor's own feedback, in a class where they still teach."""
    given = _feedback(uow, feedback)
    if given.teacher != actor.user:
        raise Refusal("no-such-feedback")
    access.teacher_in(uow, actor, given.classroom)
    return _drafts(uow, feedback)


def _feedback(uow: UnitOfWork, feedback: int) -> Feedback:
    found = uow.feedback.get(feedback)
    if found is None:
        raise Refusal("no-such-feedback")
    return found


def _drafts(uow: UnitOfWork, feedback: int) -> Drafts:
    found = uow.drafts.of(feedback)
    if found is None:
        raise Refusal("draft-gone")
    return found


def _store(uow: UnitOfWork, drafts: Drafts) -> None:
    uow.drafts.save(drafts)
    refresh(uow, f"feedback:{drafts.feedback}")


# --- what the student does ---


def take(uow: UnitOfWork, actor: Actor, feedback: int, number: int) -> None:
    """Start the interview, or go on with it, with this draft at hand. It answers nothing by itself."""
    given = _feedback(uow, feedback)
    if given.student != actor.user:
        raise Refusal("no-such-feedback")
    drafts = _drafts(uow, feedback)
    if drafts.offered_at is None:
        raise Refusal("draft-gone")
    draft = drafts.find(number)
    access.student_in(uow, actor, given.classroom)
    standing = uow.contracts.open_of(actor.user, given.classroom)
    if standing is not None and standing.status is not Status.DRAFTING:
        raise Refusal("draft-for-later")
    starting.begin_with_idea(uow, actor, given, draft.text)


def _offered(uow: UnitOfWork, notice: DraftsOffered, reader: str) -> DraftsOfferedBrief:
    given = uow.feedback.get(notice.feedback)
    drafts = uow.drafts.of(notice.feedback)
    classroom = uow.classrooms.get(given.classroom) if given else None
    if given is None or drafts is None or classroom is None or drafts.offered_at is None:
        raise NothingToSay("drafts")
    only_to(given.student, reader)
    return DraftsOfferedBrief(given.id, name_of(uow, given.teacher), classroom.name, drafts.standing)


# --- what the model is asked, and what it answers ---


@dataclass(frozen=True, slots=True)
class Material:
    """What a call may be made of: the teacher's words, the word for what is handed in, what the student likes and lets
    go along; and every name, handle and id that must not leave with them."""

    seen: str
    matters: str
    next_step: str
    work: str
    interests: str
    names: tuple[str, ...]
    handles: tuple[str, ...]
    ids: tuple[str, ...]


def material(uow: UnitOfWork, actor: Actor, feedback: int) -> Material | None:
    """None where nobody waits for the model's drafts any more."""
    access.accord_itself(actor)
    given, drafts = uow.feedback.get(feedback), uow.drafts.of(feedback)
    if given is None or drafts is None or drafts.asked is not Asked.WAITING or drafts.offered_at is not None:
        return None
    people, profile = uow.people.all(), uow.profiles.of(given.student)
    return Material(
        given.seen,
        given.matters,
        given.next_step,
        work=starting.for_model(uow, given, uow.classrooms.get(given.classroom)),
        interests=profile.shared_interests if profile else "",
        names=tuple(name for person in people for name in person.names),
        handles=tuple(person.handle for person in people if person.handle),
        ids=tuple(person.user for person in people),
    )


def answered(uow: UnitOfWork, actor: Actor, feedback: int, texts: tuple[str, ...]) -> None:
    """The model's drafts, checked; none means that it gave nothing that can be used."""
    access.accord_itself(actor)
    given, drafts = uow.feedback.get(feedback), uow.drafts.of(feedback)
    if given is None or drafts is None or drafts.asked is not Asked.WAITING:
        return
    by_rule = _by_rule(uow, given)
    _store(uow, domain_drafts.answered(drafts, texts, by_rule) if texts else domain_drafts.failed(drafts))


def _by_rule(uow: UnitOfWork, given: Feedback) -> tuple[str, ...]:
    work, lang = starting.for_teacher(uow, given), lang_of(uow, given.teacher)
    return drafts_by_rule(given.seen, given.matters, given.next_step or given.seen, work, lang)


# The calls to a language model: as many a day as a workspace may make, and a log of them for the operator.


def open_call(uow: UnitOfWork, actor: Actor, call: Call, daily: int) -> Call | None:
    """Write the call down before it is made. None where the day's calls (UTC) are used up."""
    access.accord_itself(actor)
    uow.calls.forget(disclosing.policy_as_is(uow).before("llm_days", uow.now))
    midnight = datetime.combine(uow.now.astimezone(UTC).date(), time(), UTC)
    if uow.calls.since(midnight) >= daily:
        return None
    return uow.calls.add(call)


def close_call(uow: UnitOfWork, actor: Actor, call: Call) -> None:
    """Write down how it ended."""
    access.accord_itself(actor)
    uow.calls.save(call)


say(DraftsOffered, shown=_offered, blocks=messages.drafts_offered)
