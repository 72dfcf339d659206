"""Class lists that teachers sent."""

from bot.domain.roster import Roster
from storage.repository import Repository
from storage.tables.rosters import RosterRow


class Rosters(Repository[Roster]):
    row = RosterRow
    kind = Roster

    def of(self, user: str) -> list[Roster]:
        """All that somebody sent, whatever became of it, oldest first."""
        return self._all(user=user)
