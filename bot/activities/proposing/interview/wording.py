"""The target in the student's own words, the probes that its wording leaves open, and a suggested wording."""

from bot.activities.proposing.interview import coaching, ideas
from bot.activities.proposing.interview.draft import Draft, drop, mark
from bot.activities.proposing.interview.step import Place, Read, Step, derived
from bot.domain.drafts.blanks import blanks_in
from bot.domain.errors import Refusal
from bot.language import typed

STATEMENT_MOST = 500
NUMBERS = ("baseline", "goal", "unit")


@derived
def original(place: Place) -> str:
    """What the student typed first, or took up and completed; "" before."""
    return (place.mine("blanks") if ideas.has_blanks(place) else None) or place.mine("statement") or ""


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
    name = "wording" if settled else "blanks" if ideas.has_blanks(place) else "statement"
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
    options=ideas.options,
    pick=ideas.pick,
    drops=("blanks", "observable", "measure", "wording"),
    doubts=("timeframe", *NUMBERS),
)
BLANKS = Step(
    "blanks",
    3,
    ideas.read_filling,
    per_target=True,
    applies=ideas.has_blanks,
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
