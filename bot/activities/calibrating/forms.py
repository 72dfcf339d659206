"""The forms: a teacher chooses work, what it is rated by, and colleagues; a colleague rates one piece after another."""

from dataclasses import dataclass
from typing import Any

from bot.activities.calibrating.messages import ASK, RATE, level_names
from bot.domain.calibration import PIECES_MOST, RATERS, CalibrationRound, ShownPiece, sign_field
from bot.domain.rubrics import Rubric
from bot.messages import forms
from bot.messages.blocks import Block, bullets, cut, quote, say, small
from prompts.words import Words

SIGNS = "signs"
LABEL_MOST = 75
TEXT_SHOWN = 2000


@dataclass(frozen=True, slots=True)
class AskForm:
    """`pieces` are (id, name of the student, how the piece is called), newest first."""

    classroom: int
    pieces: tuple[tuple[int, str, str], ...]
    rubrics: tuple[Rubric, ...]


def ask_form(words: Words, form: AskForm) -> dict[str, Any]:
    pieces = [forms.option(cut(f"{student} · {name}", LABEL_MOST), str(id)) for id, student, name in form.pieces]
    signs = forms.option(words("calibrating-by-signs"), SIGNS)
    rubrics = [forms.option(cut(one.name, LABEL_MOST), str(one.id)) for one in form.rubrics]
    work = forms.choice("multi_static_select", pieces[: forms.OPTIONS_MOST])
    work["max_selected_items"] = PIECES_MOST
    by = forms.choice("static_select", [signs, *rubrics][: forms.OPTIONS_MOST], [SIGNS])
    people = forms.person(several=True)
    people["max_selected_items"] = RATERS[-1]
    blocks: list[Block] = [
        say(words, "calibrating-what"),
        forms.field(words, "pieces", work, key="calibrating-form-pieces", hint=True),
        forms.field(words, "by", by, key="calibrating-form-by"),
        forms.field(words, "colleagues", people, key="calibrating-form-colleagues", hint=True),
        small(words("calibrating-form-next")),
    ]
    return forms.modal(words, ASK, blocks, metadata=str(form.classroom))


@dataclass(frozen=True, slots=True)
class RateForm:
    """One piece for one colleague: `number` of `count`, what they gave before, and whether another comes after."""

    round: CalibrationRound
    piece: ShownPiece
    number: int
    count: int
    before: tuple[int, ...] = ()
    more: bool = False


def rate_form(words: Words, form: RateForm) -> dict[str, Any]:
    blocks: list[Block] = [
        small(words("calibrating-number", number=form.number, count=form.count)),
        quote(cut(form.piece.text, TEXT_SHOWN)),
    ]
    levels = level_names(form.round, words)
    options = [forms.option(cut(name, LABEL_MOST), str(level)) for level, name in enumerate(levels)]
    for place, sign in enumerate(form.piece.signs):
        if sign.descriptors:
            lines = zip(levels, sign.descriptors, strict=False)
            blocks.append(
                bullets(*(words.pieces("calibrating-level", level=level, text=text) for level, text in lines))
            )
        chosen = [str(form.before[place])] if place < len(form.before) else []
        element = forms.choice("radio_buttons", options, chosen)
        blocks.append(
            forms.field(
                words, sign_field(place, form.piece.id), element, key="calibrating-sign", sign=cut(sign.name, 300)
            )
        )
    submit = words("calibrating-next" if form.more else "calibrating-rate-submit")
    return forms.modal(words, RATE, blocks, metadata=f"{form.round.id}:{form.piece.id}", submit=submit)
