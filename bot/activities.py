"""Imports every activity, so that its notices, briefs and renderers are registered."""

from importlib import import_module
from pkgutil import iter_modules

import bot.notices
import bot.rendering
import bot.services


def register_all() -> None:
    """Idempotent. An activity registers what it says by being imported: nothing else has to list it."""
    for package in (bot.notices, bot.services, bot.rendering):
        for module in iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
