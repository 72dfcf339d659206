"""Checking in: a student answers, also unasked, or leaves it out; a teacher responds."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.activities.checking_in import (
    answering,
    class_reads,
    having,
    practising,
    prompting,
    questions,
    reads,
    responding,
    snoozing,
    suggesting,
    telling,
    unasked,
)
from bot.activities.checking_in.class_messages import (
    PAGE,
    RESPOND_IN_LIST,
    SEEN_IN_LIST,
    SHOW_ALL,
    SINGLY,
    TELL,
    TELL_OPEN,
    RoundBrief,
    class_list,
    tell_form,
)
from bot.activities.checking_in.forms import (
    LOG,
    PRACTISED,
    RESPOND,
    TARGETS_MOST,
    ReplyForm,
    log_form,
    reply_of,
    response_form,
)
from bot.activities.checking_in.having_messages import HAD_ONE
from bot.activities.checking_in.question_messages import (
    FORM,
    OPEN,
    PREVIEW,
    SHOWN,
    SHOWN_MOST,
    chosen_in,
    preview_form,
    question_field,
    questions_form,
)
from bot.activities.checking_in.snoozing_messages import NOT_NOW
from bot.activities.checking_in.suggestion_forms import FIELD, as_said, with_suggestions
from bot.activities.checking_in.unasked_messages import LOG_UNASKED, early_form
from bot.activities.phrases import use_cases as phrases
from bot.activities.phrases.forms import FIELD as PHRASE
from bot.activities.phrases.forms import KEEP, with_keeping, with_phrases
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import STEPS
from bot.domain.questions import MOST
from handlers import absence
from handlers.context import Context, FormResponse, Routes, claim, one, open_form
from handlers.inbound import Command, Press, Submission
from prompts.words import Words

CLASSES_MOST = 9

# A check-in that nobody asked for.


async def open_early(asked: Press | Command, context: Context, contract: int) -> None:
    form = await context.runner.read(asked.actor, unasked.open_form, contract)
    words = await context.words(asked.actor)
    await open_form(asked, context, words, early_form(words, form), contract=contract)


async def had_one(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, having.had_one, one(press.value))


async def open_of_class(press: Press, context: Context) -> None:
    await open_early(press, context, one(press.value))


async def log_unasked(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(
        form.incoming, form.actor, unasked.log, one(form.metadata), _reply_in(form), form.handed("files")
    )
    return None


async def choose_unasked(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, unasked.choose, *claim(press.value))


# Checking in: a student answers, a teacher responds.


async def open_log(press: Press, context: Context) -> None:
    brief = await context.runner.read(press.actor, reads.open_log, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, log_form(words, brief), check_in=brief.check_in.id)


async def log(form: Submission, context: Context) -> FormResponse | None:
    await context.runner.once(
        form.incoming, form.actor, answering.log, one(form.metadata), _reply_in(form), form.handed("files")
    )
    return None


def _reply_in(form: Submission) -> ReplyForm:
    return reply_of(form.text, form.values.keys())


async def confirm(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, answering.confirm, one(press.value))


async def undo(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, answering.undo, one(press.value))


async def choose(press: Press, context: Context) -> None:
    """The button says "check-in:target:ts" of the message that the number stands in."""
    numbers, _, ts = press.value.rpartition(":")
    await context.runner.once(press.incoming, press.actor, answering.choose, *claim(numbers), ts)


async def press_number(press: Press, context: Context) -> None:
    """The button says "check-in:target:number"."""
    place, _, number = press.value.rpartition(":")
    await context.runner.once(press.incoming, press.actor, answering.number, *claim(place), one(number))


async def practised(press: Press, context: Context) -> None:
    """The button says "check-in:target:times"."""
    place, _, times = press.value.rpartition(":")
    await context.runner.once(press.incoming, press.actor, practising.practised, *claim(place), one(times))


async def same_plan(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, practising.same_plan, *claim(press.value))


async def not_yet(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, answering.not_yet, one(press.value))


async def open_response(press: Press, context: Context) -> None:
    check_in = one(press.value)
    student, said = await context.runner.read(press.actor, responding.open_response, check_in)
    words = await context.words(press.actor)
    suggested = await context.runner.read(press.actor, suggesting.suggest, check_in)
    taken = await context.runner.read(press.actor, responding.looked_at, check_in)
    view = with_suggestions(words, response_form(words, check_in, student, said, taken=taken), suggested)
    await open_form(press, context, words, await _with_phrases(press, context, words, view), check_in=check_in)


async def _with_phrases(press: Press, context: Context, words: Words, form: Mapping[str, Any]) -> dict[str, Any]:
    """To choose from, where the teacher keeps any; and what is typed may become one."""
    kept = await context.runner.read(press.actor, phrases.open_form)
    return with_keeping(words, with_phrases(words, form, kept, "text"), kept)


# The list behind [Show all] of a class: its pages, and the buttons under each answer.


async def show_all(press: Press, context: Context) -> None:
    classroom, number = claim(press.value)
    brief = await context.runner.read(press.actor, class_reads.open_list, classroom, number)
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, class_list(words, brief))


async def turn(press: Press, context: Context) -> None:
    """The button says "class:day:first"."""
    where, _, first = press.value.rpartition(":")
    brief = await context.runner.read(press.actor, class_reads.open_list, *claim(where), one(first))
    await _show_page(press, context, brief)


async def seen_in_list(press: Press, context: Context) -> None:
    """The button says "check-in:first"."""
    check_in, first = claim(press.value)
    await context.runner.once(press.incoming, press.actor, responding.seen, check_in)
    brief = await context.runner.read(press.actor, class_reads.open_list_of, check_in, first)
    await _show_page(press, context, brief)


async def _show_page(press: Press, context: Context, brief: RoundBrief) -> None:
    await _show_in(press.view, press.actor, context, brief)


async def _show_in(view: str, actor: Actor, context: Context, brief: RoundBrief) -> None:
    words = await context.words(actor)
    await context.views.update(actor.workspace, view, class_list(words, brief))


async def respond_in_list(press: Press, context: Context) -> None:
    check_in, first = claim(press.value) if ":" in press.value else (one(press.value), 0)
    student, said = await context.runner.read(press.actor, responding.open_response, check_in)
    words = await context.words(press.actor)
    suggested = await context.runner.read(press.actor, suggesting.suggest, check_in)
    taken = await context.runner.read(press.actor, responding.looked_at, check_in)
    form = response_form(words, check_in, student, said, first=first, taken=taken)
    form = with_suggestions(words, form, suggested)
    form = await _with_phrases(press, context, words, form)
    await context.views.push(press.actor.workspace, press.trigger, form)


# What a teacher wants to be told.


async def open_tell(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, telling.open_form, one(press.value))
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, tell_form(words, form))


async def tell(form: Submission, context: Context) -> FormResponse | None:
    how, singly = form.text("told"), form.chosen(SINGLY) if SINGLY in form.values else None
    await context.runner.once(form.incoming, form.actor, telling.choose, one(form.metadata), how, singly)
    return None


# What check-ins of a class ask for.


async def open_questions(press: Press, context: Context) -> None:
    await _open_questions(press, context, one(press.value))


async def questions_from_command(command: Command, context: Context) -> None:
    """Of the class of this channel, or of the only class that the actor teaches."""
    classroom = await context.runner.read(command.actor, questions.find_class, command.channel)
    await _open_questions(command, context, classroom)


async def _open_questions(asked: Press | Command, context: Context, classroom: int) -> None:
    form = await context.runner.read(asked.actor, questions.open_form, classroom)
    words = await context.words(asked.actor)
    await open_form(asked, context, words, questions_form(words, form), classroom=classroom)


async def preview(form: Submission, context: Context) -> FormResponse | None:
    texts = [form.text(question_field(place)) for place in range(MOST)]
    read, classroom = context.runner.read, one(form.metadata)
    chosen = await read(form.actor, questions.preview, classroom, form.text("shape"), texts)
    words = await context.words(form.actor)
    return FormResponse(view=preview_form(words, chosen), push=True)


async def save_questions(form: Submission, context: Context) -> FormResponse | None:
    classroom, shape, texts = chosen_in(form.metadata)
    await context.runner.once(form.incoming, form.actor, questions.choose, classroom, shape, texts)
    return FormResponse(clear=True)


async def nothing(press: Press, context: Context) -> None:
    """Of what is shown in the preview."""


async def seen(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, responding.seen, one(press.value))


async def respond(form: Submission, context: Context) -> FormResponse | None:
    """Its metadata says "check-in", and where it lies over the list "check-in:first": that shows it then."""
    listed = ":" in form.metadata
    check_in, first = claim(form.metadata) if listed else (one(form.metadata), 0)
    text = as_said(form.text("text"), as_said(form.text(PHRASE), form.text(FIELD)))
    phrase = form.text("text") if form.chosen(KEEP) else ""
    await context.runner.once(form.incoming, form.actor, responding.respond, check_in, text, "", phrase)
    if listed and form.below:
        brief = await context.runner.read(form.actor, class_reads.open_list_of, check_in, first)
        await _show_in(form.below, form.actor, context, brief)
    return None


async def from_command(command: Command, context: Context) -> None:
    """The form of the newest check-in that waits; where none does, that of a check-in of now. Where there are several
    contracts for that, or none, a message says so."""
    brief = await context.runner.read(command.actor, reads.newest_awaiting)
    if brief is None:
        running = await context.runner.read(command.actor, unasked.only_one)
        if running is None:
            await context.runner.once(command.incoming, command.actor, reads.say_when)
        else:
            await open_early(command, context, running)
        return
    words = await context.words(command.actor)
    await open_form(command, context, words, log_form(words, brief), check_in=brief.check_in.id)


# The button that leaves a check-in out.


async def leave_out(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, prompting.leave_out, one(press.value))


# What lets a check-in wait: the menu under it, and the buttons that stood there before.


async def later(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, snoozing.later, one(press.value))


async def tomorrow(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, snoozing.tomorrow, one(press.value))


async def not_now(press: Press, context: Context) -> None:
    """The option says "later:check-in"; or tomorrow, or away."""
    way, _, check_in = press.value.partition(":")
    taken = {"later": later, "tomorrow": tomorrow, "away": absence.open_form_of_ones_own}.get(way)
    if taken is None:
        raise Refusal("old-button")
    await taken(replace(press, value=check_in), context)


ROUTES = Routes(
    presses={
        "checking_in.log": open_log,
        "checking_in.confirm": confirm,
        "checking_in.undo": undo,
        **{f"checking_in.choose_{i}": choose for i in range(TARGETS_MOST)},
        **{f"checking_in.number_{i}_{n}": press_number for i in range(TARGETS_MOST) for n in range(STEPS)},
        "checking_in.not_yet": not_yet,
        "checking_in.same_plan": same_plan,
        **{f"checking_in.practised_{i}_{n}": practised for i in range(TARGETS_MOST) for n in PRACTISED},
        "checking_in.respond": open_response,
        "checking_in.seen": seen,
        SHOW_ALL: show_all,
        f"{PAGE}_back": turn,
        f"{PAGE}_on": turn,
        SEEN_IN_LIST: seen_in_list,
        RESPOND_IN_LIST: respond_in_list,
        TELL_OPEN: open_tell,
        OPEN: open_questions,
        **{SHOWN.format(place): nothing for place in range(SHOWN_MOST)},
        **{f"unasked.target_{i}": choose_unasked for i in range(TARGETS_MOST)},
        **{f"unasked.open_{i}": open_of_class for i in range(CLASSES_MOST)},
        HAD_ONE: had_one,
        "leaving_out.take": leave_out,
        NOT_NOW: not_now,
        "snoozing.later": later,
        "snoozing.tomorrow": tomorrow,
    },
    forms={
        LOG: log,
        RESPOND: respond,
        LOG_UNASKED: log_unasked,
        TELL: tell,
        FORM: preview,
        PREVIEW: save_questions,
    },
    commands={"check-in": from_command, "questions": questions_from_command},
)
