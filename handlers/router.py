"""The few Bolt listeners, and the tables behind them.

Bolt tries its listeners one after the other, so there is one of each type and a table does the rest. A
listener that returns has committed; only then does it acknowledge. An error that is ours is not
acknowledged: Slack sends an event again, and shows a person that their press did not work.
"""

import asyncio
import re
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from typing import Any, TypeVar

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp

from bot import metrics
from bot.activities.help import use_cases as helping
from bot.activities.set_up import reads
from bot.domain.actor import Actor, Refusal
from bot.domain.outbox import Errand
from bot.language.hearing import distress
from bot.runner import Repeated
from handlers import (
    absence,
    admitting,
    assisting,
    bringing,
    calendar,
    calibrating,
    care,
    celebrating,
    changing,
    checking_in,
    conference,
    dates,
    digest,
    documents,
    drafting,
    evidence,
    exchanging,
    export,
    feedback,
    freedom,
    guardians,
    hearing,
    help,
    home,
    inventory,
    journey,
    leaving,
    lesson,
    logbook,
    looking_back,
    mentoring,
    menus,
    oneself,
    paper,
    peers,
    phrases,
    privacy,
    profile,
    promises,
    proposing,
    report,
    reviewing,
    roster,
    rubrics,
    set_up,
    standards,
    surveying,
    talking,
    teaching,
    templates,
)
from handlers.care import stop_command, stop_form
from handlers.context import Context, Event, FormResponse, OnSaid, Option, Routes
from handlers.hearing import heard_in_turn, in_turn, kept_of, settled
from handlers.inbound import (
    SLACK_ITSELF,
    Command,
    Malformed,
    Payload,
    Press,
    Said,
    Submission,
    Suggest,
    bots_of,
    command_of,
    is_id,
    press_of,
    said_of,
    shortcut_of,
    submission_of,
    suggest_of,
    team_of,
)

# Which command somebody means: people write "check-in", "checkin", "Check in".


HELP = "help"
_SHORT, _LONG = 5, 20
"""Letters of a word that is taken for a misspelt one."""
_ALIKE = 0.85
"""So much of a word is the same: "feedbak", but not "check" for "check-in"."""


def asked_for(command: Command, known: Collection[str]) -> Command:
    """The command as it is known, with what is left behind its word; help for one that nobody knows."""
    if not command.word:
        return command
    words = {_bare(word): word for word in known if word}
    second, *rest = command.rest.split(maxsplit=1) or [""]
    if _bare(second) and (both := _bare(command.word + second)) in words:
        return replace(command, word=words[both], rest="".join(rest))
    said = _bare(command.word)
    return replace(command, word=words.get(said) or words.get(_misspelt(said, words)) or HELP)


def _misspelt(said: str, words: Collection[str]) -> str:
    """The word that was meant: its letters in another order, or nearly all of them. "" where none is."""
    if not _SHORT <= len(said) <= _LONG:
        return ""
    turned = [word for word in words if sorted(word) == sorted(said)]
    return next(iter(turned or get_close_matches(said, words, n=1, cutoff=_ALIKE)), "")


def _bare(word: str) -> str:
    return re.sub(r"[\W_]", "", word.casefold())


# Somebody who writes faster than anybody reads delays only themselves.
#
# What one person writes is counted by Slack's own stamps. What is over the rate is not kept: it is looked at for
# whether somebody is not well, acknowledged, and answered once. A repeat is judged as it was judged first. Each
# process counts for itself, and forgets within minutes.


MOST = 30
WITHIN = 60.0
"""Seconds in which so many messages of one person are heard."""

TOGETHER = 4
SHORT = 120
"""So many short messages, of so many characters together, are looked at as one: what is said in parts is found too."""

MOST_KNOWN = 1000
"""People, before those are forgotten who wrote nothing lately."""


@dataclass(frozen=True, slots=True)
class Flooding:
    """A message over the rate: whether it is the first one of its flood, and its words with those just before it."""

    first: bool
    words: str


