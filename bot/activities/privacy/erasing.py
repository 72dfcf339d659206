"""Erase one person from a workspace: article 17 GDPR. What is in the database goes in one transaction; what is in
Slack goes afterwards, step by step, as an errand that survives a crash."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.checking_in import planning
from bot.activities.evidence.use_cases import tidy
from bot.activities.inventory.messages import subject_of as inventory_subject
from bot.activities.lesson.messages import subject_of as lesson_subject
from bot.activities.privacy import disclosing
from bot.activities.privacy import messages as privacy_messages
from bot.activities.privacy.messages import ContractRemoved
from bot.activities.promises.messages import subject_of
from bot.activities.surveying.messages import subject_of as survey_subject
from bot.activities.teaching import untaught
from bot.domain import contract as life
from bot.domain.absence import KEPT_FOR as ABSENCE_KEPT
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.bringing import KEPT_FOR as BROUGHT_KEPT
from bot.domain.care import KEPT_FOR
from bot.domain.contract import Contract
from bot.domain.disclosure import Disclosure, DisclosureKind, Policy, Retracting, Retraction, decided, pseudonym
from bot.domain.outbox import Errand, ErrandKind, Verb
from bot.domain.paper import has_no_account
from bot.domain.roster import KEPT_FOR as ROSTER_KEPT
from bot.domain.utterance import TAKEN_BACK_WITHIN
from bot.language.naming import Finder, told_apart
from bot.language.naming.parts import written
from bot.messages.briefs import NothingToSay, name_of, say
from bot.messages.tell import refresh, render_again, show_home, tell
from storage.privacy.register import Whom
from storage.unit_of_work import UnitOfWork

# The steps by which what is about an erased person leaves Slack. Each is a row until it is done.


BotMessage = tuple[str, int | None]
"""A message of the bot: its ts, and the number of its delivery where it says one."""


LONGEST = timedelta(days=30)
"""What could not be removed from Slack by then stays there: what is needed to find it is not kept for longer."""


def needles_for(user: str, names: Sequence[str]) -> tuple[str, ...]:
    """What a message about somebody is found by, as it is kept: their id, then what they are called."""
    return (user, *names)


def next_step(uow: UnitOfWork, actor: Actor, disclosure: int) -> Retraction | None:
    return uow.retractions.next_of(disclosure)


def resume(uow: UnitOfWork) -> None:
    """Steps that are too old are given up. Those that nobody does any more, since their errand was given up, get
    another one."""
    _give_up(uow, uow.now - LONGEST)
    step = uow.retractions.next()
    if step is not None and uow.errands.pending(ErrandKind.RETRACT) is None:
        uow.errands.add(Errand(uow.workspace, ErrandKind.RETRACT, {"disclosure": step.disclosure}, uow.now))


def _give_up(uow: UnitOfWork, before: datetime) -> None:
    steps = uow.retractions.all()
    for disclosure in {step.disclosure for step in steps}:
        line = uow.disclosures.get(disclosure)
        if line is None or line.at < before:
            old = [step.id for step in steps if step.disclosure == disclosure]
            disclosing.count(uow, disclosure, slack_left=uow.personal.erase_rows({"retraction": old})["retraction"])


def left(uow: UnitOfWork, actor: Actor) -> int:
    """How many steps are to be done in the workspace."""
    return len(uow.retractions.all())


def left_of(uow: UnitOfWork, user: str) -> int:
    """How many of them are about this person, who was erased: only what they need is held."""
    erased = [
        line.id for line in uow.disclosures.of_kind_about(DisclosureKind.ERASED, disclosing.pseudonym_of(uow, user))
    ]
    return len(uow.retractions.of(erased)) if erased else 0


def can_be_done(uow: UnitOfWork, actor: Actor) -> bool:
    """Not in a workspace that removed Accord: there is no token for it."""
    departure = uow.departures.standing()
    return departure is None or departure.back_at is not None


def done(uow: UnitOfWork, actor: Actor, step: Retraction, removed: bool) -> None:
    """A step is over: it was `removed`, or Slack does not let it go."""
    if _take(uow, step):
        disclosing.count(uow, step.disclosure, **{"slack_removed" if removed else "slack_left": 1})


def found(
    uow: UnitOfWork,
    actor: Actor,
    step: Retraction,
    channel: str,
    messages: Sequence[BotMessage],
    older_than: str | None,
) -> None:
    """A page of a conversation was read. What is known to be about somebody else is rendered again, now without the
    name; the other messages are to go. The search goes on among the older ones, or is over where `older_than` is None.
    """
    if uow.retractions.get(step.id) is None:
        return  # somebody else read this page
    for ts, delivery in messages:
        post = uow.outbox.get(delivery) if delivery is not None else None
        if post is not None and post.verb is Verb.POST and post.ts == ts:
            render_again(uow, post)
        else:
            uow.retractions.add(Retraction(uow.workspace, step.disclosure, Retracting.MESSAGE, channel, ts))
    if older_than is None:
        _take(uow, step)
    else:
        uow.retractions.save(replace(step, ts=older_than))


def _take(uow: UnitOfWork, step: Retraction) -> bool:
    """Delete the row; False where it is gone already."""
    return bool(uow.personal.erase_rows({"retraction": [step.id]}))


CLOCKS_DIFFER = timedelta(minutes=1)
"""Slack's clock may be ahead of ours: what was said a moment ago is older than this."""


