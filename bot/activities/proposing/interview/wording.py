"""The target in the student's own words, the probes that its wording leaves open, and a suggested wording."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from bot.activities.proposing.interview.draft import (
    Answer,
    Draft,
    InterviewStep,
    Read,
    Viewpoint,
    derived,
    drop,
    mark,
    put,
)
from bot.activities.proposing.interview.draft import targets as draft_targets
from bot.domain.actor import Refusal
from bot.domain.drafts import BLANK, blanks_in, filled, tidy
from bot.domain.interview import Frame
from bot.domain.terms import Direction
from bot.language import targets, typed
from bot.language.reading import FoundDate, Impossible, Unclear, find_numbers, read_date
from bot.language.reading.numbers import NumberReading, same_unit
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets import Reading

# What the wording of a target says and leaves open: all that the interview knows of reading sentences.


# From where to where, and of what: the numbers of a sentence.


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that a sentence names. None and "" where it names none."""

    baseline: Decimal | None = None
    goal: Decimal | None = None
    unit: str = ""
    out_of: Decimal | None = None
    period: str = ""
    currency: str = ""
    direction: Direction | None = None
    lang: str = "en"

    @property
    def counted(self) -> str:
        """The unit with its total and its period: "paragraphs", "points out of 20", "hours per day"."""
        return targets.unit_of(
            self.unit, out_of=self.out_of, currency=self.currency, period=self.period, lang=self.lang
        )


def numbers_of(reading: Reading, *, answers: bool = False, row: str = "", lang: str = "en") -> Numbers:
    """What the reader found, and what it leaves open in a bare "3 to 8".

    A single number is the goal. `answers`: it answers "from where to where?", so that "3 to 8" is a start and a goal.
    `row` names the grades of the class; those of a sentence are numbers, too: their places on that scale.
    """
    said = reading.extracted
    grades = targets.graded(reading.text, said, row, lang)
    if grades is not None:
        return Numbers(grades.baseline, grades.goal, grades.unit, direction=Direction.UP, lang=lang)
    found = Numbers(said.baseline, said.goal, said.unit, said.out_of, said.period, said.currency, said.direction, lang)
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
    lang: str


def _calendar(frame: Frame) -> _Calendar:
    return _Calendar(frame.today, frame.term_ends_on, frame.day_first, frame.lang)


# Deriving the question looks at one sentence many times; reading it gives the same each time.
@lru_cache(maxsize=512)
def _read(sentence: str, lang: str) -> Reading:
    return targets.read(sentence, lang)


@lru_cache(maxsize=512)
def gaps(sentence: str, lang: str = "en") -> tuple[str, ...]:
    """What to ask about a target's wording, of "observable", "measure" and "timeframe", in that order: what it leaves
    open, and what somebody would see where Accord is not sure of it."""
    return tuple(gap.value for gap in targets.to_ask(_read(sentence, lang), lang))


@lru_cache(maxsize=512)
def numbers(sentence: str, *, answers: bool = False, row: str = "", lang: str = "en") -> Numbers:
    """From where to where, and of what. A single number is the goal. `answers`: it is the reply to just that."""
    return numbers_of(_read(_unhedged(sentence, lang), lang), answers=answers, row=row, lang=lang)


def _unhedged(sentence: str, lang: str) -> str:
    """Without what only says that a number is a guess: "right now it is maybe 2"."""
    hedges = alternatives(load_words("bot.language", lang, "replies")["numbers"]["hedges"])
    return re.sub(rf"\b{hedges} (?=[0-9])", "", sentence, flags=re.IGNORECASE)


@lru_cache(maxsize=512)
def wants_less(sentence: str, lang: str = "en") -> bool:
    """Whether the words of a target want less, whatever its numbers: "make fewer mistakes"."""
    return _read(sentence, lang).extracted.less


def is_target(sentence: str, lang: str) -> bool:
    """Whether a whole sentence says what its student wants to reach, and how much: "I want to save £50 a month"."""
    wants = len(typed.sentences(sentence)) == 1 and typed.begins_with(sentence, "wants", lang)
    return wants and numbers(sentence, lang=lang).goal is not None and not gaps(sentence, lang).count("measure")


def when(sentence: str, frame: Frame) -> When:
    """By when."""
    return _when(sentence, _calendar(frame))


@lru_cache(maxsize=512)
def _when(sentence: str, calendar: _Calendar) -> When:
    reading = _read(sentence, calendar.lang)
    due = reading.extracted.due
    found = read_date(
        sentence,
        calendar.today,
        day_first=calendar.day_first,
        term_end=calendar.term_ends_on,
        part=due,
        lang=calendar.lang,
    )
    if isinstance(found, FoundDate):
        return When(day=found.date)
    guess = bool(due) and isinstance(found, Unclear)  # without a "by when", days named elsewhere are no deadline
    open_ended = bool(reading.timeframes) and "timeframe" not in gaps(sentence, calendar.lang)
    return When(impossible=guess or isinstance(found, Impossible), open_ended=open_ended)