@dataclass(slots=True)
class _Writer:
    """What one person wrote lately: by stamp, whether it was over the rate."""

    judged: dict[float, bool] = field(default_factory=dict)
    words: deque[str] = field(default_factory=lambda: deque(maxlen=TOGETHER))
    told: bool = False

    def over(self, at: float) -> bool:
        if at not in self.judged:
            self.judged = {stamp: was for stamp, was in self.judged.items() if abs(at - stamp) < WITHIN}
            self.judged[at] = len(self.judged) >= MOST
        return self.judged[at]


class Flood:
    """Tells which messages are over the rate."""

    def __init__(self) -> None:
        self._writers: dict[Actor, _Writer] = {}

    def over(self, said: Said) -> Flooding | None:
        """None for what is to be heard. Edits and deletions always are."""
        if said.edited or said.deleted:
            return None
        at = _seconds(said.ts)
        writer = self._writer(said.actor, at)
        if not writer.over(at):
            writer.told = False
            writer.words.clear()
            return None
        writer.words.append(said.text)
        first, writer.told = not writer.told, True
        return Flooding(first, _together(said.text, writer.words))

    def found(self, actor: Actor) -> None:
        """Somebody is not well, by these words: those that follow are looked at by themselves."""
        self._writers[actor].words.clear()

    def _writer(self, actor: Actor, at: float) -> _Writer:
        if len(self._writers) >= MOST_KNOWN:
            self._writers = {a: w for a, w in self._writers.items() if at - max(w.judged, default=0) < WITHIN}
        return self._writers.setdefault(actor, _Writer())


def _together(text: str, words: deque[str]) -> str:
    joined = "\n".join(words)
    return joined if len(joined) <= SHORT else text


def _seconds(ts: str) -> float:
    try:
        return float(ts)
    except ValueError:  # a stamp is an id to us
        return 0.0


# A payload that nobody here can read: whoever sent it hears so, where it says who that was.


async def say_so(body: Payload, context: Context) -> None:
    """Tell them, once in an hour; nothing of what they sent is looked at, kept or logged. What merely happened, as
    most events tell, is nobody's doing."""
    does = "event" not in body or _part(body, "event").get("type") == "message"
    actor = await _sender(body, context) if does else None
    if actor is not None:
        await context.runner.run(actor, helping.not_readable)


async def _sender(body: Payload, context: Context) -> Actor | None:
    """Who it was; for a message without a person, whose conversation it stands in. Not a bot."""
    try:
        workspace = team_of(body)
    except Malformed:
        return None
    event = _part(body, "event")
    user, channel = _user_in(body) or _user_in(event), event.get("channel")
    if event.get("bot_id") or user in (SLACK_ITSELF, *bots_of(body)):
        return None
    if not user and is_id(channel):
        known = await context.runner.read(Actor(workspace, ""), reads.conversation, channel)
        user = known or ""
    return Actor(workspace, user) if user else None


def _user_in(whole: Mapping[str, Any]) -> str:
    """In a form it is an object, in a command and an event an id."""
    user = whole.get("user")
    found = (user.get("id") if isinstance(user, Mapping) else user, whole.get("user_id"))
    return next((str(one) for one in found if is_id(one)), "")


def _part(whole: Payload, name: str) -> Mapping[str, Any]:
    found = whole.get(name)
    return found if isinstance(found, Mapping) else {}


log = structlog.get_logger(__name__)
ANYTHING = re.compile(".*", re.DOTALL)
Body = Mapping[str, Any]
R = TypeVar("R")


class Turns:
    """One thing at a time for each person: what they did first is done first."""

    def __init__(self) -> None:
        self._locks: dict[Actor, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, actor: Actor) -> AsyncIterator[None]:
        lock, waiting = self._locks.get(actor, (asyncio.Lock(), 0))
        self._locks[actor] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks[actor]
            if waiting == 1:
                del self._locks[actor]
            else:
                self._locks[actor] = (lock, waiting - 1)


