"""Rounds in which a class is asked about interests and goals."""

from bot.domain.inventory import Inventory, InventoryAnswer
from storage.repository import Repository
from storage.tables.inventory import InventoryAnswerRow, InventoryRow


class Inventories(Repository[Inventory]):
    row = InventoryRow
    kind = Inventory

    def of(self, classroom: int) -> list[Inventory]:
        """Oldest first."""
        return self._all(classroom=classroom)


class InventoryAnswers(Repository[InventoryAnswer]):
    row = InventoryAnswerRow
    kind = InventoryAnswer
    unique = ("inventory", "student")
    whole_by = ("inventory",)

    def of_student(self, student: str) -> list[InventoryAnswer]:
        return self._all(student=student)

    def of_inventory(self, inventory: int) -> list[InventoryAnswer]:
        return self._all(inventory=inventory)
