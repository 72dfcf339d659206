"""Which signs of success are the same in several classes: those of the shipped templates, and the standards that a
class serves. What somebody here wrote for themselves is none: a school is told nobody's words.

Of their wording a name is kept that says nothing; the words come from where they are everybody's.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache

from bot.domain.actor import Side
from bot.domain.chosen import folded
from bot.domain.contract import Contract, Status
from bot.domain.grading import MET
from bot.domain.look_back import UNRATED, criteria_of
from bot.domain.school_signs import SchoolSign
from bot.domain.terms import Criterion, ServedStandard, Target
from bot.language.templates import templates_of
from prompts.words import COPY, spoken
from storage.unit_of_work import UnitOfWork


def rated_in(uow: UnitOfWork, contract: Contract) -> tuple[SchoolSign, ...]:
    """By the teacher, once both have looked back; how the student rated is counted nowhere."""
    if contract.status is not Status.COMPLETED:
        return ()
    rated = uow.assessments.of(contract.id, Side.TEACHER)
    terms = contract.in_force.terms
    places = zip(criteria_of(terms), rated.ratings if rated is not None else (), strict=False)
    return tuple(
        SchoolSign(same, contract.student, contract.classroom, rated.user, rating == MET)
        for (target, criterion), rating in places
        if rating != UNRATED and rated is not None
        for same in _named(terms.targets[target], criterion)
    )


def _named(target: Target, criterion: Criterion) -> Iterable[str]:
    if (sign := name_of(criterion.text)) in _shipped():
        yield sign
    yield from (name_of(_words(standard)) for standard in target.standards)


def words_of(uow: UnitOfWork, signs: Mapping[str, tuple[int, ...]]) -> list[tuple[str, tuple[int, ...]]]:
    """Each sign in its words, by those; of a standard that no class has any more nothing is said."""
    if not signs:
        return []
    known = {**{name_of(_words(one.served)): _words(one.served) for one in uow.standards.all()}, **_shipped()}
    return sorted((known[same], shares) for same, shares in signs.items() if same in known)


def name_of(text: str) -> str:
    """The same for the same words, whatever their case and signs."""
    return hashlib.sha256(folded(text).encode()).hexdigest()[:12]


def _words(standard: ServedStandard) -> str:
    return f"{standard.code}: {standard.statement}" if standard.code else standard.statement


@cache
def _shipped() -> Mapping[str, str]:
    texts = (text for lang in sorted(spoken(COPY)) for one in templates_of(lang) for text in one.criteria)
    return {name_of(text): text for text in texts}
