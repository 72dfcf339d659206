"""The forms: who it is, what the contract says, what they say at a check-in and at the end."""

from dataclasses import dataclass
from typing import Any

from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.checking_in.forms import answer_fields
from bot.activities.looking_back.forms import signs_blocks
from bot.activities.looking_back.messages import LookBackForm
from bot.activities.paper.buttons import LOOK_BACK, OPEN, TYPE, WRITE
from bot.activities.paper.messages import person_line
from bot.domain.actor import Side
from bot.domain.classroom import SHOWN_MOST, Classroom
from bot.domain.look_back import REFLECTION_MOST
from bot.domain.terms import OFFERED, Target, Terms
from bot.language.terms_typed import place
from bot.language.typed import SHORT_MOST, TEXT_MOST
from bot.messages import forms
from bot.messages.blocks import Block, divider, say, small
from prompts.words import Words

NAME, OF_AGE = "name", "of_age"
LISTED_MOST = 40
TARGET = ("statement", "unit", "baseline", "goal", "strategies", "student_criteria", "evidence")
"""The fields of the one target, under the names that the form of terms has for them."""


@dataclass(frozen=True, slots=True)
class PaperList:
    """`people` are those of the class without an account: (name, user)."""

    classroom: Classroom
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PaperTerms:
    """`terms` are what the form starts with; `is_new` where nothing of them was written yet."""

    classroom: int
    user: str
    student: str
    terms: Terms
    is_new: bool


def entry_form(words: Words, form: PaperList) -> dict[str, Any]:
    room = form.classroom
    blocks: list[Block] = [person_line(words, name, f"{room.id}:{user}") for name, user in form.people[:LISTED_MOST]]
    if blocks:
        blocks.append(divider())
    of_age = forms.choice("checkboxes", [forms.option(words("paper-of-age-yes"), "yes")])
    blocks += [
        say(words, "paper-intro", classroom=room.name),
        forms.field(words, NAME, forms.text(most=SHOWN_MOST), key="paper-name", hint=True),
        forms.field(words, OF_AGE, of_age, key="paper-of-age", optional=True, hint=True),
        small(words("paper-safeguarding")),
    ]
    return forms.modal(words, OPEN, blocks, metadata=str(room.id))


def terms_form(words: Words, form: PaperTerms) -> dict[str, Any]:
    """One target, written together: what is typed as the student's own is said by them."""
    target = form.terms.targets[0]
    blocks: list[Block] = [say(words, "paper-write-intro", student=form.student)]
    blocks += [_of_target(words, name, target, form.is_new) for name in TARGET]
    for name in ("supports", "commitments"):
        element = forms.text(getattr(form.terms, name), lines=True, most=TEXT_MOST)
        blocks.append(forms.field(words, name, element, key=f"paper-{name}", optional=True))
    blocks.append(forms.field(words, "ends_on", forms.day(form.terms.ends_on), key="terms-form-ends-on"))
    return forms.modal(words, WRITE, blocks, metadata=f"{form.classroom}:{form.user}")


def _of_target(words: Words, name: str, target: Target, is_new: bool) -> Block:
    element = _element(words, name, target, is_new)
    return forms.field(words, place(0, name), element, key=f"paper-{name.replace('_', '-')}", optional=name == "unit")


def _element(words: Words, name: str, target: Target, is_new: bool) -> dict[str, Any]:
    if name in ("baseline", "goal"):
        return forms.number("" if is_new else target.text(getattr(target, name)))
    if name == "evidence":
        shapes = [forms.option(words(f"terms-evidence-{one}"), one.value) for one in OFFERED]
        return forms.choice("static_select", shapes, [target.evidence.value])
    if name == "unit":
        return forms.text(target.unit, most=SHORT_MOST)
    if name == "student_criteria":
        own = [one.text for one in target.criteria if one.author is Side.STUDENT]
        return forms.text("\n".join(own), lines=True, most=TEXT_MOST)
    return forms.text(getattr(target, name), lines=True, most=TEXT_MOST)


def type_form(words: Words, brief: CheckInBrief) -> dict[str, Any]:
    """What a check-in asks for, in their own words, typed by a teacher."""
    fields = answer_fields(words, brief.targets, brief.replies, brief.asks)
    blocks = [say(words, "paper-type-intro", student=brief.student), *fields]
    return forms.modal(words, TYPE, blocks, metadata=str(brief.check_in.id))


def look_back_form(words: Words, form: LookBackForm) -> dict[str, Any]:
    """The student's side: how far each sign of success came, and what they would say of it."""
    said = forms.text(form.before.reflection if form.before else "", lines=True, most=REFLECTION_MOST)
    blocks = [
        say(words, "paper-look-back-intro", student=form.student),
        *signs_blocks(words, form),
        forms.field(words, "reflection", said, key="paper-reflection"),
    ]
    return forms.modal(words, LOOK_BACK, blocks, metadata=str(form.contract.id))
