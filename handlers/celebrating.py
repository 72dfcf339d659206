"""A student decides whether the class may see a milestone; in some classes a teacher looks first."""

import re

from bot.activities.celebrating import looking, wording
from bot.activities.celebrating import use_cases as celebrating
from bot.activities.celebrating.forms import WORD, wording_form
from bot.activities.celebrating.looking_messages import HOLD, POST
from bot.activities.celebrating.messages import OPEN_WORDING
from bot.domain.actor import Refusal
from bot.domain.terms import WAYPOINTS_MOST
from handlers.context import Context, FormResponse, Routes, one, open_form
from handlers.inbound import Press, Submission

_OWN = re.compile(r"([0-9]{1,18}):([0-9]):([0-9])", re.ASCII)
_CLAIM = re.compile(r"([0-9]{1,9}):([0-9a-f]{16})")


async def share(press: Press, context: Context) -> None:
    await _decide(press, context, share=True)


async def keep(press: Press, context: Context) -> None:
    await _decide(press, context, share=False)


async def post(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, looking.decide, *_claim(press), True)


async def hold(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, looking.decide, *_claim(press), False)


async def _decide(press: Press, context: Context, *, share: bool) -> None:
    await context.runner.once(press.incoming, press.actor, celebrating.decide, *_claim(press), share)


def _claim(press: Press) -> tuple[int, str]:
    """The milestone, and the token of the text that was shown."""
    claim = _CLAIM.fullmatch(press.value)
    if claim is None:
        raise Refusal("old-button")
    return int(claim[1]), claim[2]


async def reached(press: Press, context: Context) -> None:
    """A milestone of their own, of which no number says it: the check-in, the target, and which of its milestones."""
    claim = _OWN.fullmatch(press.value)
    if claim is None:
        raise Refusal("old-button")
    check_in, target, number = (int(part) for part in claim.groups())
    await context.runner.once(press.incoming, press.actor, celebrating.say_reached, check_in, target, number)


async def open_wording(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, wording.open_form, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, wording_form(words, form))


async def word(form: Submission, context: Context) -> FormResponse | None:
    named, words = form.text("named"), form.text("words")
    await context.runner.once(form.incoming, form.actor, wording.word, one(form.metadata), named, words)
    return None


ROUTES = Routes(
    presses={
        "celebrating.share": share,
        "celebrating.keep": keep,
        OPEN_WORDING: open_wording,
        POST: post,
        HOLD: hold,
        **{f"celebrating.reached_{place}": reached for place in range(WAYPOINTS_MOST)},
    },
    forms={WORD: word},
)
