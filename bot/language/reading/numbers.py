"""Numbers as people type them: "14/20", "about 70 %", "1,5", "a dozen", "31:20", "from 3 to 5"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from bot.language.reading.dates import find_dates
from bot.language.reading.text import fold, load_words, unaccented, without_addresses

# The tokens in which numbers are read, and the number words of a language.


_MOST_DIGITS = 12

# "1,500" and "1.500,25" group thousands; "1,5" and "1.5" are decimals; "1.500" is read as English reads it.
_TOKEN = re.compile(
    r"(?P<grouped>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?(?![0-9])(?!,[0-9]))"
    r"|(?P<european>[0-9]{1,3}(?:\.[0-9]{3}){1,4},[0-9]{1,9}|[0-9]{1,3}(?:\.[0-9]{3}){2,4}(?![0-9]))"
    r"|(?P<spaced>(?<![0-9.,])[1-9][0-9]{0,2} 000(?![0-9]))"
    r"|(?P<plain>[0-9]+(?:[.,][0-9]+)?|(?<!\w)\.[0-9]+)"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|\S"
)


_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
"""What one language reads as thousands, and another as a fraction."""


class NumberToken(NamedTuple):
    """A number in digits, a word or a sign; `value` is set for the first only."""

    text: str
    start: int
    end: int
    value: Decimal | None = None


def tokenize(folded: str, start: int = 0, end: int | None = None, *, decimal_comma: bool = False) -> list[NumberToken]:
    """The tokens of a folded text, or of the part of it from `start` to `end`. `decimal_comma`: "3.000" is three
    thousand and "1,500" one and a half."""
    return [
        NumberToken(
            match.group(), match.start(), match.end(), _value(match, decimal_comma) if match.lastgroup else None
        )
        for match in _TOKEN.finditer(folded, start, len(folded) if end is None else end)
    ]


def joined_tokens(tokens: list[NumberToken], glued: frozenset[str]) -> list[NumberToken]:
    """The tokens with "b" and "4" made one again where they were typed as one of the words in `glued`."""
    if all(token.value is None for token in tokens):
        return tokens
    joined: list[NumberToken] = []
    for token in tokens:
        held = joined[-1] if joined else None
        if held is not None and held.end == token.start and held.text + token.text in glued:
            joined[-1] = NumberToken(held.text + token.text, held.start, token.end)
        else:
            joined.append(token)
    return joined


def _value(match: re.Match[str], decimal_comma: bool) -> Decimal | None:
    kind, text = match.lastgroup, match.group()
    if kind is None or len(text) > 2 * _MOST_DIGITS:
        return None
    if decimal_comma and _ONE_GROUP.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if kind == "grouped" and not text.startswith("0"):
        return Decimal(text.replace(",", ""))
    if kind == "spaced":
        return Decimal(text.replace(" ", ""))
    if kind == "european":
        return Decimal(text.replace(".", "").replace(",", "."))
    number = text.replace(",", ".")
    if number.count(".") > 1 or sum(char.isdigit() for char in number) > _MOST_DIGITS:
        return None
    return Decimal(number)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language."""

    units: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    scales: dict[str, int]
    weak: dict[str, int]
    frequency: dict[str, int]
    collective: dict[str, int]
    symbols: dict[str, Decimal]
    groups: dict[str, frozenset[str]]
    starters: frozenset[str]
    times: str
    minute: str
    kilometre: str
    per: str
    decimal_comma: bool
    joins_tens: bool
    """Whether "and" stands between tens and units: "treinta y cinco"."""

    def is_number(self, word: str) -> bool:
        return word in self.units or word in self.tens or word in self.hundreds or word in self.scales

    def value_of(self, words: Sequence[str]) -> tuple[Decimal, int] | None:
        """The value of the number words that the sequence begins with, and how many they are."""
        total, current, length, at = 0, 0, 0, 0
        lowest = 1000  # what may still be added to `current` is below this
        if words and words[0] in self.groups["article"] and words[1:2] and words[1] in self.scales:
            current, lowest, at = 1, 1, 1
        while at < len(words):
            word = words[at]
            if word in self.scales and (current or not length):
                scale, current = self.scales[word], current or 1
                if scale == 100:
                    current, lowest = current * 100, 100
                else:
                    total, current, lowest = total + current * scale, 0, 1000
            elif word in self.hundreds and lowest >= 1000:
                current, lowest = current + self.hundreds[word], 100
            elif word in self.tens and lowest >= 100:
                current, lowest = current + self.tens[word], 10
            elif word in self.units and (self.units[word] < lowest if lowest < 100 else lowest > 1):
                current, lowest = current + self.units[word], 1
            elif not (length and self._joins(words, at)):
                break
            else:
                at += 1
                continue
            at += 1
            length = at
        return (Decimal(total + current), length) if length else None

    def _joins(self, words: Sequence[str], at: int) -> bool:
        """ "twenty-five", "a hundred and ten": the hyphen and the "and" inside one number."""
        following = words[at + 1] if at + 1 < len(words) else ""
        if words[at] == "-":
            return words[at - 1] in self.tens and following in self.units
        if self.joins_tens:
            return words[at] in self.groups["and"] and words[at - 1] in self.tens and following in self.units
        return words[at] in self.groups["and"] and words[at - 1] in self.scales and self.is_number(following)


