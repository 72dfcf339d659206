"""Which command somebody means: people write "check-in", "checkin", "Check in"."""

import re
from collections.abc import Collection
from dataclasses import replace

from handlers.inbound import Command

HELP = "help"


def asked_for(command: Command, known: Collection[str]) -> Command:
    """The command as it is known, with what is left behind its word; help for one that nobody knows."""
    if not command.word:
        return command
    words = {_bare(word): word for word in known if word}
    second, *rest = command.rest.split(maxsplit=1) or [""]
    if _bare(second) and (both := _bare(command.word + second)) in words:
        return replace(command, word=words[both], rest="".join(rest))
    return replace(command, word=words.get(_bare(command.word), HELP))


def _bare(word: str) -> str:
    return re.sub(r"[\W_]", "", word.casefold())
