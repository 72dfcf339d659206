"""Direct messages to Accord."""

from collections.abc import Callable

from bot.activities.hearing import listening
from bot.activities.hearing.listening import Words
from bot.domain.actor import Actor
from bot.domain.errand import Errand
from bot.language.hearing import Kind
from handlers.context import Context
from handlers.inbound import Said
from prompts.words import words_for


async def heard(said: Said, context: Context) -> None:
    """Heard at once; in a rush kept, so that nobody waits long for the acknowledgement."""
    run, words, incoming = context.desk.run, _words(said), said.incoming
    if context.in_a_rush():
        await run(listening.keep, said.actor, words, incoming=incoming)
    else:
        kind = await run(listening.hear_or_keep, said.actor, words, greets=_greets(said), incoming=incoming)
        _tell(context, said, kind)


async def heard_in_turn(said: Said, context: Context) -> None:
    """What was kept, once: the key is another one than that under which it came in."""
    kind = await context.desk.run(
        listening.hear_now, said.actor, _words(said), greets=_greets(said), incoming=in_turn(said.incoming)
    )
    _tell(context, said, kind)


def _tell(context: Context, said: Said, kind: Kind | None) -> None:
    if kind is not None:
        context.heard(said.actor, kind.value)


def kept_of(errand: Errand) -> Said:
    """What was kept, as it came in."""
    words = {name: value for name, value in errand.args.items() if name not in ("user", "files")}
    files = tuple(errand.args.get("files", ()))
    return Said(actor=Actor(errand.workspace, errand.args["user"]), files=files, **words)


def in_turn(incoming: str) -> str:
    """The key under which what was kept is heard."""
    return f"kept:{incoming}"


def _words(said: Said) -> Words:
    return Words(said.channel, said.text, said.ts, said.incoming, said.edited, said.deleted, said.thread, said.files)


def _greets(said: Said) -> Callable[[str], bool]:
    return lambda locale: said.text.strip().strip(".!,").lower() in words_for(locale)("greetings").split(", ")