@cache
def number_words(lang: str) -> NumberWords:
    """The number words of a language."""
    table = load_words(__package__, lang, "numbers")
    groups = {name: frozenset(words) for name, words in table["words"].items()}
    counted = ("units", "tens", "hundreds", "scales", "weak", "frequency", "symbols")
    return NumberWords(
        units=table["units"],
        tens=table["tens"],
        hundreds=table["hundreds"],
        scales=table["scales"],
        weak=table["weak"],
        frequency=table["frequency"],
        collective=table["collective"],
        symbols={symbol: Decimal(value) for symbol, value in table["symbols"].items()},
        groups=groups,
        starters=groups["article"].union(groups["half"], *(table[name] for name in counted)),
        times=table["words"]["times"][0],
        minute=table["words"]["minutes"][0],
        kilometre=table["words"]["kilometres"][0],
        per=table["words"]["per"][0],
        decimal_comma=table["decimal_comma"],
        joins_tens=table["joins_tens"],
    )


# The tokens around a number, and the unit that is read from them.


_MAX_UNIT_WORDS = 4


class TokenRow:
    """Tokens by index, with the words of their language."""

    def __init__(self, tokens: Sequence[NumberToken], words: NumberWords) -> None:
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.words = words

    def word(self, index: int) -> str:
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def is_a(self, index: int, kind: str) -> bool:
        return 0 <= index < len(self.texts) and self.texts[index] in self.words.groups[kind]

    def adjacent(self, index: int) -> bool:
        """Whether the token follows the one before it without a space."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def unit_at(self, index: int) -> str:
        """The noun behind a number: up to three words, the last of them a plural, or else one or two."""
        if self.is_a(index, "percent") or self.is_percent_pair(index):
            return "%"
        if self.word(index) == "-" and self.adjacent(index) and self.adjacent(index + 1):
            return self.word(index + 1) if self.is_unit_word(index + 1) else ""
        index += self.is_a(index, "adjective")
        parts, index = self.unit_words(index)
        period = index + 1 + self.is_a(index + 1, "per_article")
        if parts and self.is_a(index, "per") and self.is_unit_word(period):
            parts += [self.words.per, self.word(period)]
        return " ".join(parts)

    def is_percent_pair(self, index: int) -> bool:
        """ "70 por ciento"."""
        return f"{self.word(index)} {self.word(index + 1)}" in self.words.groups["percent_pair"]

    def unit_words(self, index: int) -> tuple[list[str], int]:
        """The words of a unit, and the index behind them."""
        parts: list[str] = []
        ends: list[int] = []
        while len(parts) < _MAX_UNIT_WORDS and self.is_unit_word(index):
            word, index = self.hyphenated(index)
            parts.append(word)
            ends.append(index)
            if self.is_plural(word) or self.is_a(index - 1, "measure"):
                return parts, index
        kept = min(len(parts), 2)
        if kept == 1 and parts[0].endswith(tuple(self.words.groups["participle"])):
            kept = 0
        return parts[:kept], ends[kept - 1] if kept else index

    def is_plural(self, word: str) -> bool:
        return word.endswith("s") and not word.endswith(tuple(self.words.groups["singular"]))

    def hyphenated(self, index: int) -> tuple[str, int]:
        """ "push-ups" is one word."""
        word, at = self.word(index), index + 1
        while self.word(at) == "-" and self.adjacent(at) and self.adjacent(at + 1) and self.word(at + 1)[:1].isalpha():
            word, at = f"{word}-{self.word(at + 1)}", at + 2
        return word, at

    def is_unit_word(self, index: int) -> bool:
        text = self.word(index)
        return (
            text[:1].isalpha()
            and "'" not in text
            and not self.is_a(index, "not_unit")
            and not self.words.is_number(text)
        )


# How a number is put together from tokens, and what around it belongs to it.


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

    def __init__(self, tokens: list[NumberToken], words: NumberWords, unit_hint: str) -> None:
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
                done += 2 * self.is_percent_pair(done)
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
        duration = self.duration(index) or self.in_two_units(index)
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

    def in_two_units(self, index: int) -> _Quantity | None:
        """ "1h 30", "1 hour 20 minutes", "2 min 30": in the larger unit."""
        larger = next((kind for kind in ("hour", "minute") if self.is_a(index + 1, kind)), None)
        at = index + 2 + (larger is not None and self.is_a(index + 2, "and"))
        value, rest = self.tokens[index].value, self.tokens[at].value if at < len(self.tokens) else None
        if larger is None or value is None or rest is None or rest >= 60 or value % 1 or rest % 1:
            return None
        smaller = self.is_a(at + 1, "minute" if larger == "hour" else "second")
        smaller = smaller or (larger == "hour" and self.is_a(at + 1, "after_hours"))
        bare = at == index + 2 and self.is_sixtieth_alone(at)
        if not (smaller or bare):
            return None
        total = (value + rest / 60).quantize(Decimal("0.0001")).normalize()
        return _Quantity(total, at + 1 + smaller, unit=self.word(index + 1))

    def is_sixtieth_alone(self, index: int) -> bool:
        """ "1h 30", and not "1 hour 30 pages" nor "1 h 30/40"."""
        goes_on = self.unit_at(index + 1) or self.word(index + 1) in ("/", ":", ".")
        return len(self.word(index)) == 2 and not goes_on

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
        half = after + 1 + self.is_a(after + 1, "article")
        alone = half == after + 1 and not self.is_a(half, "half_alone")
        if self.is_a(after, "and") and self.is_a(half, "half") and not alone:
            return _Quantity(value + Decimal("0.5"), half + 1)
        if self.is_unit_word(after) and self.is_a(after + 1, "and") and self.is_a(after + 2, "half_alone"):
            return _Quantity(value + Decimal("0.5"), after + 3, unit=self.word(after))
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
        if self.is_a(index, "half_alone") and self.is_unit_word(index + 1):
            return _Quantity(Decimal("0.5"), index + 1)
        return None

    def in_words(self, index: int) -> _Quantity | None:
        found = self.words.value_of(self.texts[index : index + 9])
        if found is not None:
            value, length = found
            quantity = self.with_fraction(value, index + length)
            alone = quantity.after == index + 1 and self.word(index) in self.words.weak
            return replace(quantity, strength=1 if alone else 2)
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


# What starts like a date, or is all of one, and is read as a number too: "14/20", "1.5 days", "1 1/2 weeks".
_NUMBER_TOO = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?![0-9/])|[0-9]+(?:[.,][0-9]+| ?½| [0-9]/[0-9]) *[^\W\d]")
_ALONE = re.compile(r"\W*[0-9]{1,3} ?([^\W\d_]+)\W*")  # "4 days" is no day where days are counted
_SOME_DAY = date(2001, 1, 1)  # where dates stand does not depend on the day


def read_number(text: str, unit_hint: str = "", *, lang: str = "en") -> NumberReading | None:
    """The first number in an answer to a question for one; a plain number goes before "one"."""
    found = find_numbers(text, unit_hint, lang=lang)
    return max(found, key=lambda reading: reading.strength, default=None)


def unambiguous_number(text: str, unit_hint: str = "", *, lang: str = "en") -> NumberReading | None:
    """The number of a message when exactly one reading of it is sensible, else None.

    `unit_hint` is the unit that is being counted: of several numbers, the only one that carries it is meant.
    """
    found = [reading for reading in find_numbers(text, unit_hint, lang=lang) if reading.strength]
    strong = [reading for reading in found if reading.strength == 2] or found
    if len(strong) > 1 and unit_hint and all(reading.unit for reading in strong):
        strong = [reading for reading in strong if same_unit(reading.unit, unit_hint)]
    if len(strong) != 1 or strong[0].ambiguous:
        return None
    return strong[0]


@lru_cache(maxsize=256)
def find_numbers(
    text: str, unit_hint: str = "", *, lang: str = "en", in_dates: bool = False
) -> tuple[NumberReading, ...]:
    """Every number in the text, from left to right; dates, clock times and "2nd" are none, unless `in_dates`.

    Several rules in turn look for the numbers of one message.
    """
    text = without_addresses(text)
    words = number_words(lang)
    bare = _ALONE.fullmatch(text)
    in_dates = in_dates or (bare is not None and same_unit(bare[1].lower(), unit_hint))
    dates = [] if in_dates else [(one.start, one.end) for one in find_dates(text, _SOME_DAY, lang=lang)]
    tokens = joined_tokens(tokenize(fold(text), decimal_comma=words.decimal_comma), words.groups["glued"])
    scan = Scan(tokens, words, unit_hint)
    return tuple(reading for reading in scan.readings() if not _inside_date(reading, dates, text))


def same_unit(unit: str, hint: str) -> bool:
    """Whether two units are written with a common word, singular or plural."""
    named = {stem for word in hint.lower().split() for stem in _stems(word)}
    return any(not named.isdisjoint(_stems(word)) for word in unit.split())


_PLURAL = re.compile(r"..+[dlnrz]es")
""" "errores" and "canciones", as well as "lines"."""


def _stems(word: str) -> tuple[str, ...]:
    """What a word may be the plural of."""
    word = unaccented(word)
    if word.endswith("ies") and len(word) > 4:
        return (word[:-3] + "y",)
    one = word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 2 else word
    return (one, word[:-2]) if _PLURAL.fullmatch(word) else (one,)


def _inside_date(reading: NumberReading, dates: list[tuple[int, int]], text: str) -> bool:
    return any(start <= reading.start < end and not _NUMBER_TOO.match(text, reading.start, end) for start, end in dates)
