"""What somebody types to Accord in their direct messages.

A message belongs to what it was written under; else to the one question that is open, or that it names. Where several
are open and nothing tells, Accord asks. A yes or a no is about what was shown back last, and about nothing else.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.activities.absence import heard as absence
from bot.activities.care import use_cases as care
from bot.activities.checking_in import answering, taking_back, unasked
from bot.activities.checking_in.messages import ReplyNoted, TargetWanted
from bot.activities.checking_in.replying_sheet import ReplySheet, sheet_or_none
from bot.activities.evidence import use_cases as evidence
from bot.activities.exchanging import passing_on
from bot.activities.hearing import asking, bursts, placing, understanding
from bot.activities.hearing.kinds import TypedMessage
from bot.activities.hearing.placing import share_of
from bot.activities.hearing.understanding import Greets, understand, understand_of_class
from bot.activities.logbook import use_cases as logbook
from bot.activities.oneself import use_cases as oneself
from bot.activities.proposing import interviewing
from bot.activities.roster import use_cases as rosters
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.interview import About, Awaited, Focus
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.terms import Target
from bot.domain.utterance import DROPPED, AskedBack, Place, Utterance, What, written_at
from bot.language import counts, typed
from bot.language.hearing import Kind
from bot.language.of_several import named_target
from bot.messages.briefs import lang_of
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

# Where "Which target?" waits for an answer, the name of a target alone is one, as its button is.


def is_named(uow: UnitOfWork, actor: Actor, waits: AskedBack | None, place: Place | None, text: str) -> bool:
    """Whether a message named the target that a number is for, and it was noted there. `waits` is what was asked back
    last, `place` what was asked or shown last."""
    if waits is not None:
        return waits.what is What.PROGRESS_FOR and _of_progress(uow, actor, waits, text)
    sheet = sheet_or_none(uow, actor, place.ref) if place is not None and place.about is About.CHECK_IN else None
    return sheet is not None and _chosen_at_check_in(uow, actor, sheet, text)


def _of_progress(uow: UnitOfWork, actor: Actor, waits: AskedBack, text: str) -> bool:
    contract = uow.contracts.get(waits.places[0].ref)
    target = _named(text, contract.in_force.terms.targets, lang_of(uow, actor.user)) if contract is not None else None
    if target is None or target not in unasked.numbers_in(waits):
        return False
    unasked.choose(uow, actor, waits.id, target)
    return True


def _chosen_at_check_in(uow: UnitOfWork, actor: Actor, sheet: ReplySheet, text: str) -> bool:
    target = _named(text, sheet.targets, sheet.lang)
    ts = _asked_which(uow, sheet) if target is not None else None
    if ts is None or target is None:
        return False
    try:
        answering.choose(uow, actor, sheet.check_in.id, target, ts)
    except Refusal:  # the number is none of this target's
        return False
    tell(uow, actor.user, ReplyNoted(sheet.check_in.id))
    return True


def _named(text: str, targets: Sequence[Target], lang: str) -> int | None:
    return named_target(text, [f"{target.statement} {target.unit}" for target in targets], lang)


def _asked_which(uow: UnitOfWork, sheet: ReplySheet) -> str | None:
    """The ts of the message whose number waits for its target; None where none does."""
    cards = uow.outbox.cards(f"check-in:{sheet.check_in.id}")
    asked = [str(card.args["ts"]) for card in cards if card.notice == TargetWanted.kind]
    chosen = {reply.source for reply in sheet.replies.values()}
    return next((ts for ts in reversed(asked) if ts in sheet.reply(0, uow.now).typed and ts not in chosen), None)


# A yes or a no is about what was shown back last, and about nothing else.


def is_answered(uow: UnitOfWork, actor: Actor, channel: str, thread: str, text: str, focus: Focus | None) -> bool:
    """A typed yes or no acts as the button under what was shown back last; the name of a class as one of "Which one?",
    that of a target as one of "Which target?".
    In a thread it is about what stands above that. False where a message is neither."""
    under = placing.asked_back_under(uow, actor.user, channel, thread) if thread else None
    waits = asking.shown_last(uow, actor.user, focus) if under is None else _open(uow, actor, under)
    if waits is not None and waits.what is What.WHICH:
        found = asking.named_in(uow, waits, text)
        if found is not None:
            _take(uow, actor, waits, found, waits.text)
        return found is not None
    if absence.answered(uow, actor, waits, text):
        return True
    lang = lang_of(uow, actor.user)
    answer = counts.yes_or_no(text, lang)
    if answer is None:
        place = placing.place_under(uow, actor.user, channel, thread) if thread else _place(focus)
        named = is_named(uow, actor, waits, place, text)
        return named or _is_shown_again(uow, actor, place, text)
    if waits is not None and asking.takes_yes_or_no(waits) and (under is not None or not thread):
        asking.decide(uow, actor, waits, answer)
        return True
    if thread:
        return _is_right_or_not_there(uow, actor, channel, thread, answer)
    return _is_right_or_not(uow, actor, focus, answer)


def _place(focus: Focus | None) -> Place | None:
    return Place(focus.about, focus.ref, 0) if focus is not None else None


def _open(uow: UnitOfWork, actor: Actor, asked_back: int) -> AskedBack | None:
    found = asking.open_one(uow, actor.user)
    return found if found is not None and found.id == asked_back else None


def choose(uow: UnitOfWork, actor: Actor, asked_back: int, chosen: int) -> None:
    """Which of several was meant, by a button."""
    found = asking.own(uow, actor, asked_back)
    if found.what is not What.WHICH or not 0 <= chosen < len(found.places):
        raise Refusal("old-button")
    _take(uow, actor, found, found.places[chosen], found.text)


def drop(uow: UnitOfWork, actor: Actor, asked_back: int) -> None:
    """None of them was meant: the words go nowhere."""
    asking.settle(uow, asking.own(uow, actor, asked_back), DROPPED)
    asking.next_turn(uow, actor.user, None)


def _is_right_or_not(uow: UnitOfWork, actor: Actor, focus: Focus | None, answer: bool) -> bool:
    if focus is None or focus.about is not About.CHECK_IN:
        return False
    asked = Place(About.CHECK_IN, focus.ref, 0)
    shown = asked if understanding.is_shown_back(uow, actor, asked) else bursts.answered_last(uow, actor.user)
    if shown is None or not understanding.is_shown_back(uow, actor, shown):
        return False
    answering.right_or_not(uow, actor, shown.ref, answer)
    if answer and shown.ref == focus.ref:
        asking.next_turn(uow, actor.user, None)
    return True


def _is_right_or_not_there(uow: UnitOfWork, actor: Actor, channel: str, thread: str, answer: bool) -> bool:
    """A yes in a thread is about what was shown back there."""
    place = placing.place_under(uow, actor.user, channel, thread)
    if place is None or not understanding.is_shown_back(uow, actor, place):
        return False
    answering.right_or_not(uow, actor, place.ref, answer)
    return True


def _is_shown_again(uow: UnitOfWork, actor: Actor, place: Place | None, text: str) -> bool:
    """Who wants to take back or to change what they have just answered is shown it, with the buttons for that."""
    if place is None or place.about is not About.CHECK_IN or not counts.wants_it_back(text, lang_of(uow, actor.user)):
        return False
    found = uow.check_ins.get(place.ref)
    answered = found is not None and found.state is CheckInState.ANSWERED
    if not answered or not understanding.still_listens(uow, actor, place):
        return False
    tell(uow, actor.user, ReplyNoted(place.ref))
    return True


def _take(uow: UnitOfWork, actor: Actor, waits: AskedBack, place: Place, text: str) -> None:
    asking.take(uow, waits, place)
    uow.outbox.answer_in(bursts.manner(actor.user, waits.thread, uow.now))
    stood, known = bursts.how_it_stands(uow, place), len(uow.queued)
    part = text if place.about is About.SHARED else share_of(uow, actor.user, place.classroom, text)
    said = TypedMessage(waits.channel, waits.thread, part, waits.ts)
    if place.about is About.CLASS:
        understand_of_class(uow, actor, place, said)
    else:
        understanding.take(uow, actor, place, said)
    heard = Utterance(uow.workspace, actor.user, waits.channel, waits.thread, {waits.ts: text}, uow.now, joinable=False)
    bursts.write_down(uow, heard, place, stood, bursts.said_since(uow, known))


@dataclass(frozen=True, slots=True)
class DirectMessage:
    """A direct message: where, what and when, as Slack says it. `incoming` is the id under which it came in; `thread`
    is the ts of the message that it was written under, "" at the top level; `files` are the names of what came along,
    and `file_ids` Slack's ids.
    """

    channel: str
    text: str
    ts: str
    incoming: str
    edited: bool = False
    deleted: bool = False
    thread: str = ""
    files: tuple[str, ...] = ()
    file_ids: tuple[str, ...] = ()

    @property
    def sent_files(self) -> list[tuple[str, str]]:
        """(id, name) of each file; none where it was kept by a version that knew no ids."""
        return [(id, name) for id, name in zip(self.file_ids, self.files, strict=False) if id]


AT_ONCE = timedelta(0)

KNOWN_WITHIN = timedelta(minutes=2)
"""Where Slack's answer to what was posted is lost, the conversation is read back: so long that takes, mostly."""

