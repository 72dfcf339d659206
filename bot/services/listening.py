"""What somebody types to Accord in their direct messages, and whom it is for."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.domain.actor import Actor, Side
from bot.domain.errand import Errand, ErrandKind
from bot.domain.focus import About
from bot.domain.interview import typed
from bot.domain.interview.interview import InterviewState
from bot.domain.interview.typed import Meaning
from bot.services import access, checking_in, helping, interviewing, reviewing
from bot.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Words:
    """A direct message: where, what and when, as Slack says it. `incoming` is the id under which it came in; `thread`
    is the ts of the message that it was written under, "" at the top level; `files` are the names of what came along.
    """

    channel: str
    text: str
    ts: str
    incoming: str
    edited: bool = False
    deleted: bool = False
    thread: str = ""
    files: tuple[str, ...] = ()


def keep(uow: UnitOfWork, actor: Actor, words: Words, *, now: datetime) -> None:
    """In a rush: all that is done at once is to keep what was said. It is heard when its turn has come."""
    args = {"user": actor.user, **asdict(words)}
    uow.kept.add(Errand(uow.workspace, ErrandKind.HEAR, args, now, in_turn_of=actor.user))


def hear_or_keep(uow: UnitOfWork, actor: Actor, words: Words, *, greets: Callable[[str], bool], now: datetime) -> None:
    """What somebody wrote is heard in its order: not before what they wrote earlier, where that waits."""
    if uow.kept.waits(actor.user):
        return keep(uow, actor, words, now=now)
    return hear_now(uow, actor, words, greets=greets, now=now)


def hear_now(uow: UnitOfWork, actor: Actor, words: Words, *, greets: Callable[[str], bool], now: datetime) -> None:
    """What came in, or what was kept and has its turn."""
    if words.deleted:
        return forget(uow, actor, words.ts, now=now)
    if words.edited:
        return correct(uow, actor, words.channel, words.text, words.ts, now=now)
    return hear(uow, actor, words.channel, words.text, words.ts, greets=greets, now=now)


def hear(
    uow: UnitOfWork, actor: Actor, channel: str, text: str, ts: str, *, greets: Callable[[str], bool], now: datetime
) -> None:
    """A message answers what Accord asked last. With nothing asked, a greeting begins; all else gets help.

    A greeting, or a call for help, is no part of an answer to a check-in.

    `greets` says whether it is a greeting in the language of a locale.
    """
    focus = uow.focus.first(user=actor.user)
    word = typed.meaning(text)
    greeting = word is Meaning.GREETING or greets(_locale(uow, actor))
    if focus is not None:
        if focus.about is About.INTERVIEW and _under_way(uow, focus.ref):
            return interviewing.hear(uow, actor, focus.ref, text, ts, now=now)
        answers = focus.about is About.CHECK_IN and word is not Meaning.HELP and not greeting
        if answers and checking_in.hear_if_asked(uow, actor, focus.ref, text, ts, now=now):
            return None
        if focus.about is About.QUESTION and reviewing.awaits_answer(uow, actor, focus.ref):
            return reviewing.hear(uow, actor, focus.ref, text, ts, now=now)
    if greeting and access.places_of(uow, actor.user, Side.STUDENT):
        return interviewing.begin(uow, actor, None, None, now=now)
    answer = helping.show_help if word is Meaning.HELP or greeting else helping.not_heard
    return answer(uow, actor, channel, now=now)


def correct(uow: UnitOfWork, actor: Actor, channel: str, text: str, ts: str, *, now: datetime) -> None:
    """An edited message corrects the answer that it gave; one that gave none changes nothing."""
    if not interviewing.correct(uow, actor, text, ts, now=now):
        checking_in.correct(uow, actor, text, ts, now=now)


def forget(uow: UnitOfWork, actor: Actor, ts: str, *, now: datetime) -> None:
    """A deleted message leaves the check-in that it was about; elsewhere it changes nothing."""
    checking_in.forget(uow, actor, ts, now=now)


def _locale(uow: UnitOfWork, actor: Actor) -> str:
    person = uow.people.first(user=actor.user)
    return person.locale if person else ""


def _under_way(uow: UnitOfWork, interview: int) -> bool:
    found = uow.interviews.get(interview)
    return found is not None and found.state is InterviewState.OPEN
