"""Direct messages to Accord."""

from bot.services import listening
from handlers.context import Context
from handlers.inbound import Said


async def heard(said: Said, context: Context) -> None:
    if said.edited:
        await context.desk.run(listening.correct, said.actor, said.channel, said.text, said.ts, incoming=said.incoming)
        return
    words = await context.words(said.actor)
    greeting = said.text.strip().strip(".!,").lower() in words("greetings").split(", ")
    await context.desk.run(
        listening.hear, said.actor, said.channel, said.text, said.ts, greeting=greeting, incoming=said.incoming
    )
