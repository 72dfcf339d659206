"""Imports every activity, so that what it says is registered."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import bot.activities


@cache
def register_all() -> None:
    """Once in a process. An activity registers what it says by being imported: nothing else has to list it."""
    for module in walk_packages(bot.activities.__path__, f"{bot.activities.__name__}."):
        import_module(module.name)