@dataclass(frozen=True, slots=True)
class ErasureAhead:
    """What would be erased."""

    name: str
    rows: int
    contracts: int
    open: int
    messages: int
    teaches: bool


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased. `rows` were deleted, `changed` lost the person's id or name; `steps` are left to do in Slack."""

    pseudonym: str
    rows: int
    changed: int
    steps: int


def look(uow: UnitOfWork, actor: Actor, user: str) -> ErasureAhead:
    """What is held, before it is erased. Refusal as `erase`."""
    access.accord_itself(actor)
    whom = _may_be_erased(uow, user)
    return ErasureAhead(
        name=name_of(uow, user),
        rows=sum(len(ids) for table, ids in whom.ids.items() if table != "disclosure"),
        contracts=len(whom.ids["contract"]),
        open=len(uow.contracts.open_for(user)),
        messages=len(uow.personal.sent(whom)),
        teaches=bool(uow.personal.acts(whom)),
    )


def is_held(uow: UnitOfWork, actor: Actor, user: str) -> bool:
    """Whether anything is held that leads to them."""
    access.accord_itself(actor)
    return uow.personal.is_known(uow.personal.whom(user))


def waits_for_slack(uow: UnitOfWork, actor: Actor, user: str) -> bool:
    """Whether what is needed to clean Slack of somebody who was erased is held still."""
    access.accord_itself(actor)
    return bool(left_of(uow, user))


def erased_before(uow: UnitOfWork, actor: Actor, user: str) -> Disclosure | None:
    """The line of the record that says so."""
    access.accord_itself(actor)
    return uow.disclosures.newest_of_kind_about(DisclosureKind.ERASED, disclosing.pseudonym_of(uow, user))


def erase(uow: UnitOfWork, actor: Actor, user: str, by: str, reason: str) -> Erasure:
    """Close what is open, delete, replace, and leave what is in Slack to an errand.

    Refusal: as `nobody_held`; `only-teacher` while a class would be left without one; `on-its-way` while a message
    about them is being sent.
    """
    access.accord_itself(actor)
    whom = _may_be_erased(uow, user)
    others = tuple(name for person in uow.people.all() if person.user != user for name in written(person))
    names = told_apart(_names(uow, user), others)
    gone = [_close(uow, found) for found in uow.contracts.open_for(user)]
    classrooms = [m.classroom for m in uow.memberships.ever_of(user)]
    taught = {classroom: untaught.is_taught(uow, classroom) for classroom in classrooms}
    whom = uow.personal.whom(user)  # with what closing has queued
    line = disclosing.record(uow, DisclosureKind.ERASED, by, user, reason)
    steps = _from_slack(uow, whom, names, line)
    promised, nameless = _promised(uow, user), _nameless(uow, user)
    steps += _cards_of_nobody_else(uow, user, promised, line)
    files = uow.personal.files_given(whom) if can_be_done(uow, actor) else []
    stand_in = disclosing.pseudonym_of(uow, user)
    counts = uow.personal.erase(whom, Finder(names, others), stand_in)
    changed = counts.pop("changed", 0)
    for searched in uow.retractions.in_conversation(user):
        uow.retractions.remove(searched.id)  # for somebody erased before: now all that was said there goes
    for step in steps:
        uow.retractions.add(step)
    for file in files:
        uow.errands.add(Errand(uow.workspace, ErrandKind.REMOVE_FILE, {"file": file}, uow.now))
    if counts.get("evidence"):
        tidy(uow)
    if steps:
        uow.errands.add(Errand(uow.workspace, ErrandKind.RETRACT, {"disclosure": line.id}, uow.now))
    for card in (*(subject_of(*one) for one in promised), *nameless):
        refresh(uow, card)
    _tell_those_who_stay(uow, gone, classrooms)
    for classroom, was_taught in taught.items():
        untaught.follow(uow, classroom, was_taught)
    rows = sum(counts.values())
    disclosing.count(uow, line.id, rows=rows, changed=changed)
    return Erasure(stand_in, rows, changed, len(steps))