KNOWN_SOON = timedelta(seconds=30)
"""Where it takes longer, so long until it is looked at again."""

JUST_POSTED = timedelta(minutes=10)
"""What stands longer is known, or nothing that Accord knows any more."""


def keep(uow: UnitOfWork, actor: Actor, words: DirectMessage, wait: timedelta = AT_ONCE) -> None:
    """In a rush: all that is done at once is to keep what was said. It is heard when its turn has come."""
    args = {"user": actor.user, **asdict(words)}
    uow.kept.add(Errand(uow.workspace, ErrandKind.HEAR, args, uow.now + wait, in_turn_of=actor.user))


def hear_or_keep(uow: UnitOfWork, actor: Actor, words: DirectMessage, *, greets: Greets) -> Kind | None:
    """What somebody wrote is heard in its order: not before what they wrote earlier, where that waits; nor before it is
    known what it was written under."""
    if uow.kept.waits(actor.user):
        keep(uow, actor, words)
        return None
    if is_early(uow, actor, words):
        keep(uow, actor, words, KNOWN_WITHIN)
        return None
    return hear_now(uow, actor, words, greets=greets)


def is_early(uow: UnitOfWork, actor: Actor, words: DirectMessage) -> bool:
    """Whether what stands above a message may be what was just posted, and Slack has not said yet where that stands:
    taken for an answer to something else, the words could reach another teacher. Who is not well is heard at once."""
    if not words.thread or uow.now - written_at(words.thread) > JUST_POSTED:
        return False
    if uow.outbox.posted(words.channel, words.thread) is not None:
        return False
    return uow.outbox.is_speaking_to(actor.user) and care.look(uow, actor.user, words.text) is None


