"""What is written in forms and behind commands is looked at before any handler has it: somebody may not be well."""

from bot.activities.care import forms
from bot.activities.care.messages import stopped_form
from bot.domain.errors import Refusal
from bot.language.hearing import distress
from handlers.context import Answer, Context
from handlers.inbound import Command, Submission
from prompts.words import answers_in


async def stop_form(form: Submission, context: Context) -> Answer | None:
    """What the form is answered where it is not taken. Raises Refusal for a teacher's, under the field: all that was
    written is still there."""
    if form.callback in forms.OF_ADMINS:
        return None
    fields = [field for field in form.written if isinstance(form.values[field], str)]
    texts = [form.text(field) for field in fields]
    if not any(distress.look(text) for text in texts):
        return None
    stopped = await context.desk.run(forms.hear_form, form.actor, form.callback, texts, _view_of(form))
    if stopped is None:
        return None
    if stopped.for_lead:
        raise Refusal("care-for-lead", field=fields[stopped.place])
    words = answers_in(stopped.language, await context.words(form.actor))
    return Answer(view=stopped_form(words))


async def stop_command(command: Command, context: Context) -> bool:
    """Whether the command is not taken."""
    text = f"{command.word} {command.rest}"
    if distress.look(text) is None:
        return False
    run, incoming = context.desk.run, command.incoming
    return await run(forms.hear_command, command.actor, command.channel, text, incoming)


def _view_of(form: Submission) -> str:
    """The id under which it came in, without what stands for its words."""
    return form.incoming.rpartition(":")[0]
