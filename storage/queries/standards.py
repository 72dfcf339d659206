"""What a class must learn, and the files that its teachers bring."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, RowMapping, Text, cast, func, insert, select

from bot.domain.bringing import Brought
from bot.domain.menu import Activity
from bot.domain.rubrics import Rubric
from bot.domain.standards import SUGGESTED_MOST, Standard
from bot.domain.templates import SchoolTemplate
from storage.repository import Repository, to_row
from storage.tables.rows import table
from storage.tables.standards import ActivityRow, BroughtRow, RubricRow, SchoolTemplateRow, StandardRow

_standard = table(StandardRow)


class Standards(Repository[Standard]):
    row = StandardRow
    kind = Standard
    always_looks = True  # they are added past it, all at once

    def of(self, classroom: int) -> list[Standard]:
        return self._all(classroom=classroom)

    def among(self, ids: Collection[int]) -> list[Standard]:
        return self._all(id=list(ids)) if ids else []

    def has_any(self, classroom: int) -> bool:
        return self._first(classroom=classroom) is not None


class Catalogue:
    """What is asked of many standards at once, without reading each."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def count(self, classroom: int) -> int:
        mine = (_standard.c.workspace == self._workspace, _standard.c.classroom == classroom)
        return int(self._connection.execute(select(func.count()).where(*mine)).scalar_one())

    def suggested(self, classroom: int, words: Sequence[str]) -> list[Standard]:
        """Those that hold all of these words, the ones that begin with the first of them before the others."""
        here = _standard.c
        mine = [here.workspace == self._workspace, here.classroom == classroom]
        mine += [here.search.contains(word, autoescape=True) for word in words]
        begins = [here.search.startswith(words[0], autoescape=True).desc()] if words else []
        found = select(*here).where(*mine).order_by(*begins, here.id).limit(SUGGESTED_MOST)
        return [_read(row) for row in self._connection.execute(found).mappings()]

    def with_resources(self, classroom: int) -> list[Standard]:
        """Those that say what helps, in the order in which they stand."""
        here = _standard.c
        mine = (here.workspace == self._workspace, here.classroom == classroom, cast(here.resources, Text) != "[]")
        found = select(*here).where(*mine).order_by(here.id)
        return [_read(row) for row in self._connection.execute(found).mappings()]

    def add_all(self, standards: Sequence[Standard]) -> None:
        rows = [to_row(one) for one in standards]
        if any(row["workspace"] != self._workspace for row in rows):
            raise LookupError("a row of another workspace")
        if rows:
            self._connection.execute(insert(_standard), rows)

    def remove_of(self, classroom: int) -> None:
        """All of a class."""
        mine = (_standard.c.workspace == self._workspace, _standard.c.classroom == classroom)
        self._connection.execute(_standard.delete().where(*mine))


def _read(row: RowMapping) -> Standard:
    return Standard(**{**row, "resources": tuple(row["resources"])})


class Rubrics(Repository[Rubric]):
    row = RubricRow
    kind = Rubric

    def has_any(self) -> bool:
        return self._first(gone=False) is not None


class Activities(Repository[Activity]):
    row = ActivityRow
    kind = Activity

    def has_any(self) -> bool:
        return self._first(gone=False) is not None

    def offered(self) -> list[Activity]:
        """Those that stand."""
        return self._all(gone=False)


class SchoolTemplates(Repository[SchoolTemplate]):
    row = SchoolTemplateRow
    kind = SchoolTemplate

    def offered(self) -> list[SchoolTemplate]:
        """Those that stand."""
        return self._all(gone=False)


class BroughtFiles(Repository[Brought]):
    row = BroughtRow
    kind = Brought

    def waiting(self, classroom: int) -> list[Brought]:
        """Those of a class that nobody decided on."""
        return self._all(classroom=classroom, state=["coming", "read"])
