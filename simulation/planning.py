"""What a teacher does for a class as a whole: standards and rubrics, pages of students, the digest, settings."""

import random
from typing import Any

from sandbox.state import Json
from simulation import work
from simulation.hands import wish
from simulation.speaking import Speaker

RUBRIC = "| Beginning | Secure | Strong\nIdeas | few | some | many\nOrder {number} | none | in parts | throughout"
STANDARDS = (
    "W.1: Back a claim with evidence",
    "W.2: Order ideas",
    "W.3: Vary how sentences begin",
    "R.{number}: Read on",
)

SCHOOLS = frozenset({"menus.save", "templates.save"})
"""The forms of what all teachers of a school share."""

PHRASES = ("Look at the first sentence again", "Say more about why")

OF_ROUNDS = {
    "lesson.begin": 4,
    "lesson.post": 2,
    "lesson.open_prompts": 2,
    "lesson.ask": 14,
    "lesson.end": 10,
    "inventory.ask": 6,
    "inventory.end": 10,
    "inventory.shown": 6,
    "surveying.open": 5,
    "surveying.stop": 8,
    "surveying.finish": 8,
    "calibrating.open": 14,
    "calibrating.begin": 14,
    "calibrating.close": 3,
}
"""How much a teacher wants to press what of that which a whole class is asked."""

ROUNDS = ("/accord lesson", "/accord lesson", "/accord interests")
TOGETHER = "/accord rubrics"
"""Where they begin to rate work with colleagues."""

WISHES = {
    "promises.done": 14,
    "promises.all_done": 5,
    "promises.tomorrow": 12,
    "promises.can_not": 10,
    "celebrating.post": 25,
    "celebrating.hold": 6,
    "freedom.take": 15,
    "freedom.keep": 6,
    "freedom.back": 3,
    "digest.open_replies": 20,
    "digest.open": 6,
    "conference.pack": 2,
    "conference.step": 8,
    "conference.sign": 12,
    "conference.page": 2,
    "guardians.paper": 4,
    "guardians.back": 6,
    "rubrics.open": 3,
    "standards.open": 3,
    "standards.open_out": 1,
    "menus.open": 6,
    "templates.open": 6,
    "phrases.open": 8,
    "bringing.take": 20,
    "bringing.drop": 3,
    "feedback.explain": 20,
    "roster.open": 12,
    "roster.drop": 4,
    **OF_ROUNDS,
}
"""How much a teacher wants to press what."""

FIRST = (
    "promises.",
    "celebrating.",
    "conference.s",
    "guardians.back",
    "bringing.take",
    "freedom.",
    "digest.open_replies",
    "roster.open",
    "roster.drop",
    "menus.open",
    "templates.open",
)
"""How the buttons begin that come before all else, when they sit down for it."""


