"""What every table has, and how the Core table behind a model is found."""

from typing import Any, ClassVar, cast

from sqlalchemy import MetaData, Table
from sqlmodel import Field, SQLModel

from storage.types import UtcDateTime

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


NEVER_AGAIN: dict[str, Any] = {"sqlite_autoincrement": True}
"""For what is soon gone, and whose ids stand in buttons: SQLite would give the id of the last row to the next one."""


class Row(SQLModel):
    """What every table has."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str = Field(max_length=32)


def table(row: type[Row]) -> Table:
    """The Core table behind a model."""
    return cast(Table, row.__table__)  # type: ignore[attr-defined]


HELD = "held"
"""In `Column.info`: the group of the register of personal data that a column is in (storage/privacy/register.py)."""


def words() -> Any:
    """A column of what somebody typed."""
    return Field(sa_column_kwargs={"info": {HELD: "words"}})


def fact() -> Any:
    """A column that may be empty, of a number or a choice of somebody's."""
    return Field(default=None, sa_column_kwargs={"info": {HELD: "facts"}})


def moment(*, optional: bool = False) -> Any:
    """A column for an aware instant, kept in UTC."""
    return Field(sa_type=UtcDateTime, nullable=optional)
