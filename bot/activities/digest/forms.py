"""The form in which a teacher chooses how often the digest comes, and when."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from bot.domain.digest import DAYS, HOURS, HowOften
from bot.messages import forms
from bot.messages.blocks import button
from bot.messages.days import clock
from prompts.words import Words

OPEN = "digest.open"
CHOOSE = "digest.choose"


@dataclass(frozen=True, slots=True)
class DigestForm:
    """What holds now."""

    how: HowOften
    day: str
    at: time


def digest_form(words: Words, form: DigestForm) -> dict[str, Any]:
    often = [forms.option(words(f"digest-how-{how}"), how.value) for how in HowOften]
    days = [forms.option(words(f"day-{day.lower()}"), day) for day in DAYS]
    hours = [forms.option(clock(at, words), f"{at:%H:%M}") for at in HOURS]
    blocks = [
        forms.field(words, "how", forms.choice("radio_buttons", often, [form.how.value]), key="digest-how", hint=True),
        forms.field(words, "day", forms.choice("static_select", days, [form.day]), key="digest-day", hint=True),
        forms.field(words, "at", forms.choice("static_select", hours, [f"{form.at:%H:%M}"]), key="digest-at"),
    ]
    return forms.modal(words, CHOOSE, blocks)


def digest_button(words: Words) -> dict[str, Any]:
    return button(words("digest-change-button"), OPEN)