class Router:
    """Finds the handler for what came in, and answers for it."""

    def __init__(self, context: Context, routes: list[Routes], said: OnSaid) -> None:
        self._context = context
        self._presses = _merged(r.presses for r in routes)
        self._forms = _merged(r.forms for r in routes)
        self._commands = _merged(r.commands for r in routes)
        self.events = _merged(r.events for r in routes)
        self._shortcuts = _merged(r.shortcuts for r in routes)
        self._suggests = _merged(r.suggests for r in routes)
        self._said = said
        self._turns = Turns()
        self._flood = Flood()

    def register(self, app: AsyncApp) -> None:
        """One listener for each type of payload, those that come most often first: Bolt tries one after the other.
        `events` names the event types that are subscribed."""
        app.event("message")(self.on_message)
        app.action(ANYTHING)(self.on_action)
        app.view(ANYTHING)(self.on_view)
        app.view_closed(ANYTHING)(self.on_view_closed)
        app.command("/accord")(self.on_command)
        for kind in self.events:
            app.event(kind)(self.on_event)
        app.message_shortcut(ANYTHING)(self.on_shortcut)
        app.options(ANYTHING)(self.on_options)
        for anything in (app.event, app.shortcut, app.command):
            anything(ANYTHING)(self.on_unknown)

    async def on_action(self, ack: AsyncAck, body: Body) -> None:
        with metrics.handling("action") as handling:
            press = await self._read(press_of, body, handling)
            if press is not None:
                async with self._turns.of(press.actor):
                    handling.outcome = await self._guarded(
                        press.actor, press.channel, press.incoming, lambda: self._press(press)
                    )
            await ack()

    async def on_view(self, ack: AsyncAck, body: Body) -> None:
        with metrics.handling("view") as handling:
            submission = await self._read(submission_of, body, handling)
            if submission is None:
                await ack()
                return
            async with self._turns.of(submission.actor):
                answer = await self._submit(submission, handling)
            await _answer(ack, answer, may_push=not submission.is_third)

    async def on_view_closed(self, ack: AsyncAck) -> None:
        with metrics.handling("view_closed"):
            await ack()

    async def on_command(self, ack: AsyncAck, body: Body) -> None:
        with metrics.handling("command") as handling:
            command = await self._read(command_of, body, handling)
            if command is not None:
                async with self._turns.of(command.actor):
                    handling.outcome = await self._guarded(
                        command.actor, command.channel, command.incoming, lambda: self._command(command)
                    )
            await ack()

    async def on_options(self, ack: AsyncAck, body: Body) -> None:
        """What to suggest to somebody who types; nothing to who may not know, or for a field that is no more."""
        with metrics.handling("options") as handling:
            asked = _or_none(suggest_of, body, handling)
            await ack(options=await self._suggested(asked) if asked is not None else [])

    async def _suggested(self, asked: Suggest) -> list[Option]:
        work = self._suggests.get(asked.field)
        try:
            return await work(asked, self._context) if work is not None else []
        except Refusal:
            return []

    async def on_shortcut(self, ack: AsyncAck, body: Body) -> None:
        """One on a message. One that no handler knows is of a newer manifest."""
        if body.get("callback_id") not in self._shortcuts:
            await self.on_unknown(ack, body)
            return
        with metrics.handling("shortcut") as handling:
            used = await self._read(shortcut_of, body, handling)
            if used is not None:
                work = partial(self._shortcuts[used.callback], used, self._context)
                async with self._turns.of(used.actor):
                    handling.outcome = await self._guarded(used.actor, "", used.incoming, work)
            await ack()

    async def on_message(self, ack: AsyncAck, body: Body) -> None:
        with metrics.handling("message") as handling:
            read = await self._read(said_of, body, handling)
            said = await settled(read, body, self._context) if read is not None else None
            if said is not None:
                handling.outcome = await self._hear(said)
            await ack()

    async def _hear(self, said: Said) -> str:
        """In its turn; what is over the rate has none, unless it is to be answered."""
        over, heard = self._flood.over(said), said
        if over is not None:
            heard = replace(said, text=over.words)
            if distress.look(over.words) is not None:
                self._flood.found(said.actor)
            elif not over.first:
                return metrics.REFUSED
            else:
                return await self._in_turn(said, lambda: self._too_many(said))
        return await self._in_turn(heard, lambda: self._said(heard, self._context))

    async def _in_turn(self, said: Said, work: Callable[[], Awaitable[None]]) -> str:
        async with self._turns.of(said.actor):
            return await self._guarded(said.actor, said.channel, said.incoming, work)

    async def _too_many(self, said: Said) -> None:
        log.warning("too many messages", action="too-many", workspace=said.actor.workspace, user=said.actor.user)
        once = self._context.runner.once
        await once(said.incoming, said.actor, helping.too_many, said.channel, MOST)

    async def hear_kept(self, errand: Errand) -> None:
        """What was kept in a rush has its turn; nobody waits for its acknowledgement. It bears being done twice."""
        said = kept_of(errand)
        work = partial(heard_in_turn, said, self._context)
        async with self._turns.of(said.actor):
            await self._guarded(said.actor, said.channel, in_turn(said.incoming), work)

    async def on_event(self, ack: AsyncAck, body: Body) -> None:
        with metrics.handling("event") as handling:
            event = _or_none(_event_of, body, handling)
            if event is not None:
                work = self.events[event.kind]
                handling.kind = event.kind
                handling.outcome = await _once(event.workspace, lambda: work(event, self._context))
            await ack()

    async def on_unknown(self, ack: AsyncAck, body: Body) -> None:
        """What Slack has and Accord does not: a shortcut of a newer manifest, an event that nobody subscribed to."""
        await self.on_unreadable(body)
        await ack()

    async def on_unreadable(self, body: Any) -> None:
        """Anything at all. Whoever calls this acknowledges it then."""
        with metrics.handling("unknown") as handling:
            _or_none(_nothing, body, handling)
            if isinstance(body, Mapping):
                await say_so(body, self._context)

    async def _read(self, reader: Callable[[Body], R], body: Body, handling: metrics.Handling) -> R | None:
        """What it says, for us; None where nobody can read it, which is counted, and said to whoever sent it."""
        read = _or_none(reader, body, handling)
        if handling.outcome == metrics.MALFORMED:
            await say_so(body, self._context)
        return read

    async def _press(self, press: Press) -> None:
        handler = self._presses.get(press.action)
        if handler is None:
            raise Refusal("old-button")
        await handler(press, self._context)

    async def _command(self, command: Command) -> None:
        if await stop_command(command, self._context):
            return
        meant = asked_for(command, self._commands)
        await self._commands[meant.word](meant, self._context)

    async def _submit(self, submission: Submission, handling: metrics.Handling) -> FormResponse | None:
        handler = self._forms.get(submission.callback)
        if handler is None:
            return None
        try:
            answer: FormResponse | None = await stop_form(submission, self._context)
            if answer is None:
                answer = home.closing(submission, await handler(submission, self._context))
        except Repeated:
            log.info("repeat ignored", action="repeat", workspace=submission.actor.workspace)
            handling.outcome = metrics.REPEATED
            return None
        except Refusal as refusal:
            handling.outcome = metrics.REFUSED
            return await self._refused_form(submission, refusal)
        else:
            return answer

    async def _refused_form(self, submission: Submission, refusal: Refusal) -> FormResponse | None:
        """Under its field; else under the first one with words in it, so that they are not lost with the form. A form
        in which nothing was written closes, and a message says why."""
        place = refusal.field if refusal.field in submission.values else next(iter(submission.written), None)
        if place is None:
            await self._refuse(submission.actor, "", submission.incoming, refusal)
            return None
        words = await self._context.words(submission.actor)
        found = (refusal, *refusal.others)
        errors = {r.field: words(f"refusal-{r.key}", **r.args_for_copy) for r in reversed(found) if r.field}
        if place != refusal.field:
            errors[place] = words("refused-form", why=words(f"refusal-{refusal.key}", **refusal.args_for_copy))
        return FormResponse(errors={field: text for field, text in errors.items() if field in submission.values})

    async def _guarded(self, actor: Actor, channel: str, incoming: str, work: Callable[[], Awaitable[None]]) -> str:
        """Do it, answer for a refusal; how it ended, as metrics name it."""
        try:
            return await _once(actor.workspace, work)
        except Refusal as refusal:
            await self._refuse(actor, channel, incoming, refusal)
            return metrics.REFUSED

    async def _refuse(self, actor: Actor, channel: str, incoming: str, refusal: Refusal) -> None:
        log.info("refused", action="refuse", workspace=actor.workspace, user=actor.user, reason=refusal.key)
        once, args = self._context.runner.once, refusal.args_for_copy
        await _once(actor.workspace, lambda: once(incoming, actor, helping.refuse, channel, refusal.key, args))


