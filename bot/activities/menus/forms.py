"""The forms: a teacher writes an activity; a student looks for one, and makes it their own."""

import csv
import io
from dataclasses import dataclass
from typing import Any

from bot.activities.menus.messages import BROWSE, PICK, SAVE, line_of
from bot.domain.menu import MINUTES_MOST, NAME_MOST, PURPOSE_MOST, TEMPLATE, Activity, Level
from bot.domain.terms import EvidenceForm
from bot.messages import forms
from bot.messages.blocks import Block, cut, quote, rich, say, small
from prompts.words import Words

REMOVE, COPY = "remove", "copy"
LEVEL, TYPED, PICKED, OWN = "level", "typed", "activity", "own"
ANY = "any"
NONE = "none"
OFFERED_MOST = 20
OWN_MOST = 1000
LABEL_MOST = 75


def template() -> str:
    """What a CSV looks like."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(TEMPLATE)
    return text.getvalue().strip()


def activity_form(words: Words, classroom: int, one: Activity | None) -> dict[str, Any]:
    """A new one, or one that stands: by its id the form knows which wording its writer saw."""
    blocks: list[Block] = [say(words, "menus-form-new" if one is None else "menus-form-change")]
    if one is None:
        file = {"type": "file_input", "max_files": 1}
        blocks += [
            forms.field(words, "files", file, key="menus-file", optional=True, hint=True),
            small(words("menus-template")),
            quote(template()),
        ]
    new = one is None
    blocks += [
        forms.field(
            words,
            "name",
            forms.text(one.name if one else "", most=NAME_MOST),
            key="menus-name",
            optional=new,
            hint=True,
        ),
        forms.field(
            words,
            "purpose",
            forms.text(one.purpose if one else "", most=PURPOSE_MOST),
            key="menus-purpose",
            optional=new,
        ),
        forms.field(words, LEVEL, _levels(words, one.level if one else Level.STANDARD), key="menus-level"),
        forms.field(words, "evidence", _evidence(words, one), key="menus-evidence"),
        forms.field(
            words,
            "interests",
            forms.text(", ".join(one.tags) if one else ""),
            key="menus-interests",
            optional=True,
            hint=True,
        ),
        forms.field(
            words,
            "resources",
            forms.text("\n".join(one.resources) if one else "", lines=True),
            key="menus-resources",
            optional=True,
            hint=True,
        ),
        forms.field(
            words,
            "minutes",
            forms.text(str(one.minutes) if one and one.minutes else "", most=len(str(MINUTES_MOST))),
            key="menus-minutes",
            optional=True,
        ),
    ]
    if one is not None:
        ways = [forms.option(words(f"menus-{way}-label"), way) for way in (COPY, REMOVE)]
        blocks.append(forms.field(words, "ways", forms.choice("checkboxes", ways), key="menus-ways", optional=True))
    return forms.modal(words, SAVE, blocks, metadata=f"{classroom}:{one.id if one else 0}")


def _levels(words: Words, chosen: str, *first: str) -> dict[str, Any]:
    options = [forms.option(words(f"menus-level-{level}"), level) for level in (*first, *(one.value for one in Level))]
    return forms.choice("static_select", options, [chosen])


def _evidence(words: Words, one: Activity | None) -> dict[str, Any]:
    options = [forms.option(words(f"terms-evidence-{form}"), form.value) for form in EvidenceForm]
    return forms.choice("static_select", options, [(one.evidence if one else EvidenceForm.WRITTEN).value])


@dataclass(frozen=True, slots=True)
class Offered:
    """What a student may choose from for a target. `suiting`: activities, with whether they suit the interests that
    the student shares; `more` were found beside. `picked` is the id of what they chose before, `said` how they
    practise."""

    interview: int
    classroom: int
    target: int
    suiting: tuple[tuple[Activity, bool], ...]
    more: int = 0
    picked: str = ""
    said: str = ""
    all: int = 0

    @property
    def about(self) -> str:
        return f"{self.interview}:{self.target}"


def browse_form(words: Words, offered: Offered) -> dict[str, Any]:
    """Where there are many: how much it may ask, and what about."""
    blocks = [
        say(words, "menus-browse-intro", count=offered.all),
        forms.field(words, LEVEL, _levels(words, ANY, ANY), key="menus-level"),
        forms.field(words, TYPED, forms.text(most=100), key="menus-typed", optional=True, hint=True),
    ]
    return forms.modal(words, BROWSE, blocks, metadata=offered.about)


def pick_form(words: Words, offered: Offered) -> dict[str, Any]:
    """Each with what it is for, and what it is done with; and what the student changes or adds."""
    if not offered.suiting and not offered.picked:
        return forms.modal(words, PICK, [say(words, "menus-found-none")], metadata=offered.about)
    blocks: list[Block] = [say(words, "menus-pick-intro")]
    if any(suits for _, suits in offered.suiting):
        blocks.append(small(words("menus-suiting-first")))
    for one, suits in offered.suiting:
        blocks.append(rich(line_of(one, words)))
        beside = [words("menus-suits")] if suits else []
        beside += [words("menus-shown-by", form=words(f"terms-evidence-{one.evidence}"))]
        beside += [words("menus-with", things=cut(", ".join(one.resources), 600))] if one.resources else []
        blocks.append(small(" ".join(beside)))
    if offered.more:
        blocks.append(small(words("menus-found-more", count=offered.more)))
    options = [forms.option(cut(one.name, LABEL_MOST), str(one.id)) for one, _ in offered.suiting]
    if offered.picked:
        options.append(forms.option(words("menus-pick-none"), NONE))
    own = forms.text(offered.said, lines=True, most=OWN_MOST)
    blocks += [
        forms.field(words, PICKED, forms.choice("static_select", options, [offered.picked]), key="menus-picked"),
        forms.field(words, OWN, own, key="menus-own", hint=True, optional=bool(offered.picked)),
    ]
    return forms.modal(words, PICK, blocks, metadata=offered.about)
