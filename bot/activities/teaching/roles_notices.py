"""Who teaches a class changes, and with it whose the contracts are."""

from dataclasses import dataclass

from bot.domain.contract import Contract
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class TeacherRemoved(Notice):
    """To a teacher whom somebody took out of a class. `heir` has the contracts now that were theirs; "" where none
    were."""

    classroom: int
    by: str
    heir: str
    contracts: int


@dataclass(frozen=True, slots=True)
class ContractsTakenOver(Notice):
    """To the teacher who has somebody else's contracts from now on."""

    classroom: int
    by: str
    former: str
    contracts: int


@dataclass(frozen=True, slots=True)
class ContractTakenOver(Notice):
    """To a student: who is there for their contract from now on."""

    contract: int
    former: str


@dataclass(frozen=True, slots=True)
class AdminTeaches(Notice):
    """To the teachers of a class: an admin made themselves a teacher of it, and reads what they read."""

    classroom: int
    by: str


@dataclass(frozen=True, slots=True)
class RolesBrief:
    """Names of the class and of people; "" where there is nobody."""

    classroom: str
    by: str = ""
    former: str = ""
    heir: str = ""
    contracts: int = 0


@dataclass(frozen=True, slots=True)
class OwnContract(Notice):
    """To somebody who came to teach a class in which they have a contract as a student: what happens to it? A card."""

    contract: int

    @property
    def subject(self) -> str:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class OwnContractKept(Notice):
    """To the teacher with whom somebody who teaches beside them keeps a contract of their own."""

    contract: int


@dataclass(frozen=True, slots=True)
class OwnContractBrief:
    contract: Contract
    classroom: str
    student: str
    """Their name."""
    others: tuple[tuple[str, str], ...]
    """(user id, name) of those who teach beside them."""
    keeper: str = ""
    """The name of the teacher with whom it stays; "" while that is not decided."""
