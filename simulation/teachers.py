"""A teacher: sets the class up, gives feedback, decides on proposals, responds to check-ins."""

import asyncio
import random
from datetime import timedelta

from sandbox.fields import NotPossible
from sandbox.people import Person
from sandbox.state import Json, Post
from simulation import phrases
from simulation.hands import READS_FOR, kind_of, wish
from simulation.planning import SCHOOLS, Plans
from simulation.planning import WISHES as OF_PLANS
from simulation.school import School

WISHES = {
    "reviewing.approve": 50,
    "reviewing.suggest": 30,
    "reviewing.ask": 14,
    "reviewing.redirect": 6,
    "reviewing.explain": 30,
    "changing.sign": 30,
    "changing.decline": 8,
    "changing.take_back": 2,
    "changing.suggest_rhythm": 20,
    "set_up.suggest_end": 20,
    "changing.open": 3,
    "changing.close": 1,
    "checking_in.respond": 12,
    "checking_in.seen": 6,
    "looking_back.open": 40,
    "feedback.open": 4,
    "drafting.offer": 10,
    "drafting.edit": 4,
    "drafting.drop": 2,
    "admitting.open": 20,
    "absence.pause": 3,
    "absence.resume": 8,
    "absence.of_class": 2,
    "absence.back": 3,
    "absence.move_0": 6,
    "talking.offer": 25,
    "talking.open_offer": 4,
    "talking.outcome": 15,
    "talking.call_off": 2,
    "evidence.seen": 15,
    "logbook.show": 5,
    "changing.ease_smaller": 3,
    "changing.ease_practice": 2,
    "changing.ease_later": 2,
    **OF_PLANS,
}
"""How much a teacher wants to press what."""

CLASS = "class-check-ins"
"""The message about all check-ins of a class: who writes below it names one of those who stand in it."""

WRITES_UNDER = frozenset(
    {CLASS, "reply-shared", "check-in-missed", "drift-seen", "proposal-card", "student-answered", "student-wondered"}
    | {"feedback-unclear", "reply-unclear"}
)
"""What a teacher may answer by writing below it."""


