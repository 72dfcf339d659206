"""What a teacher's feedback may lack: a next step; and whether it speaks of the person, or of others, instead of the
work. A pure rule over words, for a kind hint: in doubt it says nothing.

What makes feedback help is that it is about the task and how to go on, not about the self or a rank among others:
Hattie and Timperley, The Power of Feedback (2007), Kluger and DeNisi (1996).
"""

import re
from enum import StrEnum
from functools import cache

from bot.language.reading.text import ENGLISH, fold, load_words


class Lack(StrEnum):
    NEXT = "next"
    """It says nothing of how to go on."""
    PERSON = "person"
    """It is about the person instead of the work."""
    OTHERS = "others"
    """It compares them with others."""


def lacks(text: str, lang: str = ENGLISH) -> tuple[Lack, ...]:
    """In the order in which they are said. A question looks ahead, too."""
    plain = " ".join(fold(text).split())
    if not plain:
        return ()
    found = [Lack.PERSON] if _said("person", lang).search(plain) else []
    found += [Lack.OTHERS] if _said("others", lang).search(plain) else []
    ahead = "?" in plain or _said("next", lang).search(plain) is not None
    return (*found, *(() if ahead else (Lack.NEXT,)))


@cache
def _said(what: str, lang: str) -> re.Pattern[str]:
    words = load_words("bot.language", lang, "feedback")[what]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