def nobody_held(uow: UnitOfWork, user: str) -> Refusal:
    """`nobody-held`; `held-for-slack` while what is needed to clean Slack is held of somebody who was erased."""
    left = left_of(uow, user)
    return Refusal("held-for-slack", user=user, left=left) if left else Refusal("nobody-held", user=user)


def _may_be_erased(uow: UnitOfWork, user: str) -> Whom:
    whom = uow.personal.whom(user)
    if not uow.personal.is_known(whom):
        raise nobody_held(uow, user)
    for place in uow.memberships.places_of(user, Side.TEACHER):
        _others_teach(uow, user, place.classroom)
    if uow.personal.on_their_way(whom, uow.now):
        raise Refusal("on-its-way", user=user)
    return whom


def _others_teach(uow: UnitOfWork, user: str, classroom: int) -> None:
    """A class with open contracts needs somebody who can sign."""
    if set(access.teachers_of(uow, classroom)) - {user}:
        return
    found = uow.classrooms.get(classroom)
    open_ones = [c for c in uow.contracts.of_classroom(classroom, *life.OPEN) if c.student != user]
    if open_ones and found is not None:
        raise Refusal("only-teacher", user=user, channel=found.channel)


def _names(uow: UnitOfWork, user: str) -> tuple[str, ...]:
    """What they are and were called."""
    me = uow.people.of(user)
    contracts = [c.id for c in uow.contracts.of_student(user)]
    celebrated = uow.milestones.of_contracts(contracts) if contracts else []
    return tuple(dict.fromkeys([*(written(me) if me else ()), *(m.name for m in celebrated)]))


def _close(uow: UnitOfWork, contract: Contract) -> Contract:
    """An open contract is over before it goes: nothing is asked of anybody about it any more."""
    classroom = uow.classrooms.get(contract.classroom)
    closed = uow.contracts.save(life.close(contract, "", disclosing.ACCORD, uow.now))
    if classroom is None:
        return closed
    return uow.contracts.save(planning.follow(uow, closed, classroom))


def _from_slack(uow: UnitOfWork, whom: Whom, names: tuple[str, ...], line: Disclosure) -> list[Retraction]:
    """What is to go from Slack: their Home and all that the bot said to them, where they have an account; each message
    about them that the outbox still knows, and what stands about them in the direct messages of their classes. Nothing
    in a workspace that removed Accord."""
    if not can_be_done(uow, Actor(uow.workspace, "")):
        return []
    user, since = whom.user, f"{(uow.now + CLOCKS_DIFFER).timestamp():.6f}"

    def step(kind: Retracting, place: str, ts: str | None = None, needles: tuple[str, ...] = ()) -> Retraction:
        return Retraction(uow.workspace, line.id, kind, place, ts, needles)

    theirs = [] if has_no_account(user) else [step(Retracting.HOME, user), step(Retracting.CONVERSATION, user, since)]
    sent = [
        step(Retracting.MESSAGE, place, ts) for place, ts in uow.personal.sent(whom) if place not in whom.conversations
    ]
    needles = needles_for(user, names)
    return theirs + sent + [step(Retracting.CONVERSATION, other, since, needles) for other in _readers(uow, whom)]


def _promised(uow: UnitOfWork, user: str) -> list[tuple[str, str]]:
    """The cards (of which teacher, of which day) that show what this student was promised."""
    asked = (one for contract in uow.contracts.of_student(user) for one in uow.promises.of_contract(contract.id))
    return sorted({(one.teacher, one.asked_on) for one in asked if one.asked_on})


def _nameless(uow: UnitOfWork, user: str) -> list[str]:
    """The subjects of cards that quote or count them without a name: no search for names finds these."""
    return [
        *(lesson_subject(one.lesson) for one in uow.lesson_answers.of_student(user)),
        *(inventory_subject(one.inventory) for one in uow.inventory_answers.of_student(user)),
        *(survey_subject(one.survey) for one in uow.survey_answers.of_student(user)),
    ]


