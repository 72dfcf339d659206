"""`accord tour`: one whole story, played through the real protocol and printed as a transcript."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from bot.activities.digest import use_cases as digest
from bot.activities.digest.replying_forms import TEXT
from bot.activities.looking_back.forms import PIECES
from bot.activities.rubrics.forms import TAKES
from bot.activities.standards.forms import SERVES
from bot.demo import brought, telling
from bot.demo.ends import PAGE, LookingBack
from bot.demo.scene import newcomer, school
from bot.demo.telling import Say, fields_of
from bot.domain.actor import Actor
from bot.domain.digest import HowOften
from bot.domain.questions import field_of
from bot.domain.talk import OVER_AFTER
from bot.domain.utterance import TAKEN_BACK_WITHIN
from bot.logs import set_up_logs
from prompts.words import words_for
from sandbox.fields import NotPossible
from sandbox.language_model import LanguageModel, drafts, fails
from sandbox.people import Person

words = words_for()


UNAUTHORIZED = 401
"""What the language model's server says at first."""


class StoryBroke(Exception):
    """Something that the story expects did not come. `part` is the part's title."""

    def __init__(self, part: str, problem: str) -> None:
        super().__init__(problem)
        self.part = part


async def run_tour(say: Say) -> None:
    """Play every part. StoryBroke at the first expected message that does not come."""
    set_up_logs("WARNING")
    with tempfile.TemporaryDirectory() as folder:
        async with (
            LanguageModel(fails(UNAUTHORIZED), drafts(words("tour-draft-by-model"))).running() as model,
            school(f"sqlite:///{folder}/accord.db", model_url=model.base_url) as scene,
        ):
            await Story(scene, say).play()


