"""The sentences that teachers keep."""

from bot.domain.phrases import Phrase
from storage.repository import Repository
from storage.tables.phrases import PhraseRow


class Phrases(Repository[Phrase]):
    row = PhraseRow
    kind = Phrase

    def of(self, user: str) -> list[Phrase]:
        """In the order in which they were written."""
        return self._all(user=user)
