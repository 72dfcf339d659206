"""What people do on the way to where a test begins."""

from typing import Any

from bot.demo.scene import School
from sandbox.people import Person
from sandbox.seeing import Message

CLASS = {"name": "English 11", "term_ends_on": "2027-06-25", "check_in_days": ["MO"], "timezone": "Europe/London"}
INTERVIEW = (
    "All my sentences start the same",
    "I have good ideas",
    "start 8 of 10 sentences in a new way in my essays by 24 february, now it is 3",
)


async def set_up(scene: School, **changed: Any) -> None:
    """Ms Lee sets up the class, with Mr Bell."""
    await scene.lee.types("/accord setup", in_=scene.english)
    await scene.lee.sees_modal("set_up.save")
    await scene.lee.fills(CLASS | {"co_teachers": [scene.bell]} | changed)
    assert await scene.lee.submits() == {}
    await scene.quiet()
    everybody_has_looked(scene)


async def interview_until_summary(scene: School, who: Person) -> Message:
    """Say "hi", and answer everything with something that fits; returns the summary."""
    await who.says("hi")
    await scene.quiet()
    return await answer_the_rest(scene, who, *INTERVIEW)


async def answer_the_rest(scene: School, who: Person, *answers: str) -> Message:
    """Answer what is still asked, first with `answers`; returns the summary."""
    typed = iter(answers)
    for _ in range(25):
        message = who.inbox()[-1]
        if "Sign and send" in message.buttons:
            who.skips()
            return message
        await _answer(who, message, typed)
        await scene.quiet()
    raise AssertionError(f"no summary after 25 answers; the last question was {message}")


async def _answer(who: Person, question: Message, typed: Any) -> None:
    for label in ("Use this", "Written work"):
        if label in question.buttons:
            await who.presses(label, on=question)
            return
    if "Skip" in question.buttons:
        await who.presses("Skip", on=question)
    elif "end?" in question.visible_text:
        await who.says("12 March")
    else:
        await who.says(next(typed, "two or three different sentence openings"))


async def propose(scene: School, who: Person | None = None) -> Message:
    """Ana proposes a contract; returns Ms Lee's card."""
    who = who or scene.ana
    await interview_until_summary(scene, who)
    await who.presses("proposing.submit")
    await scene.quiet()
    await who.sees("proposal-sent")
    return await scene.lee.sees("proposal-card")


async def agree(scene: School, who: Person | None = None) -> None:
    """Ms Lee signs what Ana proposed."""
    await propose(scene, who)
    await scene.lee.presses("reviewing.approve")
    await scene.quiet()
    everybody_has_looked(scene)


async def check_in_due(scene: School) -> Message:
    """It is Monday, 08:45: returns Ana's prompt."""
    await scene.later(days=4, hours=17, minutes=46)
    return await scene.ana.sees("check-in-due")


def everybody_has_looked(scene: School) -> None:
    for person in (scene.ada, scene.lee, scene.bell, scene.ana, scene.ben, scene.mia):
        person.skips()
        person.skips(in_=scene.english)


async def shows_everything(who: Person) -> None:
    """Where the form that is open asks which part of the terms it is about: all of it."""
    if who.modal is not None and who.modal.callback_id.endswith("_part"):
        await who.fills({"part": "all"})
        assert await who.submits() == {}


async def sends(scene: School, who: Person, form: str, **values: Any) -> dict[str, str]:
    """Fill in the form that is open and send it; returns the errors under its fields."""
    if not form.endswith("_part"):
        await shows_everything(who)
    await who.sees_modal(form)
    await who.fills(values)
    errors = await who.submits()
    await scene.quiet()
    return errors
