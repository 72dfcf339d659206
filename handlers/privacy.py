"""An admin decides on Home how long the workspace keeps what."""

from collections.abc import Mapping

from bot.activities.privacy import erasing
from bot.activities.privacy.messages import FORM, policy_form
from bot.domain.actor import Refusal
from bot.domain.disclosure import SETTINGS
from handlers.context import Context, FormResponse, Routes, meet_again
from handlers.inbound import Press, Submission


async def open_form(press: Press, context: Context) -> None:
    policy = await context.runner.read(press.actor, erasing.open_form)
    words = await context.words(press.actor)
    await context.views.open(press.actor.workspace, press.trigger, policy_form(words, policy))


async def save(form: Submission, context: Context) -> FormResponse | None:
    await meet_again(form.actor, context)
    await context.runner.once(form.incoming, form.actor, erasing.decide_as_admin, _days(form))
    return None


def _days(form: Submission) -> Mapping[str, int]:
    """Whole numbers, as they were typed."""
    days: dict[str, int] = {}
    for setting in SETTINGS:
        typed = form.text(setting).strip()
        if not typed.isdecimal() or len(typed) > len("99999"):
            raise Refusal("keeps-no-number", field=setting)
        days[setting] = int(typed)
    return days


ROUTES = Routes(presses={"privacy.open": open_form}, forms={FORM: save})