class Plans(Speaker):
    async def in_session(self, rng: random.Random) -> None:
        """They sit down for it: what they began is done first, and what asks for a plan of theirs."""
        if self.form is not None:
            await self.fill_in(rng, self.form)
            return
        for post in self.newest(25):
            found = None if self.done(post) else self.button(post, *FIRST)
            if found is not None and rng.random() < 0.8:
                await self.press(post, found, rng)
                return
        await self.plans(rng)

    async def in_round(self, rng: random.Random) -> None:
        """They ask the whole class, or come back to what they asked."""
        if self.form is not None:
            await self.fill_in(rng, self.form)
            return
        wanted = [
            (post, found, wish(OF_ROUNDS, found[1]))
            for post in self.newest(12)
            if not self.done(post)
            for found in self.buttons(post)
        ]
        wanted = [one for one in wanted if one[2]]
        if wanted and rng.random() < 0.85:
            post, found, _ = rng.choices(wanted, [weight for _, _, weight in wanted])[0]
            await self.press(post, found, rng)
        else:
            await self.command(rng.choice((*ROUNDS, *([TOGETHER] * 4 if self.school.staff else []))))

    async def plans(self, rng: random.Random) -> None:
        """Something for the class, or for one student, that nothing asks for."""
        chance = rng.random()
        if chance < 0.15:
            await self.command(f"/accord change @{rng.choice(self.school.students).user.name}")
        elif chance < 0.5:
            student = rng.choice(self.school.students).user.name
            await self.command(f"/accord student @{student}")
        elif chance < 0.58:
            await self.command("/accord standards")
        elif chance < 0.66:
            await self.command("/accord rubrics")
        elif chance < 0.8:
            await self.command(rng.choice(("/accord menu", "/accord templates")))
        elif chance < 0.87:
            await self.command("/accord export")
        elif chance < 0.95:
            await self._brings_list(rng)
        else:
            await self.home(rng)

    async def _brings_list(self, rng: random.Random) -> None:
        """A file of who is in the class, as a school's system gives it; now and then with somebody whom nobody knows,
        or a line that is none."""
        rows = [f"{p.user.real_name.replace(',', '')},{p.user.email}" for p in self.school.students]
        odd = rng.choice(("", "", "Nobody Known,nobody@school.example", ",,,", "Nobody"))
        file = ("class list.csv", "\n".join(["name,email", *rows, *([odd] if odd else [])]).encode())
        with work.as_slack_has_it(self.school.core, rng):
            await self.types("", "", "list", files=[file])

    def planned(self, rng: random.Random, callback: str, name: str, element: Json) -> Any:
        """What goes into a field of a form about the class; None where it is filled in as any other."""
        number = rng.randint(1, 3)
        if callback == "lesson.prompt":
            return rng.choice(rng.choice(element["option_groups"])["options"])["value"]
        if name == "promised" or name.endswith("_promised"):
            return rng.choice(element["options"])["value"] if rng.random() < 0.8 else None
        if name == "part" and callback.endswith("_part"):
            return "help" if rng.random() < 0.5 else None
        if callback == "rubrics.save":
            return _of_rubric(rng, name, number)
        if callback == "standards.add":
            return _of_standards(rng, name, number)
        if callback in SCHOOLS:
            return _of_schools(rng, name, number)
        if callback == "phrases.save":
            return "\n".join(f"{rng.choice(PHRASES)} {self.word()}" for _ in range(2))
        if callback == "calibrating.ask" and name != "by":
            return self._of_rating(rng, name, element)
        if callback == "digest.choose" or callback == "looking_back.grading":
            return rng.choice(element["options"])["value"]
        return None

    def _of_rating(self, rng: random.Random, name: str, element: Json) -> Any:
        """Some of the work, and the colleagues; now and then one who teaches the same class."""
        if name == "colleagues":
            beside = [t for t in self.school.teachers if t is not self.person and rng.random() < 0.2]
            return [person.id for person in (*self.school.staff, *beside)]
        values = [option["value"] for option in element["options"]]
        return rng.sample(values, min(len(values), rng.choice((1, 2, 3))))


def _of_schools(rng: random.Random, name: str, number: int) -> Any:
    """An activity of the menu, or the frame of a template."""
    return {
        "name": f"Letter {number}",
        "purpose": f"Argue with evidence for reader {number}",
        "resources": "the newspaper" if rng.random() < 0.5 else None,
        "minutes": str(10 * number),
        "examples": f"In {number + 5} of 10 letters I give two reasons.",
        "criteria": "Both reasons stand alone",
        "hardest": "Where do letters go wrong?" if rng.random() < 0.5 else None,
    }.get(name)


def _of_rubric(rng: random.Random, name: str, number: int) -> Any:
    table = RUBRIC.format(number=number)
    in_file = [(f"speech {number}.csv", table.replace(" | ", ",").replace("| ", ",").encode())]
    return {"name": f"Essay {number}", "table": table, "files": in_file if rng.random() < 0.3 else None}.get(name)


def _of_standards(rng: random.Random, name: str, number: int) -> Any:
    lines = [line.format(number=number) for line in rng.sample(STANDARDS, rng.choice((1, 2, 4)))]
    rows = "\n".join(["code,statement", *(line.replace(": ", ",", 1) for line in lines)])
    in_file = [(f"standards {number}.csv", rows.encode())]
    return {"typed": "\n".join(lines), "files": in_file if rng.random() < 0.3 else None}.get(name)
