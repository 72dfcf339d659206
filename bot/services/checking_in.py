"""Check-ins, by the names under which the other activities call them."""

from bot.services.planning import follow
from bot.services.prompting import ask_due, give_up, put_off

__all__ = ["ask_due", "follow", "give_up", "put_off"]
