"""How many signs of success a student met, where their class wants such a line: of the contracts that both looked back
at, when the student had read beforehand that it is counted. Nobody is compared with anybody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.domain.actor import Side
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract, Status
from bot.domain.grading import Rated, SignsMet, signs_met
from storage.unit_of_work import UnitOfWork


def by_student(uow: UnitOfWork, room: Classroom, contracts: Iterable[Contract]) -> Mapping[str, SignsMet]:
    """Of these contracts of a class, by user id; {} where the class does not want it."""
    rated: dict[str, list[Rated]] = defaultdict(list)
    for contract in contracts if room.counts_signs else ():
        found = _rated(uow, contract) if contract.status is Status.COMPLETED else None
        if found is not None:
            rated[contract.student].append(found)
    return {student: signs_met(those) for student, those in rated.items()}


def _rated(uow: UnitOfWork, contract: Contract) -> Rated | None:
    sides = {Side(one.side): one for one in uow.assessments.of_contract(contract.id)}
    students, teachers = sides.get(Side.STUDENT), sides.get(Side.TEACHER)
    if students is None or teachers is None or not students.counts_signs:
        return None
    return students.ratings, teachers.ratings
