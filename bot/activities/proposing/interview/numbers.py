"""Baseline, goal and unit: taken from what was said already, and asked for where it says nothing."""

from dataclasses import replace
from decimal import Decimal

from bot.activities.proposing.interview import coaching, wording
from bot.activities.proposing.interview.coaching import Numbers
from bot.activities.proposing.interview.draft import Draft, Follow, Place, Read, Step, derived
from bot.domain.actor import Refusal
from bot.domain.seen import clean
from bot.language import counts, typed
from bot.language.agreement import Against, Figures, contradictions, refuse, with_number


@derived
def said(place: Place) -> Numbers:
    """What the answer about the measure and the wording say; the newer goes first, and the other adds a unit."""
    found = [coaching.numbers(place.mine("measure") or "", answers=True), coaching.numbers(wording.statement(place))]
    if wording.own(place):
        found.reverse()
    first, second = found
    if first.goal is None and first.baseline is None:
        return second
    return replace(first, unit=first.unit or second.unit, out_of=first.out_of or second.out_of)


def baseline(place: Place) -> Decimal | None:
    return _number(place.mine("baseline") or _said_baseline(place))


def goal(place: Place) -> Decimal | None:
    return _number(place.mine("goal") or _said_goal(place))


def unit(place: Place) -> str:
    """What is counted: as answered, or as it stands beside a number; "out of 20" for "14/20"."""
    return place.mine("unit") or _said_unit(place) or ""


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None


def _usable(value: Decimal | None, place: Place) -> str | None:
    if value is None or abs(value) > typed.NUMBER_MOST or not counts.may_be(value, said(place).unit):
        return None
    return typed.decimal_text(value)


def _said_baseline(place: Place) -> str | None:
    return _usable(said(place).baseline, place)


def _said_goal(place: Place) -> str | None:
    return _usable(said(place).goal, place)


def _said_unit(place: Place) -> str | None:
    found = said(place).counted or next(filter(None, (_unit_in(place.typed(n)) for n in ("baseline", "goal"))), "")
    return found[: typed.SHORT_MOST] or None


def _unit_in(text: str) -> str:
    try:
        found = counts.number(text)
    except Refusal:
        return ""
    return found.unit or (f"out of {typed.decimal_text(found.out_of)}" if found.out_of is not None else "")


def _reads(other: str) -> Read:
    """Reads a number of what is counted, which not this answer but everything else says."""

    def read(text: str, place: Place) -> str:
        standing = place.draft.get(f"{place.target}.unit")
        if standing is not None and standing.open:  # it is asked anew, together with this number
            return typed.decimal_text(counts.number(text).value)
        of = place.mine("unit") or said(place).counted or _unit_in(place.typed(other))
        return typed.decimal_text(counts.number(text, of).value)

    return read


def _check_baseline(value: str, place: Place) -> None:
    _check_agrees("baseline", value, place)


def _check_goal(value: str, place: Place) -> None:
    if Decimal(value) == baseline(place):
        raise Refusal("goal-is-baseline")
    _check_agrees("goal", value, place)


def _check_agrees(name: str, value: str, place: Place) -> None:
    """Raise Refusal for a number that is not the one in the sentence; while the unit is asked too, any may be."""
    if not _is_open(place, "unit"):
        refuse(_against(place, name, _figures(place, name, value)))


def _against(place: Place, name: str, figures: Figures) -> Against | None:
    found = contradictions(wording.statement(place), figures)
    return next((one for one in found if one.field == name), None)


def _figures(place: Place, name: str, value: str) -> Figures:
    """The numbers as they are with this answer. When it is due is another question."""
    said = {"baseline": baseline(place), "goal": goal(place), "unit": unit(place)}
    said[name] = value if name == "unit" else Decimal(value)
    return Figures(**said, due_on=None)  # type: ignore[arg-type]


def _is_open(place: Place, name: str) -> bool:
    standing = place.draft.get(f"{place.target}.{name}")
    return standing is not None and standing.open


def _follows(name: str) -> Follow:
    """The wording says the numbers as soon as all that were asked together are known."""

    def follow(value: str, place: Place) -> Draft:
        if name != "unit" and _is_open(place, "unit"):
            return place.draft
        for number in ("baseline", "goal"):
            figures = _figures(place, name, value)
            against, stands = _against(place, number, figures), getattr(figures, number)
            if against is not None and isinstance(against.said, Decimal):
                sentence = with_number(wording.statement(place), number, against.said, stands)
                place = replace(place, draft=wording.reworded(place, sentence))
        return place.draft

    return follow


def _read_unit(text: str, place: Place) -> str:
    if clean(text) == "%":
        return "%"
    return typed.words(text, typed.SHORT_MOST)


BASELINE = Step(
    "baseline",
    4,
    _reads(other="goal"),
    per_target=True,
    implied=_said_baseline,
    check=_check_baseline,
    follow=_follows("baseline"),
)
GOAL = Step(
    "goal",
    4,
    _reads(other="baseline"),
    per_target=True,
    implied=_said_goal,
    check=_check_goal,
    follow=_follows("goal"),
)
UNIT = Step("unit", 4, _read_unit, per_target=True, implied=_said_unit, follow=_follows("unit"))
