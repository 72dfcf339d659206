"""The forms of a contract with oneself: its words, how it goes halfway, and three questions at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.oneself import STEP_MOST, STEPS_MOST, WORDS_MOST, SelfContract, SelfKind, SelfOutcome
from bot.messages import forms
from bot.messages.blocks import Block, say
from prompts.words import Words

SAVE, SAVE_LESSON, HALFWAY, END = "oneself.save", "oneself.save_lesson", "oneself.halfway", "oneself.end"
CLASSES_MOST = 20


@dataclass(frozen=True, slots=True)
class SelfForm:
    """What the form starts with: the classes to choose from (id, name), and the one that is changed, if any."""

    classes: tuple[tuple[int, str], ...]
    standing: SelfContract | None = None


def self_form(words: Words, form: SelfForm, kind: SelfKind) -> dict[str, Any]:
    one = form.standing
    blocks: list[Block] = [say(words, "self-form-change" if one is not None and one.is_signed else "self-form-intro")]
    if one is None and len(form.classes) > 1:
        blocks.append(_classes(words, form.classes))
    blocks.append(_box(words, "goal", one.goal if one else "", f"self-{kind.value}-goal"))
    if kind is SelfKind.LESSON:
        steps = forms.text("\n".join(one.steps) if one else "", lines=True, most=STEPS_MOST * (STEP_MOST + 1))
        blocks.append(forms.field(words, "steps", steps, key="self-form-steps", hint=True))
    blocks.append(_box(words, "sign", one.sign if one else "", "self-form-sign"))
    if kind is SelfKind.ONESELF:
        blocks.append(_box(words, "practice", one.practice if one else "", "self-form-practice"))
        blocks.append(forms.field(words, "ends_on", forms.day(_end(one)), key="self-form-end"))
    callback = SAVE if kind is SelfKind.ONESELF else SAVE_LESSON
    return forms.modal(words, callback, blocks, metadata=_about(form))


def _end(one: SelfContract | None) -> date | None:
    return one.ends_on if one is not None else None


def _about(form: SelfForm) -> str:
    """ "7:0" for a new one in this class, "0:3" for one that is changed, "0:0" where the class is chosen."""
    if form.standing is not None:
        return f"0:{form.standing.id}"
    return f"{form.classes[0][0]}:0" if len(form.classes) == 1 else "0:0"


def _classes(words: Words, classes: Sequence[tuple[int, str]]) -> Block:
    options = [forms.option(name, str(id)) for id, name in classes[:CLASSES_MOST]]
    return forms.field(words, "classroom", forms.choice("static_select", options), key="self-form-class", hint=True)


def _box(words: Words, name: str, said: str, key: str) -> Block:
    return forms.field(words, name, forms.text(said, lines=True, most=WORDS_MOST), key=key, hint=True)


def halfway_form(words: Words, one: SelfContract) -> dict[str, Any]:
    box = _box(words, "halfway", one.halfway, "self-form-halfway")
    return forms.modal(words, HALFWAY, [say(words, "self-goal", text=one.goal), box], metadata=str(one.id))


def end_form(words: Words, one: SelfContract) -> dict[str, Any]:
    options = [forms.option(words(f"self-outcome-{outcome.value}"), outcome.value) for outcome in SelfOutcome]
    fields = [
        say(words, "self-sign", text=one.sign),
        forms.field(words, "outcome", forms.choice("radio_buttons", options), key="self-form-outcome"),
        _box(words, "found", "", "self-form-found"),
        _box(words, "next", "", "self-form-next"),
    ]
    return forms.modal(words, END, fields, metadata=str(one.id))
