"""What is plainly wrong with a token before Slack is asked: it is the other one, or still the example."""

import re
from enum import StrEnum

from bot.settings import Settings

PREFIX = {"slack_bot_token": "xoxb-", "slack_app_token": "xapp-"}
"""How each begins: https://docs.slack.dev/authentication/tokens"""

_EXAMPLE = re.compile(r"\.\.\.|[<>]|your|example|x{4,}|\*{3,}", re.IGNORECASE)
"""What stands in guides in the place of a token, and in none."""


class Mistake(StrEnum):
    SWAPPED = "swapped"
    EXAMPLE = "example"


def mistake_in(settings: Settings, name: str) -> Mistake | None:
    """None for one that is empty, and for one that only the server can tell about: another server may name its own
    tokens as it likes."""
    token = getattr(settings, name).get_secret_value()
    begins = PREFIX[name]
    if any(token.startswith(other) for key, other in PREFIX.items() if key != name):
        return Mistake.SWAPPED
    return Mistake.EXAMPLE if _EXAMPLE.search(token.removeprefix(begins)) else None