async def _once(workspace: str, work: Callable[[], Awaitable[None]]) -> str:
    """Do it unless it was done before; how it ended, as metrics name it."""
    try:
        await work()
    except Repeated:
        log.info("repeat ignored", action="repeat", workspace=workspace)
        return metrics.REPEATED
    return metrics.DONE


async def _answer(ack: AsyncAck, answer: FormResponse | None, *, may_push: bool = True) -> None:
    if answer is None:
        await ack()
    elif answer.errors:
        await ack(response_action="errors", errors=dict(answer.errors))
    elif answer.view is not None:
        await ack(response_action="push" if answer.push and may_push else "update", view=dict(answer.view))
    elif answer.clear:
        await ack(response_action="clear")
    else:
        await ack()


def _event_of(body: Body) -> Event:
    event, event_id = body.get("event"), body.get("event_id")
    if not isinstance(event, Mapping) or not is_id(event_id):
        raise Malformed("event")
    return Event(team_of(body), str(event.get("type")), event, f"event:{event_id}")


def _nothing(body: Any) -> None:
    raise Malformed("shape")


def _or_none(reader: Callable[[Body], R], body: Body, handling: metrics.Handling) -> R | None:
    try:
        return reader(body)
    except Malformed as error:
        log.warning("malformed payload", action="malformed", lacks=str(error))
        handling.outcome = metrics.MALFORMED
        return None


