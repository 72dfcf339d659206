"""Planted in what somebody may be by whose account it is, and in what becomes of contracts when roles change."""

from collections.abc import Iterator
from unittest.mock import patch

from bot.activities import access
from bot.activities.teaching import use_cases as teaching
from bot.domain.classroom import Account, Belonging, belonging_of
from simulation.plan import Size
from tests.planted.plants import plant

SHORT = Size(students=2, weeks=2, trouble=25)


@plant("An account of another organisation passes for one of the workspace.",
       "nobody_of_elsewhere_holds_or_reads_anything", size=SHORT)  # fmt: skip
def strangers_pass_for_members() -> Iterator[None]:
    def ours(account: Account, workspace: str) -> Belonging:
        found = belonging_of(account, workspace)
        return Belonging.MEMBER if found is Belonging.OUTSIDE else found

    with patch("bot.slack.calls.belonging_of", ours):
        yield


@plant("Whoever teaches a class gets what its teachers get of their own contract, too.", "nobody_is_their_own_teacher",
       size=SHORT, first=211)  # fmt: skip
def their_own_teachers() -> Iterator[None]:
    with patch.object(access, "teachers_for", lambda uow, student, classroom: access.teachers_of(uow, classroom)):
        yield


@plant("A teacher who is taken out leaves their contracts behind.", "each_contract_has_a_teacher_who_is_there",
       size=SHORT)  # fmt: skip
def contracts_left_behind() -> Iterator[None]:
    with patch.object(teaching, "hand_over", lambda *given: None):
        yield
