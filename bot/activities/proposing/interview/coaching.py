"""What the wording of a target says and leaves open: all that the interview knows of reading sentences."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from bot.domain.interview import Frame
from bot.language import targets
from bot.language.reading import Found, Impossible, Unclear, find_numbers, read_date
from bot.language.reading.numbers import NumberReading
from bot.language.reading.text import fold, load_words
from bot.language.targets import Reading

# From where to where, and of what: the numbers of a sentence.


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that a sentence names. None and "" where it names none."""

    baseline: Decimal | None = None
    goal: Decimal | None = None
    unit: str = ""
    out_of: Decimal | None = None

    @property
    def counted(self) -> str:
        """The unit with its total, as it reads behind a number: "paragraphs", "out of 20", "points out of 20"."""
        total = f"out of {self.out_of.normalize():f}" if self.out_of is not None else ""
        return f"{self.unit} {total}".strip()


def numbers_of(reading: Reading, *, answers: bool = False, lang: str = "en") -> Numbers:
    """What the reader found, and what it leaves open in a bare "3 to 8".

    A single number is the goal. `answers`: it answers "from where to where?", so that "3 to 8" is a start and a goal.
    """
    said = reading.extracted
    found = Numbers(said.baseline, said.goal, said.unit, said.out_of)
    if not answers:
        return found
    ways = (one for one in find_numbers(reading.text, lang=lang) if _is_way(one, reading.text, lang))
    way = next((one for one in ways if found.goal in (None, one.value, one.high)), None)
    return replace(found, baseline=way.value, goal=way.high, unit=found.unit or way.unit) if way is not None else found


def _is_way(one: NumberReading, text: str, lang: str) -> bool:
    """Whether it has two ends that are no choice between two: "3 to 8", and not "2 or 3"."""
    choice: list[str] = load_words("bot.language", lang, "replies")["numbers"]["or"]
    return one.high is not None and set(choice).isdisjoint(fold(text[one.start : one.end]).split())


@dataclass(frozen=True, slots=True)
class When:
    """The time that a sentence names: a date; or tasks and periods without one (`open_ended`); or neither.

    `impossible`: it says by when, but no such day exists, or it may be more than one.
    """

    day: date | None = None
    impossible: bool = False
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What the probes added to a statement, each "" where its probe was not answered."""

    observable: str = ""
    measure: str = ""
    timeframe: str = ""


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What a date is read against. It stays the same all day, so that what was read can be kept."""

    today: date
    term_ends_on: date
    day_first: bool


def _calendar(frame: Frame) -> _Calendar:
    return _Calendar(frame.today, frame.term_ends_on, frame.day_first)


# Deriving the question looks at one sentence many times; reading it gives the same each time.
@lru_cache(maxsize=512)
def _read(sentence: str) -> Reading:
    return targets.read(sentence)


@lru_cache(maxsize=512)
def gaps(sentence: str) -> tuple[str, ...]:
    """What a target's wording leaves open, of "observable", "measure" and "timeframe", in the order to ask."""
    return tuple(gap.value for gap in targets.gaps(_read(sentence)))


@lru_cache(maxsize=512)
def numbers(sentence: str, *, answers: bool = False) -> Numbers:
    """From where to where, and of what. A single number is the goal. `answers`: it is the reply to just that."""
    return numbers_of(_read(sentence), answers=answers)


def when(sentence: str, frame: Frame) -> When:
    """By when."""
    return _when(sentence, _calendar(frame))


@lru_cache(maxsize=512)
def _when(sentence: str, calendar: _Calendar) -> When:
    reading = _read(sentence)
    due = reading.extracted.due
    found = read_date(sentence, calendar.today, day_first=calendar.day_first, term_end=calendar.term_ends_on, part=due)
    if isinstance(found, Found):
        return When(day=found.date)
    guess = bool(due) and isinstance(found, Unclear)  # without a "by when", days named elsewhere are no deadline
    return When(impossible=guess or isinstance(found, Impossible), open_ended=bool(reading.timeframes))


def suggest(statement: str, added: Added, frame: Frame) -> str | None:
    """One sentence from the statement and what the probes added; None where they added nothing to it."""
    return _suggest(statement, added, _calendar(frame))


@lru_cache(maxsize=512)
def _suggest(statement: str, added: Added, calendar: _Calendar) -> str | None:
    measured = numbers(added.measure, answers=True)
    due = _when(added.timeframe, calendar).day if added.timeframe else None
    action = _as_action(added.observable)
    plain = [
        action or statement,
        "" if action else added.observable,
        "" if measured.goal is not None else added.measure,
    ]
    suggested = targets.suggest_wording(
        _read(statement),
        observable=" – ".join(_bare(part) for part in plain if part),
        baseline=measured.baseline,
        goal=measured.goal,
        unit=measured.unit,
        out_of=measured.out_of,
        direction=_read(added.measure).extracted.direction,
        by_when=due or added.timeframe,
        day_first=calendar.day_first,
    )
    return suggested if suggested.casefold().strip(" .") != statement.casefold().strip(" .") else None


def _as_action(observable: str, lang: str = "en") -> str:
    """The reply where it is something that one does ("start each paragraph …"); "" where it is something else."""
    seen = _read(observable).observable
    words = load_words("bot.language", lang, "replies")["action"]
    if seen is None or seen.text.split()[0].casefold().endswith(tuple(words["endings"])):
        return ""
    lead = " ".join(fold(observable[: seen.start]).split())
    if lead in words["dropped"]:
        return observable[seen.start :]
    return observable if lead in words["leads"] else ""


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(" .,;:")


def thoughts(sentence: str, baseline: Decimal, goal: Decimal, due: date | None, frame: Frame) -> tuple[str, ...]:
    """Keys of what a kind reader would point out, the most important first."""
    return _thoughts(sentence, baseline, goal, due, _calendar(frame))


@lru_cache(maxsize=512)
def _thoughts(
    sentence: str, baseline: Decimal, goal: Decimal, due: date | None, calendar: _Calendar
) -> tuple[str, ...]:
    found = targets.coach(
        _read(sentence), baseline=baseline, goal=goal, due=due, ends_on=calendar.term_ends_on, today=calendar.today
    )
    return tuple(remark.key.value for remark in found)
