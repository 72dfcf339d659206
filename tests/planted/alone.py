"""Planted in what somebody agreed with themselves, and in what a whole class is asked."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from bot.activities.lesson import ticket
from bot.activities.oneself import messages
from bot.activities.oneself import use_cases as oneself
from bot.domain import inventory, lessons, surveys
from handlers import oneself as presses
from handlers.context import on_one
from simulation.plan import Size
from tests.planted.plants import plant

SHORT = Size(students=2, weeks=1, trouble=5)


@plant("Teachers see what somebody agrees with themselves as soon as it is signed.",
       "what_is_with_oneself_is_nobody_elses", size=SHORT, first=1)  # fmt: skip
def shared_by_being_signed() -> Iterator[None]:
    sign = oneself.sign

    def and_share(uow: Any, actor: Any, contract: int) -> None:
        sign(uow, actor, contract)
        oneself.share(uow, actor, contract)

    pressed = on_one(and_share)
    with patch.dict(presses.ROUTES.presses, {messages.SIGN: pressed}):
        yield


@plant("What a student keeps again stays where teachers saw it.", "what_is_kept_again_is_gone", size=SHORT, first=3)
def kept_again_and_still_there() -> Iterator[None]:
    save = oneself._save

    def silently(uow: Any, before: Any, after: Any) -> None:
        if before.shared_at is not None and after.shared_at is None:
            uow.self_contracts.save(after)
        else:
            save(uow, before, after)

    with patch.object(oneself, "_save", silently):
        yield


@plant("A class of which two have answered is told of as a whole.", "a_class_is_told_of_from_five_on",
       size=SHORT, first=2)  # fmt: skip
def told_of_two() -> Iterator[None]:
    with ExitStack() as stack:
        for rules in (lessons, inventory, surveys):
            stack.enter_context(patch.object(rules, "TOGETHER", 2))
        yield


@plant("Who answers an exit ticket counts twice.", "a_class_is_told_of_from_five_on", size=SHORT, first=9)
def counted_twice() -> Iterator[None]:
    results_of = lessons.results_of

    def twice(answers: Any) -> Any:
        return results_of([*answers, *answers])

    with patch.object(ticket, "results_of", twice):
        yield


@plant("An exit ticket is quoted whatever its student ticked.", "words_of_a_class_are_told_with_a_yes",
       size=SHORT, first=9)  # fmt: skip
def quoted_without_a_yes() -> Iterator[None]:
    results_of = lessons.results_of

    def all_of_them(answers: Any) -> Any:
        return results_of([replace(one, quotes=True) for one in answers])

    with patch.object(ticket, "results_of", all_of_them):
        yield
