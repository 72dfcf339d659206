"""Conferences that students lead."""

from bot.domain.conference import Conference
from storage.repository import Repository
from storage.tables.conferences import ConferenceRow


class Conferences(Repository[Conference]):
    row = ConferenceRow
    kind = Conference
    unique = ("contract",)

    def of(self, contract: int) -> Conference | None:
        return self._first(contract=contract)
