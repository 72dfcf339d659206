"""How a number is put together from tokens, and what around it belongs to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.language.reading.number_tokens import Token, Words
from bot.language.reading.number_units import TokenRow

_MAX_OF_DISTANCE = 4  # "7 of", "7 out of my last": how far the total may stand


@dataclass(frozen=True, slots=True)
class NumberReading:
    """One number, and what it says.

    `out_of`: the total of "14/20". `high`: the other end of "from 3 to 5", or the other choice of "3 or 4".
    `ambiguous`: several values were named for one thing. `unit`: as typed, lower case, "" where there is none,
    "%" for per cent. `strength`: 2 for a plain number, 1 for a word that often means something else ("one",
    "none"), 0 for a number in a name ("chapter 4"). `text[start:end]` is where it stands, without its unit.
    """

    value: Decimal
    start: int
    end: int
    out_of: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    approximate: bool = False
    ambiguous: bool = False
    strength: int = 2


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number without its surroundings, and the index of the token after it."""

    value: Decimal
    after: int
    strength: int = 2
    unit: str = ""


class Scan(TokenRow):
    """One pass over the tokens; every method looks at a bounded number of them."""

    def __init__(self, tokens: list[Token], words: Words, unit_hint: str) -> None:
        super().__init__(tokens, words)
        self.unit_hint = unit_hint
        self.about_distance = not words.groups["distance_verb"].isdisjoint(self.texts)

    def readings(self) -> Iterator[NumberReading]:
        done, starters = 0, self.words.starters
        for index, token in enumerate(self.tokens):
            if index < done or (token.value is None and token.text not in starters):
                continue
            quantity = self.quantity(index)
            if quantity is not None:
                done, reading = self.reading(index, quantity)
                if reading is not None:
                    yield reading

    # --- the parts of a number ---

    def quantity(self, index: int) -> _Quantity | None:
        for parse in (self.collective, self.digits, self.symbol, self.half, self.in_words):
            found = parse(index)
            if found is not None:
                return found
        return None

    def digits(self, index: int) -> _Quantity | None:
        if index >= len(self.tokens) or self.tokens[index].value is None:
            return None
        value, after = self.tokens[index].value or Decimal(0), index + 1
        duration = self.duration(index)
        if duration is not None:
            return duration
        if self.adjacent(after) and self.word(after) == "k":
            return self.thousands(value, after)
        return self.with_fraction(value, after)

    def duration(self, index: int) -> _Quantity | None:
        """ "31:20" is 31 minutes and a third, "1:02:30" 62 minutes and a half; both in minutes."""
        parts = [index]
        while len(parts) < 3 and self.word(parts[-1] + 1) == ":" and self.is_sixtieth(parts[-1] + 2):
            parts.append(parts[-1] + 2)
        if len(parts) == 1:
            return None
        values = [self.tokens[part].value or Decimal(0) for part in parts]
        minutes = values[0] if len(values) == 2 else values[0] * 60 + values[1]
        total = (minutes + values[-1] / 60).quantize(Decimal("0.01")).normalize()
        return _Quantity(total, parts[-1] + 1, unit=self.words.minute)

    def is_sixtieth(self, index: int) -> bool:
        text = self.word(index)
        return self.adjacent(index) and self.adjacent(index - 1) and len(text) == 2 and text.isdigit() and text < "60"

    def thousands(self, value: Decimal, after: int) -> _Quantity:
        """ "5k" is five kilometres to a runner, and five thousand to everybody else."""
        hinted = self.unit_hint.lower() in self.words.groups["kilometres"] or self.is_a(after + 1, "distance_noun")
        if hinted or (self.about_distance and not self.unit_at(after + 1)):
            return _Quantity(value, after + 1, unit=self.words.kilometre)
        return _Quantity(value * 1000, after + 1)

    def with_fraction(self, value: Decimal, after: int) -> _Quantity:
        """ "2½", "2 1/2", "two and a half"."""
        symbol = self.words.symbols.get(self.word(after))
        if symbol is not None:
            return _Quantity(value + symbol, after + 1)
        if self.is_a(after, "and") and self.is_a(after + 1, "article") and self.is_a(after + 2, "half"):
            return _Quantity(value + Decimal("0.5"), after + 3)
        if not self.adjacent(after) and self.word(after + 1) == "/" and self.adjacent(after + 2):
            top, bottom = self.word(after), self.word(after + 2)
            if bottom in ("2", "3", "4", "8") and top.isdigit() and 0 < int(top) < int(bottom):
                part = (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.001")).normalize()
                return _Quantity(value + part, after + 3)
        return _Quantity(value, after)

    def symbol(self, index: int) -> _Quantity | None:
        value = self.words.symbols.get(self.word(index))
        return None if value is None else _Quantity(value, index + 1)

    def collective(self, index: int) -> _Quantity | None:
        """ "a dozen", "two dozen", "3 dozen", "half a dozen"."""
        factor, at = Decimal(1), index
        if self.is_a(at, "half"):
            factor, at = Decimal("0.5"), at + 1
        if self.is_a(at, "article"):
            at += 1
        elif self.word(at) in self.words.units:
            factor, at = Decimal(self.words.units[self.word(at)]), at + 1
        elif self.is_a(at + 1, "dozen") and (counted := self.tokens[at].value) is not None:
            factor, at = counted, at + 1
        else:
            return None
        size = self.words.collective.get(self.word(at))
        if size is None:
            return None
        return _Quantity(factor * size, at + 1 + self.is_a(at + 1, "of"))

    def half(self, index: int) -> _Quantity | None:
        """ "half a page"; "half of them" names no number of things."""
        if self.is_a(index, "half") and self.is_a(index + 1, "article"):
            return _Quantity(Decimal("0.5"), index + 2)
        return None

    def in_words(self, index: int) -> _Quantity | None:
        found = self.words.value_of(self.texts[index : index + 9])
        if found is not None:
            value, length = found
            alone = length == 1 and self.word(index) in self.words.weak
            quantity = self.with_fraction(value, index + length)
            return _Quantity(quantity.value, quantity.after, 1 if alone else 2)
        word = self.word(index)
        if word in self.words.frequency:
            return _Quantity(Decimal(self.words.frequency[word]), index + 1, 1, self.words.times)
        weak = self.words.weak.get(word)
        return None if weak is None else _Quantity(Decimal(weak), index + 1, 1)

    # --- a number and what stands around it ---

    def reading(self, index: int, first: _Quantity) -> tuple[int, NumberReading | None]:
        after = first.after
        if self.is_ordinal(after) or self.is_clock(index, first):
            return after + 1, None
        other, kind = self.second(index, first)
        end = other.after if other else after
        negative = self.is_negative(index)
        value = -first.value if negative else first.value
        unit, approximate = self.unit_of(first, end), self.is_approximate(index, end)
        return end, NumberReading(
            value=value,
            start=self.tokens[index].start - negative,
            end=self.tokens[end - 1].end,
            out_of=other.value if other and kind == "of" else None,
            high=other.value if other and kind != "of" else None,
            unit=unit,
            approximate=approximate,
            ambiguous=kind in ("or", "to"),
            strength=0 if self.is_name(index) else first.strength,
        )

    def is_ordinal(self, index: int) -> bool:
        return self.adjacent(index) and self.is_a(index, "ordinal")

    def is_clock(self, index: int, quantity: _Quantity) -> bool:
        if self.is_a(quantity.after, "clock"):
            return True
        return quantity.unit == self.words.minute and self.is_a(index - 1, "clock_before")

    def is_negative(self, index: int) -> bool:
        return self.word(index - 1) == "-" and self.adjacent(index) and not self.adjacent(index - 1)

    def is_name(self, index: int) -> bool:
        return self.is_a(index - 1, "name") or (self.word(index - 1) == "." and self.is_a(index - 2, "name"))

    def is_approximate(self, index: int, end: int) -> bool:
        before = self.is_a(index - 1, "about") or self.is_a(index - 1, "bound")
        return before or self.is_a(end, "ish") or self.word(end) == "+"

    def second(self, index: int, first: _Quantity) -> tuple[_Quantity | None, str]:
        """The total of "14 of 20", or the other number of "3 or 4" and "3 to 5", with its kind."""
        after = self.skip_unit(first)
        links: tuple[tuple[Callable[[int], int], str], ...] = (
            (self.after_total_link, "of"),
            (self.after_choice, "or"),
            (self.after_range, "to"),
        )
        for link, kind in links:
            if kind == "of" and self.is_a(first.after, "percent"):
                continue  # "70 % of 20 questions" is a percentage, not 70 out of 20
            at = link(after)
            other = self.quantity(at) if at else None
            if other is not None and not self.is_ordinal(other.after) and self.fits(first, other, kind):
                return other, kind
        if self.is_a(index - 1, "between") and self.is_a(after, "and"):
            other = self.quantity(after + 1)
            if other is not None:
                return other, "to"
        return None, ""

    @staticmethod
    def fits(first: _Quantity, other: _Quantity, kind: str) -> bool:
        return other.value > 0 if kind == "of" else other.strength == 2

    def skip_unit(self, first: _Quantity) -> int:
        """ "3 essays or 4": the unit of the first number may stand between the two."""
        index = first.after
        if self.is_a(index, "percent"):
            return index + 1
        if self.unit_at(index) and any(self.is_a(index + 1, kind) for kind in ("or", "of", "out")):
            return index + 1
        return index

    def after_total_link(self, index: int) -> int:
        if self.word(index) == "/":
            return index + 1
        at = index + 1 if self.is_a(index, "out") else index
        if not self.is_a(at, "of") and at == index:
            return 0
        at += self.is_a(at, "of")
        for _ in range(_MAX_OF_DISTANCE):
            if not self.is_a(at, "determiner"):
                break
            at += 1
        return at

    def after_choice(self, index: int) -> int:
        return index + 1 if self.is_a(index, "or") else 0

    def after_range(self, index: int) -> int:
        return index + 1 if self.word(index) == "-" or self.is_a(index, "to") else 0

    # --- units ---

    def unit_of(self, first: _Quantity, end: int) -> str:
        if first.unit:
            return first.unit
        return self.unit_at(end) or self.unit_at(first.after)
