"""The target in the student's own words, the probes that its wording leaves open, and a suggested wording."""

import re

from bot.activities.proposing.interview import coaching
from bot.activities.proposing.interview.draft import Answer, Draft, Place, Read, Step, derived, drop, mark, put, targets
from bot.domain.actor import Refusal
from bot.domain.drafts.blanks import BLANK, blanks_in, filled, tidy
from bot.domain.interview import Frame
from bot.language import typed
from bot.language.reading import find_numbers

# A draft target that the student chose to start from: at hand where the statement is asked, answering nothing.


NAME = "idea"
_BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+(?:out of|of|and|in)\s+")
_FILLING_MOST = 30
_SENTENCE_LEAST = 4
"""Words from which on a reply is a whole sentence and not a filling."""


def bring(draft: Draft, frame: Frame, text: str, feedback: int) -> Draft:
    """The draft with an idea for its newest target; a statement that says something else is asked again."""
    number = targets(Place(draft, frame))
    with_idea = put(draft, f"{number}.{NAME}", Answer(str(feedback), text))
    standing = draft.get(f"{number}.statement")
    if standing is None or standing.value == text:
        return with_idea
    return mark(with_idea, f"{number}.statement", open=True)


def idea(place: Place) -> str:
    """The wording of the idea; "" where there is none."""
    return place.mine(NAME) or ""


def source(place: Place) -> int:
    """The feedback that the idea came from; 0 where there is none."""
    found = place.draft.get(f"{place.target}.{NAME}")
    return int(found.raw) if found is not None else 0


def options(place: Place) -> tuple[str, ...]:
    return ("take",) if idea(place) else ()


def pick(option: str, place: Place) -> str:
    return idea(place)


def has_blanks(place: Place) -> bool:
    return blanks_in(place.mine("statement") or "") > 0


def read_filling(text: str, place: Place) -> str:
    """The statement with its open places filled: from as many fillings, or from the whole sentence typed again.

    Raises Refusal: blanks-left, and those of `typed.words`.
    """
    statement = place.mine("statement") or ""
    said, most = typed.words(text), blanks_in(statement)
    for fillings in (_parts(said), _numbers(said)):
        if len(fillings) == most:
            return tidy(filled(statement, fillings))
    if len(said.split()) < _SENTENCE_LEAST or BLANK in said:
        raise Refusal("blanks-left", count=most)
    return tidy(said)


def _parts(text: str) -> list[str]:
    parts = [part.strip(" .") for part in _BETWEEN.split(text)]
    short = all(part and len(part) <= _FILLING_MOST and len(part.split()) < _SENTENCE_LEAST for part in parts)
    return parts if short and not any(BLANK in part for part in parts) else []


def _numbers(text: str) -> list[str]:
    found = [n for reading in find_numbers(text) for n in (reading.value, reading.out_of) if n is not None]
    return [typed.decimal_text(n) for n in found]


STATEMENT_MOST = 500
NUMBERS = ("baseline", "goal", "unit")


@derived
def original(place: Place) -> str:
    """What the student typed first, or took up and completed; "" before."""
    return (place.mine("blanks") if has_blanks(place) else None) or place.mine("statement") or ""


@derived
def statement(place: Place) -> str:
    """The wording as it stands now: the one that the student settled on, else the one typed first."""
    settled = place.mine("wording") if suggestion(place) is not None else None
    return settled or original(place)


def leaves_open(place: Place, gap: str) -> bool:
    sentence = original(place)
    return bool(sentence) and gap in coaching.gaps(sentence)


@derived
def suggestion(place: Place) -> str | None:
    """The statement with what the probes added; None where they added nothing."""
    sentence = original(place)
    if not sentence:
        return None
    added = coaching.Added(**{gap: place.typed(gap) for gap in coaching.gaps(sentence)})
    if added == coaching.Added():
        return None
    suggested = coaching.suggest(sentence, added, place.frame)
    return suggested if suggested and len(suggested) <= STATEMENT_MOST and not blanks_in(suggested) else None


@derived
def own(place: Place) -> bool:
    """Whether the student typed a wording of their own instead of taking or keeping one."""
    settled = place.mine("wording")
    return settled is not None and settled not in (suggestion(place), original(place))


def reworded(place: Place, sentence: str | None) -> Draft:
    """The draft with this sentence where the wording stands now; None leaves it as it is."""
    if sentence is None:
        return place.draft
    settled = place.mine("wording") is not None and suggestion(place) is not None
    name = "wording" if settled else "blanks" if has_blanks(place) else "statement"
    return mark(place.draft, f"{place.target}.{name}", raw=sentence, value=sentence)


def _text(most: int) -> Read:
    return lambda text, place: typed.words(text, most)


def offered(place: Place) -> str:
    """A wording that the student typed and was asked about; "" where there is none."""
    return place.offered("wording") if suggestion(place) is not None else ""


def before_it(place: Place) -> str:
    """The wording that an offered one would take the place of: the one that stands, else the one suggested."""
    return place.mine("wording") or suggestion(place) or original(place)


def _options(place: Place) -> tuple[str, ...]:
    return ("instead", "before") if offered(place) else ("take", "keep")


def _settle(option: str, place: Place) -> str:
    if option == "instead":
        return offered(place)
    if option == "before":
        return before_it(place)
    return (suggestion(place) or original(place)) if option == "take" else original(place)


def _named(text: str, place: Place) -> str | None:
    """The button that a typed reply names. Once a new wording was shown back, a yes is about that one."""
    option = typed.choice(text, "instead") if offered(place) else None
    option = option or typed.choice(text, "wording")
    return "instead" if option == "take" and offered(place) else option


def _settle_typed(text: str, place: Place) -> str:
    """A whole sentence is a wording of the student's own; "take it" and "keep mine" are the buttons."""
    option = _named(text, place)
    if option is not None:
        return _settle(option, place)
    sentence = typed.words(text, STATEMENT_MOST)
    if " " not in sentence:
        raise Refusal("wording-is-one-word")
    if blanks_in(sentence):
        raise Refusal("blanks-left", count=blanks_in(sentence))
    return sentence


def _is_new(value: str, place: Place) -> bool:
    """Whether a sentence is none that was shown as the target, or to choose from."""
    return value not in (offered(place), before_it(place), suggestion(place), original(place))


def _follow_wording(value: str, place: Place) -> Draft:
    """A day that the wording names takes the place of another one that was answered before."""
    answered, named = place.mine("timeframe"), coaching.when(value, place.frame).day
    if answered is None or named is None or named.isoformat() == answered:
        return place.draft
    return drop(place.draft, f"{place.target}.timeframe")


STATEMENT = Step(
    "statement",
    3,
    _text(STATEMENT_MOST),
    per_target=True,
    options=options,
    pick=pick,
    drops=("blanks", "observable", "measure", "wording"),
    doubts=("timeframe", *NUMBERS),
)
BLANKS = Step(
    "blanks",
    3,
    read_filling,
    per_target=True,
    applies=has_blanks,
    drops=("observable", "measure", "wording"),
    doubts=("timeframe", *NUMBERS),
)
OBSERVABLE = Step(
    "observable",
    3,
    _text(STATEMENT_MOST),
    per_target=True,
    optional=True,
    applies=lambda place: leaves_open(place, "observable"),
    doubts=("wording",),
)
MEASURE = Step(
    "measure",
    3,
    _text(STATEMENT_MOST),
    per_target=True,
    optional=True,
    applies=lambda place: leaves_open(place, "measure"),
    doubts=("wording", *NUMBERS),
)
WORDING = Step(
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