def hear_now(uow: UnitOfWork, actor: Actor, words: DirectMessage, *, greets: Greets) -> Kind | None:
    """What came in, or what was kept and has its turn; what it was heard to be, where it was heard as a message."""
    if words.deleted:
        forget(uow, actor, words.ts)
        return None
    if words.edited:
        correct(uow, actor, words.channel, words.text, words.ts)
        return None
    return hear(uow, actor, words, greets=greets)


def hear(uow: UnitOfWork, actor: Actor, words: DirectMessage, *, greets: Greets) -> Kind | None:
    """A new message, or a further part of the one before. None for an answer to a question back."""
    known = len(uow.queued)
    uow.outbox.answer_in(bursts.manner(actor.user, words.thread, uow.now))
    earlier = bursts.continued(uow, actor.user, words.channel, words.thread, words.ts, words.text)
    after_a_stop = earlier is not None and not earlier.text
    if after_a_stop:
        earlier = None  # what was answered then stands, and so does where to find help
    new = _joined(uow, actor, earlier, words)
    if care.look(uow, actor.user, new.text) is not None:
        return _stop(uow, actor, earlier, new, known)
    if care.hear_on(uow, actor, under=None if after_a_stop else _under(uow, actor, words)):
        return None
    to_oneself = words.thread and oneself.hear_under(uow, actor, words.channel, words.thread, words.text)
    if to_oneself or (words.files and _is_all_said(uow, actor, words)):
        return None
    if logbook.hear(uow, actor, words.text, _under(uow, actor, words)):
        return Kind.QUESTION
    focus = uow.focus.of(actor.user)
    if is_answered(uow, actor, words.channel, words.thread, words.text, focus):
        return None
    if typed.meaning(words.text, lang_of(uow, actor.user)) is not None:
        earlier, new = None, _joined(uow, actor, None, words)
    _take_back(uow, earlier)
    whole = TypedMessage(words.channel, words.thread, new.text, new.ts)
    place, stood, kind = understand(uow, actor, whole, greets)
    if place is not None and place.about is About.CHECK_IN and len(new.parts) > 1:
        taking_back.keep_apart(uow, place.ref, new.ts, new.parts)
    if place is not None or kind is not None:
        whole_by_itself = kind is Kind.GREETING and place is None
        said = bursts.said_since(uow, known)
        bursts.write_down(uow, replace(new, joinable=not whole_by_itself), place, stood, said)
    return kind


