"""A classmate looks at a piece of work: asked, agreed, written, shown, reported, stopped."""

import re

from bot.activities.looking_back.halfway_messages import ASK
from bot.activities.peers import use_cases as peers
from bot.activities.peers.forms import FORM, WRITE, ask_form, write_form
from bot.activities.peers.messages import NO, OPEN_WRITE, REPORT, SHARE, STOP, YES
from bot.domain.actor import Refusal
from bot.domain.peers import next_field, works_field
from handlers.context import Context, FormResponse, Routes, on_one, one, open_form
from handlers.inbound import Press, Submission

_FIELD = re.compile(rf"({works_field(0)[:-1]}|{next_field(0)[:-1]})[0-9]{{1,2}}")
_PIECE = re.compile(r"[0-9]{1,18}", re.ASCII)


async def open_ask(press: Press, context: Context) -> None:
    form = await context.runner.read(press.actor, peers.open_ask, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, ask_form(words, form), contract=form.contract)


async def ask(form: Submission, context: Context) -> FormResponse | None:
    contract, piece, peer = one(form.metadata), form.text("piece"), form.text("peer")
    if _PIECE.fullmatch(piece) is None:
        raise Refusal("peer-piece-gone", field="piece")
    await context.runner.once(form.incoming, form.actor, peers.ask, contract, int(piece), peer)
    return None


async def open_write(press: Press, context: Context) -> None:
    brief = await context.runner.read(press.actor, peers.open_write, one(press.value))
    words = await context.words(press.actor)
    await open_form(press, context, words, write_form(words, brief), contract=brief.look.contract)


async def write(form: Submission, context: Context) -> FormResponse | None:
    typed = {name: form.text(name) for name in form.values if _FIELD.fullmatch(name)}
    await context.runner.once(form.incoming, form.actor, peers.write, one(form.metadata), typed)
    return None


ROUTES = Routes(
    presses={
        ASK: open_ask,
        OPEN_WRITE: open_write,
        YES: on_one(peers.say_yes),
        NO: on_one(peers.say_no),
        STOP: on_one(peers.stop),
        SHARE: on_one(peers.share),
        REPORT: on_one(peers.report),
    },
    forms={FORM: ask, WRITE: write},
)
