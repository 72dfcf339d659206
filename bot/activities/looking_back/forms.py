"""The forms in which both look back: a teacher's is one, a student's has three parts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.activities.evidence.messages import ListedPiece, listed
from bot.activities.looking_back.messages import LookBackForm, rated
from bot.domain.actor import Side
from bot.domain.check_ins import Reply
from bot.domain.look_back import (
    PIECE_MOST,
    PIECES_MOST,
    RATINGS,
    REFLECTION_MOST,
    UNRATED,
    Part,
    criteria_of,
    final_field,
    outside_field,
    outside_places,
    part_after,
    piece_field,
    rated_places,
    rating_field,
)
from bot.domain.terms import Target
from bot.messages import forms
from bot.messages.blocks import Block, cut, plain, rich, say
from bot.messages.descriptors import descriptors
from bot.messages.terms import how_assessed, target_progress
from prompts.words import Words

FORM = "looking_back.assess"
"""A teacher's, and a student's first part."""
PIECES = "looking_back.choose"
WORDS = "looking_back.send"
OUTSIDE_WORDS = "outside_words"


def look_back_form(words: Words, form: LookBackForm) -> dict[str, Any]:
    """Where its reader goes on. The contract travels as metadata."""
    if form.side is Side.TEACHER:
        return _teachers(words, form)
    return part_form(words, form, part_after(form.before, can_choose=bool(form.choose)))


def part_form(words: Words, form: LookBackForm, part: Part) -> dict[str, Any]:
    return {Part.SIGNS: _signs, Part.PIECES: _pieces, Part.WORDS: _words}[part](words, form)


def next_part(form: LookBackForm, after: Part) -> Part:
    """A student who has shown nothing has nothing to choose."""
    return Part.PIECES if after is Part.SIGNS and form.choose else Part.WORDS


def _teachers(words: Words, form: LookBackForm) -> dict[str, Any]:
    before = form.before
    fields = [
        forms.field(words, name, forms.text(text, lines=True, most=REFLECTION_MOST), key=key, optional=True, hint=True)
        for name, key, text in (
            ("reflection", "look-back-reflection-teacher", before.reflection if before else ""),
            ("otherwise", "look-back-otherwise-teacher", before.otherwise if before else ""),
        )
    ]
    blocks = [*_what_is_rated(words, form), *_outside(words, form), *fields]
    return forms.modal(words, FORM, blocks, metadata=str(form.contract.id))


def _outside(words: Words, form: LookBackForm) -> list[Block]:
    """What stands on a sheet that came back from outside; all of it may be left as it is."""
    terms, before = form.contract.in_force.terms, form.before
    places = outside_places(terms)
    if not places:
        return []
    blocks: list[Block] = [say(words, "look-back-outside-note")]
    criteria, marked = criteria_of(terms), before.outside_ratings if before else ()
    options = [forms.option(words("look-back-outside-none"), str(UNRATED))]
    options += [forms.option(rated(words, r), str(r)) for r in RATINGS]
    for place in places:
        given = str(marked[place] if place < len(marked) else UNRATED)
        element = forms.choice("static_select", options, [given])
        text = cut(criteria[place][1].text, 300)
        blocks.append(forms.field(words, outside_field(place), element, key="look-back-outside-sign", text=text))
    said = forms.text(before.outside_words if before else "", lines=True, most=REFLECTION_MOST)
    own = forms.field(words, OUTSIDE_WORDS, said, key="look-back-outside-words", optional=True, hint=True)
    return [*blocks, own]


def signs_blocks(words: Words, form: LookBackForm) -> list[Block]:
    """What a student rates, below the final numbers that are asked for."""
    numbers = [_final_number(words, form.contract.in_force.terms.targets, i, said) for i, said in form.wanted.items()]
    return _what_is_rated(words, form, numbers)


def _signs(words: Words, form: LookBackForm) -> dict[str, Any]:
    blocks = signs_blocks(words, form)
    submit = words("looking-back-next")
    if not any(block["type"] == "input" for block in blocks):  # a form without a field can not be sent
        view = part_form(words, form, next_part(form, Part.SIGNS))
        return {**view, "blocks": [*_what_for(words, form), *view["blocks"]]}
    return forms.modal(words, FORM, blocks, metadata=str(form.contract.id), submit=submit)


def _pieces(words: Words, form: LookBackForm) -> dict[str, Any]:
    said = {piece.evidence: piece.words for piece in form.before.pieces} if form.before else {}
    blocks = [say(words, "look-back-pieces", count=PIECES_MOST)]
    blocks += [_about_piece(words, piece, said.get(piece.id, "")) for piece in form.choose]
    return forms.modal(words, PIECES, blocks, metadata=str(form.contract.id))


def _about_piece(words: Words, piece: ListedPiece, said: str) -> Block:
    element = forms.text(said, lines=True, most=PIECE_MOST)
    key = "look-back-piece"
    made = forms.field(words, piece_field(piece.id), element, key=key, optional=True, piece=cut(piece.name, 150))
    return {**made, "hint": plain(piece.line, 300)} if piece.line else made


def _words(words: Words, form: LookBackForm) -> dict[str, Any]:
    before = form.before
    asked = (
        ("again", before.reflection if before else ""),
        ("otherwise", before.otherwise if before else ""),
        ("surprise", before.surprise if before else ""),
        ("word", before.word if before else ""),
    )
    blocks: list[Block] = [say(words, "look-back-words")]
    for name, text in asked:
        element = forms.text(text, lines=True, most=REFLECTION_MOST)
        blocks.append(forms.field(words, name, element, key=f"look-back-{name}", optional=name != "again"))
    return forms.modal(words, WORDS, blocks, metadata=str(form.contract.id))


def _what_is_rated(words: Words, form: LookBackForm, numbers: Sequence[Block] = ()) -> list[Block]:
    """What was shown, the final numbers that are asked for, and each criterion in four words."""
    terms = form.contract.in_force.terms
    wanted = rated_places(terms, form.side)
    blocks = _what_for(words, form)
    blocks += listed(words, replace(form.shelf, no_files=False), form.side, form.student)
    blocks += numbers
    last = -1
    for place, (target, criterion) in enumerate(criteria_of(terms)):
        if target != last:
            blocks.append(target_progress(words, terms.targets, target, form.values))
            blocks += descriptors(words, terms.targets[target].rubric)
            blocks += [rich(line) for line in how_assessed(terms.targets[target], words, form.side)]
            last = target
        if place not in wanted:
            continue
        given = form.before.ratings[place : place + 1] if form.before else ()
        blocks.append(_rating(words, place, criterion.text, given))
    return blocks


def _what_for(words: Words, form: LookBackForm) -> list[Block]:
    """A student hears beforehand what their ratings count for."""
    rates = bool(rated_places(form.contract.in_force.terms, form.side))
    if form.side is Side.TEACHER:
        key = "look-back-form-teacher" if rates else "look-back-form-teacher-rates-none"
        return [say(words, key, student=form.student)]
    if not rates:
        graded = [say(words, "look-back-form-rates-none-graded")] if form.self_part is not None else []
        return [say(words, "look-back-form-rates-none"), *graded]
    counted = [say(words, "signs-met-told")] if form.counts_signs else []
    if form.self_part is None:
        return [say(words, "look-back-form-counted" if counted else "look-back-form-student"), *counted]
    key = "look-back-form-graded" if form.self_part else "look-back-form-graded-teachers"
    return [say(words, key, part=form.self_part), *counted]


def _final_number(words: Words, targets: Sequence[Target], target: int, said: Reply | None) -> Block:
    """Starts with a number that waits to be called right. Left empty, one that was called right before stands."""
    waits = said is not None and said.waiting is not None
    number = None if said is None else said.waiting if waits else said.value
    value = "" if number is None else targets[target].text(number)
    key = "look-back-number"
    unit, statement = cut(targets[target].unit, 200), cut(targets[target].statement, 200)
    field = forms.field(
        words,
        final_field(target),
        forms.number(value if waits else ""),
        key=key,
        optional=True,
        unit=unit,
        statement=statement,
        count=len(targets),
    )
    about = "unsure" if waits else "before" if value else "none"
    return {**field, "hint": plain(words(f"{key}-{about}", value=value), 2000)}


def _rating(words: Words, place: int, criterion: str, given: tuple[int, ...]) -> Block:
    options = [forms.option(rated(words, r), str(r)) for r in RATINGS]
    element = forms.choice("radio_buttons", options, [str(r) for r in given])
    return forms.field(words, rating_field(place), element, key="look-back-criterion", text=criterion)
