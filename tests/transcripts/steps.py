"""What people do in a step, as they would in Slack."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sandbox import text as slack_text
from sandbox import viewing
from sandbox.channels import Channel
from sandbox.fields import NotPossible
from sandbox.finding import Screen, find_field
from sandbox.ids import ts_key
from sandbox.people import Person
from sandbox.seeing import Message, View
from sandbox.state import Post
from sandbox.state import View as StoredView
from tests.transcripts import files, passing, raw
from tests.transcripts.scenes import Stage
from tests.transcripts.vocabulary import Unknown, is_text, labels_of_now, moment, verb_of

PROMPTS = ("check-in-due", "check-in-reminder")
IN_A_BURST = timedelta(seconds=1)
PEOPLE_FIELDS = ("users_select", "multi_users_select")


class Acting:
    """The hands of everybody in one conversation; it remembers what was typed, word for word."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._school = stage.school
        self._core = stage.school.ws.core
        self._typed: dict[str, str] = {}
        """By ts; what is gone too."""
        self._answered: dict[str, str] = {}
        """What Accord said, likewise."""
        self._stop = self._core.watch(self._remember)

    def close(self) -> None:
        self._stop()

    async def play(self, key: str, value: Any) -> None:
        """Do it, and wait until Accord has said all that it has to say."""
        if key == "clock":
            await passing.until(self._school, moment(value, self._school.clock.now()))
        elif key == "burst":
            await self._burst(value)
        elif key == "raw":
            await self._raw(value)
        else:
            await self._act(self._stage.people[key], value)
        await self._school.quiet()

    async def _act(self, who: Person, act: Any) -> None:
        if is_text(act):
            act = {"says": act}
        match verb_of(act):
            case "says":
                await self._say(who, act)
            case "edits":
                await self._edit(who, str(act["edits"]), str(act["to"]))
            case "deletes":
                await who.deletes(self._own(who, str(act["deletes"])).ts)
            case "presses":
                await self._press(who, str(act["presses"]))
            case "command":
                await who.types(str(act["command"]), in_=self._channel(act))
            case _:
                await self._fill(who, act)

    # --- typing ---

    async def _say(self, who: Person, act: Mapping[str, Any], *, acked: bool = True) -> None:
        words, channel = str(act["says"]), self._channel(act)
        if words.startswith("/accord"):  # Slack takes it as a command wherever it is typed
            await who.types(words, in_=channel)
            return
        thread = self._thread(who, channel, str(act["in_thread_of"])) if "in_thread_of" in act else None
        sent = [files.named(str(name)) for name in act.get("files", ())]
        ts = await who.says(words, in_=channel, thread=thread, files=sent, acked=acked, typing=timedelta(0))
        self._typed[ts] = words

    def _channel(self, act: Mapping[str, Any]) -> Channel | None:
        if "in" not in act:
            return None
        channel = self._stage.channels.get(str(act["in"]).lstrip("#"))
        if channel is None:
            raise NotPossible(f"there is no channel {act['in']!r}; there is: {', '.join(self._stage.channels)}")
        return channel

    def _thread(self, who: Person, channel: Channel | None, words: str) -> str:
        """The newest of Accord's top-level messages that holds the words as it reads now, a prompt before others."""
        place = channel.place if channel is not None else who.dm
        posts = [p for p in who.posts(place) if p.by_bot and p.thread_ts is None and p.ephemeral_to is None]
        found = [m for m in (Message.of(self._core, p) for p in posts) if words in m.visible_text]
        prompts = [m for m in found if m.kind in PROMPTS]
        if not found:
            raise NotPossible(f"{who.name} sees no message of Accord's with {words!r}")
        return (prompts or found)[-1].ts

    async def _edit(self, who: Person, old: str, new: str) -> None:
        post = self._own(who, old)
        before = self._typed.get(post.ts, self._reads(post))
        written = before.replace(old, new, 1) if old in before else new
        await who.edits(post.ts, written)
        self._typed[post.ts] = written

    def _own(self, who: Person, words: str) -> Post:
        """The newest message of hers that is still there and holds the words."""
        places = self._core.state.conversations.values()
        mine = [p for place in places for p in place.posts if p.user == who.id and not p.is_tombstone]
        found = [p for p in mine if words in self._typed.get(p.ts, "") or words in self._reads(p)]
        if not found:
            raise NotPossible(f"{who.name} has no message with {words!r}")
        return max(found, key=lambda p: ts_key(p.ts))

    def _reads(self, post: Post) -> str:
        return slack_text.visible(self._core.state, post.text)

    async def _burst(self, said: Mapping[str, list[Any]]) -> None:
        """All of it is on its way before Accord can answer; each has the ts of the moment it was typed in."""
        for name, texts in said.items():
            for text in texts:
                await self._say(self._stage.people[name], {"says": text}, acked=False)
                self._school.clock.advance(IN_A_BURST)

    # --- pressing and filling in ---

    async def _press(self, who: Person, wanted: str) -> None:
        """In the form that is open; else in what she sees, newest first; else on Home, which she opens for it."""
        if who.modal is not None and await _presses(who, wanted, who.modal):
            return
        if who.modal is not None:  # it lies over everything else
            await who.closes(everything=True)
        for message in reversed(self._messages(who)):
            if await _presses(who, wanted, message):
                return
        await who.opens_home()
        await self._school.quiet()
        if who.home is None or not await _presses(who, wanted, who.home):
            seen = [str(message) for message in self._messages(who)[-3:]]
            raise NotPossible(f"{who.name} sees nothing to press named {wanted!r}; the newest there is: {seen}")

    def _messages(self, who: Person) -> list[Message]:
        """What she sees of Accord's with something on it, oldest first."""
        places = [p for p in self._core.state.conversations.values() if who.id in p.members]
        posts = [post for place in places for post in who.posts(place) if post.by_bot and post.blocks]
        return [Message.of(self._core, post) for post in sorted(posts, key=lambda post: ts_key(post.ts))]

    async def _fill(self, who: Person, act: Mapping[str, Any]) -> None:
        """Fill in the form that is open, and send it where that is said. What Accord refuses is shown, and no failure;
        what Slack itself would not send is one."""
        if "fills" in act and who.modal is None:
            await self._choose(who, act["fills"])
        elif "fills" in act:
            form = await self._with_all_parts(who, act["fills"])
            await who.fills({name: self._value(form, name, value) for name, value in act["fills"].items()})
        if "submits" in act:
            sent = len(self._school.ws.envelopes)
            refused = await who.submits()
            if refused and len(self._school.ws.envelopes) == sent:
                raise NotPossible(f"the form can not be sent: {refused}")

    async def _with_all_parts(self, who: Person, fields: Mapping[str, Any]) -> StoredView | None:
        """The form that is open. Who would fill in terms, and is asked first which part of them, takes everything."""
        form = viewing.top(self._core, who.id)
        if form is None or "part" in fields or not str(form.body.get("callback_id", "")).endswith("_part"):
            return form
        await who.fills({"part": "all"})
        await who.submits()
        return viewing.top(self._core, who.id)

    async def _choose(self, who: Person, fields: Mapping[str, Any]) -> None:
        """With no form open: in a picker on Home."""
        await who.opens_home()
        await self._school.quiet()
        home = self._core.state.views.get(self._core.state.homes.get(who.id, ""))
        for name, value in fields.items():
            await who.selects(name, self._value(home, name, value), on=who.home)

    def _value(self, form: StoredView | None, name: str, value: Any) -> Any:
        if form is None:
            raise NotPossible("there is no form open, and no Home")
        kind = find_field([Screen("form", form, form.blocks, form.inputs)], name).element["type"]
        if kind in PEOPLE_FIELDS:
            named = [self._somebody(one) for one in (value if isinstance(value, list) else [value])]
            return named if kind.startswith("multi") else named[0]
        if kind == "file_input":
            return [files.named(str(one)) for one in value or ()]
        return value

    def _somebody(self, name: Any) -> Any:
        return self._stage.people.get(str(name).lstrip("@"), name)

    # --- what Slack sends ---

    async def _raw(self, event: Mapping[str, Any]) -> None:
        now = self._core.next_ts()
        sent = raw.filled(event, lambda hole: self._fill_in(hole, now))
        raw.happens(self._core, sent)
        await self._school.ws.answered(self._core.send("events_api", raw.wrapped(self._core, sent)))

    def _fill_in(self, hole: str, now: str) -> str:
        """What stands for `${…}` in an event."""
        name, _, of = hole.partition(".")
        if hole == "now":
            return now
        if name in self._stage.people and of in ("", "dm"):
            person = self._stage.people[name]
            return person.dm.id if of else person.id
        if hole in self._stage.channels:
            return self._stage.channels[hole].id
        quoted = re.fullmatch(r"ts of (['\"])(.+)\1", hole)
        if quoted is None:
            raise Unknown(f"nothing is known of ${{{hole}}}")
        return self._ts_of(quoted[2])

    def _ts_of(self, words: str) -> str:
        """The newest message that ever held the words: what somebody typed, else what Accord said."""
        for texts in (self._typed, self._answered):
            found = [ts for ts, text in texts.items() if words in text]
            if found:
                return max(found, key=ts_key)
        raise NotPossible(f"no message holds {words!r}")

    def _remember(self, what: Post | StoredView) -> None:
        if isinstance(what, Post) and not what.is_tombstone:
            texts = self._answered if what.by_bot else self._typed
            texts[what.ts] = Message.of(self._core, what).visible_text


async def _presses(who: Person, wanted: str, where: Message | View) -> bool:
    """Press it there; False where it is not. Capitals may be others where nothing is named exactly so, and the label
    may be the one that the button had when the case was written."""
    alike = [label for label in where.buttons if label.casefold() == wanted.casefold()]
    for label in (wanted, *alike, *labels_of_now(wanted)):
        try:
            await who.presses(label, on=where)
        except NotPossible:
            continue
        return True
    return False
