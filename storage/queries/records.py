"""What a school decided, and what stands on record for it: privacy, disclosures, care, calls to a language model, and
who left."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, delete, func, select

from bot.domain.care import CareAlert, CareCleared, CareContact, CareSetting, CareTold
from bot.domain.disclosure import Disclosure, DisclosureKind, Policy, Retracting, Retraction
from bot.domain.drafts import Call
from bot.domain.installation import Departure
from storage.repository import Repository, adapter
from storage.tables.classes import (
    CareAlertRow,
    CareClearedRow,
    CareContactRow,
    CareSettingRow,
    CareToldRow,
    DepartureRow,
    DisclosureRow,
    LlmCallRow,
    PrivacyRow,
    RetractionRow,
    table,
)

_call = table(LlmCallRow)


class Policies(Repository[Policy]):
    """One for the workspace."""

    row = PrivacyRow
    kind = Policy

    def standing(self) -> Policy | None:
        return self._first()


class Departures(Repository[Departure]):
    """One at most: that the workspace took Accord away."""

    row = DepartureRow
    kind = Departure

    def standing(self) -> Departure | None:
        return self._first()


class Disclosures(Repository[Disclosure]):
    """Who saw or changed what about whom."""

    row = DisclosureRow
    kind = Disclosure

    def about(self, whom: Collection[str]) -> list[Disclosure]:
        return self._all(about=whom)

    def of_kind(self, what: DisclosureKind) -> list[Disclosure]:
        return self._all(what=what)

    def of_kind_about(self, what: DisclosureKind, whom: str) -> list[Disclosure]:
        return self._all(what=what, about=whom)

    def newest_of_kind(self, what: DisclosureKind) -> Disclosure | None:
        return self._newest(what=what)

    def newest_of_kind_about(self, what: DisclosureKind, whom: str) -> Disclosure | None:
        return self._newest(what=what, about=whom)


class Retractions(Repository[Retraction]):
    """What is still to be taken out of Slack after somebody was erased."""

    row = RetractionRow
    kind = Retraction

    def next(self) -> Retraction | None:
        return self._first()

    def next_of(self, disclosure: int) -> Retraction | None:
        return self._first(disclosure=disclosure)

    def of(self, disclosures: Collection[int]) -> list[Retraction]:
        return self._all(disclosure=disclosures)

    def in_conversation(self, user: str) -> list[Retraction]:
        return self._all(kind=Retracting.CONVERSATION, place=user)


class CareSettings(Repository[CareSetting]):
    """One for the workspace, once an admin has decided."""

    row = CareSettingRow
    kind = CareSetting

    def standing(self) -> CareSetting | None:
        return self._first()


class CareContacts(Repository[CareContact]):
    """Whom alerts go to."""

    row = CareContactRow
    kind = CareContact
    unique = ("user",)


class CareAlerts(Repository[CareAlert]):
    row = CareAlertRow
    kind = CareAlert

    def newest_of(self, student: str) -> CareAlert | None:
        return self._newest(student=student)


class CareTolds(Repository[CareTold]):
    """Which contact heard of which alert."""

    row = CareToldRow
    kind = CareTold

    def of(self, alert: int) -> list[CareTold]:
        return self._all(alert=alert)

    def at(self, alert: int, place: int) -> CareTold | None:
        """The contact at this place in the list."""
        return self._first(alert=alert, place=place)

    def to(self, alert: int, user: str) -> CareTold | None:
        return self._first(alert=alert, user=user)


class CareCleareds(Repository[CareCleared]):
    """Sentences that were meant otherwise, as digests."""

    row = CareClearedRow
    kind = CareCleared
    unique = ("user", "digest")

    def among(self, user: str, digests: Collection[str]) -> list[CareCleared]:
        return self._all(user=user, digest=digests)


class Calls(Repository[Call]):
    """A repository that can count, for the daily budget."""

    row = LlmCallRow
    kind = Call
    always_looks = True

    def since(self, moment: datetime) -> int:
        """How many there were from then on."""
        here = and_(_call.c.workspace == self._workspace, _call.c.at >= moment)
        return int(self._connection.execute(select(func.count()).select_from(_call).where(here)).scalar_one())

    def forget(self, before: datetime) -> None:
        """Delete those from before then."""
        self._connection.execute(delete(_call).where(and_(_call.c.workspace == self._workspace, _call.c.at < before)))

    def latest(self, limit: int) -> list[Call]:
        """The newest ones, newest first."""
        newest = select(_call.c.id).where(_call.c.workspace == self._workspace).order_by(_call.c.id.desc()).limit(limit)
        return self._all(id=list(self._connection.execute(newest).scalars()))[::-1]


def latest_of_all(connection: Connection, limit: int) -> list[Call]:
    """The newest ones of every workspace, newest first: for the operator."""
    rows = connection.execute(select(*_call.c).order_by(_call.c.id.desc()).limit(limit))
    return [adapter(Call).validate_python(row._asdict()) for row in rows]
