"""Which command somebody means: people write "check-in", "checkin", "Check in"."""

import re
from collections.abc import Collection
from dataclasses import replace
from difflib import get_close_matches

from handlers.inbound import Command

HELP = "help"
_SHORT, _LONG = 5, 20
"""Letters of a word that is taken for a misspelt one."""
_ALIKE = 0.85
"""So much of a word is the same: "feedbak", but not "check" for "check-in"."""


def asked_for(command: Command, known: Collection[str]) -> Command:
    """The command as it is known, with what is left behind its word; help for one that nobody knows."""
    if not command.word:
        return command
    words = {_bare(word): word for word in known if word}
    second, *rest = command.rest.split(maxsplit=1) or [""]
    if _bare(second) and (both := _bare(command.word + second)) in words:
        return replace(command, word=words[both], rest="".join(rest))
    said = _bare(command.word)
    return replace(command, word=words.get(said) or words.get(_misspelt(said, words)) or HELP)


def _misspelt(said: str, words: Collection[str]) -> str:
    """The word that was meant: its letters in another order, or nearly all of them. "" where none is."""
    if not _SHORT <= len(said) <= _LONG:
        return ""
    turned = [word for word in words if sorted(word) == sorted(said)]
    return next(iter(turned or get_close_matches(said, words, n=1, cutoff=_ALIKE)), "")


def _bare(word: str) -> str:
    return re.sub(r"[\W_]", "", word.casefold())