def _is_all_said(uow: UnitOfWork, actor: Actor, words: DirectMessage) -> bool:
    """Take the files. Whether there is nothing else to hear: words that answer nothing say what they show."""
    alone = not words.text.strip()
    under, files = _under(uow, actor, words), words.sent_files
    if rosters.take(uow, actor, files, words.text):
        return True
    contract = placing.contract_of(uow, under) if under is not None else None
    about = contract.id if contract is not None else None
    if not files or not evidence.take(uow, actor, files, words.text, words.ts, about):
        asking.say_files_stay(uow, actor.user, alone=alone)
        return alone
    return alone or (asked(uow, actor) is None and not any(char.isdigit() for char in words.text))


def asked(uow: UnitOfWork, actor: Actor) -> str | None:
    """What Accord waits for from somebody: "interview.<step>", "check-in", "teacher-question", "which", or None."""
    waits = asking.open_one(uow, actor.user)
    if waits is not None and waits.what is What.WHICH:
        return "which"
    focus = uow.focus.of(actor.user)
    open_now = [one.place for one in placing.owed(uow, actor.user)]
    last = [p for p in open_now if focus is not None and (p.about, p.ref) == (focus.about, focus.ref)]
    if not open_now:
        return None
    place = (last or open_now[-1:])[0]
    if place.about is About.INTERVIEW:
        step = interviewing.step_of(uow, place.ref)
        return "which" if step == "aims" else f"interview.{step}"
    return "check-in" if place.about is About.CHECK_IN else "teacher-question"


def _under(uow: UnitOfWork, actor: Actor, words: DirectMessage) -> Place | None:
    return placing.place_under(uow, actor.user, words.channel, words.thread) if words.thread else None


def _joined(uow: UnitOfWork, actor: Actor, earlier: Utterance | None, words: DirectMessage) -> Utterance:
    if earlier is not None:
        return earlier.joined_with(words.ts, words.text)
    return Utterance(uow.workspace, actor.user, words.channel, words.thread, {words.ts: words.text}, uow.now)


def _take_back(uow: UnitOfWork, earlier: Utterance | None) -> None:
    """What the first parts did is undone, and the answer to them says what the whole is answered with."""
    if earlier is not None:
        asking.let_go(uow, earlier.user, earlier.parts)
        said = bursts.take_back(uow, earlier)
        uow.outbox.answer_in(bursts.manner(earlier.user, earlier.thread, uow.now, said))


def _stop(uow: UnitOfWork, actor: Actor, earlier: Utterance | None, new: Utterance, known: int) -> Kind:
    """Somebody is not well. Nothing of the words is kept, neither here nor where they waited to be heard."""
    _take_back(uow, earlier)
    found = care.look(uow, actor.user, new.text)
    if found is not None:
        care.stop(uow, actor, new.text, found, ts=new.ts, parts=tuple(new.parts), channel=new.channel)
    for waited in uow.errands.to_be_heard(actor.user):
        if waited.args.get("ts") in new.parts:  # what was heard has nothing left
            uow.errands.save(replace(waited, args={**waited.args, "text": ""}))
    bursts.write_down(uow, new.without_words(), None, {}, bursts.said_since(uow, known))
    return Kind.DISTRESS


def correct(uow: UnitOfWork, actor: Actor, channel: str, text: str, ts: str) -> None:
    """An edited message corrects what it did; one that did nothing changes nothing."""
    found = care.look(uow, actor.user, text)
    if found is not None:
        forget(uow, actor, ts)
        care.stop(uow, actor, text, found, ts=ts, channel=channel)
        return
    evidence.correct(uow, actor, ts, text)
    whole, first = bursts.whole_of(uow, actor.user, text, ts)
    done = _correct_whole(uow, actor, whole, first)  # who is stuck was told of, and answered a check-in, by one message
    if not taking_back.correct(uow, actor, text, ts) and not done:
        taking_back.correct(uow, actor, whole, first)


def forget(uow: UnitOfWork, actor: Actor, ts: str) -> None:
    """A deleted message takes back what it said, wherever that has come to; the other parts of it stay."""
    evidence.forget(uow, actor, ts)
    rest, first = bursts.whole_of(uow, actor.user, "", ts)
    if rest and _correct_whole(uow, actor, rest, first):
        return
    done = not rest and _forget_whole(uow, actor, first)
    if not taking_back.forget(uow, actor, ts) and rest and not done:
        taking_back.correct(uow, actor, rest, first)


def _forget_whole(uow: UnitOfWork, actor: Actor, ts: str) -> bool:
    """Nothing is left of a message. True where a check-in has nothing of it."""
    waits = _waiting(uow, actor, ts)
    if waits is not None:
        asking.undo(uow, waits)
        asking.settle(uow, waits, DROPPED)
    interviewing.forget(uow, actor, ts)
    return passing_on.forget(uow, actor, ts)


