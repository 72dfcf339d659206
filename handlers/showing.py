"""Opening a form."""

from collections.abc import Mapping
from typing import Any

from bot.activities.contract import class_names
from bot.messages.class_named import form_named
from handlers.context import Context
from handlers.inbound import Command, Press
from prompts.words import Words


async def open_form(
    asked: Press | Command, context: Context, words: Words, view: Mapping[str, Any], **about: int
) -> None:
    """Open it for whoever asked. `about` says what it is about ("contract", "check_in", "feedback"): somebody who is
    in more than one class sees which one that is."""
    actor = asked.actor
    classroom = await context.desk.read(class_names.for_form, actor, about)
    await context.views.open(actor.workspace, asked.trigger, form_named(view, classroom, words))