def _merged(tables: Any) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for table in tables:
        clash = merged.keys() & table.keys()
        if clash:
            raise ValueError(f"two handlers for {sorted(clash)}")
        merged |= table
    return merged


# What every activity answers to, in one list.


ALL: list[Routes] = [
    absence.ROUTES,
    admitting.ROUTES,
    bringing.ROUTES,
    care.ROUTES,
    calibrating.ROUTES,
    conference.ROUTES,
    celebrating.ROUTES,
    changing.ROUTES,
    checking_in.ROUTES,
    dates.ROUTES,
    digest.ROUTES,
    promises.ROUTES,
    phrases.ROUTES,
    documents.ROUTES,
    drafting.ROUTES,
    evidence.ROUTES,
    exchanging.ROUTES,
    export.ROUTES,
    feedback.ROUTES,
    freedom.ROUTES,
    guardians.ROUTES,
    hearing.ROUTES,
    help.ROUTES,
    home.ROUTES,
    inventory.ROUTES,
    assisting.ROUTES,
    mentoring.ROUTES,
    journey.ROUTES,
    leaving.ROUTES,
    lesson.ROUTES,
    logbook.ROUTES,
    looking_back.ROUTES,
    oneself.ROUTES,
    paper.ROUTES,
    peers.ROUTES,
    privacy.ROUTES,
    profile.ROUTES,
    calendar.ROUTES,
    proposing.ROUTES,
    report.ROUTES,
    reviewing.ROUTES,
    roster.ROUTES,
    rubrics.ROUTES,
    menus.ROUTES,
    templates.ROUTES,
    set_up.ROUTES,
    standards.ROUTES,
    surveying.ROUTES,
    talking.ROUTES,
    teaching.ROUTES,
]
