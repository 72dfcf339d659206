"""Which teacher has a digest, how often and when."""

from bot.domain.digest import Digest
from storage.repository import Repository
from storage.tables.digests import DigestRow


class Digests(Repository[Digest]):
    row = DigestRow
    kind = Digest
    unique = ("user",)

    def of(self, user: str) -> Digest | None:
        return self._first(user=user)
