"""The forms in which a teacher says when there is no school, and which events of the school's calendar are days off."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any

from babel import Locale

from bot.activities.calendar.messages import entry_line, next_line, span
from bot.domain.classroom import Classroom
from bot.domain.days_off import DayOff, DayOffRule
from bot.domain.school_calendar import SchoolCalendar
from bot.language.calendar_address import ADDRESS_MOST
from bot.language.public_holidays import countries
from bot.messages import forms
from bot.messages.blocks import Block, plain, small, spoken
from prompts.words import Words

FORM, CHOOSE = "calendar.save", "calendar.choose"
NO_COUNTRY = "-"
IN_A_GROUP = 10
"""Tick boxes of one element; https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element"""
GROUP_MOST = 100
"""Options of one group of a menu."""


def calendar_form(
    words: Words,
    classroom: Classroom,
    standing: Sequence[DayOff],
    calendar: SchoolCalendar,
    check_ins: Sequence[date],
    today: date,
) -> dict[str, Any]:
    rules = [forms.option(words(f"calendar-when-off-{rule.value}"), rule.value) for rule in DayOffRule]
    rule = forms.choice("radio_buttons", rules, [classroom.on_days_off.value])
    blocks = [
        small(next_line(check_ins, today, words)),
        forms.field(words, "days", forms.text(lines=True), key="calendar-days", hint=True, optional=True),
        *_remove(words, standing, today),
        forms.field(words, "on_days_off", rule, key="calendar-when-off"),
        forms.field(words, "country", _countries(words, calendar.country), key="calendar-country", optional=True),
        forms.field(
            words, "region", forms.text(calendar.region, most=60), key="calendar-region", hint=True, optional=True
        ),
        forms.field(
            words,
            "address",
            forms.text(calendar.address, most=ADDRESS_MOST),
            key="calendar-address",
            hint=True,
            optional=True,
        ),
        small(words("calendar-file-hint")),
    ]
    return forms.modal(words, FORM, blocks, metadata=str(classroom.id))


def _remove(words: Words, standing: Sequence[DayOff], today: date) -> list[Block]:
    options = [
        forms.option(spoken(entry_line(entry, today, words)), str(entry.id)) for entry in standing[: forms.OPTIONS_MOST]
    ]
    if not options:
        return []
    element = forms.choice("multi_static_select", options)
    return [forms.field(words, "remove", element, key="calendar-remove", optional=True)]


def _countries(words: Words, chosen: str) -> dict[str, Any]:
    """In the reader's language and order; Slack lets people type the beginning of a name."""
    territories = Locale.parse(words.locale, sep="-").territories
    named = sorted((str(territories.get(code, code)), code) for code in countries())
    options = [forms.option(words("calendar-no-country"), NO_COUNTRY)]
    options += [forms.option(name, code) for name, code in sorted(named, key=lambda one: _sorted_as(one[0]))]
    groups = [options[at : at + GROUP_MOST] for at in range(0, len(options), GROUP_MOST)]
    picked = [option for option in options if option["value"] == (chosen or NO_COUNTRY)]
    labelled = [{"label": plain(_range(group), 75), "options": group} for group in groups]
    return {"type": "static_select", "option_groups": labelled, "initial_option": picked[0]}


def _range(group: Sequence[dict[str, Any]]) -> str:
    first, last = (str(group[at]["text"]["text"])[:1] for at in (min(1, len(group) - 1), -1))
    return f"{first} – {last}"


def _sorted_as(name: str) -> str:
    """Without accents, as people look for it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def events_form(
    words: Words,
    classroom: int,
    page: int,
    pages: int,
    events: Sequence[DayOff],
    ticked: frozenset[int],
    today: date,
) -> dict[str, Any]:
    """A page of events with tick boxes. Which ones it shows travels as metadata, and is checked when it comes back."""
    groups = [events[at : at + IN_A_GROUP] for at in range(0, len(events), IN_A_GROUP)]
    blocks: list[Block] = [small(words("calendar-events-what"))]
    if pages > 1:
        blocks.append(small(words("calendar-events-page", page=page + 1, pages=pages)))
    blocks += [_group(words, number, group, ticked, today) for number, group in enumerate(groups)]
    shown = ",".join(str(entry.id) for entry in events)
    submit = words("calendar-choose-next") if page + 1 < pages else ""
    return forms.modal(words, CHOOSE, blocks, metadata=f"{classroom}:{page}:{shown}", submit=submit)


def _group(words: Words, number: int, group: Sequence[DayOff], ticked: frozenset[int], today: date) -> Block:
    options = [forms.option(spoken(entry_line(entry, today, words)), str(entry.id)) for entry in group]
    element = forms.choice("checkboxes", options, [str(entry.id) for entry in group if entry.id in ticked])
    days = span(group[0].first_on, group[-1].first_on, today, words)
    return forms.field(words, f"events_{number}", element, key="calendar-events-group", optional=True, days=days)
