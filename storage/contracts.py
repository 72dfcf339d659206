"""Contracts: the aggregate with its versions, signatures and history."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, and_, insert, or_, select, update

from bot.domain.actor import Side
from bot.domain.contract import OPEN, TIMED, Contract, Happening, Signature, Status, Version
from bot.domain.errors import Conflict
from bot.domain.terms import Terms
from storage.shelf import adapter
from storage.tables import ContractRow, HistoryRow, SignatureRow, VersionRow, table

_contract = table(ContractRow)
_version = table(VersionRow)
_signature = table(SignatureRow)
_history = table(HistoryRow)


class Contracts:
    """Contracts of one workspace. What `save` writes is the root, new versions, new signatures and
    `happened`; versions and history are never updated."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def add(self, contract: Contract) -> Contract:
        row = _root(contract)
        del row["id"]
        made = self._connection.execute(insert(_contract).values(row).returning(_contract.c.id))
        stored = replace(contract, id=made.scalar_one())
        self._append(stored)
        return replace(stored, happened=())

    def get(self, id: int) -> Contract | None:
        return self._one(_contract.c.id == id)

    def open_of(self, student: str, classroom: int) -> Contract | None:
        """The student's open contract in a class, the newest where history left several."""
        return self._one(
            _contract.c.student == student,
            _contract.c.classroom == classroom,
            _contract.c.status.in_([s.value for s in OPEN]),
        )

    def open_for(self, student: str) -> list[Contract]:
        """The student's open contracts in every class."""
        return self._many(_contract.c.student == student, _contract.c.status.in_([s.value for s in OPEN]))

    def of_classroom(self, classroom: int, *statuses: Status) -> list[Contract]:
        return self._many(
            _contract.c.classroom == classroom,
            _contract.c.status.in_([s.value for s in statuses or tuple(Status)]),
        )

    def of_student(self, student: str) -> list[Contract]:
        return self._many(_contract.c.student == student)

    def save(self, contract: Contract) -> Contract:
        """Write the next state. Raises Conflict when somebody saved since it was read."""
        row = _root(replace(contract, revision=contract.revision + 1))
        unchanged = and_(
            _contract.c.id == contract.id,
            _contract.c.workspace == self._workspace,
            _contract.c.revision == contract.revision,
        )
        if self._connection.execute(update(_contract).where(unchanged).values(row)).rowcount != 1:
            raise Conflict("contract")
        self._append(contract)
        return replace(contract, revision=contract.revision + 1, happened=())

    def version(self, contract: int, number: int) -> Version | None:
        """Any version ever written, with its signatures."""
        return self._versions([(contract, number)]).get((contract, number))

    def history(self, contract: int) -> list[Happening]:
        """Everything that happened to a contract, oldest first."""
        mine = and_(_history.c.contract == contract, _history.c.workspace == self._workspace)
        rows = self._connection.execute(select(*_history.c).where(mine).order_by(_history.c.id)).mappings()
        return [
            Happening(
                r["at"],
                r["user"],
                r["action"],
                Status(r["before"]),
                Status(r["after"]),
                r["version"],
                r["detail"],
            )
            for r in rows
        ]

    def _append(self, contract: Contract) -> None:
        for version in {v.number: v for v in (contract.agreed, contract.current) if v}.values():
            self._store_version(contract.id, version)
        if contract.happened:
            rows = [self._happening(contract.id, h) for h in contract.happened]
            self._connection.execute(insert(_history), rows)

    def _store_version(self, contract: int, version: Version) -> None:
        known = self._versions([(contract, version.number)]).get((contract, version.number))
        if known is None:
            self._connection.execute(insert(_version).values(self._version_row(contract, version)))
        signed = {s.side for s in known.signatures} if known else set()
        for signature in version.signatures:
            if signature.side not in signed:
                self._connection.execute(
                    insert(_signature).values(
                        workspace=self._workspace,
                        contract=contract,
                        number=version.number,
                        side=signature.side.value,
                        user=signature.user,
                        content_hash=signature.content_hash,
                        signed_at=signature.signed_at,
                    )
                )

    def _version_row(self, contract: int, version: Version) -> dict[str, Any]:
        return {
            "workspace": self._workspace,
            "contract": contract,
            "number": version.number,
            "author": version.author.value,
            "author_user": version.author_user,
            "terms": adapter(Terms).dump_python(version.terms, mode="json"),
            "content_hash": version.terms.content_hash(),
            "written_at": version.written_at,
        }

    def _happening(self, contract: int, happening: Happening) -> dict[str, Any]:
        return {
            "workspace": self._workspace,
            "contract": contract,
            "at": happening.at,
            "user": happening.user,
            "action": happening.action,
            "before": happening.before.value,
            "after": happening.after.value,
            "version": happening.version,
            "detail": dict(happening.detail),
        }

    def _one(self, *conditions: Any) -> Contract | None:
        query = self._roots(*conditions).order_by(None).order_by(_contract.c.id.desc()).limit(1)
        found = self._whole(query)
        return found[0] if found else None

    def _many(self, *conditions: Any) -> list[Contract]:
        return self._whole(self._roots(*conditions))

    def _roots(self, *conditions: Any) -> Any:
        here = and_(_contract.c.workspace == self._workspace, *conditions)
        return select(*_contract.c).where(here).order_by(_contract.c.id)

    def _whole(self, query: Any) -> list[Contract]:
        rows = self._connection.execute(query).mappings().all()
        wanted = {(r["id"], n) for r in rows for n in (r["current"], r["agreed"]) if n}
        versions = self._versions(sorted(wanted)) if wanted else {}
        return [_contract_of(r, versions) for r in rows]

    def _versions(self, wanted: list[tuple[int, int]]) -> dict[tuple[int, int], Version]:
        signatures: dict[tuple[int, int], list[Signature]] = {}
        for r in self._connection.execute(self._numbered(_signature, wanted)).mappings():
            signature = Signature(Side(r["side"]), r["user"], r["content_hash"], r["signed_at"])
            signatures.setdefault((r["contract"], r["number"]), []).append(signature)
        found = self._connection.execute(self._numbered(_version, wanted)).mappings()
        return {
            (r["contract"], r["number"]): _version_of(r, signatures.get((r["contract"], r["number"]), []))
            for r in found
        }

    def _numbered(self, table: Table, wanted: list[tuple[int, int]]) -> Any:
        any_of = or_(*(and_(table.c.contract == c, table.c.number == n) for c, n in wanted))
        return select(*table.c).where(and_(table.c.workspace == self._workspace, any_of)).order_by(table.c.id)


