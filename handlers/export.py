"""A class as files, by a word of the command."""

from bot.activities.export import use_cases as export
from handlers.context import Context, Routes
from handlers.inbound import Command


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, export.export_class, command.channel)


ROUTES = Routes(commands={"export": from_command})