def suggest(statement: str, added: Added, frame: Frame) -> str | None:
    """One sentence from the statement and what the probes added; None where they added nothing to it."""
    return _suggest(statement, added, _calendar(frame))


@lru_cache(maxsize=512)
def _suggest(statement: str, added: Added, calendar: _Calendar) -> str | None:
    lang = calendar.lang
    measured = numbers(added.measure, answers=True, lang=lang)
    due = _when(added.timeframe, calendar).day if added.timeframe else None
    action = _as_action(added.observable, lang)
    plain = [
        action or statement,
        "" if action else added.observable,
        "" if measured.goal is not None else added.measure,
    ]
    suggested = targets.suggest_wording(
        _read(statement, lang),
        observable=_joined([_bare(part) for part in plain if part], lang),
        baseline=measured.baseline,
        goal=measured.goal,
        unit=measured.unit,
        out_of=measured.out_of,
        period=measured.period,
        currency=measured.currency,
        direction=_read(added.measure, lang).extracted.direction,
        by_when=due or added.timeframe,
        today=calendar.today,
        day_first=calendar.day_first,
        lang=lang,
    )
    return suggested if suggested and suggested.casefold().strip(" .") != statement.casefold().strip(" .") else None


def _as_action(observable: str, lang: str) -> str:
    """The reply where it is something that one does ("start each paragraph …"); "" where it is something else."""
    seen = _read(observable, lang).observable
    words = load_words("bot.language", lang, "replies")["action"]
    if seen is None or seen.text.split()[0].casefold().endswith(tuple(words["endings"])):
        return ""
    lead = " ".join(fold(observable[: seen.start]).split())
    if lead in words["dropped"]:
        return observable[seen.start :]
    return observable if lead in words["leads"] else ""


def _joined(parts: list[str], lang: str) -> str:
    """The parts beside each other; one that goes on with the part before is written on: "recite it without notes"."""
    on = load_words("bot.language", lang, "replies")["action"]["on"]
    return "".join((" " if part.casefold().split()[0] in on else " – ") + part for part in parts).removeprefix(" – ")


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
        _read(sentence, calendar.lang),
        baseline=baseline,
        goal=goal,
        due=due,
        ends_on=calendar.term_ends_on,
        today=calendar.today,
        lang=calendar.lang,
    )
    return tuple(remark.key.value for remark in found)


# A draft target that the student chose to start from: at hand where the statement is asked, answering nothing.


NAME = "idea"
_BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+(?:out of|of|and|in)\s+")
_FILLING_MOST = 30
_SENTENCE_LEAST = 4
"""Words from which on a reply is a whole sentence and not a filling."""


def bring(draft: Draft, frame: Frame, text: str, feedback: int) -> Draft:
    """The draft with an idea for its newest target; a statement that says something else is asked again."""
    number = draft_targets(Viewpoint(draft, frame))
    with_idea = put(draft, f"{number}.{NAME}", Answer(str(feedback), text))
    standing = draft.get(f"{number}.statement")
    if standing is None or standing.value == text:
        return with_idea
    return mark(with_idea, f"{number}.statement", open=True)


def idea(place: Viewpoint) -> str:
    """The wording of the idea; "" where there is none."""
    return place.mine(NAME) or ""


def source(place: Viewpoint) -> int:
    """The feedback that the idea came from; 0 where there is none."""
    found = place.draft.get(f"{place.target}.{NAME}")
    return int(found.raw) if found is not None else 0


def options(place: Viewpoint) -> tuple[str, ...]:
    return ("take",) if idea(place) else ()


def pick(option: str, place: Viewpoint) -> str:
    return idea(place)


def has_blanks(place: Viewpoint) -> bool:
    return blanks_in(place.mine("statement") or "") > 0


def read_filling(text: str, place: Viewpoint) -> str:
    """The statement with its open places filled: from as many fillings, or from the whole sentence typed again.

    Raises Refusal: blanks-left, and those of `typed.words`.
    """
    statement = place.mine("statement") or ""
    said, most = typed.words(text), blanks_in(statement)
    for fillings in (_parts(said), _numbers(said, place.frame.lang)):
        if len(fillings) == most:
            return tidy(filled(statement, fillings))
    if len(said.split()) < _SENTENCE_LEAST or BLANK in said:
        raise Refusal("blanks-left", count=most)
    return tidy(said)


def _parts(text: str) -> list[str]:
    parts = [part.strip(" .") for part in _BETWEEN.split(text)]
    short = all(part and len(part) <= _FILLING_MOST and len(part.split()) < _SENTENCE_LEAST for part in parts)
    return parts if short and not any(BLANK in part for part in parts) else []


