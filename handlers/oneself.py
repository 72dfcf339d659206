"""A contract with oneself, or for one lesson: written, signed, said, shared, ended."""

from datetime import date

from bot.activities.oneself import use_cases as oneself
from bot.activities.oneself.forms import END, HALFWAY, SAVE, SAVE_LESSON, SelfForm, end_form, halfway_form, self_form
from bot.activities.oneself.messages import (
    CHANGE,
    DISCARD,
    KEEP,
    LIST,
    OPEN,
    OPEN_END,
    OPEN_HALFWAY,
    OPEN_LESSON,
    SHARE,
    SHOW,
    SHOWN,
    SIGN,
    STEP,
)
from bot.domain.oneself import STEPS_MOST, SelfKind
from handlers.context import Context, FormResponse, Routes, claim, on_one, one, open_form
from handlers.inbound import Command, Press, Submission


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, oneself.show_mine)


async def show_mine(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, oneself.show_mine)


async def open_new(press: Press, context: Context) -> None:
    await _open(press, context, await context.runner.read(press.actor, oneself.open_new), SelfKind.ONESELF)


async def open_lesson(press: Press, context: Context) -> None:
    await _open(press, context, await context.runner.read(press.actor, oneself.open_new), SelfKind.LESSON)


async def open_change(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, oneself.open_change, one(press.value))
    await _open(press, context, form, form.standing.kind if form.standing else SelfKind.ONESELF)


async def _open(press: Press, context: Context, form: SelfForm, kind: SelfKind) -> None:
    words = await context.words(press.actor)
    await open_form(press, context, words, self_form(words, form, kind))


async def save(form: Submission, context: Context) -> FormResponse | None:
    """A new one, or one that is changed."""
    classroom, standing = claim(form.metadata)
    kind = SelfKind.LESSON if form.callback == SAVE_LESSON else SelfKind.ONESELF
    said = (form.text("goal"), form.text("sign"), form.text("practice"), form.text("steps"), _day(form.text("ends_on")))
    once = context.runner.once
    if standing:
        await once(form.incoming, form.actor, oneself.change, standing, *said)
        return None
    chosen = classroom or one(form.text("classroom"))
    await once(form.incoming, form.actor, oneself.begin, chosen, kind, *said)
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


async def do_step(press: Press, context: Context) -> None:
    place = int(press.action.rsplit(".", 1)[1])
    await context.runner.once(press.incoming, press.actor, oneself.do_step, one(press.value), place)


async def open_halfway(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, oneself.open_own, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, halfway_form(words, found), classroom=found.classroom)


async def halfway(form: Submission, context: Context) -> FormResponse | None:
    said = form.text("halfway")
    await context.runner.once(form.incoming, form.actor, oneself.say_halfway, one(form.metadata), said)
    return None


async def open_end(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, oneself.open_own, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, end_form(words, found), classroom=found.classroom)


async def end(form: Submission, context: Context) -> FormResponse | None:
    said = (form.text("outcome"), form.text("found"), form.text("next"))
    await context.runner.once(form.incoming, form.actor, oneself.end, one(form.metadata), *said)
    return None


ROUTES = Routes(
    presses={
        OPEN: open_new,
        OPEN_LESSON: open_lesson,
        LIST: show_mine,
        **{f"{SHOW}.{place}": on_one(oneself.show) for place in range(SHOWN)},
        CHANGE: open_change,
        SIGN: on_one(oneself.sign),
        DISCARD: on_one(oneself.discard),
        **{f"{STEP}.{place}": do_step for place in range(STEPS_MOST)},
        OPEN_HALFWAY: open_halfway,
        OPEN_END: open_end,
        SHARE: on_one(oneself.share),
        KEEP: on_one(oneself.keep),
    },
    forms={SAVE: save, SAVE_LESSON: save, HALFWAY: halfway, END: end},
    commands={"myself": from_command},
)
