"""Direct messages to Accord, and the buttons under what it asks back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.activities.hearing import asking, listening
from bot.activities.hearing.listening import DirectMessage
from bot.activities.set_up import reads
from bot.domain.actor import Actor
from bot.domain.outbox import Errand, Later
from bot.language.hearing import Kind
from handlers.context import Context, Routes, claim, one
from handlers.inbound import Called, Press, Referred, Said, bots_of, referred_to, said_of
from prompts.words import words_for


async def heard(said: Said, context: Context) -> None:
    """Heard at once; in a rush kept, so that nobody waits long for the acknowledgement."""
    once, words = context.runner.once, _words(said)
    if context.in_a_rush():
        await once(said.incoming, said.actor, listening.keep, words)
    else:
        kind = await once(said.incoming, said.actor, listening.hear_or_keep, words, greets=_greets(said))
        _tell(context, said, kind)


async def heard_in_turn(said: Said, context: Context) -> None:
    """What was kept, once: the key is another one than that under which it came in. Later where it is not known yet
    what it was written under."""
    words = _words(said)
    if await context.runner.read(said.actor, listening.is_early, words):
        raise Later("what stands above is not known yet", listening.KNOWN_SOON)
    kind = await context.runner.once(
        in_turn(said.incoming), said.actor, listening.hear_now, words, greets=_greets(said)
    )
    _tell(context, said, kind)


def _tell(context: Context, said: Said, kind: Kind | None) -> None:
    if kind is not None:
        context.heard(said.actor, kind.value)


def kept_of(errand: Errand) -> Said:
    """What was kept, as it came in."""
    words = {name: value for name, value in errand.args.items() if name not in ("user", "files", "file_ids")}
    files = tuple(errand.args.get("files", ()))
    ids = tuple(errand.args.get("file_ids", ()))
    return Said(actor=Actor(errand.workspace, errand.args["user"]), files=files, file_ids=ids, **words)


def in_turn(incoming: str) -> str:
    """The key under which what was kept is heard."""
    return f"kept:{incoming}"


def _words(said: Said) -> DirectMessage:
    return DirectMessage(
        said.channel,
        said.text,
        said.ts,
        said.incoming,
        said.edited,
        said.deleted,
        said.thread,
        said.files,
        said.file_ids,
    )


def _greets(said: Said) -> Callable[[str], bool]:
    return lambda locale: said.text.strip().strip(".!¡,").lower() in words_for(locale)("greetings").split(", ")


# What an event leaves open about a message: whose it was, and how those are called whom it mentions.


BOT = "Accord"


async def settled(said: Said, body: Mapping[str, Any], context: Context) -> Said | None:
    """The same, by a person and with names in the place of ids; None for a deletion in a conversation that nobody is
    known to have with Accord."""
    if not said.actor.user:
        user = await context.runner.read(said.actor, reads.conversation, said.channel)
        return replace(said, actor=Actor(said.actor.workspace, user)) if user else None
    mentions = referred_to(body)
    return said_of(body, await _called(mentions, body, said.actor, context)) if mentions else said


async def _called(mentions: Referred, body: Mapping[str, Any], actor: Actor, context: Context) -> Called:
    words = await context.words(actor)
    people, channels = await context.runner.read(actor, reads.called, mentions.people, mentions.channels)
    bots = {str(bot): BOT for bot in bots_of(body)}
    return Called(
        people={**people, **bots},
        channels=channels,
        somebody=words("typed-somebody"),
        a_channel=words("typed-a-channel"),
        a_group=words("typed-a-group"),
    )


# The buttons under what Accord asks back.


MOST = 9
"""Places that one can choose from: more questions than that nobody has open."""


async def which(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, listening.choose, *claim(press.value))


async def drop(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, listening.drop, one(press.value))


async def yes(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, asking.answer, one(press.value), True)


async def no(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, asking.answer, one(press.value), False)


ROUTES = Routes(
    presses={
        **{f"hearing.which_{i}": which for i in range(MOST)},
        "hearing.which_of_many": which,
        "hearing.drop": drop,
        "hearing.yes": yes,
        "hearing.no": no,
    },
)
