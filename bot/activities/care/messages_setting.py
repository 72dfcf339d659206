"""The form in which an admin says what happens when somebody is not well; and how that stands, on Home."""

from typing import Any

from bot.activities.care.messages import CareRule, one_of
from bot.domain.care import (
    CONTACT_FIELDS,
    EMERGENCY_MOST,
    HELPERS_MOST,
    LEAST_AT_ONCE,
    MINUTES_LEAST,
    MINUTES_MOST,
    CareSetting,
    Way,
)
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, header, say, small
from prompts.words import Words

FORM = "care.save"


def care_form(words: Words, setting: CareSetting, contacts: tuple[str, ...]) -> dict[str, Any]:
    """How somebody is told, who, who else can help, the emergency number, and how long the first one has."""
    ways = [forms.option(words(f"care-save-way-{way.value}"), way.value) for way in Way]
    blocks = [
        say(words, "care-form-what"),
        forms.field(
            words, "way", forms.choice("radio_buttons", ways, [setting.way.value]), key="care-save-way", hint=True
        ),
        *_contacts(words, contacts),
        forms.field(
            words,
            "helpers",
            forms.text(setting.helpers, lines=True, most=HELPERS_MOST),
            key="care-save-helpers",
            hint=True,
            optional=True,
        ),
        forms.field(
            words,
            "emergency",
            forms.text(setting.emergency, most=EMERGENCY_MOST),
            key="care-save-emergency",
            hint=True,
            optional=True,
        ),
        forms.field(
            words,
            "minutes",
            forms.number(str(setting.wait_minutes)),
            key="care-save-minutes",
            hint=True,
            least=MINUTES_LEAST,
            most=MINUTES_MOST,
        ),
    ]
    return forms.modal(words, FORM, blocks)


def _contacts(words: Words, contacts: tuple[str, ...]) -> list[Block]:
    return [
        forms.field(
            words,
            name,
            forms.person(chosen=contacts[number - 1 : number]),
            key="care-save-contact",
            optional=True,
            number=number,
            least=LEAST_AT_ONCE,
        )
        for number, name in enumerate(CONTACT_FIELDS, start=1)
    ]


def care_blocks(rule: CareRule, words: Words) -> list[Block]:
    """On an admin's Home: how it stands, or that it is still to be decided."""
    return [
        header(words("home-care")),
        *_standing(rule, words),
        actions([button(words("home-care-button"), "care.open", style=None if rule.contacts else "primary")]),
        small(words("home-care-hint")),
    ]


def _standing(rule: CareRule, words: Words) -> list[Block]:
    if not rule.contacts:
        return [say(words, "home-care-unset" if rule.decided_at is None else "home-care-nobody")]
    first, others = rule.contacts[0], ", ".join(rule.contacts[1:])
    if rule.way is Way.AT_ONCE:
        return [say(words, "home-care-at-once", first=first, others=others, minutes=rule.wait_minutes)]
    return [say(words, "home-care-student", names=one_of(rule.contacts, words))]
