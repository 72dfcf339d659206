"""Planted in what leaves for a language model."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from bot.activities.drafting import use_cases as drafting
from bot.activities.privacy import erasing
from bot.domain.classroom import Person
from bot.llm.checks import Hiding
from simulation.plan import Size
from storage.privacy import person as privacy_person
from tests.planted.plants import plant

SHORT = Size(students=2, weeks=1, trouble=25)

NOBODY = "the_model_knows_nobody"


@plant("What the teacher wrote leaves as it is.", NOBODY, size=SHORT, model=True)
def masking_removed() -> Iterator[None]:
    with patch.object(Hiding, "hide", lambda self, text: text):
        yield


@plant("Names are hidden by their shape alone: nobody says who is in the class.", NOBODY, size=SHORT, model=True)
def names_not_known_to_the_masking() -> Iterator[None]:
    material = drafting.material

    def nameless(*given: Any, **more: Any) -> Any:
        found = material(*given, **more)
        return replace(found, names=(), handles=(), ids=()) if found is not None else None

    with patch.object(drafting, "material", nameless):
        yield


@plant("Only the shown names are known to the masking.", NOBODY, size=SHORT, model=True)
def other_names_not_known_to_the_masking() -> Iterator[None]:
    with patch.object(Person, "names", property(lambda person: (person.name,))):
        yield


@plant("A handle is hidden only with its sign.", NOBODY, size=SHORT, model=True)
def handles_not_known_to_the_masking() -> Iterator[None]:
    material = drafting.material

    def without_handles(*given: Any, **more: Any) -> Any:
        found = material(*given, **more)
        return replace(found, handles=()) if found is not None else None

    with patch.object(drafting, "material", without_handles):
        yield


@plant("Nobody waits for an answer that comes too late, and nobody is told.", "drafts_come_to_an_end", model=True)
def failed_drafting_never_ends() -> Iterator[None]:
    answered = drafting.answered

    def only_good_ones(uow: Any, actor: Any, feedback: int, texts: Any) -> None:
        if texts:
            answered(uow, actor, feedback, texts)

    with patch.object(drafting, "answered", only_good_ones):
        yield


@plant("A part of a name alone is nobody's.", test="tests/integration/privacy/test_spellings.py")
def erasing_knows_whole_names_alone() -> Iterator[None]:
    with patch.object(erasing, "told_apart", lambda names, others: tuple(names)):
        yield


@plant(
    "Names are taken out of the words of the program, too.",
    test="tests/integration/privacy/test_spellings.py::"
    "test_what_others_are_called_and_what_the_program_calls_things_stays",
)
def keys_are_searched_for_names() -> Iterator[None]:
    with patch.object(privacy_person, "WEEKDAYS", ()):
        yield
