"""The middle of a contract: how a student rates, and what a classmate says of a piece of their work."""

from bot.domain.halfway import Halfway
from bot.domain.peers import PeerLook
from storage.repository import Repository
from storage.tables.peers import HalfwayRow, PeerLookRow


class Halfways(Repository[Halfway]):
    row = HalfwayRow
    kind = Halfway
    unique = ("contract",)

    def of(self, contract: int) -> Halfway | None:
        return self._first(contract=contract)


class PeerLooks(Repository[PeerLook]):
    row = PeerLookRow
    kind = PeerLook

    def of_contract(self, contract: int) -> list[PeerLook]:
        return self._all(contract=contract)

    def of_piece(self, evidence: int) -> list[PeerLook]:
        return self._all(evidence=evidence)

    def with_student(self, student: str) -> list[PeerLook]:
        """What a student asked for."""
        return self._all(student=student)

    def with_peer(self, peer: str) -> list[PeerLook]:
        """What a classmate was asked for."""
        return self._all(peer=peer)
