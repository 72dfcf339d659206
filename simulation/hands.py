"""What every person can do with what is on their screen: read, press, type, fill in a form. Nothing else."""

import asyncio
import json
import random
import re
from collections.abc import Awaitable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sandbox import viewing
from sandbox.fields import EXTERNAL, NotPossible, with_suggested
from sandbox.finding import Screen, each_element
from sandbox.interactions import OnMessage
from sandbox.people import Person
from sandbox.seeing import Message
from sandbox.seeing import View as Form
from sandbox.shapes import message as message_shape
from sandbox.state import Json, Post, View
from simulation import phrases, work
from simulation.school import Room, School, Typed, Written

PRESSED = ("button", "overflow")
SOUGHT = "home.find"
"""What opens to be looked at, and has a field by which to find somebody: nothing else is to be filled in there."""

SEEKS = (
    "guardians.open",
    "freedom.ask",
    "conference.open",
    "looking_back.open_grading",
)
"""What they have in mind, now and then, who open something to be looked at."""

REMEMBERS = 60
"""Buttons that somebody still sees on a screen that was not drawn again."""

SUGGESTED_WITHIN = 2.0
"""Seconds: Slack waits no longer for what is to be suggested."""

READS_FOR = 7.0
"""Seconds between two messages of one person: who writes again sooner has not read what was answered."""

GIVES_UP = 0.4
"""How often somebody closes a form in which they are told what is wrong."""

GIVES_FEEDBACK = frozenset({"feedback.give", "feedback.quick", "feedback.send"})

OF_CLASSMATES = ("peers.write", "mentoring.write")
"""What is written in this form is for one student, until that one shows it."""

FOR_THEIR_CLASS = frozenset({"checking_in.questions", "surveying.begin"})
"""What a teacher writes in these forms is for all students of one class, whose id they carry."""

THEIR_OWN = ("oneself.", "lesson.answer", "inventory.", "surveying.answer", "phrases.")
"""How the forms begin in which somebody writes what nobody else reads, unless they say so."""

CHOSEN_PHRASE = "phrase"
"""The field in which a teacher takes one of their own phrases: then it is for that reader, too."""

LOOKS_BACK = 8
"""Messages: further up, nobody scrolls, save by mistake."""


def one_of(element: Json, rng: random.Random) -> Json | None:
    """What is chosen in a menu; None for a button."""
    return rng.choice(element["options"]) if element["type"] == "overflow" else None


