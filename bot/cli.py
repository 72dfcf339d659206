"""What every command needs: the settings, a place to print, and a kind end."""

from typing import NoReturn

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rich.console import Console, RenderableType
from rich.text import Text

from bot.settings import Settings
from prompts.words import words_for

words = words_for()
console = Console(highlight=False, soft_wrap=True)
problems = Console(stderr=True, highlight=False, soft_wrap=True)


def say(what: str | RenderableType) -> None:
    """To standard output; a string as it is, without rich's markup."""
    console.print(Text(what) if isinstance(what, str) else what)


def stop(message: str, code: int = 1) -> NoReturn:
    """To standard error, as it is; then the command ends."""
    problems.print(Text(message))
    raise typer.Exit(code)


def settings() -> Settings:
    """The settings; where one is wrong, the command ends and says which."""
    try:
        return Settings()
    except ValidationError as error:
        stop("\n".join(_problem(e) for e in error.errors()))


def _problem(error: ErrorDetails) -> str:
    return words("setting-wrong", name=".".join(map(str, error["loc"])).upper(), problem=error["msg"])