def _correct_whole(uow: UnitOfWork, actor: Actor, text: str, ts: str) -> bool:
    """The whole of a message says this now. False where it may be an answer to a check-in, which is kept by parts."""
    if unasked.correct(uow, actor, text, ts):
        return True
    waits = _waiting(uow, actor, ts)
    if waits is not None:
        _hear_anew(uow, actor, waits, text)
        return True
    return passing_on.correct(uow, actor, text, ts) or interviewing.correct(uow, actor, text, ts)


def _waiting(uow: UnitOfWork, actor: Actor, ts: str) -> AskedBack | None:
    """What was asked about this message, where that is open."""
    waits = asking.open_one(uow, actor.user)
    return waits if waits is not None and waits.ts == ts else None


def _hear_anew(uow: UnitOfWork, actor: Actor, waits: AskedBack, text: str) -> None:
    """What was asked about the old words is not asked any more; the new ones are heard as any message, for the class
    that the old ones were for."""
    text = placing.still_naming(uow, actor.user, waits.text, text)
    asking.undo(uow, waits)
    asking.settle(uow, waits, DROPPED)
    known = len(uow.queued)
    place, stood, _ = understand(uow, actor, TypedMessage(waits.channel, waits.thread, text, waits.ts), _greets_nobody)
    written = bursts.written(uow, actor.user, waits.ts)
    if written is not None:
        bursts.write_down(uow, written, place, stood, bursts.said_since(uow, known))


def _greets_nobody(locale: str) -> bool:
    return False


# After a time in which nobody listened: whose conversations may hold an answer that never reached us.
#
# Slack repeats what was not acknowledged, for a while; what it drops in the meantime stands in the conversation
# alone. So each conversation with an open question is read once, by an errand: the newest question first, and not
# faster than Slack's rate for reading allows beside all else.


SPACING = timedelta(seconds=3)
"""Between two looks in a workspace: 20 a minute of the 50 that Slack allows; lost messages are sought with the rest."""

REMEMBERED = timedelta(days=13)
"""What was heard is recognised for 14 days; nothing older is read, lest it be heard twice."""

PAGE = 1000

UserKey = tuple[str, str]
"""(workspace, user)"""


class Presence(Protocol):
    """Over all workspaces, in one transaction; storage/queries/presence.py says what each method promises."""

    def last(self) -> datetime | None: ...
    def here(self, now: datetime) -> None: ...
    def asked(self) -> Collection[UserKey]: ...
    def awaited(self, since: datetime, below: int, limit: int) -> tuple[Sequence[Awaited], int]: ...
    def interviewed(self, since: datetime, below: int, limit: int) -> tuple[Sequence[Awaited], int]: ...
    def ask(self, errands: Sequence[Errand]) -> None: ...


Presences = Callable[[], AbstractContextManager[Presence]]
"""Begins a transaction over all workspaces; commits when the block ends, rolls back when it raises."""


class LookAround:
    """One look around, page by page, each in a transaction of its own. Doing it again asks nobody twice. `only`: in no
    other workspaces."""

    def __init__(self, now: datetime, *, only: Collection[str] | None = None) -> None:
        self._now = now
        self._only = only
        self._since = now - REMEMBERED
        self._looks: dict[str, int] = defaultdict(int)
        self._asked: set[UserKey] | None = None
        self._below = 0
        self._interviews = False
        self.asked = 0

    def page(self, presence: Presence) -> bool:
        """Ask for the next ones to be read; whether there may be more."""
        if self._asked is None:
            self._asked = set(presence.asked())
        find = presence.interviewed if self._interviews else presence.awaited
        found, self._below = find(self._since, self._below, PAGE)
        presence.ask([self._errand(one) for one in found if self._is_new(one)])
        if self._below:
            return True
        self._interviews = not self._interviews
        return self._interviews

    def _is_new(self, one: Awaited) -> bool:
        assert self._asked is not None  # noqa: S101 - for the types: asked for within a look alone
        if self._only is not None and one.workspace not in self._only:
            return False
        person = (one.workspace, one.user)
        new = person not in self._asked
        self._asked.add(person)
        return new

    def _errand(self, one: Awaited) -> Errand:
        place = self._looks[one.workspace]
        self._looks[one.workspace] += 1
        self.asked += 1
        args = {"user": one.user, "channel": one.channel, "oldest": one.oldest}
        return Errand(one.workspace, ErrandKind.HEAR_BACK, args, self._now + place * SPACING)
