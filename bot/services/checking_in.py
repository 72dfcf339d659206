"""Check-ins, by the names under which the other activities call them."""

from bot.services.planning import follow

__all__ = ["follow"]
