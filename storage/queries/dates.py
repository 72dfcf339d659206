"""The addresses from which people's calendars fetch their dates, and whose an address is."""

from sqlalchemy import Engine, select

from bot.domain.dates import CalendarAddress
from storage.engine import reading
from storage.repository import Repository
from storage.tables.dates import CalendarAddressRow
from storage.tables.rows import table

_address = table(CalendarAddressRow)


class CalendarAddresses(Repository[CalendarAddress]):
    row = CalendarAddressRow
    kind = CalendarAddress
    unique = ("user",)

    def of(self, user: str) -> CalendarAddress | None:
        return self._first(user=user)


def owner_of(engine: Engine, digest: str) -> tuple[str, str] | None:
    """(workspace, user) of the address with this hash: whoever asks at one says nothing of where it is from."""
    with reading(engine) as connection:
        found = connection.execute(select(_address.c.workspace, _address.c.user).where(_address.c.digest == digest))
        row = found.first()
    return (row.workspace, row.user) if row is not None else None