def _cards_of_nobody_else(
    uow: UnitOfWork, user: str, cards: list[tuple[str, str]], line: Disclosure
) -> list[Retraction]:
    """Those that would say nothing without this student go; what others were promised stays on the others."""
    alone = [card for card in cards if {one.student for one in uow.promises.asked_on(*card)} == {user}]
    posts = [post for card in alone for post in uow.outbox.cards(subject_of(*card)) if post.channel and post.ts]
    return [Retraction(uow.workspace, line.id, Retracting.MESSAGE, f"{one.channel}", one.ts) for one in posts]


def _readers(uow: UnitOfWork, whom: Whom) -> list[str]:
    """Whose direct messages may speak of them: everybody in the classes where they learn or learned. What a teacher
    said and signed stays with the students to whom it was said."""
    classes = [m.classroom for m in uow.memberships.ever_of_on_side(whom.user, Side.STUDENT)]
    here = {m.user for m in uow.memberships.ever_in(classes)} if classes else set()
    decided = {c.decided_by for c in uow.contracts.of_student(whom.user) if c.decided_by}
    return sorted((here | decided) - {whom.user})


def _tell_those_who_stay(uow: UnitOfWork, gone: list[Contract], classrooms: list[int]) -> None:
    for contract in gone:
        if contract.versions:  # of a draft that nobody saw, nobody need hear
            for teacher in access.teachers_for(uow, contract.student, contract.classroom):
                tell(uow, teacher, ContractRemoved(contract.classroom))
    for classroom in classrooms:
        refresh(uow, f"classroom:{classroom}")
        for teacher in access.teachers_of(uow, classroom):
            show_home(uow, teacher)


def _removed(uow: UnitOfWork, notice: ContractRemoved, reader: str) -> str:
    classroom = uow.classrooms.get(notice.classroom)
    if classroom is None:
        raise NothingToSay
    return classroom.name


# After a backup was restored: whom the record of before names as erased, and the copy holds again.
#
# The record holds pseudonyms. With the key of the database of before, each person of the copy is compared with them.


@dataclass(frozen=True, slots=True)
class Before:
    """What the database of before says of one workspace: the key of its pseudonyms, the erasures, and the calendar
    addresses (their hashes)."""

    key: str
    erasures: Sequence[Disclosure]
    addresses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Again:
    """Somebody whom the copy holds again; `erasure` is the line of before."""

    user: str
    name: str
    erasure: Disclosure


def before(uow: UnitOfWork) -> Before:
    """Read from the database of before."""
    policy = uow.policies.standing()
    key, erased = policy.pseudonym_key if policy else "", uow.disclosures.of_kind(DisclosureKind.ERASED)
    return Before(key, erased, frozenset(address.digest for address in uow.calendar_addresses.all()))


def held_again(uow: UnitOfWork, actor: Actor, known: Before) -> tuple[list[Again], int]:
    """Who was erased after the copy was made and is held in it; and of how many erasures nobody is, since they came
    after the copy, are erased again already, or the key is another one."""
    access.accord_itself(actor)
    copied = {(line.at, line.about) for line in uow.disclosures.of_kind(DisclosureKind.ERASED)}
    since = {line.about: line for line in known.erasures if (line.at, line.about) not in copied}
    stand_ins = {pseudonym(known.key, uow.workspace, user): user for user in _everybody(uow)} if since else {}
    found = [Again(user, name_of(uow, user), since[name]) for name, user in stand_ins.items() if name in since]
    return sorted(found, key=lambda again: again.user), len(since) - len(found)


def stop_addresses_again(uow: UnitOfWork, actor: Actor, known: Before) -> int:
    """The calendar addresses that somebody stopped, or had replaced, after the copy was made: the copy holds them
    again, and whoever had one could read on. How many there were."""
    access.accord_itself(actor)
    stopped = [address for address in uow.calendar_addresses.all() if address.digest not in known.addresses]
    uow.calendar_addresses.remove_all([address.id for address in stopped])
    return len(stopped)


def _everybody(uow: UnitOfWork) -> set[str]:
    """All who can stand alone in the copy: some may be known by their place or their feedback only."""
    users = {person.user for person in uow.people.all()} | {place.user for place in uow.memberships.all()}
    feedback = uow.feedback.all()
    return users | {given.student for given in feedback} | {given.teacher for given in feedback}


# What is past its time is erased, by the policy of each workspace: article 5(1)(e) GDPR.


