"""Somebody opens Accord: the Home tab, or the messages."""

from bot.activities.home import use_cases as home
from bot.activities.set_up.messages import set_up_form
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person
from handlers.context import Context, Event, Routes
from handlers.inbound import Press, is_id


async def opened(event: Event, context: Context) -> None:
    """A server that knows less than Slack may not name the tab: then it is Home."""
    user = event.payload.get("user")
    if not is_id(user):
        return
    actor = Actor(event.workspace, str(user))
    use_case = home.greet if event.payload.get("tab") == "messages" else home.open_home
    await context.runner.once(event.incoming, actor, use_case, await _unknown(actor, context))


async def _unknown(actor: Actor, context: Context) -> Person | None:
    """What Slack says of somebody we have not met."""
    if await context.runner.read(actor, home.is_known):
        return None
    return await context.views.who_is(actor.workspace, actor.user)


async def open_set_up(press: Press, context: Context) -> None:
    if not press.value.isascii() or not press.value.isdigit() or len(press.value) > 18:
        raise Refusal("old-button")
    form = await context.runner.read(press.actor, home.open_set_up, int(press.value))
    words = await context.words(press.actor)
    view = set_up_form(words, form.channel, form.classroom, form.co_teachers, form.timezone, form.teaches)
    await context.views.open(press.actor.workspace, press.trigger, view)


ROUTES = Routes(
    presses={"home.set_up": open_set_up, "home.set_up_any": open_set_up}, events={"app_home_opened": opened}
)
