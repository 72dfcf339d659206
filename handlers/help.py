"""Every dead end leads here."""

from bot.activities.help import use_cases as helping
from handlers.context import Context, Routes
from handlers.inbound import Command, Press


async def from_command(command: Command, context: Context) -> None:
    await context.runner.once(command.incoming, command.actor, helping.show_help, command.channel)


async def from_button(press: Press, context: Context) -> None:
    await context.runner.once(press.incoming, press.actor, helping.show_help, press.channel)


ROUTES = Routes(presses={"help.show": from_button}, commands={"help": from_command, "": from_command})
