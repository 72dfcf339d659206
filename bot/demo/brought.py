"""What a teacher drafts and a student makes their own: a template of the school, and an activity of its menu."""

from typing import TYPE_CHECKING

from bot.activities.rubrics.forms import TAKES
from bot.activities.standards.forms import SERVES
from prompts.words import words_for
from sandbox.people import Person

if TYPE_CHECKING:
    from bot.demo.tour import Story

words = words_for()


async def drafts(story: "Story") -> None:
    """The teacher writes the frame of a contract, and an activity to choose."""
    s = story.scene
    await story.types(s.lee, "/accord templates", s.english)
    await story.presses(s.lee, "templates.open")
    frame = {part: words(f"tour-template-{part}") for part in ("name", "examples", "criteria", "hardest")}
    await story.sends(s.lee, "templates.save", frame)
    await story.reads(s.lee, "templates-stand")
    await story.types(s.lee, "/accord menu", s.english)
    await story.presses(s.lee, "menus.open")
    activity = {part: words(f"tour-activity-{part}") for part in ("name", "purpose")}
    await story.sends(s.lee, "menus.save", activity)
    await story.reads(s.lee, "menu-stands")
    s.lee.skips()


async def fills(story: "Story", who: Person) -> None:
    """The target of an interview in the frame, with a sign of its own, and an activity with something of one's own."""
    await story.presses(who, "templates.open_choice")
    await story.sends(who, "templates.choose", {"subject": words("tour-template-name")})
    said = {"statement": words("tour-answer-ben-statement"), "criterion": words("tour-answer-ben-criterion")}
    await story.sends(who, "templates.fill", said)
    await story.presses(who, "menus.open_choice")
    own = {"activity": words("tour-activity-name"), "own": words("tour-answer-ben-strategies")}
    await story.sends(who, "menus.pick", own)
    await story.reads(who, "interview-question")


async def beside(story: "Story", who: Person) -> None:
    """The standard that it serves, and signs of a rubric."""
    await story.takes(who, "standards.open_choice", "standards.choose", SERVES.format(0))
    await story.takes(who, "rubrics.open_choice", "rubrics.take", TAKES.format(0))