BATCH = 1000
CONTRACTS = 50
"""In one transaction. A contract takes its check-ins, replies and cards along, some hundred rows."""

KINDS: Mapping[str, str] = {
    "contract": "contract_days",
    "feedback": "feedback_days",
    "note": "feedback_days",
    "self_contract": "contract_days",
    "inventory_answer": "feedback_days",
    "inventory": "feedback_days",
    "talk": "feedback_days",
    "survey_answer": "feedback_days",
    "survey": "feedback_days",
    "lesson_answer": "feedback_days",
    "lesson": "feedback_days",
    "membership": "contract_days",
    "person": "contract_days",
    "llm_call": "llm_days",
    "incoming": "incoming_days",
    "errand": "incoming_days",
    "said": "outbox_days",
    "expired": "outbox_days",
    "failed": "outbox_days",
}
"""The setting that ends each kind; storage/privacy/past.py says what the kinds are."""

FIXED: Mapping[str, timedelta] = {
    **dict.fromkeys(("care_alert", "care_cleared", "care_pressed"), KEPT_FOR),
    "utterance": TAKEN_BACK_WITHIN,
    "absence": ABSENCE_KEPT,
    "asked_back": timedelta(days=1),
    "brought": BROUGHT_KEPT,
    "roster": ROSTER_KEPT,
}
"""What ends after a time that nobody decides: that somebody was not well, and words that only wait for their answer.
No count of it stands in the record, which is kept."""


def forget(uow: UnitOfWork, actor: Actor) -> bool:
    """Erase one batch of each kind, and count it in the record; whether there may be more."""
    access.accord_itself(actor)
    policy = disclosing.policy_as_is(uow)
    counts: Counter[str] = Counter()
    more = False
    for kind, setting in KINDS.items():
        most = CONTRACTS if kind == "contract" else BATCH
        found = uow.past.find(kind, policy.before(setting, uow.now), most)
        counts.update(uow.past.forget(kind, found))
        more = more or len(found) == most
    for kind, kept_for in FIXED.items():
        found = uow.past.find(kind, uow.now - kept_for, BATCH)
        uow.past.forget(kind, found)
        more = more or len(found) == BATCH
    if counts:
        _write_down(uow, counts)
    if counts["evidence"]:
        tidy(uow)
    resume(uow)
    return more


def show(uow: UnitOfWork, actor: Actor) -> tuple[Policy, dict[str, int]]:
    """The policy, and how much of each kind the next run would erase. Nothing is changed."""
    access.accord_itself(actor)
    policy = disclosing.policy_as_is(uow)
    most = 1_000_000
    return policy, {kind: len(uow.past.find(kind, policy.before(s, uow.now), most)) for kind, s in KINDS.items()}


def decide(uow: UnitOfWork, actor: Actor, days: Mapping[str, int], by: str, reason: str) -> Policy:
    """Change how long things are kept. Refusal as bot/domain/disclosure.py says."""
    access.accord_itself(actor)
    return _decide(uow, days, by, reason)


def _decide(uow: UnitOfWork, days: Mapping[str, int], by: str, reason: str) -> Policy:
    before = disclosing.policy_of(uow)
    after = decided(before, days)
    if after != before:
        uow.policies.save(after)
        changed = {s: f"{getattr(before, s)} to {n}" for s, n in days.items() if getattr(before, s) != n}
        disclosing.record(uow, DisclosureKind.DECIDED, by, None, reason, changed)
    return after


def open_form(uow: UnitOfWork, actor: Actor) -> Policy:
    """What the form on Home starts with: for admins of the workspace."""
    access.admin(uow, actor)
    return disclosing.policy_as_is(uow)


def decide_as_admin(uow: UnitOfWork, actor: Actor, days: Mapping[str, int]) -> Policy:
    """An admin's decision; it goes into the record under their id."""
    access.admin(uow, actor)
    return _decide(uow, days, actor.user, "")


def _write_down(uow: UnitOfWork, counts: Mapping[str, int]) -> None:
    """One line a day, however many batches."""
    standing = uow.disclosures.newest_of_kind(DisclosureKind.RETAINED)
    if standing is None or standing.at.date() != uow.now.date():
        reason = "retention policy"
        standing = disclosing.record(uow, DisclosureKind.RETAINED, disclosing.ACCORD, None, reason)
    disclosing.count(uow, standing.id, **counts)


say(ContractRemoved, shown=_removed, blocks=privacy_messages.contract_removed)
