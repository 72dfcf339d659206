"""Looking back: each side rates every success criterion and reflects; then both see both."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from bot.domain.actor import Refusal
from bot.domain.check_ins import Reply
from bot.domain.progress import Kept, kept
from bot.domain.terms import Criterion, Target, Terms

RATINGS = (1, 2, 3, 4)
"""From "not yet" to "fully"."""

CRITERIA_MOST = 60
"""So many are rated: a form with more is not filled in."""

REFLECTION_MOST = 1500
"""Characters."""

REMIND_AFTER = timedelta(days=3)
TELL_TEACHER_AFTER = timedelta(days=7)
"""Both counted from the end of the contract."""


def criteria_of(terms: Terms) -> tuple[tuple[int, Criterion], ...]:
    """(target, counted from 0; criterion), in the order in which ratings are given."""
    found = [(i, c) for i, target in enumerate(terms.targets) for c in target.criteria]
    return tuple(found[:CRITERIA_MOST])


def checked_ratings(terms: Terms, ratings: Mapping[int, int]) -> tuple[int, ...]:
    """The rating of each criterion, given by its place. Refusal where one is missing or is no rating."""
    found: list[int] = []
    for place in range(len(criteria_of(terms))):
        if ratings.get(place) not in RATINGS:
            raise Refusal("rate-each", field=rating_field(place))
        found.append(ratings[place])
    return tuple(found)


def rating_field(place: int) -> str:
    """The name of the input for the criterion at `place`."""
    return f"rating-{place}"


def checked_reflection(text: str, *, needed: bool) -> str:
    text = text.strip()
    if needed and not text:
        raise Refusal("empty", field="reflection")
    if len(text) > REFLECTION_MOST:
        raise Refusal("too-long", field="reflection", most=REFLECTION_MOST)
    return text


def final_field(target: int) -> str:
    """The name of the input for the final number of a target."""
    return f"final-{target}"


def wanted_numbers(terms: Terms, replies: Iterable[Reply], since: datetime) -> dict[int, Reply | None]:
    """The targets whose final number nobody is sure of: none that counts was said from `since` on, the beginning of the
    last day, or another waits for its yes. With the newest reply that has a number, where there is one."""
    said = sorted((r for r in replies if (r.value, r.waiting) != (None, None)), key=lambda r: (r.said_at, r.id))
    newest = {r.target: r for r in said}
    known = {r.target for r in said if r.waiting is None and (r.edited_at or r.said_at) >= since}
    return {i: newest.get(i) for i in range(len(terms.targets)) if i not in known}


def rates_kept(targets: Sequence[Target], replies: Iterable[Reply]) -> dict[int, Kept]:
    """For each target that is a rate, at how many of its numbers it was kept."""
    said: dict[int, list[Decimal | None]] = {}
    for reply in replies:
        if reply.value is not None:
            said.setdefault(reply.target, []).append(reply.value)
    return {i: kept(t, said[i]) for i, t in enumerate(targets) if t.measure.period and i in said}


def newest_values(replies: Iterable[Reply]) -> dict[int, Decimal]:
    """For each target the number that was said last."""
    said = sorted((r for r in replies if r.value is not None), key=lambda r: (r.said_at, r.id))
    return {r.target: r.value for r in said if r.value is not None}