def _root(contract: Contract) -> dict[str, Any]:
    return {
        "id": contract.id,
        "workspace": contract.workspace,
        "classroom": contract.classroom,
        "student": contract.student,
        "status": contract.status.value,
        "started_at": contract.started_at,
        "current": contract.current.number if contract.current else None,
        "agreed": contract.agreed.number if contract.agreed else None,
        "versions": contract.versions,
        "decided_by": contract.decided_by,
        "feedback": contract.feedback,
        "ends_at": contract.ends_at if contract.status in TIMED else None,
        "revision": contract.revision,
    }


def _version_of(row: Mapping[Any, Any], signatures: list[Signature]) -> Version:
    return Version(
        row["number"],
        Side(row["author"]),
        row["author_user"],
        adapter(Terms).validate_python(row["terms"]),
        row["written_at"],
        tuple(signatures),
    )


def _contract_of(row: Mapping[Any, Any], versions: Mapping[tuple[int, int], Version]) -> Contract:
    return Contract(
        workspace=row["workspace"],
        classroom=row["classroom"],
        student=row["student"],
        status=Status(row["status"]),
        started_at=row["started_at"],
        current=versions.get((row["id"], row["current"])),
        agreed=versions.get((row["id"], row["agreed"])),
        versions=row["versions"],
        decided_by=row["decided_by"],
        feedback=row["feedback"],
        ends_at=row["ends_at"],
        id=row["id"],
        revision=row["revision"],
    )
