"""What stands beside a date and says whether it is a deadline, a start, or something that one can only guess."""

import re
from dataclasses import dataclass
from functools import cache

from bot.language.reading.date_basics import Kind
from bot.language.reading.date_joins import Piece
from bot.language.reading.text import alternatives, load_words

_REACH = 60  # characters before a date


@dataclass(frozen=True, slots=True)
class Beside:
    """The words before and after a date that matter, as patterns."""

    deadline: re.Pattern[str]
    start: re.Pattern[str]
    habit: re.Pattern[str]
    other_day: re.Pattern[str]
    counted: re.Pattern[str]
    part: re.Pattern[str]
    numbered: re.Pattern[str]
    week: re.Pattern[str]
    further: re.Pattern[str]
    school: re.Pattern[str]
    choice_before: re.Pattern[str]
    choice: re.Pattern[str]
    relation: re.Pattern[str]

    def leads(self, piece: Piece, text: str) -> bool:
        """Whether the date is said to be the deadline: "by", "until"."""
        return _before(self.deadline, piece, text)

    def starts(self, piece: Piece, text: str) -> bool:
        """Whether something starts there, or comes back: "after easter", "every friday"."""
        habit = piece.kind is Kind.WEEKDAY and _before(self.habit, piece, text)
        return habit or _before(self.start, piece, text)

    def hangs(self, piece: Piece, text: str) -> bool:
        """Whether another date is meant than this one, without a rule for it."""
        if _before(self.choice_before, piece, text) or _before(self.counted, piece, text):
            return True
        if self.choice.match(text, piece.end) or self._is_part_of_it(piece, text):
            return True
        if piece.kind is Kind.WEEKDAY and _before(self.other_day, piece, text):
            return True
        return piece.kind in (Kind.WEEKDAY, Kind.PERIOD) and bool(self.relation.match(text, piece.end))

    def _is_part_of_it(self, piece: Piece, text: str) -> bool:
        """Whether words beside it make it a part that no rule reads: "the 3rd quarter of March", "the easter break"."""
        if _before(self.week, piece, text):
            return True
        if piece.kind is Kind.OTHER:
            return self.school.match(text, piece.end) is not None or _before(self.part, piece, text)
        if piece.kind is not Kind.PERIOD:
            return False
        before = _before(self.part, piece, text) or _before(self.numbered, piece, text)
        return before or self.further.match(text, piece.end) is not None


def _before(pattern: re.Pattern[str], piece: Piece, text: str) -> bool:
    return pattern.search(text, max(0, piece.start - _REACH), piece.start) is not None


@cache
def beside(lang: str) -> Beside:
    """The words of a language. Raises FileNotFoundError for an unknown one."""
    words = load_words(__package__, lang, "dates")
    table = words["words"]
    group = {name: alternatives(table[name]) for name in table}
    the = rf"(?: {group['the']})?"
    units = alternatives([*words["days"], *words["calendar_months"]])
    places = alternatives(name for name, place in words["places"].items() if place > 0)
    all_places = alternatives(words["places"])
    part = rf"{places} (?:{units}|{group['part_of']})"
    return Beside(
        deadline=re.compile(rf"\b(?:{group['deadline']}|{group['between']} [^.;\n]{{1,40}} {group['and']}){the} *$"),
        start=re.compile(rf"\b{group['start']}{the} *$"),
        habit=re.compile(rf"\b{group['habit']} *$"),
        other_day=re.compile(rf"\b{alternatives([*table['gone'], *words['places']])} *$"),
        counted=re.compile(rf"\b(?:{group['vague']} {units} {group['earlier']}|{part} {group['of']}){the} *$"),
        part=re.compile(rf"\b{group['part']}s?(?:-| )(?:{group['part_link']} )?(?:{group['the']} )?$"),
        numbered=re.compile(
            rf"(?:(?<![\w.,/:])[0-9]{{1,2}} ?{group['ordinal']}? (?:{group['of']} )?(?:{group['the']} )?"
            rf"|\b{all_places} )$"
        ),
        week=re.compile(
            rf"\b{group['week']} {group['week_from']} (?:{group['the']} )?$"
            rf"|(?:^|\b(?:{all_places}|{group['deadline']}|{group['in']}) ){group['week']} {group['earlier']}{the} *$"
        ),
        further=re.compile(
            rf",? (?:{group['in']} )?(?:{group['the']} )?{all_places} (?:{units}|{group['part_of']})\b"
            rf"| {group['week_from']} (?:{group['the']} )?[0-9]"
        ),
        school=re.compile(rf" {group['school_break']}\b"),
        choice_before=re.compile(rf"\b{group['or']}{the} *$"),
        choice=re.compile(rf"[ ,(]{{1,3}}{group['or']}\b(?! {group['or_sooner']}\b)|{group['and_a_half']}(?!\w)"),
        relation=re.compile(
            rf" (?:{group['of']}\b|[0-9]{{1,2}}(?= *(?:$|[.,;!?)])))"
            rf"|,? (?:{group['earlier']}|{group['after']})\b(?! (?:[0-9]|\w+ing\b|(?:the )?{group['time_of_day']}\b))"
        ),
    )