def _numbers(text: str, lang: str) -> list[str]:
    found = [n for reading in find_numbers(text, lang=lang) for n in (reading.value, reading.out_of) if n is not None]
    return [typed.decimal_text(n) for n in found]


STATEMENT_MOST = 500
NUMBERS = ("baseline", "goal", "unit")


def _first(place: Viewpoint) -> str:
    """What the student typed first, or took up and completed; "" before."""
    return (place.mine("blanks") if has_blanks(place) else None) or place.mine("statement") or ""


@derived
def original(place: Viewpoint) -> str:
    """The same; of two aims, the one that is this target's."""
    sentence, chosen = _first(place), place.mine("aims")
    both = aims(sentence, place.frame.lang) if chosen else None
    return both[chosen == "second"] if both and chosen != "one" else sentence


@derived
def statement(place: Viewpoint) -> str:
    """The wording as it stands now: the one that the student settled on, else the one typed first."""
    settled = place.mine("wording") if suggestion(place) is not None else None
    return settled or original(place)


@lru_cache(maxsize=512)
def aims(sentence: str, lang: str = "en") -> tuple[str, str] | None:
    """The two aims of one sentence, where it has two."""
    return targets.two_aims(sentence, lang)


def _has_two(place: Viewpoint) -> bool:
    return aims(_first(place), place.frame.lang) is not None


def _aim_options(place: Viewpoint) -> tuple[str, ...]:
    return ("two", "one") if place.target < place.frame.most_targets else ("one", "first", "second")


def _read_aims(text: str, place: Viewpoint) -> str:
    named = typed.choice(typed.words(text), "aims", place.frame.lang)
    if named not in _aim_options(place):
        raise Refusal("which-aim")
    return str(named)


def _follow_aims(value: str, place: Viewpoint) -> Draft:
    """Two aims are two targets: the second one begins with its half of the sentence."""
    both, following = aims(_first(place), place.frame.lang), f"{place.target + 1}.statement"
    if value != "two" or both is None or following in place.draft:
        return place.draft
    draft = put(place.draft, f"{place.target}.more", Answer("yes", "yes"))
    return put(draft, following, Answer(both[1], both[1]))


def leaves_open(place: Viewpoint, gap: str) -> bool:
    sentence = original(place)
    return bool(sentence) and gap in gaps(sentence, place.frame.lang)


def is_measured(place: Viewpoint) -> bool:
    """Whether what somebody would see says how much already: "do 3 worksheets a week"."""
    seen, lang = place.typed("observable"), place.frame.lang
    return bool(seen) and "measure" not in gaps(seen, lang) and numbers(seen, lang=lang).goal is not None


@derived
def dated_with_amount(place: Viewpoint) -> str:
    """The answer about how much, or about what somebody would see, where it says by when, too: "30 pages a day by
    friday"; "" where neither does."""
    told = (place.typed(name) for name in ("measure", "observable"))
    return next((text for text in told if text and when(text, place.frame).day is not None), "")


@derived
def suggestion(place: Viewpoint) -> str | None:
    """The statement with what the probes added; None where they added nothing."""
    sentence = original(place)
    if not sentence:
        return None
    lang = place.frame.lang
    added = Added(**{gap: place.typed(gap) for gap in gaps(sentence, lang)})
    if "timeframe" in gaps(sentence, lang) and f"{place.target}.timeframe" not in place.draft:
        added = replace(added, timeframe=dated_with_amount(place))
    if is_measured(place) and _only_measures(added.observable, lang):
        added = replace(added, observable="", measure=added.observable)
    if typed.renews(added.measure, lang) and (renewed := renumbered(sentence, added.measure, lang)):
        sentence, added = renewed, replace(added, measure="")
        if added == Added():
            return sentence
    if added == Added():
        return None
    suggested = suggest(sentence, added, place.frame)
    return suggested if suggested and len(suggested) <= STATEMENT_MOST and not blanks_in(suggested) else None


def renumbered(sentence: str, said: str, lang: str) -> str:
    """The sentence with the number that a student changed their mind about; "" where it has none of that kind."""
    new = next(iter(find_numbers(said, lang=lang)), None)
    there = [one for one in find_numbers(sentence, lang=lang) if new and same_unit(one.unit, new.unit)]
    if new is None or not there:
        return ""
    old = there[0]
    number = re.search(r"[0-9]+(?:[.,][0-9]+)?", sentence[old.start : old.end])
    if number is None:
        return ""
    start, end = old.start + number.start(), old.start + number.end()
    return sentence[:start] + typed.decimal_text(new.value) + sentence[end:]


