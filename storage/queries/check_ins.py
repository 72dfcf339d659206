"""Check-ins with what was said on them, and how a contract went: replies, responses, milestones, assessments."""

from collections.abc import Collection

from bot.domain.actor import Side
from bot.domain.check_ins import CheckIn, CheckInState, Consent, Milestone, Reply, Response
from bot.domain.look_back import Assessment, AssessmentState
from storage.repository import Repository
from storage.tables.classes import AssessmentRow, CheckInRow, MilestoneRow, ReplyRow, ResponseRow

ContractIds = int | Collection[int]
CheckInStates = CheckInState | Collection[CheckInState]


class CheckIns(Repository[CheckIn]):
    row = CheckInRow
    kind = CheckIn
    whole_by = ("contract",)
    along = "contract"

    def of_contract(self, contract: int) -> list[CheckIn]:
        return self._all(contract=contract)

    def in_state(self, contracts: ContractIds, states: CheckInStates) -> list[CheckIn]:
        return self._all(contract=contracts, state=states)

    def oldest(self, contract: int, states: CheckInStates) -> CheckIn | None:
        return self._first(contract=contract, state=states)

    def newest(self, contracts: ContractIds, states: CheckInStates) -> CheckIn | None:
        return self._newest(contract=contracts, state=states)

    def of_round(self, round: str) -> list[CheckIn]:
        return self._all(round=round)

    def newest_of(self, contract: int) -> CheckIn | None:
        """In whatever state."""
        return self._newest(contract=contract)


class Replies(Repository[Reply]):
    """What a student said of one target on one check-in."""

    row = ReplyRow
    kind = Reply
    whole_by = ("contract",)

    def to(self, check_in: CheckIn) -> list[Reply]:
        return self._all(contract=check_in.contract, check_in=check_in.id)

    def on(self, contracts: ContractIds) -> list[Reply]:
        """On any check-in of these."""
        return self._all(contract=contracts)

    def on_target(self, contracts: ContractIds, target: int) -> list[Reply]:
        return self._all(contract=contracts, target=target)

    def unconfirmed(self, contract: int) -> list[Reply]:
        return self._all(contract=contract, confirmed=False)


class Responses(Repository[Response]):
    """What a teacher said to one check-in. `text` is empty where it was taken back, or [Seen, well done] was pressed;
    `ts` where it was written in a form."""

    row = ResponseRow
    kind = Response
    whole_by = ("check_in",)

    def to(self, check_in: int) -> list[Response]:
        return self._all(check_in=check_in)

    def to_any(self, check_ins: Collection[int]) -> list[Response]:
        return self._all(check_in=check_ins)

    def by(self, check_in: int, teacher: str) -> list[Response]:
        return self._all(check_in=check_in, teacher=teacher)

    def saying(self, check_in: int, teacher: str, text: str) -> Response | None:
        return self._first(check_in=check_in, teacher=teacher, text=text)

    def emptied(self, check_in: int, teacher: str, ts: str) -> list[Response]:
        """Of a message that was taken back."""
        return self._all(check_in=check_in, teacher=teacher, ts=ts, text="")

    def seen(self, check_in: int) -> Response | None:
        """That of a press, without words."""
        return self._first(check_in=check_in, text="", ts="")

    def of_message(self, teacher: str, ts: str) -> Response | None:
        """Where it was not taken back."""
        return self._first(teacher=teacher, ts=ts, taken_back_at=None)


class Milestones(Repository[Milestone]):
    row = MilestoneRow
    kind = Milestone
    unique = ("contract", "target", "point")
    whole_by = ("contract",)

    def of_contracts(self, contracts: ContractIds) -> list[Milestone]:
        return self._all(contract=contracts)

    def of_target(self, contract: int, target: int) -> list[Milestone]:
        return self._all(contract=contract, target=target)

    def waiting(self) -> list[Milestone]:
        """Those at which a teacher is to look first, in all classes."""
        return self._all(consent=Consent.WAITS)


_IN = (AssessmentState.CLOSED, AssessmentState.OPEN)


class Assessments(Repository[Assessment]):
    """How each side looks back at a contract."""

    row = AssessmentRow
    kind = Assessment
    unique = ("contract", "side")
    whole_by = ("contract",)

    def of(self, contract: int, side: Side) -> Assessment | None:
        """Where it is in."""
        return self._first(contract=contract, side=side, state=_IN)

    def begun(self, contract: int, side: Side) -> Assessment | None:
        """Whether it is in or not."""
        return self._first(contract=contract, side=side)

    def of_contract(self, contract: int) -> list[Assessment]:
        return self._all(contract=contract, state=_IN)
