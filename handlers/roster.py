"""Class lists: how one is brought in, which class it is for, and the yes of a teacher."""

from bot.activities.roster import use_cases as roster
from bot.activities.roster.messages import CHOOSE, CONFIRM, DROP, OPEN, WHICH, confirm_form, which_form
from bot.activities.roster.use_cases import RosterChoices
from handlers.context import Context, FormResponse, Routes, one
from handlers.inbound import Command, Press, Submission, is_id


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, roster.explain, command.channel)


async def open_which(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, roster.open_which, one(press.value))
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, which_form(words, form))


async def say_which(form: Submission, context: Context) -> FormResponse | None:
    room = form.text("room")
    about = one(form.metadata), one(room) if room else None, form.text("class")
    await context.runner.once(form.incoming, form.actor, roster.say_which, *about)
    return None


async def open_confirm(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, roster.open_form, one(press.value))
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, confirm_form(words, form))


async def confirm(form: Submission, context: Context) -> FormResponse | None:
    coming = [user for name in form.values if name.startswith("coming_") for user in form.chosen(name)]
    by_hand = [form.text(name) for name in form.values if name.startswith("person_")]
    chosen = RosterChoices(
        coming=tuple(coming),
        by_hand=tuple(user for user in by_hand if is_id(user)),
        takes_term="yes" in form.chosen("term"),
    )
    await context.runner.once(form.incoming, form.actor, roster.confirm, one(form.metadata), chosen)
    return None


async def drop(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, roster.drop, one(press.value))


ROUTES = Routes(
    presses={WHICH: open_which, OPEN: open_confirm, DROP: drop},
    forms={CHOOSE: say_which, CONFIRM: confirm},
    commands={"roster": from_command},
)
