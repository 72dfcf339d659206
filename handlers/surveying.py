"""The survey of a unit: a form to begin it, one to answer it, and buttons."""

from bot.activities.surveying import use_cases as surveying
from bot.activities.surveying.messages import ANSWER, BEGIN, FINISH, OPEN, OPEN_ANSWER, STOP, answer_form, begin_form
from bot.domain.surveys import QUESTIONS
from handlers.context import Context, FormResponse, Routes, one, open_form
from handlers.inbound import Press, Submission


async def open_begin(press: Press, context: Context) -> None:
    classroom = await context.runner.read(press.actor, surveying.open_form, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, begin_form(words, classroom), classroom=classroom)


async def begin(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(form.incoming, form.actor, surveying.begin, one(form.metadata), form.text("unit"))
    return None


async def stop(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, surveying.stop, one(press.value))


async def finish(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, surveying.finish, one(press.value))


async def open_answer(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, surveying.open_answer, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, answer_form(words, found), classroom=found.survey.classroom)


async def answer(form: Submission, context: Context) -> FormResponse | None:
    chosen = {name: int(said) for name in QUESTIONS if (said := form.text(name)) in set("1234")}
    await context.runner.once(form.incoming, form.actor, surveying.take, one(form.metadata), chosen)
    return None


ROUTES = Routes(
    presses={OPEN: open_begin, STOP: stop, FINISH: finish, OPEN_ANSWER: open_answer},
    forms={BEGIN: begin, ANSWER: answer},
)
