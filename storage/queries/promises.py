"""When what teachers promised is due, and what became of it."""

from bot.domain.promises import Promise, PromiseState
from storage.repository import Repository
from storage.tables.promises import PromiseRow


class Promises(Repository[Promise]):
    row = PromiseRow
    kind = Promise
    whole_by = ("contract",)

    def of_contract(self, contract: int) -> list[Promise]:
        return self._all(contract=contract)

    def planned(self) -> list[Promise]:
        return self._all(state=PromiseState.PLANNED.value)

    def asked_on(self, teacher: str, day: str) -> list[Promise]:
        """Those of the message that a teacher had on this day."""
        return self._all(teacher=teacher, asked_on=day)
