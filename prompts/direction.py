"""What is written from right to left, beside what is written from left to right."""

import re

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
OPEN, CLOSE = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates"""


def isolated(text: str) -> str:
    """The text so that it moves nothing around it: in the middle of a sentence, numbers and signs beside it stay where
    they are. Text without such letters comes back as it is."""
    return f"{OPEN}{text}{CLOSE}" if _FROM_THE_RIGHT.search(text) else text
