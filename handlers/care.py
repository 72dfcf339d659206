"""Somebody who is not well: what a school decided, and the buttons of what is said then."""

from bot.activities.care import presses, setting
from bot.activities.care.messages import FORM, OFFERS_MOST, care_form, stopped_form
from bot.domain.actor import Refusal
from bot.domain.care import CONTACT_FIELDS, CareChoices, Way
from bot.language.hearing import distress
from handlers.context import Context, FormResponse, Routes, claim, meet_again, on_one, who_they_are
from handlers.inbound import Command, Press, Submission
from prompts.words import answers_in


async def open_form(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, setting.open_form)
    words = await context.words(press.actor)
    view = care_form(words, form.setting, form.contacts)
    await context.views.open(press.actor.workspace, press.trigger, view)


async def save(form: Submission, context: Context) -> FormResponse | None:
    """Slack is asked who the contacts are: nobody else can say that somebody is a guest."""
    choices = _choices(form)
    people = await who_they_are(form.actor, choices.contacts, context)
    await meet_again(form.actor, context)
    await context.runner.once(form.incoming, form.actor, setting.decide, choices, people)
    return None


def _choices(form: Submission) -> CareChoices:
    contacts = tuple(form.text(name) for name in CONTACT_FIELDS)
    way = Way.AT_ONCE if form.text("way") == Way.AT_ONCE else Way.STUDENT
    return CareChoices(way, contacts, form.text("helpers"), form.text("emergency"), form.text("minutes"))


async def tell_one(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, presses.tell_one, *claim(press.value))


ROUTES = Routes(
    presses={
        "care.open": open_form,
        **{f"care.tell.{number}": tell_one for number in range(OFFERS_MOST)},
        "care.share": on_one(presses.share),
        "care.take": on_one(presses.take),
        "care.meant_else": on_one(presses.meant_else),
        "care.go_on": on_one(presses.go_on),
    },
    forms={FORM: save},
)


# What is written in forms and behind commands is looked at before any handler has it: somebody may not be well.


async def stop_form(form: Submission, context: Context) -> FormResponse | None:
    """What the form is answered where it is not taken. Raises Refusal for a teacher's, under the field: all that was
    written is still there."""
    if form.callback in presses.OF_ADMINS:
        return None
    fields = [field for field in form.written if isinstance(form.values[field], str)]
    texts = [form.text(field) for field in fields]
    if not any(distress.look(text) for text in texts):
        return None
    stopped = await context.runner.run(form.actor, presses.hear_form, form.callback, texts, _view_of(form))
    if stopped is None:
        return None
    if stopped.for_lead:
        raise Refusal("care-for-lead", field=fields[stopped.place])
    words = answers_in(stopped.language, await context.words(form.actor))
    return FormResponse(view=stopped_form(words))


async def stop_command(command: Command, context: Context) -> bool:
    """Whether the command is not taken."""
    text = f"{command.word} {command.rest}"
    if distress.look(text) is None:
        return False
    run, incoming = context.runner.run, command.incoming
    return await run(command.actor, presses.hear_command, command.channel, text, incoming)


def _view_of(form: Submission) -> str:
    """The id under which it came in, without what stands for its words."""
    return form.incoming.rpartition(":")[0]