class Teacher(Plans):
    def __init__(self, school: School, person: Person) -> None:
        super().__init__(school, person)
        self.is_set_up = False

    async def _act(self, rng: random.Random) -> None:
        form = self.form
        if form is not None:
            await self.fill_in(rng, form)
        elif self._was_taken_out():
            raise NotPossible("teaches no class")
        elif not self._knows_class():
            await self.command("/accord setup")
        elif rng.random() < 0.08:
            await self._stray(rng)
        elif rng.random() < 0.1:
            await self.plans(rng)
        else:
            await self._goes_through_messages(rng)

    def _was_taken_out(self) -> bool:
        """Whether they taught the class, and do so no more: then they wait until somebody has them back."""
        return self.school.addressees.side_of(self.person.id, self.rooms[0].channel.id) == "student"

    async def changes_roles(self, rng: random.Random) -> None:
        """A student comes to teach the class, or learns again; a colleague goes, or comes back."""
        if not self._knows_class():
            return
        await self.command("/accord setup")
        await asyncio.sleep(READS_FOR)
        view, room = self.form, self.rooms[0]
        if view is None or view.body.get("callback_id") != "set_up.save":
            return
        colleagues = [t for t in room.teachers if t is not self.person and rng.random() < 0.7]
        promoted = [rng.choice(self.school.students)] if rng.random() < 0.6 else []
        room.also += promoted
        self.school.say(f"{self.person.name} teaches with {[p.name for p in (*colleagues, *promoted)]} now")
        await self.person.fills({"co_teachers": [p.id for p in (*colleagues, *promoted)]})
        if await self.person.submits():
            await self.person.closes(everything=True)
        await asyncio.sleep(READS_FOR)

    def _knows_class(self) -> bool:
        """Whether the class channel has heard of Accord."""
        return any(p.by_bot and p.ephemeral_to is None for p in self.rooms[0].channel.place.posts)

    async def _goes_through_messages(self, rng: random.Random) -> None:
        wanted: list[tuple[Post, tuple[Json, Json], int]] = []
        for post in self.newest(12):
            if not self.done(post):
                for found in self.buttons(post):
                    weight = wish(WISHES, found[1])
                    if weight:
                        wanted.append((post, found, weight))
        if not wanted or rng.random() < 0.07:
            await self._gives_feedback(rng)
            return
        post, found, _ = rng.choices(wanted, [weight for _, _, weight in wanted])[0]
        if kind_of(post) in WRITES_UNDER and rng.random() < 0.25:
            await self._writes_under(rng, post)
        else:
            await self.press(post, found, rng)

    async def _writes_under(self, rng: random.Random, post: Post) -> None:
        """To the student whom a card is about."""
        self.tick(post)
        student, word = self.school.addressees.of_message(post), self.word()
        text = phrases.sentence(rng, word)
        if kind_of(post) == CLASS:
            there = [s for s in self.rooms[0].students if s.user.shown in self.text_of(post)]
            if not there:
                raise NotPossible("nobody stands in it")
            one = rng.choice(there)
            student, text = one.id, f"{one.user.shown}: {text}"
        await self.types(text, word, "thread", room=self.rooms[0], thread=post.thread_ts or post.ts, to=student)

    async def _gives_feedback(self, rng: random.Random) -> None:
        if rng.random() < 0.3:
            await self.command(f"/accord feedback @{rng.choice(self.school.students).user.name}")

    async def _stray(self, rng: random.Random) -> None:
        chance = rng.random()
        if chance < 0.4:
            await self.stale_press(rng)
        elif chance < 0.6:
            await self.home(rng)
        else:
            student = rng.choice(self.school.students).user.name
            lines = (f"/accord contract @{student}", f"/accord change @{student}", "/accord help", "/accord setup",
                     f"/accord away @{student} until friday", f"/accord back @{student}", f"/accord talk @{student}",
                     f"/accord student @{student}", f"/accord student @{student}",
                     self._holiday(rng))  # fmt: skip
            await self.command(rng.choice(lines))

    def _holiday(self, rng: random.Random) -> str:
        """A day or a few to come; now and then one that is over."""
        first = self.school.core.now().date() + timedelta(days=rng.randint(-1, 9))
        last = first + timedelta(days=rng.choice((0, 0, 1, 4)))
        until = f" to {last.day} {last:%B}" if last > first else ""
        return f"/accord holiday {first.day} {first:%B}{until} {rng.choice(('staff day', 'half term', ''))}"

    def value(self, rng: random.Random, callback: str, name: str, element: Json, *, optional: bool) -> object:
        if callback == "set_up.save":
            return self._of_class(rng, name)
        planned = self.planned(rng, callback, name, element)
        if planned is not None or callback in ("rubrics.save", "standards.add", *SCHOOLS):
            return planned
        return self._value(rng, callback, name, element, optional=optional)

    def _value(self, rng: random.Random, callback: str, name: str, element: Json, *, optional: bool) -> object:
        if callback == "admitting.save":
            return [option["value"] for option in element["options"] if rng.random() < 0.5]
        if name == "student":
            return rng.choice(self.school.students).id
        if callback in ("absence.save_for", "absence.pause") and name in ("first", "last"):
            today = self.school.core.now().date()
            return (today + timedelta(days=rng.randint(0, 1) if name == "first" else rng.randint(0, 9))).isoformat()
        if callback.startswith("talking.offer") and name.endswith("-day"):
            return (self.school.core.now().date() + timedelta(days=rng.choice((0, 1, 2, 3, 5, 70)))).isoformat()
        if callback.startswith("talking.offer") and name.endswith("-time"):
            return rng.choice(("08:30", "12:15", "15:00"))
        if callback == "feedback.give":
            text = f"{rng.choice(phrases.NEXT_STEPS)} {self.word()}" if name == "next_step" else self.sentence(rng)
            return self.about_somebody(rng, text)
        if name in ("t0_strategies", "commitments") or (name.startswith("further") and "_" not in name):
            return self.sentence(rng)
        if name == "t0_goal" and rng.random() < 0.3:
            return str(rng.randint(5, 10))
        return super().value(rng, callback, name, element, optional=optional)

    def _of_class(self, rng: random.Random, name: str) -> object:
        """The class is the same each time somebody saves it, save for the days."""
        room = self.rooms[0]
        plan = room.plan
        if name == "term_ends_on":
            return (plan.start + timedelta(days=plan.days)).isoformat()
        return {
            "name": room.name,
            "co_teachers": [*(t.id for t in room.teachers if t is not self.person), *self._named_by_mistake(rng)],
            "timezone": plan.zone,
            "check_in_days": list(plan.check_in_days),
            "check_in_time": plan.check_in_time,
            "shoutouts": "first" if plan.looks_first else "on",
        }.get(name)

    def _named_by_mistake(self, rng: random.Random) -> list[str]:
        """Somebody who can not teach here; Accord refuses the form then."""
        visitors = self.school.visitors if self._knows_class() else []
        return [rng.choice(visitors).id] if visitors and rng.random() < 0.3 else []
