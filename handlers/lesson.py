"""A lesson about contracts: its script, what of it is posted, and its exit ticket."""

from bot.activities.lesson import ticket
from bot.activities.lesson import use_cases as lesson
from bot.activities.lesson.messages import ASK, BEGIN, OPEN_PROMPTS, POST, PROMPT, prompts_form
from bot.activities.lesson.ticket_messages import ANSWER, END, OPEN_ANSWER, QUOTES, TAKE_BACK, answer_form
from bot.domain.lessons import SCRIPTS, STEPS
from handlers.context import Context, FormResponse, Routes, claim, on_one, one, open_form
from handlers.inbound import Command, Press, Submission


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, lesson.show, command.channel)


async def begin(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, lesson.begin, *claim(press.value))


async def post(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, lesson.post_step, *claim(press.value))


async def open_prompts(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, lesson.open_prompts, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, prompts_form(words, found), classroom=found.classroom)


async def prompt(form: Submission, context: Context) -> FormResponse | None:
    chosen = form.text("prompt")
    await context.runner.once(form.incoming, form.actor, lesson.post_prompt, one(form.metadata), chosen)
    return None


async def ask(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, ticket.ask, one(press.value))


async def end(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, ticket.end, one(press.value))


async def open_answer(press: Press, context: Context) -> None:
    found, classroom = await context.runner.read(press.actor, ticket.open_answer, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, answer_form(words, found), classroom=classroom)


async def answer(form: Submission, context: Context) -> FormResponse | None:
    said = (form.text("clear"), form.text("found"), form.text("next"), QUOTES in form.chosen(QUOTES))
    await context.runner.once(form.incoming, form.actor, ticket.take, one(form.metadata), *said)
    return None


ROUTES = Routes(
    presses={
        **{f"{BEGIN}.{place}": begin for place in range(len(SCRIPTS))},
        **{f"{POST}.{place}": post for place in range(max(len(steps) for steps in STEPS.values()))},
        TAKE_BACK: on_one(ticket.take_back),
        OPEN_PROMPTS: open_prompts,
        ASK: ask,
        END: end,
        OPEN_ANSWER: open_answer,
    },
    forms={PROMPT: prompt, ANSWER: answer},
    commands={"lesson": from_command},
)
