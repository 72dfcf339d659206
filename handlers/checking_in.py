"""Checking in: a student answers, also unasked, or leaves it out; a teacher responds."""

from bot.activities.checking_in import answering, prompting, reads, responding, unasked
from bot.activities.checking_in.forms import CONFIDENCE, LOG, RESPOND, log_form, response_form
from bot.activities.checking_in.unasked_messages import LOG_UNASKED, early_form
from bot.domain.check_ins import STEPS
from handlers.context import Answer, Context, Routes, claim, one, open_form
from handlers.inbound import Command, Press, Submission

# The fields of a student's answer to a check-in.


TARGETS_MOST = 3
CLASSES_MOST = 9


def reply_of(form: Submission) -> answering.ReplyForm:
    """What the fields of a check-in hold."""
    confidence = form.text("confidence")
    return answering.ReplyForm(
        values=tuple(form.text(f"value-{i}") for i in range(TARGETS_MOST)),
        worked=form.text("worked"),
        did_not_work=form.text("did_not_work"),
        next_step=form.text("next_step"),
        confidence=int(confidence) if confidence in {str(n) for n in CONFIDENCE} else None,
        evidence=form.text("evidence"),
    )


# A check-in that nobody asked for.


async def open_early(asked: Press | Command, context: Context, contract: int) -> None:
    form = await context.desk.read(unasked.open_form, asked.actor, contract)
    words = await context.words(asked.actor)
    await open_form(asked, context, words, early_form(words, form), contract=contract)


async def open_of_class(press: Press, context: Context) -> None:
    await open_early(press, context, one(press.value))


async def log_unasked(form: Submission, context: Context) -> Answer | None:
    await context.desk.run(unasked.log, form.actor, one(form.metadata), reply_of(form), incoming=form.incoming)
    return None


async def choose_unasked(press: Press, context: Context) -> None:
    await context.desk.run(unasked.choose, press.actor, *claim(press.value), incoming=press.incoming)


# Checking in: a student answers, a teacher responds.


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
    await context.desk.run(answering.undo, press.actor, one(press.value), incoming=press.incoming)


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


# The button that leaves a check-in out.


async def leave_out(press: Press, context: Context) -> None:
    await context.desk.run(prompting.leave_out, press.actor, one(press.value), incoming=press.incoming)


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
        **{f"unasked.target_{i}": choose_unasked for i in range(TARGETS_MOST)},
        **{f"unasked.open_{i}": open_of_class for i in range(CLASSES_MOST)},
        "leaving_out.take": leave_out,
    },
    forms={LOG: log, RESPOND: respond, LOG_UNASKED: log_unasked},
    commands={"check-in": from_command},
)
