"""Contracts: the aggregate with its versions, signatures and history."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table

from bot.domain.actor import Conflict, Side
from bot.domain.contract import OPEN, TIMED, Contract, Happening, Signature, Status, Version
from bot.domain.terms import Terms
from storage import statements
from storage.prepared import Ran, run
from storage.reads import Reads, question
from storage.shelf import adapter
from storage.tables.classes import ContractRow, HistoryRow, SignatureRow, VersionRow, table

_contract = table(ContractRow)
_version = table(VersionRow)
_signature = table(SignatureRow)
_history = table(HistoryRow)
_PARTS = (_contract, _version, _signature, _history)
_OPEN = tuple(sorted(OPEN))


class Contracts:
    """Contracts of one workspace. What `save` writes is the root, new versions, new signatures and
    `happened`; versions and history are never updated. What was read is not read again until something is written."""

    def __init__(self, connection: Connection, workspace: str, reads: Reads) -> None:
        self._connection = connection
        self._workspace = workspace
        self._reads = reads

    def add(self, contract: Contract) -> Contract:
        """Store a new contract; return it with its id. LookupError for one of another workspace; an IntegrityError
        (a Conflict, at the end of the transaction) where the student has a draft in this class already."""
        if contract.workspace != self._workspace:
            raise LookupError("a contract of another workspace")
        row = _root(contract)
        del row["id"]
        stored = replace(contract, id=self._insert(_contract, row))
        self._append(stored)
        return replace(stored, happened=())

    def get(self, id: int) -> Contract | None:
        return self._newest(id=id)

    def open_of(self, student: str, classroom: int) -> Contract | None:
        """The student's open contract in a class, the newest where history left several."""
        return self._newest(student=student, classroom=classroom, status=_OPEN)

    def open_for(self, student: str) -> list[Contract]:
        """The student's open contracts in every class."""
        return self._all(student=student, status=_OPEN)

    def of_classroom(self, classroom: int, *statuses: Status) -> list[Contract]:
        return self._all(classroom=classroom, status=statuses) if statuses else self._all(classroom=classroom)

    def of_student(self, student: str) -> list[Contract]:
        return self._all(student=student)

    def save(self, contract: Contract) -> Contract:
        """Write the next state. Raises Conflict when somebody saved since it was read."""
        row = _root(replace(contract, revision=contract.revision + 1))
        unchanged = {"id": row.pop("id"), "workspace": self._workspace, "revision": contract.revision}
        tests, values = statements.asking(unchanged)
        saving = statements.saving(_contract, self._connection.dialect.name, tests)
        if self._write(saving, row | values).changed != 1:
            raise Conflict("contract")
        self._append(contract)
        return replace(contract, revision=contract.revision + 1, happened=())

    def version(self, contract: int, number: int) -> Version | None:
        """Any version ever written, with its signatures."""
        return self._versions([(contract, number)]).get((contract, number))

    def history(self, contract: int) -> list[Happening]:
        """Everything that happened to a contract, oldest first."""
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
            for r in self._rows(_history, contract=contract)
        ]

    def _append(self, contract: Contract) -> None:
        for version in {v.number: v for v in (contract.agreed, contract.current) if v}.values():
            self._store_version(contract.id, version)
        for happening in contract.happened:
            self._insert(_history, self._happening(contract.id, happening))

    def _store_version(self, contract: int, version: Version) -> None:
        known = self._versions([(contract, version.number)]).get((contract, version.number))
        if known is None:
            self._insert(_version, self._version_row(contract, version))
        signed = {s.side for s in known.signatures} if known else set()
        for signature in version.signatures:
            if signature.side not in signed:
                self._insert(_signature, self._signature_row(contract, version, signature))

    def _insert(self, table: Table, row: Mapping[str, Any]) -> int:
        made: int = self._write(statements.adding(table), row).rows[0][0]
        return made

    def _write(self, statement: Any, values: Mapping[str, Any]) -> Ran:
        self._reads.forget(*_PARTS)
        return run(self._connection, statement, values)

    def _signature_row(self, contract: int, version: Version, signature: Signature) -> dict[str, Any]:
        return {
            "workspace": self._workspace,
            "contract": contract,
            "number": version.number,
            "side": signature.side.value,
            "user": signature.user,
            "content_hash": signature.content_hash,
            "signed_at": signature.signed_at,
        }

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

    def _newest(self, **equals: Any) -> Contract | None:
        found = self._once(newest=True, **equals)
        return found[0] if found else None

    def _all(self, **equals: Any) -> list[Contract]:
        return list(self._once(newest=False, **equals))

    def _once(self, *, newest: bool, **equals: Any) -> list[Contract]:
        """Whole ones, the newest one or all: made of their parts once."""
        rows = self._rows(_contract, newest=newest, one=newest, **equals)
        return self._reads.once(_contract, question(equals, "whole", newest), lambda: self._whole(rows))

    def _rows(self, table: Table, *, newest: bool = False, one: bool = False, **equals: Any) -> list[dict[str, Any]]:
        """Those with these column values. A collection as value means any of them."""
        asked = question(equals, newest, one)
        return self._reads.once(table, asked, lambda: self._look(table, newest, one, equals))

    def _look(self, table: Table, newest: bool, one: bool, equals: Mapping[str, Any]) -> list[dict[str, Any]]:
        tests, values = statements.asking({**equals, "workspace": self._workspace})
        looking = statements.looking(table, self._connection.dialect.name, tests, newest=newest, one=one)
        names = statements.columns(table)
        return [dict(zip(names, row, strict=True)) for row in run(self._connection, looking, values).rows]

    def _whole(self, rows: list[dict[str, Any]]) -> list[Contract]:
        wanted = {(r["id"], n) for r in rows for n in (r["current"], r["agreed"]) if n}
        versions = self._versions(wanted)
        return [_contract_of(r, versions) for r in rows]

    def _versions(self, wanted: Collection[tuple[int, int]]) -> dict[tuple[int, int], Version]:
        """By contract and number."""
        if not wanted:
            return {}
        among: dict[str, Any] = {"contract": sorted({c for c, _ in wanted}), "number": sorted({n for _, n in wanted})}
        signatures: dict[tuple[int, int], list[Signature]] = {}
        for r in self._rows(_signature, **among):
            signature = Signature(Side(r["side"]), r["user"], r["content_hash"], r["signed_at"])
            signatures.setdefault((r["contract"], r["number"]), []).append(signature)
        return {
            (r["contract"], r["number"]): _version_of(r, signatures.get((r["contract"], r["number"]), []))
            for r in self._rows(_version, **among)
            if (r["contract"], r["number"]) in wanted
        }


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
        "only_draft": _only_draft(contract) if contract.status is Status.DRAFTING else None,
    }


def _only_draft(contract: Contract) -> str:
    """The same for two drafts of one student in one class, which two replicas may begin at once: one is refused."""
    whose = f"{contract.workspace}:{contract.classroom}:{contract.student}"
    return sha256(whose.encode()).hexdigest()


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
