"""Checking in: a student answers, a teacher responds."""

from bot.activities.checking_in import answering, reads, responding, unasked, undoing
from bot.activities.checking_in.forms import LOG, RESPOND, log_form, response_form
from bot.domain.check_ins import STEPS
from handlers.context import Answer, Context, Routes, claim, one, open_form
from handlers.inbound import Command, Press, Submission
from handlers.reply_fields import TARGETS_MOST, reply_of
from handlers.unasked import open_early


async def open_log(press: Press, context: Context) -> None:
    brief = await context.desk.read(reads.open_log, press.actor, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, log_form(words, brief), check_in=brief.check_in.id)


async def log(form: Submission, context: Context) -> Answer | None:
    await context.desk.run(answering.log, form.actor, one(form.metadata), reply_of(form), incoming=form.incoming)
    return None


async def confirm(press: Press, context: Context) -> None:
    await context.desk.run(answering.confirm, press.actor, one(press.value), incoming=press.incoming)


async def undo(press: Press, context: Context) -> None:
    await context.desk.run(undoing.undo, press.actor, one(press.value), incoming=press.incoming)


async def choose(press: Press, context: Context) -> None:
    """The button says "check-in:target:ts" of the message that the number stands in."""
    numbers, _, ts = press.value.rpartition(":")
    await context.desk.run(answering.choose, press.actor, *claim(numbers), ts, incoming=press.incoming)


async def press_number(press: Press, context: Context) -> None:
    """The button says "check-in:target:number"."""
    place, _, number = press.value.rpartition(":")
    await context.desk.run(answering.number, press.actor, *claim(place), one(number), incoming=press.incoming)


async def not_yet(press: Press, context: Context) -> None:
    await context.desk.run(answering.not_yet, press.actor, one(press.value), incoming=press.incoming)


async def open_response(press: Press, context: Context) -> None:
    check_in = one(press.value)
    student = await context.desk.read(responding.open_response, press.actor, check_in)
    words = await context.words(press.actor)
    await open_form(press, context, words, response_form(words, check_in, student), check_in=check_in)


async def seen(press: Press, context: Context) -> None:
    await context.desk.run(responding.seen, press.actor, one(press.value), incoming=press.incoming)


async def respond(form: Submission, context: Context) -> Answer | None:
    await context.desk.run(
        responding.respond, form.actor, one(form.metadata), form.text("text"), incoming=form.incoming
    )
    return None


async def from_command(command: Command, context: Context) -> None:
    """The form of the newest check-in that waits; where none does, that of a check-in of now. Where there are several
    contracts for that, or none, a message says so."""
    brief = await context.desk.read(reads.newest_awaiting, command.actor)
    if brief is None:
        running = await context.desk.read(unasked.only_one, command.actor)
        if running is None:
            await context.desk.run(reads.say_when, command.actor, incoming=command.incoming)
        else:
            await open_early(command, context, running)
        return
    words = await context.words(command.actor)
    await open_form(command, context, words, log_form(words, brief), check_in=brief.check_in.id)


ROUTES = Routes(
    presses={
        "checking_in.log": open_log,
        "checking_in.confirm": confirm,
        "checking_in.undo": undo,
        **{f"checking_in.choose_{i}": choose for i in range(TARGETS_MOST)},
        **{f"checking_in.number_{i}_{n}": press_number for i in range(TARGETS_MOST) for n in range(STEPS)},
        "checking_in.not_yet": not_yet,
        "checking_in.respond": open_response,
        "checking_in.seen": seen,
    },
    forms={LOG: log, RESPOND: respond},
    commands={"check-in": from_command},
)