class Story(LookingBack):
    """The parts of the story, in order; what each person does and sees is said line by line."""

    async def play(self) -> None:
        """Every part, from an empty workspace to a completed contract, and to one that was made easier."""
        for number, part in enumerate(self.parts(), 1):
            title = words(f"tour-part-{number}")
            self._say(words("tour-title", number=number, title=title))
            try:
                async with asyncio.timeout(telling.PATIENCE) as self._deadline:
                    await part()
            except (AssertionError, NotPossible) as error:
                raise StoryBroke(title, str(error)) from error
            except TimeoutError as error:
                raise StoryBroke(title, words("tour-too-slow")) from error
            finally:
                self._deadline = None
        self._say(words("tour-done"))

    def parts(self) -> list[Callable[[], Awaitable[None]]]:
        return [
            self.set_up,
            self.plans,
            self.feedback,
            self.interview,
            self.review,
            self.check_in,
            self.half_hour,
            self.milestone,
            self.second_language,
            self.hard_weeks,
            self.halfway,
            self.change,
            self.end,
            self.not_reached,
            self.work_shown,
            self.flat_weeks,
            self.lesson,
            self.conference,
            self.family,
        ]

    async def set_up(self) -> None:
        s = self.scene
        await self.types(s.lee, "/accord setup", s.english)
        form = {"name": "English 11", "co_teachers": [s.bell], "timezone": "Europe/London"}
        await self.sends(
            s.lee, "set_up.save", form | {"term_ends_on": "2027-06-25", "check_in_days": ["MO"], "shoutouts": "first"}
        )
        await self.sees(s.lee, "roster-read")
        await self.sees(s.ana, "class-ready", s.english)

    async def plans(self) -> None:
        """A standard and a rubric, for targets to name."""
        s = self.scene
        await self.types(s.lee, "/accord standards", s.english)
        await self.presses(s.lee, "standards.open")
        await self.sends(s.lee, "standards.add", {"typed": words("tour-standard")})
        s.lee.skips()
        await self.types(s.lee, "/accord rubrics", s.english)
        await self.presses(s.lee, "rubrics.open")
        rubric = {"name": words("tour-rubric-name"), "table": words("tour-rubric-table")}
        await self.sends(s.lee, "rubrics.save", rubric)
        await self.reads(s.lee, "rubrics-stand")
        s.lee.skips()

    async def feedback(self) -> None:
        """Feedback becomes drafts: by rule while the language model is away, then with it."""
        s = self.scene
        await self.gives_feedback(s.ana, "ana")
        await self.sees(s.lee, "feedback-delivered")
        await self.sees(s.ana, "feedback-given")
        await self.presses(s.lee, "drafting.offer")
        await self.sees(s.ana, "drafts-offered")
        await self.gives_feedback(s.ben, "ben")
        await self.sees(s.lee, "feedback-delivered")

    async def gives_feedback(self, student: Person, name: str) -> None:
        await self.types(self.scene.lee, f"/accord feedback @{name}", self.scene.english)
        form = {key: words(f"tour-feedback-{key.replace('_', '-')}") for key in ("seen", "matters", "next_step")}
        await self.sends(self.scene.lee, "feedback.give", {"student": student} | form)

    async def interview(self) -> None:
        """A vague target becomes a measurable one; the other questions are short."""
        ana = self.scene.ana
        await self.presses(ana, "proposing.start")
        await self.sees(ana, "interview-question")
        for answer in ("hardest", "strengths", "statement", "observable", "measure", "timeframe"):
            await self.answers(ana, answer)
        await self.chooses(ana, "wording-take")
        await self.answers(ana, "strategies")
        await self.chooses(ana, "evidence-written")
        await self.presses(ana, "proposing.skip")
        await self.sees(ana, "interview-question")
        await self.answers(ana, "criterion")
        await self.takes(ana, "standards.open_choice", "standards.choose", SERVES.format(0))
        await self.takes(ana, "rubrics.open_choice", "rubrics.take", TAKES.format(0))
        await self.reads(ana, "interview-question")
        await self.presses(ana, "proposing.submit")
        await self.reads(ana, "proposal-sent")
        ana.skips()

    async def takes(self, who: Person, opens: str, form: str, field: str) -> None:
        """Choose the first that is suggested for a field of the form that this button opens."""
        await self.presses(who, opens)
        await who.sees_modal(form)
        await self.sends(who, form, {field: (await who.searches(field, ""))[:1]})

    async def review(self) -> None:
        s = self.scene
        await self.sees(s.lee, "proposal-card")
        card = await self.sees(s.bell, "proposal-card", quietly=True)
        await self.presses(s.lee, "reviewing.suggest")
        better = {"t0_strategies": words("tour-strategies"), "commitments": words("tour-commitment")}
        better |= {"promised_on": "2027-01-25"}
        await self.sends(s.lee, "reviewing.suggest_part", {"part": "all"})
        await self.sends(s.lee, "reviewing.suggest", better)
        await self.sees(s.ana, "amendment-card")
        await s.bell.sees_update(card, "Ms Lee")
        self._did(s.bell, words("tour-sees-decided"))
        await self.presses(s.ana, "reviewing.sign")
        await self.sees(s.ana, "contract-card")
        await self.sees(s.lee, "agreed")
        s.bell.skips()

    async def check_in(self) -> None:
        s = self.scene
        await self.time_passes(datetime(2027, 1, 18, 8, 45, tzinfo=UTC))
        await self.sees(s.ana, "check-in-due")
        await self.answers(s.ana, "check-in", "reply-noted")
        await self.sees(s.lee, "class-check-ins")
        s.bell.skips()
        await s.accord.runner.run(Actor(s.ws.team_id, ""), digest.begin)  # by the day's housekeeping else

    async def half_hour(self) -> None:
        """The teacher's Monday: how her class stands, a reply to all who wait for one, and what she promised."""
        s = self.scene
        await self.time_passes(datetime(2027, 1, 25, 8, 15, tzinfo=UTC))
        await self.reads(s.lee, "teacher-digest")
        await self.presses(s.lee, "digest.open_replies")
        reply = next(name for name in fields_of(s.lee) if name.startswith(TEXT))
        await self.sends(s.lee, "digest.reply", {reply: words("tour-response")})
        await self.sees(s.ana, "responded")
        await self.reads(s.lee, "promises-due")
        await self.presses(s.lee, "promises.done")
        await self.presses(s.lee, "digest.open")
        await self.sends(s.lee, "digest.choose", {"how": HowOften.OFF.value})
        for person in (s.lee, s.bell):
            person.skips()

    async def milestone(self) -> None:
        s = self.scene
        await self.time_passes(datetime(2027, 1, 25, 8, 45, tzinfo=UTC))
        await self.sees(s.ana, "check-in-due")
        await self.presses(s.ana, "checking_in.log")
        report = {key: words(f"tour-log-{key.replace('_', '-')}") for key in ("worked", "did_not_work", "next_step")}
        await self.sends(s.ana, "checking_in.log", {"value-0": "7", "confidence": "4"} | report)
        await self.sees(s.ana, "reply-noted")
        await self.sees(s.ana, "milestone-reached")
        s.ben.skips(in_=s.english)
        await self.presses(s.ana, words("milestone-share-button"))
        await self.reads(s.lee, "shoutouts-wait")
        await self.presses(s.lee, "celebrating.post")
        await s.later(minutes=TAKEN_BACK_WITHIN.seconds / 60)  # what she may still take back reaches nobody
        await self.sees(s.ben, "shoutout-posted", s.english)
        for person in (s.lee, s.bell, s.ana):
            person.skips()

    async def second_language(self) -> None:
        """One more student, who reads and writes Spanish; his teacher reads English."""
        s = self.scene
        diego = await newcomer(s)
        await self.says(diego, words("tour-diego-hello"))
        await self.sees(diego, "interview-question")
        for answer in ("hardest", "strengths", "statement", "strategies"):
            await self.answers(diego, f"diego-{answer}")
        await self.chooses(diego, "evidence-oral")
        await self.presses(diego, "proposing.skip")
        await self.sees(diego, "interview-question")
        await self.answers(diego, "diego-criterion")
        await self.presses(diego, "proposing.submit")
        await self.sees(diego, "proposal-sent")
        await self.sees(s.lee, "proposal-card")
        await self.presses(s.lee, "reviewing.approve")
        await self.sees(diego, "contract-card")
        await self.sees(s.lee, "agreed")
        await self.time_passes(datetime(2027, 2, 1, 8, 45, tzinfo=UTC))
        await self.sees(diego, "check-in-due")
        await self.answers(diego, "diego-check-in", "reply-noted")
        await self.sees(s.lee, "class-check-ins")
        for person in (s.lee, s.bell, s.ana):
            person.skips()

    async def hard_weeks(self) -> None:
        """A check-in that nobody answers, a day off, a number that went back, somebody who is stuck, and an illness."""
        s = self.scene
        await self.time_passes(datetime(2027, 2, 2, 8, 45, tzinfo=UTC))
        await self.sees(s.ana, "check-in-reminder")
        await self.time_passes(datetime(2027, 2, 3, 8, 45, tzinfo=UTC))
        await s.lee.sees_update(s.lee.inbox()[-1], f"I asked twice: {s.ana.user.real_name}")
        self._did(s.lee, words("tour-sees-no-answer"))
        await self.types(s.lee, words("tour-holiday"), s.english)
        await self.sees(s.lee, "calendar-stands")
        await self.time_passes(datetime(2027, 2, 9, 8, 45, tzinfo=UTC))
        await self.sees(s.ana, "check-in-due")
        await self.answers(s.ana, "setback", "reply-noted")
        s.lee.skips()
        await self.answers(s.ana, "stuck", "note-sent")
        await self.sees(s.lee, "note-from")
        await self.talk()
        await self.time_passes(datetime(2027, 2, 15, 8, 45, tzinfo=UTC))
        await self.sees(s.ana, "check-in-due")
        await self.answers(s.ana, "ill", "away-noted")
        await self.time_passes(datetime(2027, 2, 22, 8, 45, tzinfo=UTC))
        await self.sees(s.ana, "check-in-due")
        await self.answers(s.ana, "again", "reply-noted")
        for person in (s.lee, s.bell, s.ana):
            person.skips()

    async def talk(self) -> None:
        """Five minutes: asked for, agreed, and what came of it."""
        s = self.scene
        await self.presses(s.ana, "talking.ask")
        await self.sees(s.ana, "talk-asked", quietly=True)
        await self.sees(s.lee, "talk-asked")
        await self.presses(s.lee, "talking.offer")
        first, second = datetime(2027, 2, 10, 12, 15, tzinfo=UTC), datetime(2027, 2, 11, 15, 0, tzinfo=UTC)
        await self.sends(s.lee, "talking.offer", _moment("first", first) | _moment("second", second))
        await self.sees(s.ana, "talk-offered")
        await self.presses(s.ana, "talking.choose_0")
        await self.sees(s.ana, "talk-agreed")
        s.lee.skips()
        await self.time_passes(first + OVER_AFTER)
        await self.sees(s.lee, "talk-over")
        await self.presses(s.lee, "talking.outcome")
        await self.sends(s.lee, "talking.save", {"text": words("tour-outcome")})
        s.ana.skips()

    async def change(self) -> None:
        s = self.scene
        await self.types(s.ana, "/accord change")
        higher = {"t0_statement": words("tour-higher-target"), "t0_goal": "9"}
        await self.sends(s.ana, "changing.propose_part", {"part": "numbers"})
        await self.sends(s.ana, "changing.propose", higher)
        await self.sees(s.lee, "change-card")
        await self.presses(s.lee, "changing.sign")
        await self.sees(s.ana, "change-card", quietly=True)
        await self.sees(s.ana, "change-decided")
        for person in (s.lee, s.bell, s.ana):
            person.skips()

    async def end(self) -> None:
        s = self.scene
        await self.time_passes(datetime(2027, 3, 13, 9, 0, tzinfo=UTC))
        for person in (s.lee, s.bell, s.ana):
            person.skips()
        for person, key in ((s.ana, "student"), (s.lee, "teacher")):
            await self.presses(person, "looking_back.open")
            ratings = dict.fromkeys(_ratings(person), "3")
            said = words(f"tour-reflection-{key}")
            if person is s.lee:
                await self.sends(person, "looking_back.assess", ratings | {"reflection": said})
                continue
            await self.sends(person, "looking_back.assess", ratings)
            if person.modal is not None and person.modal.callback_id == PIECES:
                await self.sends(person, PIECES, {})
            await self.sends(person, "looking_back.send", {"again": said})
        await self.sees(s.ana, "looked-back")
        await self.sees(s.lee, "looked-back")
        for person in (s.lee, s.bell):  # how much is chosen next is for another day
            person.skips()

    async def work_shown(self) -> None:
        """A contract with a milestone of its student's own; a question of the teacher's, and work that is handed in."""
        s = self.scene
        await brought.drafts(self)
        await self.agrees(s.ben)
        await self.asks_of_class(words("tour-question"))
        await self.time_passes(datetime(2027, 3, 15, 8, 45, tzinfo=UTC))
        await self.sees(s.ben, "check-in-due", quietly=True)
        await self.presses(s.ben, "checking_in.log")
        report = {"value-0": "3", field_of(words("tour-question")): words("tour-answer-question")}
        await self.sends(s.ben, "checking_in.log", report)
        await self.sees(s.ben, "reply-noted", quietly=True)
        await self.sees(s.lee, "class-check-ins")
        await self.hands_in(s.ben, PAGE, words("tour-answer-file"))
        await self.sees(s.ben, "piece-noted")
        await self.sees(s.lee, "piece-shown")
        await self.sees(s.lee, words("evidence-file", student=s.ben.user.real_name))

    async def agrees(self, who: Person) -> None:
        """A short interview in the teacher's frame, and a proposal that is signed as it is."""
        s = self.scene
        s.lee.skips()
        await self.presses(who, "proposing.start")
        who.skips()
        for answer in ("hardest", "strengths"):
            await self.answers(who, f"{who.name}-{answer}", quietly=True)
        await brought.fills(self, who)
        await self.presses(who, "proposing.skip")
        await self.reads(who, "interview-question")
        await brought.beside(self, who)
        who.skips()
        await self.chooses_part(who, words("proposing-part-milestones"))
        await self.sees(who, "interview-question")
        await self.answers(who, f"{who.name}-milestones")
        await self.presses(who, "proposing.submit")
        await self.sees(who, "proposal-sent", quietly=True)
        await self.sees(s.lee, "proposal-card")
        await self.presses(s.lee, "reviewing.approve")
        await self.sees(who, "contract-card", quietly=True)
        await self.sees(s.lee, "agreed", quietly=True)

    async def asks_of_class(self, question: str) -> None:
        """The teacher adds a question to the check-ins of the class, and looks at it as students will see it."""
        lee = self.scene.lee
        await self.types(lee, "/accord questions", self.scene.english)
        await self.sends(lee, "checking_in.questions", {"question-0": question})
        await self.sends(lee, "checking_in.preview", {})

    async def flat_weeks(self) -> None:
        """Three more weeks at the start: the student hears of it first, and makes the way shorter."""
        s = self.scene
        for day, answer in ((22, "flat-1"), (29, "flat-2")):
            await self.time_passes(datetime(2027, 3, day, 8, 45, tzinfo=UTC))
            await self.sees(s.ben, "check-in-due", quietly=True)
            await self.answers(s.ben, answer, "reply-noted", quietly=True)
        await self.time_passes(datetime(2027, 4, 5, 8, 45, tzinfo=UTC))
        await self.sees(s.ben, "check-in-due", quietly=True)
        await self.answers(s.ben, "flat-3", "reply-noted")
        await self.sees(s.ben, "drift-noticed")
        await self.says(s.ben, words("tour-answer-how"))
        await self.sees(s.ben, "how-it-goes")
        s.lee.skips()
        await self.presses(s.ben, "changing.ease_smaller")
        await self.sends(s.ben, "changing.ease", {})
        await self.sees(s.lee, "change-card")
        await self.presses(s.lee, "changing.sign")
        s.ben.skips()
        await self.time_passes(datetime(2027, 4, 12, 8, 45, tzinfo=UTC))
        await self.sees(s.ben, "check-in-due", quietly=True)
        await self.answers(s.ben, "on-the-way", "reply-noted")
        await self.sees(s.ben, "milestone-reached")

    async def lesson(self) -> None:
        """A lesson about contracts with its exit ticket; then a student agrees something with herself."""
        s = self.scene
        s.mia.skips(in_=s.english)
        await self.types(s.lee, "/accord lesson", s.english)
        await self.presses(s.lee, words("lesson-start-button"))
        await self.reads(s.lee, "lesson-script")
        await self.presses(s.lee, "lesson.post.1")
        await self.sees(s.mia, "lesson-step", s.english)
        await self.presses(s.lee, "lesson.ask")
        await self.presses(s.mia, "lesson.open_answer")
        said = {"clear": "nearly", "found": words("tour-answer-found"), "next": words("tour-answer-next")}
        await self.sends(s.mia, "lesson.answer", said)
        await self.reads(s.mia, "ticket-asked")
        await self.types(s.mia, "/accord myself", s.english)
        await self.presses(s.mia, "oneself.open_lesson")
        said = {name: words(f"tour-answer-lesson-{name}") for name in ("goal", "steps", "sign")}
        await self.sends(s.mia, "oneself.save_lesson", said)
        await self.presses(s.mia, "oneself.sign")
        await self.reads(s.mia, "self-card")


def _moment(field: str, at: datetime) -> dict[str, Any]:
    """The two fields of a form that say it, in a class whose clock shows UTC."""
    return {f"{field}-day": at.date(), f"{field}-time": at.time()}


def _ratings(who: Person) -> list[str]:
    """The fields of the open form that want a rating."""
    return [name for name in fields_of(who) if name.startswith("rating-")]
