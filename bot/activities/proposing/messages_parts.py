"""The buttons of a question and the parts of the summary: their labels, and what they carry."""

from datetime import date
from decimal import Decimal
from typing import Any

from bot.activities.proposing.interview.dates import AT_THE_END
from bot.activities.proposing.notices import QuestionBrief
from bot.activities.set_up.messages import weekdays
from bot.domain.terms import number_text
from bot.messages.blocks import Block, actions, button, plain, quote, say
from bot.messages.days import day
from bot.messages.forms import option as option_of
from prompts.words import Words

_DATES = ("timeframe", "ends_on")
_NUMBERS = ("baseline", "goal")
_CHOICES = ("evidence", "more", "wording", "statement")


def button_value(brief: QuestionBrief, choice: str = "") -> str:
    """Which interview, which of its questions, and what was chosen: a claim, checked again when it comes back."""
    return f"{brief.interview}:{brief.asked}:{choice}"


def option_label(brief: QuestionBrief, value: str, words: Words, *, step: str = "") -> str:
    """A value of a step as a person reads it: a date, a number, days, one of the choices; else the text itself."""
    name = step or brief.step
    if name in _DATES and value == AT_THE_END:
        return words("proposing-option-timeframe-end")
    if name in _DATES:
        return _date_label(brief, date.fromisoformat(value), words, offered=not step)
    if name == "days":
        return weekdays(words, value.split(","))
    if name in _NUMBERS:
        return number_text(Decimal(value))
    if name in _CHOICES and words.has(f"proposing-option-{name}-{value}"):
        return words(f"proposing-option-{name}-{value}")
    return value


def _date_label(brief: QuestionBrief, when: date, words: Words, *, offered: bool) -> str:
    if offered and when == brief.policy.term_ends_on:
        return words("proposing-option-term-end", date=when)
    return day(when, words)


def keep_blocks(brief: QuestionBrief, words: Words) -> list[Block]:
    """The earlier answer, and a button to leave it as it is."""
    if brief.keep is None:
        return []
    if brief.keeps_skipped:
        label = words("proposing-keep-skipped")
        return [say(words, "proposing-you-skipped"), actions([button(label, "proposing.keep", button_value(brief))])]
    keep = button(words("proposing-keep"), "proposing.keep", button_value(brief), style="primary")
    return [say(words, "proposing-you-wrote"), quote(option_label(brief, brief.keep, words)), actions([keep])]


def ways_on(brief: QuestionBrief, words: Words) -> list[dict[str, Any]]:
    """Back, skip where it may be skipped, help, finish later."""
    wanted = [("back", brief.may_go_back), ("skip", brief.optional), ("help", True), ("later", True)]
    return [
        button(words(f"proposing-{name}"), f"proposing.{name}", button_value(brief)) for name, shown in wanted if shown
    ]


def choose_part(brief: QuestionBrief, words: Words) -> dict[str, Any]:
    """A menu of every part of the summary."""
    options = [option_of(_part_label(part, brief.targets, words), button_value(brief, part)) for part in brief.parts]
    return {
        "type": "static_select",
        "action_id": "proposing.edit",
        "placeholder": plain(words("proposing-edit"), 150),
        "options": options,
    }


def _part_label(part: str, targets: int, words: Words) -> str:
    target, _, name = part.rpartition(".")
    label = words(f"proposing-part-{name}")
    return words("proposing-part-of-target", target=int(target), part=label) if target and targets > 1 else label
