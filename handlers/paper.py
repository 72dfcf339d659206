"""Students without an account: entered, written with, signed on paper, typed in."""

from bot.activities.checking_in.forms import reply_of
from bot.activities.paper import use_cases as paper
from bot.activities.paper.buttons import LEAVE, LOOK_BACK, OPEN, PICK, PRINT, SIGN, TYPE, WRITE
from bot.activities.paper.forms import NAME, OF_AGE, entry_form, look_back_form, terms_form, type_form
from bot.domain.actor import Refusal
from handlers.context import Context, FormResponse, Routes, claim, in_class, on_one, one, open_form
from handlers.inbound import Press, Submission
from handlers.looking_back import final_numbers, ratings_in


async def open_entry(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, paper.open_entry, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, entry_form(words, found), classroom=found.classroom.id)


async def enter(form: Submission, context: Context) -> FormResponse | None:
    said = (one(form.metadata), form.text(NAME))
    await context.runner.once(form.incoming, form.actor, paper.enter, *said, of_age="yes" in form.chosen(OF_AGE))
    return None


def _who(value: str) -> tuple[int, str]:
    classroom, user = in_class(value)
    if classroom is None or not user:
        raise Refusal("old-button")
    return classroom, user


async def show(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, paper.show, *_who(press.value))


async def leave(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, paper.leave, *_who(press.value))


async def open_terms(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, paper.open_terms, *_who(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, terms_form(words, found), classroom=found.classroom)


async def write(form: Submission, context: Context) -> FormResponse | None:
    texts = {name: value.strip() if isinstance(value, str) else "" for name, value in form.values.items()}
    await context.runner.once(form.incoming, form.actor, paper.write, *_who(form.metadata), texts)
    return None


async def sign(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, paper.sign, *claim(press.value))


async def open_check_in(press: Press, context: Context) -> None:
    brief = await context.runner.read(press.actor, paper.open_check_in, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, type_form(words, brief), check_in=brief.check_in.id)


async def type_in(form: Submission, context: Context) -> FormResponse | None:
    said = reply_of(form.text, form.values.keys())
    await context.runner.once(form.incoming, form.actor, paper.type_in, one(form.metadata), said)
    return None


async def open_look_back(press: Press, context: Context) -> None:
    found = await context.runner.read(press.actor, paper.open_look_back, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, look_back_form(words, found), contract=found.contract.id)


async def look_back(form: Submission, context: Context) -> FormResponse | None:
    said = (one(form.metadata), ratings_in(form), form.text("reflection"), final_numbers(form))
    await context.runner.once(form.incoming, form.actor, paper.look_back, *said)
    return None


ROUTES = Routes(
    presses={
        OPEN: open_entry,
        PICK: show,
        LEAVE: leave,
        WRITE: open_terms,
        SIGN: sign,
        PRINT: on_one(paper.give_sheet),
        TYPE: open_check_in,
        LOOK_BACK: open_look_back,
    },
    forms={OPEN: enter, WRITE: write, TYPE: type_in, LOOK_BACK: look_back},
)
