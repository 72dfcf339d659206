"""A student: answers what Accord asks, mostly; and does what students do instead."""

import random
from collections.abc import Callable
from datetime import date

from bot.domain.interview.table import TABLE
from prompts.words import words_for
from sandbox.people import Person
from sandbox.state import Json, Post
from simulation import phrases
from simulation.hands import Hands
from simulation.school import School

ASKED = ("check-in-due", "check-in-reminder")
DECIDES = ("amendment-card", "teacher-explained", "change-card", "change-lies", "change-decided")
RESTS = frozenset({"contract-card", "proposal-sent", "responded", "answer-passed-on", "answer-sent", "refused", "help"})
QUIET = ("looked-back", "contract-closed")


def _questions() -> dict[str, str]:
    """The beginning of each question of the interview, as it stands on the screen, with the step it belongs to."""
    words = words_for()
    asks = {}
    for step in TABLE:
        asks[words(f"proposing-ask-{step.name}").replace("*", "")] = step.name
    return asks


class Student(Hands):
    def __init__(self, school: School, person: Person) -> None:
        super().__init__(school, person)
        self._questions = _questions()

    async def _act(self, rng: random.Random) -> None:
        form = self.form
        if form is not None:
            await self.fill_in(rng, form)
        elif self.person.id not in self.school.channel.members and rng.random() < 0.6:
            await self._comes_or_goes()
        elif rng.random() < 0.07:
            await self._stray(rng)
        else:
            await self._go_on(rng)

    async def _go_on(self, rng: random.Random) -> None:
        """Do what the newest message that wants something wants."""
        posts = self.newest()
        for place, post in enumerate(posts):
            if not self.done(post) and await self._answers(rng, post, newest=place == 0):
                return
        begins = self._has_no_contract(posts)
        if not posts or (begins and rng.random() < 0.5):
            await self.types("hi", "", "greeting")
        elif rng.random() < 0.15:
            await self._adds(rng)

    def _has_no_contract(self, posts: list[Post]) -> bool:
        """Whether nothing was agreed, or it is over."""
        return not any(_kind(p) in ("contract-card", "proposal-sent", "check-in-due", "reply-noted") for p in posts)

    async def _answers(self, rng: random.Random, post: Post, *, newest: bool) -> bool:
        """Whether the message wanted something that was done."""
        kind = _kind(post)
        if kind == "interview-question":
            if newest or rng.random() < 0.3:
                await self._interview(rng, post)
                return True
        elif kind in ASKED:
            return await self._checks_in(rng, post)
        elif kind in ("number-wanted", "target-wanted"):
            return await self._says_number(rng, post)
        elif kind == "milestone-reached":
            wants = "celebrating.share" if rng.random() < 0.6 else "celebrating.keep"
            return await self.press_any(post, rng, wants)
        elif kind == "teacher-asked":
            return await self._answers_teacher(rng, post)
        elif kind == "reply-noted":
            self.tick(post)
            return await self._looks_again(rng, post)
        elif kind not in RESTS and (kind not in QUIET or rng.random() < 0.5):
            return await self._decides(rng, post)
        return False

    async def _decides(self, rng: random.Random, post: Post) -> bool:
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

    async def _interview(self, rng: random.Random, post: Post) -> None:
        text = self.text_of(post)
        step = next((name for ask, name in self._questions.items() if ask in text), "")
        if rng.random() < 0.07:
            word = self.word()
            said = rng.choice((*phrases.WORDS_TO_ACCORD, f"{rng.choice(phrases.VAGUE)} {word}"))
            await self.types(said, word if word in said else "", "interview")
        elif rng.random() < 0.05:
            await self._edits_something(rng)
        elif self.button(post, "proposing.submit"):
            await self.press_any(post, rng, "proposing.submit" if rng.random() < 0.9 else "proposing.back")
        else:
            await self._answers_step(rng, post, step)

    async def _answers_step(self, rng: random.Random, post: Post, step: str) -> None:
        options = [b for b in self.buttons(post) if str(b[1].get("action_id")).startswith("proposing.choose")]
        if step == "more" and options:
            await self.press(post, options[-1] if rng.random() < 0.93 else options[0], rng)
        elif options and (step in ("wording", "evidence", "days", "statement") or rng.random() < 0.5):
            await self.press(post, rng.choice(options), rng)
        elif rng.random() < 0.2 and await self.press_any(post, rng, "proposing.skip", "proposing.keep"):
            return
        else:
            word = self.word()
            await self.types(self._reply_to(rng, step, word), word, "interview")

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
            "days": lambda: rng.choice(("Monday", "Tuesday and Thursday", "Mon, Wed")),
            "more": lambda: "no",
        }
        return plain.get(step, lambda: phrases.sentence(rng, word))()

    def _today(self) -> date:
        return self.school.core.now().date()

    # Check-ins.

    async def _checks_in(self, rng: random.Random, post: Post) -> bool:
        chance = rng.random()
        if chance < 0.1:
            self.tick(post)  # never, or not to this one
            return False
        if chance < 0.3 and await self.press_any(post, rng, "checking_in.log"):
            return True
        self.tick(post)
        word = self.word()
        await self.types(phrases.reply(rng, word), word, "check-in")
        return True

    async def _says_number(self, rng: random.Random, post: Post) -> bool:
        if await self.press_any(post, rng, "checking_in.choose"):
            return True
        self.tick(post)
        word = self.word()
        await self.types(f"{rng.randint(1, 10)} {word}", word, "check-in")
        return True

    async def _looks_again(self, rng: random.Random, post: Post) -> bool:
        chance = rng.random()
        if chance < 0.3:
            return await self.press_any(post, rng, "checking_in.confirm")
        if chance < 0.55:
            await self._edits_something(rng)
            return True
        if chance < 0.7:
            await self._adds(rng)
            return True
        return False

    async def _adds(self, rng: random.Random) -> None:
        word = self.word()
        await self.types(phrases.sentence(rng, word), word, "more")

    async def _edits_something(self, rng: random.Random) -> None:
        mine = [t for t in self.school.typed if t.user == self.person.id and t.word][-3:]
        if mine:
            typed, word = rng.choice(mine), self.word()
            text = phrases.reply(rng, word) if typed.about == "check-in" else phrases.sentence(rng, word)
            await self.edits(typed, text, word)

    async def _answers_teacher(self, rng: random.Random, post: Post) -> bool:
        if rng.random() < 0.4 and await self.press_any(post, rng, "reviewing.answer"):
            return True
        self.tick(post)
        word = self.word()
        await self.types(phrases.sentence(rng, word), word, "question")
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
                     "/accord setup", "/accord feedback @bo")  # fmt: skip
            await self.command(rng.choice(words))
        elif chance < 0.94:
            zones = ("Europe/London", "America/New_York", "Australia/Sydney", "America/St_Johns")
            self.school.say(f"{self.person.name} moves")
            await self.person.changes(tz=rng.choice(zones))
        else:
            await self._comes_or_goes()

    async def _comes_or_goes(self) -> None:
        here = self.person.id in self.school.channel.members
        self.school.say(f"{self.person.name} {'leaves' if here else 'joins'}")
        if here:
            await self.school.channel.leave(self.person)
        else:
            await self.school.channel.join(self.person)

    def value(self, rng: random.Random, callback: str, name: str, element: Json, *, optional: bool) -> object:
        if name == "t0_goal" and rng.random() < 0.5:
            return str(rng.randint(5, 10))
        if name.startswith("final-"):
            return str(rng.randint(1, 10))
        if name == "t0_strategies":
            return self.sentence(rng)
        if callback == "profile.save":
            return self._of_profile(rng, name, element)
        if name == "student":
            return rng.choice(self.school.students).id
        return super().value(rng, callback, name, element, optional=optional)

    def _of_profile(self, rng: random.Random, name: str, element: Json) -> object:
        """What a student writes about themselves: interests have friends in them."""
        if element["type"] == "checkboxes":
            return [element["options"][0]["value"]] if rng.random() < 0.7 else []
        if name == "interests":
            return self.about_somebody(rng, f"football and old maps {self.word()}")
        return self.sentence(rng) if rng.random() < 0.6 else None


def _kind(post: Post) -> str:
    payload = (post.metadata or {}).get("event_payload") or {}
    return str(payload.get("kind", ""))
