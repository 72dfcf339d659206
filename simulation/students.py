"""A student: answers what Accord asks, mostly; and does what students do instead."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from bot.activities.proposing.interview.flow import TABLE
from prompts.words import words_for
from sandbox.fields import state_for
from sandbox.finding import each_element
from sandbox.interactions import OnMessage
from sandbox.people import Person
from sandbox.shapes import message as message_shape
from sandbox.state import Json, Post
from simulation import phrases, work
from simulation.company import WISHES as OF_COMPANY
from simulation.company import InCompany
from simulation.hands import kind_of
from simulation.school import NOT_WELL, Room, School, Typed

ASKED = ("check-in-due", "check-in-reminder", "check-in-again")
RESTS = frozenset({"contract-card", "proposal-sent", "answer-passed-on", "answer-sent", "refused", "help"})
GOES_ON = ("contract-card", "proposal-sent", "check-in-due", "reply-noted")
GOES_ON_FOR = 1800
"""Seconds: so long nobody has to say of which class they speak."""
LOOKED_AT = "how-it-goes"
"""Asks nothing: what is written below it may answer the question that stands above it, of another class."""
SHOWN_FIRST = ("milestone-reached", "piece-noted")
"""What they decide on before all else, when they sit down."""
QUIET = ("looked-back", "contract-closed")

FLAT_MOST = 2
"""What somebody says at most whose numbers stay where they began."""


def _questions() -> dict[str, str]:
    """The beginning of each question of the interview, as it stands on the screen, with the step it belongs to."""
    words = words_for()
    asks = {}
    for step in TABLE:
        asks[words(f"proposing-ask-{step.name}").replace("*", "")] = step.name
    return asks


class Student(InCompany):
    """`flat`: their numbers stay where they began."""

    def __init__(self, school: School, person: Person, *, flat: bool = False) -> None:
        super().__init__(school, person)
        self._questions = _questions()
        self._most = FLAT_MOST if flat else 10

    async def _act(self, rng: random.Random) -> None:
        form = self.form
        if form is not None:
            await self.fill_in(rng, form)
        elif self._away and rng.random() < 0.6:
            await self._comes_or_goes(rng)
        elif rng.random() < 0.07:
            await self._stray(rng)
        elif rng.random() < 0.2 and self._running():
            await self._shows_or_looks(rng)
        else:
            await self._go_on(rng)

    async def in_session(self, rng: random.Random) -> None:
        """Also work that they show, and what they reached."""
        chance = rng.random()
        if self.form is None and chance < 0.2 and self._running():
            await self._hands_in(rng)
            return
        reached = [p for p in self.newest(25) if kind_of(p) in SHOWN_FIRST and not self.done(p)]
        if self.form is None and reached and chance < 0.7:
            await self._looks_at(rng, reached[0], kind_of(reached[0]))
        else:
            await super().in_session(rng)

    async def in_round(self, rng: random.Random) -> None:
        """Also a text that they show, where colleagues rate such."""
        if self.form is None and self.school.staff and self._running() and rng.random() < 0.4:
            for post in self.newest(25):
                if await self.press_any(post, rng, "evidence.add"):
                    return
        await super().in_round(rng)

    async def _shows_or_looks(self, rng: random.Random) -> None:
        """What somebody may do whose contract runs, also while nothing is asked."""
        if rng.random() < 0.3:
            await self.in_company(rng)
            return
        chance = rng.random()
        if chance < 0.4:
            await self._hands_in(rng)
        elif chance < 0.5:
            await self._links(rng)
        elif chance < 0.7:
            await self.types(rng.choice(phrases.HOW_IT_GOES), "", "progress")
        elif chance < 0.8:
            await self._had_one(rng)
        else:
            standing = ("evidence.add", "checking_in.had_one", "logbook.show", "celebrating.reached")
            for post in self.newest(20):
                if await self.press_any(post, rng, *rng.sample(standing, len(standing))):
                    return

    async def _had_one(self, rng: random.Random) -> None:
        """Whose check-ins come on days, and who is asked just now, has answered with a number."""
        room = self._running_room(rng)
        named = f"{room.called}: " if room and len(self.rooms) > 1 else ""
        await self.types(f"{named}{rng.choice(phrases.HAD_ONE)}", "", "had one", room=room, numbers=(1,))

    async def _hands_in(self, rng: random.Random) -> None:
        """Files, mostly with a line; who is in two classes is asked for which it is, and says so by a press."""
        files = [work.file(rng, self.word()) for _ in range(rng.choice((1, 1, 1, 2)))]
        alone = len(self.rooms) == 1
        said = self._sentence(rng) if alone and rng.random() < 0.7 else phrases.Said("", "")
        room = self.rooms[0] if alone else self._only_running()
        with work.as_slack_has_it(self.school.core, rng):
            await self.types(said.text, said.word, "work", room=room, files=files)

    def _running(self) -> list[str]:
        """The channels of the classes in which something runs."""
        return self.school.addressees.running_of(self.school.team, self.person.id)

    def _only_running(self) -> Room | None:
        running = self._running()
        return self.school.room_in(running[0]) if len(running) == 1 else None

    def _running_room(self, rng: random.Random) -> Room | None:
        """Nobody speaks of work for a class in which they have agreed on nothing."""
        return self.school.room_in(rng.choice(self._running()))

    async def _links(self, rng: random.Random) -> None:
        word, room = self.word(), self._running_room(rng)
        named = f"{room.called}: " if room and len(self.rooms) > 1 else ""
        await self.types(f"{named}my page is at https://docs.example/{word}", word, "work", room=room)

    async def _go_on(self, rng: random.Random) -> None:
        """Do what the newest message that wants something wants."""
        posts = self.newest()
        for place, post in enumerate(posts):
            if not self.done(post) and await self._answers(rng, post, newest=place == 0):
                return
        begins = self._has_no_contract(posts)
        if not posts or (begins and rng.random() < 0.5):
            await self._begins()
        elif rng.random() < 0.15:
            await self._adds(rng)

    async def _begins(self) -> None:
        if len(self.rooms) > 1:
            await self.command("/accord start")
        else:
            await self.types("hi", "", "greeting")

    def _has_no_contract(self, posts: list[Post]) -> bool:
        """Whether in some class nothing was agreed, or it is over."""
        agreed = [post for post in posts if kind_of(post) in GOES_ON]
        return not agreed or len({room.name for room in map(self.room_of, agreed) if room}) < len(self.rooms)

    async def _answers(self, rng: random.Random, post: Post, *, newest: bool) -> bool:
        """Whether the message wanted something that was done."""
        kind = kind_of(post)
        if kind == "interview-question":
            if newest or rng.random() < 0.3:
                await self._interview(rng, post, newest=newest)
                return True
        elif kind in ASKED:
            return await self._checks_in(rng, post, newest=newest)
        elif kind in ("number-wanted", "target-wanted", "how-many-now", "which-number"):
            return await self._says_number(rng, post, newest=newest)
        elif kind in ("progress-offered", "which-one"):
            return await (self._lets_note if kind == "progress-offered" else self._says_which)(rng, post)
        elif kind == "teacher-asked":
            return await self._answers_teacher(rng, post, newest=newest)
        elif kind in OF_COMPANY:
            return await self.answers_company(rng, post)
        elif kind in ("milestone-reached", "piece-noted", "reply-noted"):
            return await self._looks_at(rng, post, kind)
        elif kind not in RESTS and (kind not in QUIET or rng.random() < 0.5):
            return await self._decides(rng, post)
        return False

    async def _looks_at(self, rng: random.Random, post: Post, kind: str) -> bool:
        """What came of something that they said or sent."""
        if kind == "milestone-reached":
            return await self._shares(rng, post)
        if kind == "piece-noted":
            return await self._says_for_what(rng, post)
        self.tick(post)
        return await self._looks_again(rng, post)

    async def _shares(self, rng: random.Random, post: Post) -> bool:
        """What waits for a teacher's look can be taken back."""
        chance = rng.random()
        if not self.button(post, "celebrating.share"):
            self.tick(post)
            return chance < 0.2 and await self.press_any(post, rng, "celebrating.keep")
        if chance < 0.1:
            return await self.press_any(post, rng, "celebrating.open_wording")
        return await self.press_any(post, rng, "celebrating.share" if chance < 0.65 else "celebrating.keep")

    async def _says_for_what(self, rng: random.Random, post: Post) -> bool:
        """For which target their work is; seldom they say what it shows, or take it back."""
        if rng.random() < 0.85 and self.button(post, "evidence.choose"):
            buttons = [b for b in self.buttons(post) if str(b[1].get("action_id")).startswith("evidence.choose")]
            await self.press(post, rng.choice(buttons), rng)
            return True
        if rng.random() < 0.3:
            return await self.press_any(post, rng, *rng.choice((("evidence.open_line",), ("evidence.drop",))))
        self.tick(post)
        return False

    async def _is_away(self, rng: random.Random, post: Post, kind: str) -> bool:
        """They say until when. Mostly that is so; some come back early, or have an end move along."""
        chance = rng.random()
        if kind == "leave-out-offered":
            until = ["absence.today", "absence.week", "absence.pick", "absence.suggested"]
            return await self.press_any(post, rng, *rng.sample(until, len(until)))
        if chance < 0.15:
            return await self.press_any(post, rng, "absence.back", "absence.change", "absence.move_0")
        self.tick(post)
        if chance < 0.3:
            await self.types(rng.choice(("I'm back", "yes", "no", "until friday")), "", "away")
            return True
        return False

    async def _decides(self, rng: random.Random, post: Post) -> bool:
        if kind_of(post) in ("leave-out-offered", "away-noted"):
            return await self._is_away(rng, post, kind_of(post))
        buttons = self.buttons(post)
        if not buttons:
            return False
        signing = [b for b in buttons if b[1].get("style") == "primary"]
        chosen = rng.choice(signing) if signing and rng.random() < 0.65 else rng.choice(buttons)
        if chosen[1].get("action_id") == "changing.close" and rng.random() < 0.9:
            return False
        await self.press(post, chosen, rng)
        return True

    # The interview.

    async def _interview(self, rng: random.Random, post: Post, *, newest: bool) -> None:
        text = self.text_of(post)
        step = next((name for ask, name in self._questions.items() if ask in text), "")
        if rng.random() < 0.15 and await self._chooses_part(rng, post):
            return
        if rng.random() < 0.07:
            word = self.word()
            said = rng.choice((*phrases.WORDS_TO_ACCORD, f"{rng.choice(phrases.VAGUE)} {word}"))
            parts = [phrases.Said(said, word if word in said else "")]
            await self.writes(rng, post, parts, "interview", newest=newest)
        elif rng.random() < 0.03:
            await self._is_not_well(rng, post, "interview", newest=newest)
        elif rng.random() < 0.05:
            await self._edits_something(rng)
        elif rng.random() < 0.6 and await self.press_any(post, rng, "menus.open_choice", "templates.open_choice"):
            return
        elif self.button(post, "proposing.submit"):
            await self.press_any(post, rng, "proposing.submit" if rng.random() < 0.9 else "proposing.back")
        else:
            await self._answers_step(rng, post, step, newest=newest)

    async def _chooses_part(self, rng: random.Random, post: Post) -> bool:
        """In the menu below a draft: often what nothing else asks for: milestones, and when to check in."""
        place = self.school.core.state.conversations[post.channel]
        menus = [
            (block, element)
            for block, element in each_element(self._screen(place, post))
            if element.get("action_id") == "proposing.edit"
        ]
        for block, element in menus:
            values = [str(option["value"]) for option in element["options"]]
            wanted = [value for value in values if value.endswith(("milestones", "days"))]
            value = rng.choice(wanted if wanted and rng.random() < 0.6 else values)
            self.tick(post)
            self.school.say(f"{self.person.name} chooses {value}")
            where = OnMessage(place, post, message_shape(self.school.core, post))
            await self.person.uses(where, block, element, state_for(element, value))
        return bool(menus)

    async def _answers_step(self, rng: random.Random, post: Post, step: str, *, newest: bool) -> None:
        options = [b for b in self.buttons(post) if str(b[1].get("action_id")).startswith("proposing.choose")]
        if step == "more" and options:
            await self.press(post, options[-1] if rng.random() < 0.93 else options[0], rng)
        elif options and (step in ("wording", "evidence", "days", "statement") or rng.random() < 0.5):
            await self.press(post, rng.choice(options), rng)
        elif rng.random() < 0.2 and await self.press_any(post, rng, "proposing.skip", "proposing.keep"):
            return
        else:
            word = self.word()
            said = self._in_parts(rng, self._reply_to(rng, step, word), word)
            await self.writes(rng, post, said, "interview", newest=newest)

    def _in_parts(self, rng: random.Random, text: str, word: str) -> list[phrases.Said]:
        """Now and then what is said in words comes in two messages."""
        whole = phrases.Said(text, word)
        return [whole, self._sentence(rng)] if len(text) > 30 and rng.random() < 0.15 else [whole]

    def _sentence(self, rng: random.Random) -> phrases.Said:
        word = self.word()
        return phrases.Said(phrases.sentence(rng, word), word)

    def _reply_to(self, rng: random.Random, step: str, word: str) -> str:
        today = self._today()
        if step in ("timeframe", "ends_on"):
            return phrases.soon(rng, today)
        plain: dict[str, Callable[[], str]] = {
            "statement": lambda: phrases.statement(rng, word, today),
            "measure": lambda: f"from 3 to {rng.randint(5, 9)} of 10 sentences {word}",
            "baseline": lambda: str(rng.randint(1, 4)),
            "goal": lambda: str(rng.randint(5, 10)),
            "unit": lambda: "sentences",
            "blanks": lambda: "3 of 4",
            "days": lambda: rng.choice(("Monday", "Tuesday and Thursday", "Mon, Wed", "after each essay")),
            "milestones": lambda: phrases.milestones(rng, word),
            "more": lambda: "no",
        }
        return plain.get(step, lambda: phrases.sentence(rng, word))()

    def _today(self) -> date:
        return self.school.core.now().date()

    # Check-ins.

    async def _checks_in(self, rng: random.Random, post: Post, *, newest: bool) -> bool:
        chance = rng.random()
        if chance < 0.1:
            self.tick(post)  # never, or not to this one
            return False
        if chance < 0.25 and await self.press_any(post, rng, "checking_in.log"):
            return True
        if chance < 0.29 and await self.press_any(post, rng, "checking_in.practised"):
            return True
        if chance < 0.31 and await self.press_any(post, rng, "exchanging.stuck"):
            return True
        if chance < 0.33 and await self.press_any(post, rng, "checking_in.not_now", "absence.open"):
            return True
        self.tick(post)
        if chance < 0.37:
            await self._says_away(rng)
        elif chance < 0.41:
            await self._is_not_well(rng, post, "check-in", newest=newest)
        else:
            await self.writes(rng, post, self._progress(rng), "check-in", newest=newest)
        return True

    async def _says_away(self, rng: random.Random) -> None:
        day = self._today() + timedelta(days=rng.randint(1, 9))
        await self.types(rng.choice(phrases.AWAY).format(day=f"{day.day} {day:%B}"), "", "away")

    def _progress(self, rng: random.Random) -> list[phrases.Said]:
        """How it is going; in several messages now and then, and now and then no answer at all."""
        chance = rng.random()
        if chance < 0.08:
            return [self._around(rng, phrases.NO_ANSWERS)]
        if chance < 0.18:
            return [self._around(rng, phrases.NOT_MEANT)]
        said = [phrases.reply(rng, self.word(), self._most)]
        if chance < 0.4:
            said.insert(rng.choice((0, 1)), self._sentence(rng))
        return said

    def _around(self, rng: random.Random, texts: Sequence[str]) -> phrases.Said:
        word = self.word()
        return phrases.Said(f"{rng.choice(texts)} {word}", word)

    async def _is_not_well(self, rng: random.Random, post: Post, where: str, *, newest: bool = True) -> None:
        """Instead of an answer, or in the midst of one."""
        cry = replace(self._around(rng, phrases.NOT_WELL), about=NOT_WELL)
        before = [self._sentence(rng)] if where != "interview" and rng.random() < 0.3 else []
        await self.writes(rng, post, [*before, cry], where, newest=newest)

    async def _says_number(self, rng: random.Random, post: Post, *, newest: bool) -> bool:
        if await self.press_any(post, rng, "checking_in.choose"):
            return True
        self.tick(post)
        word, number = self.word(), rng.randint(1, self._most)
        await self.writes(rng, post, [phrases.Said(f"{number} {word}", word, (number,))], "check-in", newest=newest)
        return True

    async def _lets_note(self, rng: random.Random, post: Post) -> bool:
        """A yes where no number is shown as what it is now, or one that was meant."""
        shown = re.findall(r"\bnow (\d+)", self.text_of(post))
        said = self._mine()[-1:]
        meant = {int(n) for t in said for n in t.numbers}
        right = not shown or meant.intersection(map(int, shown))
        if right and rng.random() < 0.8:
            return await self.press_any(post, rng, "hearing.yes", "unasked.target_0")
        return await self.press_any(post, rng, "hearing.no")

    async def _says_which(self, rng: random.Random, post: Post) -> bool:
        """Which class was meant by what was written last; where none was, none."""
        meant = next((t.rooms[0] for t in reversed(self._mine()) if t.rooms), None)
        buttons = [b for b in self.buttons(post) if meant and meant.name in b[1]["text"]["text"]]
        if meant is None or not buttons:
            return await self.press_any(post, rng, "hearing.drop")
        self.tick(post)
        if len(buttons) == 1 and rng.random() < 0.3:
            await self.types(meant.called, "", "which", room=meant, thread=post.thread_ts or "")
        else:
            await self.press(post, rng.choice(buttons), rng)
        return True

    async def _looks_again(self, rng: random.Random, post: Post) -> bool:
        if rng.random() < 0.3 and await self.press_any(post, rng, "looking_back.open_halfway"):
            return True
        if rng.random() < 0.4 and await self.press_any(post, rng, "celebrating.reached"):
            return True
        chance = rng.random()
        if chance < 0.05:
            return await self.press_any(post, rng, "logbook.show")
        if chance < 0.35:
            return await self._calls_right(rng, post, in_words=chance < 0.1)
        if chance < 0.55:
            await self._edits_something(rng)
            return True
        if chance < 0.7:
            await self._adds(rng)
            return True
        return False

    async def _calls_right(self, rng: random.Random, post: Post, *, in_words: bool) -> bool:
        """Where a number is shown that was meant."""
        room, found = self.room_of(post), self.button(post, "checking_in.confirm")
        meant = {n for t in self._mine() if room in t.rooms for n in t.numbers}
        if found is None or not meant & {Decimal(n) for n in re.findall(r"\d+", self.text_of(post))}:
            return False
        if in_words and post is self.newest()[0] and not post.thread_ts:
            self.school.confirmed.add((self.person.id, int(found[1]["value"])))
            await self.types("yes", "", "yes", room=room)
        else:
            await self.press(post, found, rng)
        return True

    async def _adds(self, rng: random.Random) -> None:
        """More about what was spoken of last; where that was no class, about one that is named. Who comes back to what
        was said long ago says of which class it is."""
        posts, word = self.newest(), self.word()
        text = phrases.sentence(rng, word)
        if posts and self.room_of(posts[0]) is not None:
            soon = self.school.core.now_s() - float(posts[0].ts) < GOES_ON_FOR
            goes_on = soon and kind_of(posts[0]) != LOOKED_AT
            await self.writes(rng, posts[0], [phrases.Said(text, word)], "more", newest=goes_on)
        else:
            known = [room for room in self.rooms if self.school.addressees.is_class(room.channel.id)]
            room = rng.choice(known or self.rooms)
            await self.types(f"{room.called}: {text}", word, "more", room=room)

    def _mine(self) -> list[Typed]:
        return [t for t in self.school.typed if t.user == self.person.id and t.word and t.about != NOT_WELL]

    async def _edits_something(self, rng: random.Random) -> None:
        mine = self._mine()[-3:]
        if mine:
            typed, word = rng.choice(mine), self.word()
            about = phrases.reply(rng, word, self._most) if typed.about == "check-in" else self._sentence(rng)
            # What nobody has heard yet is heard as it then stands: who named the class goes on naming it.
            named = f"{typed.named}: " if typed.named and not typed.acknowledged else ""
            await self.edits(typed, f"{named}{about.text}", about.word, about.numbers)

    async def _answers_teacher(self, rng: random.Random, post: Post, *, newest: bool) -> bool:
        if rng.random() < 0.4 and await self.press_any(post, rng, "reviewing.answer"):
            return True
        self.tick(post)
        await self.writes(rng, post, [self._sentence(rng)], "question", newest=newest)
        return True

    # What nobody asked for.

    async def _stray(self, rng: random.Random) -> None:
        chance = rng.random()
        if chance < 0.4:
            await self.stale_press(rng)
        elif chance < 0.6:
            await self.home(rng)
        elif chance < 0.85:
            words = ("/accord change", "/accord contract", "/accord check-in", "/accord start", "/accord help",
                     "/accord setup", "/accord feedback @bo", "/accord away until friday", "/accord away",
                     "/accord away @bo until friday", "/accord back", "/accord talk", "/accord talk",
                     "/accord progress")  # fmt: skip
            other = f"/accord student @{rng.choice(self.school.students).user.name}"
            await self.command(rng.choice(words) if rng.random() < 0.8 else other)
        elif chance < 0.94:
            zones = ("Europe/London", "America/New_York", "Australia/Sydney", "America/St_Johns")
            self.school.say(f"{self.person.name} moves")
            await self.person.changes(tz=rng.choice(zones))
        else:
            await self._comes_or_goes(rng)

    @property
    def _away(self) -> list[Room]:
        """The classes that were left."""
        return [room for room in self.rooms if self.person.id not in room.channel.members]

    async def _comes_or_goes(self, rng: random.Random) -> None:
        room = rng.choice(self._away or self.rooms)
        here = self.person.id in room.channel.members
        self.school.say(f"{self.person.name} {'leaves' if here else 'joins'} {room.name}")
        if here:
            await room.channel.leave(self.person)
        else:
            await room.channel.join(self.person)

    def value(self, rng: random.Random, callback: str, name: str, element: Json, *, optional: bool) -> object:
        if callback in ("templates.fill", "menus.pick"):
            return self._of_menu(rng, name, element)
        mine = self.value_in_company(rng, callback, name, element)
        return self._value(rng, callback, name, element, optional=optional) if mine is None else mine

    def _value(self, rng: random.Random, callback: str, name: str, element: Json, *, optional: bool) -> object:
        if name == "t0_goal" and rng.random() < 0.5:
            return str(rng.randint(5, 10))
        if name.startswith("final-"):
            return str(rng.randint(1, 10))
        if name.startswith("value-") and self._most < 10 and not element.get("initial_value"):
            return None if optional and rng.random() < 0.2 else str(rng.randint(1, self._most))
        if name.endswith("_milestones"):
            return phrases.milestones(rng, self.word()) if rng.random() < 0.4 else None
        if callback == "evidence.give" and name == "words":
            text = self.about_somebody(rng, self.sentence(rng))
            return rng.choice((f"https://docs.example/{self.word()}", text, text, None))
        if name == "t0_strategies":
            return self.sentence(rng)
        if callback == "profile.save":
            return self._of_profile(rng, name, element)
        if name == "student":
            return rng.choice(self.school.students).id
        if callback in ("absence.save", "absence.pause") and name in ("first", "last"):
            return _day_of_form(rng, self._today(), name)
        return super().value(rng, callback, name, element, optional=optional)

    def _of_menu(self, rng: random.Random, name: str, element: Json) -> object:
        """What they begin with: in their own words, or an activity just as it came."""
        if name == "activity":
            return rng.choice(element["options"])["value"]
        if name == "own" and rng.random() < 0.4:
            return f"Letter {rng.randint(1, 3)}"
        if name == "statement":
            return phrases.statement(rng, self.word(), self._today())
        if element["type"] == "checkboxes":
            return [option["value"] for option in element["options"] if rng.random() < 0.5]
        return self.sentence(rng) if element["type"] == "plain_text_input" else None

    def _of_profile(self, rng: random.Random, name: str, element: Json) -> object:
        """What a student writes about themselves: interests have friends in them."""
        if element["type"] == "checkboxes":
            return [element["options"][0]["value"]] if rng.random() < 0.7 else []
        if element["type"] != "plain_text_input":
            return None  # the language stays that of the questions
        if name == "interests":
            return self.about_somebody(rng, f"football and old maps {self.word()}")
        return self.sentence(rng) if rng.random() < 0.6 else None


def _day_of_form(rng: random.Random, today: date, name: str) -> str:
    """Mostly days that can be."""
    ahead = rng.randint(0, 2) if name == "first" else rng.choice((-1, 0, 2, 4, 7, 7, 12, 20, 200))
    return (today + timedelta(days=ahead)).isoformat()