def _only_measures(seen: str, lang: str) -> bool:
    """Whether it says how much, and nothing that one does: "max once a week"."""
    return seen[:1].isdigit() or typed.begins_with(seen, "amounts", lang)


@derived
def own(place: Viewpoint) -> bool:
    """Whether the student typed a wording of their own instead of taking or keeping one."""
    settled = place.mine("wording")
    return settled is not None and settled not in (suggestion(place), original(place))


def reworded(place: Viewpoint, sentence: str | None) -> Draft:
    """The draft with this sentence where the wording stands now; None leaves it as it is."""
    if sentence is None:
        return place.draft
    settled = place.mine("wording") is not None and suggestion(place) is not None
    name = "wording" if settled else "blanks" if has_blanks(place) else "statement"
    return mark(place.draft, f"{place.target}.{name}", raw=sentence, value=sentence)


def _text(most: int) -> Read:
    return lambda text, place: typed.words(text, most)


def offered(place: Viewpoint) -> str:
    """A wording that the student typed and was asked about; "" where there is none."""
    return place.offered("wording") if suggestion(place) is not None else ""


def before_it(place: Viewpoint) -> str:
    """The wording that an offered one would take the place of: the one that stands, else the one suggested."""
    return place.mine("wording") or suggestion(place) or original(place)


def _options(place: Viewpoint) -> tuple[str, ...]:
    return ("instead", "before") if offered(place) else ("take", "keep")


def _settle(option: str, place: Viewpoint) -> str:
    if option == "instead":
        return offered(place)
    if option == "before":
        return before_it(place)
    return (suggestion(place) or original(place)) if option == "take" else original(place)


def _named(text: str, place: Viewpoint) -> str | None:
    """The button that a typed reply names. Once a new wording was shown back, a yes is about that one."""
    option = typed.choice(text, "instead", place.frame.lang) if offered(place) else None
    option = option or typed.choice(text, "wording", place.frame.lang)
    return "instead" if option == "take" and offered(place) else option


def _settle_typed(text: str, place: Viewpoint) -> str:
    """A whole sentence is a wording of the student's own; "take it" and "keep mine" are the buttons."""
    option = _named(text, place)
    if option is not None:
        return _settle(option, place)
    sentence = typed.words(text, STATEMENT_MOST)
    if " " not in sentence:
        raise Refusal("wording-is-one-word")
    if blanks_in(sentence):
        raise Refusal("blanks-left", count=blanks_in(sentence))
    if targets.leans_on_another(_read(sentence, place.frame.lang), place.frame.lang):
        raise Refusal("wording-is-a-part")
    return sentence


def _is_new(value: str, place: Viewpoint) -> bool:
    """Whether a sentence is none that was shown as the target, or to choose from."""
    return value not in (offered(place), before_it(place), suggestion(place), original(place))


def _follow_wording(value: str, place: Viewpoint) -> Draft:
    """A day that the wording names takes the place of another one that was answered before."""
    answered, named = place.mine("timeframe"), when(value, place.frame).day
    if answered is None or named is None or named.isoformat() == answered:
        return place.draft
    return drop(place.draft, f"{place.target}.timeframe")


STATEMENT = InterviewStep(
    "statement",
    3,
    _text(STATEMENT_MOST),
    per_target=True,
    options=options,
    pick=pick,
    drops=("blanks", "aims", "observable", "measure", "wording"),
    doubts=("timeframe", *NUMBERS),
)
BLANKS = InterviewStep(
    "blanks",
    3,
    read_filling,
    per_target=True,
    applies=has_blanks,
    drops=("observable", "measure", "wording"),
    doubts=("timeframe", *NUMBERS),
)
AIMS = InterviewStep(
    "aims",
    3,
    _read_aims,
    per_target=True,
    applies=_has_two,
    options=_aim_options,
    named_by=("aims",),
    follow=_follow_aims,
    drops=("observable", "measure", "wording"),
    doubts=("timeframe", *NUMBERS),
)
OBSERVABLE = InterviewStep(
    "observable",
    3,
    _text(STATEMENT_MOST),
    per_target=True,
    optional=True,
    applies=lambda place: leaves_open(place, "observable"),
    doubts=("wording",),
)
MEASURE = InterviewStep(
    "measure",
    3,
    _text(STATEMENT_MOST),
    per_target=True,
    optional=True,
    applies=lambda place: leaves_open(place, "measure") and not is_measured(place),
    doubts=("wording", *NUMBERS),
)
WORDING = InterviewStep(
    "wording",
    3,
    _settle_typed,
    per_target=True,
    applies=lambda place: suggestion(place) is not None,
    options=_options,
    pick=_settle,
    named_by=("wording", "instead"),
    offers=_is_new,
    follow=_follow_wording,
    doubts=NUMBERS,
)