class Hands:
    """One person. Each act draws what it does from a generator of its own, so that acts can be left out of a run."""

    def __init__(self, school: School, person: Person) -> None:
        self.school = school
        self.person = person
        self._done: set[tuple[str, int]] = set()
        self._looked_at: set[tuple[str, int]] = set()
        self._remembered: list[tuple[OnMessage, Json, Json]] = []
        self._reads_until = 0.0
        self.went_on = False
        """They began something else, of which nothing may have been said to them yet."""

    async def act(self, rng: random.Random) -> None:
        """Do something that makes sense, or not. What is not possible on this screen is not done."""
        await self._tries(self._act(rng))

    async def sits_down(self, rng: random.Random) -> None:
        """The same for what nothing asks for."""
        await self._tries(self.in_session(rng))

    async def takes_part(self, rng: random.Random) -> None:
        """The same for what is asked of a whole class."""
        await self._tries(self.in_round(rng))

    async def _tries(self, doing: Awaitable[None]) -> None:
        self._remember()
        try:
            await doing
        except NotPossible as problem:
            self.school.say(f"{self.person.name} can not: {str(problem)[:80]}")

    async def in_session(self, rng: random.Random) -> None:
        raise NotPossible("nothing to do")

    async def in_round(self, rng: random.Random) -> None:
        raise NotPossible("nothing to do")

    async def _act(self, rng: random.Random) -> None:
        raise NotPossible("nothing to do")

    # Reading.

    def newest(self, many: int = LOOKS_BACK) -> list[Post]:
        """What Accord said in the direct messages, newest first."""
        posts = self.person.posts(self.person.dm)
        return [post for post in reversed(posts[-3 * many :]) if post.by_bot][:many]

    def text_of(self, post: Post) -> str:
        return Message.of(self.school.core, post).visible_text

    def buttons(self, post: Post) -> list[tuple[Json, Json]]:
        """Each button with its block."""
        place = self.school.core.state.conversations[post.channel]
        return [(b, e) for b, e in each_element(self._screen(place, post)) if e["type"] in PRESSED]

    def _screen(self, place: Any, post: Post) -> Screen:
        return Screen(post.ts, OnMessage(place, post, {}), post.blocks or [], post.inputs)

    def button(self, post: Post, *actions: str) -> tuple[Json, Json] | None:
        """The first button whose action id begins with one of these, in their order."""
        found = self.buttons(post)
        for action in actions:
            for block, element in found:
                if str(element.get("action_id", "")).startswith(action):
                    return block, element
        return None

    def done(self, post: Post) -> bool:
        """Whether something was done about this message as it stands."""
        return (post.ts, post.changes) in self._done

    def tick(self, post: Post) -> None:
        self._done.add((post.ts, post.changes))

    # Doing.

    async def press(self, post: Post, found: tuple[Json, Json], rng: random.Random) -> None:
        """Press it; now and then twice."""
        place = self.school.core.state.conversations[post.channel]
        where = OnMessage(place, post, message_shape(self.school.core, post))
        self.tick(post)
        for _ in range(2 if rng.random() < 0.1 else 1):
            self.school.say(f"{self.person.name} presses {found[1].get('action_id')} {found[1].get('value', '')}")
            await self.person.uses(where, *found, one_of(found[1], rng))
        self.went_on = True

    async def press_any(self, post: Post, rng: random.Random, *actions: str) -> bool:
        found = self.button(post, *actions)
        if found is not None:
            await self.press(post, found, rng)
        return found is not None

    async def stale_press(self, rng: random.Random) -> None:
        """Press some button as it once stood on the screen, however old."""
        if not self._remembered:
            return
        where, block, element = rng.choice(self._remembered)
        if element.get("action_id") != "changing.close" or rng.random() < 0.2:
            self.school.say(f"{self.person.name} presses an old {element.get('action_id')} {element.get('value', '')}")
            await self.person.uses(where, block, element, one_of(element, rng))

    def _remember(self) -> None:
        """Keep in mind what can be pressed now."""
        for post in self.newest(4):
            if (post.ts, post.changes) not in self._looked_at:
                self._looked_at.add((post.ts, post.changes))
                place = self.school.core.state.conversations[post.channel]
                where = OnMessage(place, post, message_shape(self.school.core, post))
                self._remembered += [(where, block, element) for block, element in self.buttons(post)]
        del self._remembered[:-REMEMBERS]

    async def home(self, rng: random.Random) -> None:
        """Open Home, or press something there."""
        view_id = self.school.core.state.homes.get(self.person.id)
        view = self.school.core.state.views[view_id] if view_id else None
        found = self._pressable(view) if view else []
        if view is None or not found or rng.random() < 0.4:
            self.school.say(f"{self.person.name} opens home")
            await self.person.opens_home()
        else:
            sought = [f for f in found if f[1].get("action_id") in ("profile.open", *SEEKS)]
            block, element = rng.choice(sought if sought and rng.random() < 0.3 else found)
            self.school.say(f"{self.person.name} presses {element.get('action_id')} on home")
            await self.person.uses(view, block, element, one_of(element, rng))

    def _pressable(self, view: View) -> list[tuple[Json, Json]]:
        screen = Screen("home", view, view.blocks, view.inputs)
        return [(b, e) for b, e in each_element(screen) if e["type"] in PRESSED]

    @property
    def rooms(self) -> list[Room]:
        """The classes that this person teaches or learns in."""
        return [r for r in self.school.rooms if self.person in r.teachers or self.person in r.students]

    async def types(
        self,
        text: str,
        word: str,
        about: str,
        *,
        room: Room | None = None,
        thread: str = "",
        to: str = "",
        numbers: Iterable[int] = (),
        soon: bool = False,
        files: Sequence[work.File] = (),
    ) -> None:
        """Write to Accord, and read what it answers; `soon` is a further part of the message before. It is about a
        class, and for its teachers; what a teacher writes is `to` a student. Files that come along are for the same
        people."""
        word = word if word in text else ""
        now = asyncio.get_running_loop().time
        if not soon:
            await asyncio.sleep(max(0.0, self._reads_until - now()))
        self._reads_until = now() + READS_FOR
        rooms = [room] if room is not None else []
        meant = Written(self.person.id, rooms, frozenset({to}))
        for name in (word, *self.school.mint.found_in(" ".join(name for name, _ in files))):
            self.school.written[name] = meant
        ts = await self.person.says(text, thread=thread or None, files=files)
        where = f"{room.name if room else ''}{' under ' if thread else ''}{thread}"
        if files:
            self.school.say(f"{self.person.name} hands in {[name for name, _ in files]}")
        self.school.say(f"{self.person.name} types {text!r} ({about}, {where}) as {ts}")
        self.went_on = False
        envelope, said = self.school.newest_envelope, {Decimal(number) for number in numbers}
        named = room.called if room is not None and text.startswith(f"{room.called}: ") else ""
        self.school.typed.append(Typed(self.person.id, ts, word, about, envelope, rooms, said, named=named))

    async def edits(self, typed: Typed, text: str, word: str, numbers: Iterable[int] = ()) -> None:
        typed.numbers.update(Decimal(number) for number in numbers)
        self.school.written[word] = self.school.written[typed.word]
        self.school.say(f"{self.person.name} edits {typed.ts} to {text!r}")
        await self.person.edits(typed.ts, text)
        typed.edits.append((word, self.school.newest_envelope))

    async def command(self, line: str) -> None:
        self.school.say(f"{self.person.name} types {line}")
        self.went_on = True
        here = [room.channel for room in self.rooms if self.person.id in room.channel.members]
        await self.person.types(line, in_=here[len(self.school.typed) % len(here)] if here else None)

    def word(self) -> str:
        return self.school.mint.word()

    def sentence(self, rng: random.Random) -> str:
        return phrases.sentence(rng, self.word())

    def about_somebody(self, rng: random.Random, text: str) -> str:
        """The text, mostly with a name of the class in it."""
        teachers = [t for t in self.school.teachers if all(t in room.teachers for room in self.rooms)]
        user = rng.choice([*self.school.students, *teachers]).user
        nickname = user.display_name
        return phrases.about(rng, text, user.real_name, user.name, user.id, user.email, nickname)

    # Forms.

    @property
    def form(self) -> View | None:
        return viewing.top(self.school.core, self.person.id)

    async def fill_in(self, rng: random.Random, view: View) -> None:
        """Fill the form in and send it; now and then close it instead."""
        callback = str(view.body.get("callback_id"))
        if callback == SOUGHT or not view.body.get("submit"):
            await self._browse(rng, view, callback)
            return
        if rng.random() < 0.07:
            self.school.say(f"{self.person.name} closes {callback}")
            await self.person.closes()
            return
        if view.errors and rng.random() < GIVES_UP:
            self.school.say(f"{self.person.name} gives {callback} up {view.errors}")
            await self.person.closes(everything=True)
            return
        await self._searches(view)
        values = dict(self._values(rng, view, callback))
        self._write_in(view, values)
        with work.as_slack_has_it(self.school.core, rng):
            await self.person.fills(values)
        wrong = await self.person.submits()
        self.school.say(f"{self.person.name} submits {callback} {sorted(values)} {wrong or ''}".rstrip())
        if wrong:
            await self.person.closes(everything=True)

    async def _searches(self, view: View) -> None:
        """What there is to choose in a field for which the app suggests, it says when somebody types."""
        for block in view.blocks:
            if block["type"] == "input" and block["element"]["type"] in EXTERNAL:
                await self.person.searches(block["block_id"], "")
                await asyncio.sleep(SUGGESTED_WITHIN)

    async def _browse(self, rng: random.Random, view: View, callback: str) -> None:
        """Press something in what was opened to be looked at, or close it."""
        found = self._pressable(view)
        if not found or rng.random() < 0.4:
            self.school.say(f"{self.person.name} closes {callback}")
            await self.person.closes()
            return
        sought = [one for one in found if one[1].get("action_id") in SEEKS]
        block, element = rng.choice(sought if sought and rng.random() < 0.7 else found)
        pressed = f"{element.get('action_id')} {element.get('value', '')}"
        self.school.say(f"{self.person.name} presses {pressed} in {callback}")
        await self.person.uses(view, block, element, one_of(element, rng))

    def _write_in(self, view: View, values: dict[str, Any]) -> None:
        """What is written in a form is for those whom the form names; a question of a teacher's own for their class."""
        metadata, callback = str(view.body.get("private_metadata") or ""), str(view.body.get("callback_id"))
        if callback in FOR_THEIR_CLASS:
            self._write_to_class(metadata, values)
            return
        rooms, student = self._readers(view, callback, metadata, values)
        for field, value in values.items():
            reader = self.school.addressees.of_field(field) if callback == "digest.reply" else student
            for word in self.school.mint.found_in(json.dumps(value, default=str)):
                known = self.school.written.get(word)
                if field == CHOSEN_PHRASE and known is not None:
                    known.rooms, known.to = list({*known.rooms, *rooms}), known.to | {reader}
                elif known is None or known.author == self.person.id:  # what a choice quotes is somebody else's still
                    self.school.written[word] = Written(self.person.id, list(rooms), frozenset({reader}))
                    if callback.startswith("set_up.") and self.school.head:  # who may set up each class
                        self.school.written[word].to |= {self.school.head.id}
        if callback == "feedback.send":  # with what was written in the form before it
            for word in self.school.mint.found_in(json.dumps(view.blocks)):
                if self.school.written[word].author == self.person.id:
                    self.school.written[word].to |= {student}

    def _readers(self, view: View, callback: str, metadata: str, values: Mapping[str, Any]) -> tuple[list[Room], str]:
        """The classes whose teachers read what is written in a form, and the student who does; none and ""."""
        if callback.startswith(THEIR_OWN):
            return [], ""
        student = str(values.get("student") or self.school.addressees.of_form(callback, metadata))
        room = self.school.named_in(Form.of(self.school.core, view).text) or self.school.room_in(
            self.school.addressees.channel_of_form(callback, metadata)
        )
        return self._rooms_of(callback, room), student

    def _rooms_of(self, callback: str, room: Room | None) -> list[Room]:
        """For the teachers of which classes something is that is written in a form about `room`."""
        if callback in OF_CLASSMATES:
            return []
        if self.teaches or callback == "profile.save":
            return list(self.rooms)
        if room is None and callback in GIVES_FEEDBACK:
            return [came_to for came_to in self.rooms if self.person in came_to.also]
        return [room] if room else []

    def _write_to_class(self, classroom: str, values: Mapping[str, Any]) -> None:
        asked = self.school.room_in(self.school.addressees.channel_of_class(classroom))
        learn = [*asked.students, *asked.teachers, self.school.guest] if asked else []  # whoever comes to learn there
        students = frozenset(person.id for person in learn if person is not None)
        for word in self.school.mint.found_in(json.dumps(values)):
            self.school.written[word] = Written(self.person.id, list(self.rooms), students)

    def hears_nothing(self, newest: Post) -> bool:
        """Whether what they wrote last has had no answer yet."""
        mine = [typed.ts for typed in self.school.typed if typed.user == self.person.id]
        return bool(mine) and float(mine[-1]) > float(newest.ts)

    @property
    def teaches(self) -> bool:
        return self.person in self.school.teachers

    def _values(self, rng: random.Random, view: View, callback: str) -> Iterator[tuple[str, Any]]:
        for block in view.blocks:
            if block["type"] == "input":
                name, element = block["block_id"], block["element"]
                if element["type"] in EXTERNAL:
                    element = with_suggested(element, view.suggested.get(element["action_id"], []))
                value = self.value(rng, callback, name, element, optional=bool(block.get("optional")))
                if value is not None:
                    yield name, value

    def value(self, rng: random.Random, callback: str, name: str, element: Json, *, optional: bool) -> Any:
        """What to put into a field; None leaves it as it is."""
        kind = element["type"]
        if name == "check_in_days":
            return None
        if name == "after_each":
            return rng.choice(("essay", "lesson")) if rng.random() < 0.25 else None
        if kind == "file_input":
            return [work.file(rng, self.word()) for _ in range(rng.choice((0, 0, 1, 1, 2)))]
        if optional and rng.random() < 0.4:
            return None
        if kind == "plain_text_input":
            most = int(element.get("max_length", 3000))
            return None if element.get("initial_value") else self.sentence(rng)[:most]
        if kind == "number_input":
            return None if element.get("initial_value") else str(rng.randint(1, 10))
        if name == "check_in_weeks" and rng.random() < 0.4:
            return rng.choice(element["options"])["value"]
        if kind in EXTERNAL:
            values = [option["value"] for option in element["options"]]
            return rng.sample(values, min(len(values), rng.choice((1, 1, 2))))
        if kind in ("radio_buttons", "static_select") and not element.get("initial_option"):
            return rng.choice(element["options"])["value"]
        return None


def wish(wishes: Mapping[str, int], element: Json) -> int:
    """How much somebody wants to press it; of several alike, whose ids end in their places, each as much."""
    action = str(element.get("action_id"))
    return wishes.get(action) or wishes.get(re.sub(r"\.\d+$", "", action), 0)


def kind_of(post: Post) -> str:
    """The kind of notice that a message of Accord's is."""
    payload = (post.metadata or {}).get("event_payload") or {}
    return str(payload.get("kind", ""))
