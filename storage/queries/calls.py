"""The calls to a language model in one workspace."""

from datetime import datetime

from sqlalchemy import Connection, and_, delete, func, select

from bot.domain.drafts import Call
from storage.repository import Repository, adapter
from storage.tables.classes import LlmCallRow, table

_call = table(LlmCallRow)


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
