"""Direct messages to Accord."""

from bot.services import listening
from handlers.context import Context
from handlers.inbound import Said
from prompts.words import words_for


async def heard(said: Said, context: Context) -> None:
    if said.edited:
        await context.desk.run(listening.correct, said.actor, said.channel, said.text, said.ts, incoming=said.incoming)
        return

    def greets(locale: str) -> bool:
        return said.text.strip().strip(".!,").lower() in words_for(locale)("greetings").split(", ")

    await context.desk.run(
        listening.hear, said.actor, said.channel, said.text, said.ts, greets=greets, incoming=said.incoming
    )
