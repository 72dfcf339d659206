"""Contracts: the aggregate with its versions, signatures and history."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, or_, select

from bot.domain.actor import Conflict, Side
from bot.domain.contract import OPEN, TIMED, Contract, Happening, Signature, Status, Version
from bot.domain.terms import Terms
from storage import statements
from storage.repository import Reads, adapter, question
from storage.statements import Ran, run
from storage.tables.classes import ContractRow, HistoryRow, SignatureRow, VersionRow, table

_contract = table(ContractRow)
_version = table(VersionRow)
_signature = table(SignatureRow)
_history = table(HistoryRow)
_PARTS = (_contract, _version, _signature, _history)
_OPEN = tuple(sorted(OPEN))
_SIGNED = ("side", "user", "content_hash", "signed_at", "on_paper")
_WRITTEN = ("number", "author", "author_user", "terms", "written_at")
_ROOT = len(_contract.c)
_SIGNATURE = _ROOT + len(_WRITTEN)

VersionKey = tuple[int, int]
"""A version: its contract, and its number there."""


class Contracts:
    """Contracts of one workspace. What `save` writes is the root, new versions, new signatures and
    `happened`; versions and history are never updated. What was read is not read again until something is written."""

    def __init__(self, connection: Connection, workspace: str, reads: Reads) -> None:
        self._connection = connection
        self._workspace = workspace
        self._reads = reads
        self._stored: dict[VersionKey, set[Side]] = {}  # versions seen in the database, and who signed them there

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
        known = self._reads.known(_contract)
        if known.missing("id", id):
            self._all(id=id)
            known.say_all("id", [id])
        found: list[Contract] = known.those("id", {"id": id})
        return found[0] if found else None

    def among(self, ids: Collection[int]) -> list[Contract]:
        known = self._reads.known(_contract)
        missing = known.missing("id", list(ids))
        if missing:
            self._all(id=missing)
            known.say_all("id", missing)
        found: list[Contract] = known.those("id", {"id": list(ids)})
        return found

    def own(self, student: str, id: int) -> Contract | None:
        """The student's contract, open or over; read with their open ones, which are asked for next."""
        found = next((contract for contract in self.open_for(student) if contract.id == id), None) or self.get(id)
        return found if found is not None and found.student == student else None

    def open_of(self, student: str, classroom: int) -> Contract | None:
        """The student's open contract in a class, the newest where history left several."""
        here = [contract for contract in self.open_for(student) if contract.classroom == classroom]
        return here[-1] if here else None

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
        found = self._rows(_version, contract=contract, number=number)
        if not found:
            return None
        signed = self._rows(_signature, contract=contract, number=number)
        return self._version_of(contract, found[0], (tuple(r[name] for name in _SIGNED) for r in signed))

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
        """Write what is new of it. What was seen of it stands for good: whoever signs meanwhile saves the contract."""
        key = contract, version.number
        if key not in self._stored and self.version(*key) is None:
            self._insert(_version, self._version_row(contract, version))
        signed = self._stored.setdefault(key, set())
        for signature in version.signatures:
            if signature.side not in signed:
                self._insert(_signature, self._signature_row(contract, version, signature))
                signed.add(signature.side)

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
            "on_paper": signature.on_paper,
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

    def _all(self, **equals: Any) -> list[Contract]:
        """Those with these column values, oldest first, whole: made of their parts once."""
        return list(self._reads.once(_contract, question(equals, "whole"), lambda: self._whole(equals)))

    def _whole(self, equals: Mapping[str, Any]) -> list[Contract]:
        tests, values = statements.asking({**equals, "workspace": self._workspace})
        rows = run(self._connection, _with_versions(self._connection.dialect.name, tests), values).rows
        found = [self._contract_of(list(parts)) for _, parts in groupby(rows, lambda row: row[:_ROOT])]
        for contract in found:
            self._reads.known(_contract).learn(contract)
        return found

    def _rows(self, table: Table, **equals: Any) -> list[dict[str, Any]]:
        """Those with these column values. A collection as value means any of them."""
        return self._reads.once(table, question(equals), lambda: self._look(table, equals))

    def _look(self, table: Table, equals: Mapping[str, Any]) -> list[dict[str, Any]]:
        tests, values = statements.asking({**equals, "workspace": self._workspace})
        looking = statements.looking(table, self._connection.dialect.name, tests)
        names = statements.columns(table)
        return [dict(zip(names, row, strict=True)) for row in run(self._connection, looking, values).rows]

    def _contract_of(self, parts: Sequence[Sequence[Any]]) -> Contract:
        row = dict(zip(statements.columns(_contract), parts[0][:_ROOT], strict=True))
        versions = self._versions_of(row["id"], parts)
        return Contract(
            workspace=row["workspace"],
            classroom=row["classroom"],
            student=row["student"],
            status=Status(row["status"]),
            started_at=row["started_at"],
            current=versions.get(row["current"]),
            agreed=versions.get(row["agreed"]),
            versions=row["versions"],
            decided_by=row["decided_by"],
            feedback=row["feedback"],
            ends_at=row["ends_at"],
            reminded=row["reminded"],
            reminded_at=row["reminded_at"],
            id=row["id"],
            revision=row["revision"],
        )

    def _versions_of(self, contract: int, parts: Iterable[Sequence[Any]]) -> dict[int, Version]:
        """By number. A contract without any comes with one row that holds none."""
        versions: dict[int, Version] = {}
        for number, found in groupby((p for p in parts if p[_ROOT] is not None), lambda part: part[_ROOT]):
            rows = list(found)
            written = dict(zip(_WRITTEN, rows[0][_ROOT:_SIGNATURE], strict=True))
            signed = (row[_SIGNATURE:] for row in rows if row[_SIGNATURE] is not None)
            versions[number] = self._version_of(contract, written, signed)
        return versions

    def _version_of(self, contract: int, row: Mapping[str, Any], signed: Iterable[Sequence[Any]]) -> Version:
        signatures = tuple(Signature(Side(side), user, hashed, at, paper) for side, user, hashed, at, paper in signed)
        self._stored[contract, row["number"]] = {s.side for s in signatures}
        return Version(
            row["number"],
            Side(row["author"]),
            row["author_user"],
            adapter(Terms).validate_python(row["terms"]),
            row["written_at"],
            signatures,
        )


@cache
def _with_versions(dialect: str, tests: statements.Tests) -> Select[Any]:
    """Contracts beside the versions that stand in them and their signatures, a row for each signature.

    One statement, since PostgreSQL lets each see what was committed before it: of two, the second might see
    signatures of a state that the first did not.
    """
    found = statements.looking(_contract, dialect, tests).subquery()
    standing = and_(
        _version.c.contract == found.c.id,
        or_(_version.c.number == found.c.current, _version.c.number == found.c.agreed),
    )
    signed = and_(_signature.c.contract == _version.c.contract, _signature.c.number == _version.c.number)
    return (
        select(*found.c, *_named(_version, _WRITTEN), *_named(_signature, _SIGNED))
        .select_from(found.outerjoin(_version, standing).outerjoin(_signature, signed))
        .order_by(found.c.id, _version.c.number, _signature.c.id)
    )


def _named(table: Table, names: Sequence[str]) -> list[ColumnElement[Any]]:
    """Its columns, under names that no other table's have."""
    return [table.c[name].label(f"{table.name}_{name}") for name in names]


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
        "reminded": contract.reminded,
        "reminded_at": contract.reminded_at,
        "revision": contract.revision,
        "only_draft": _only_draft(contract) if contract.status is Status.DRAFTING else None,
    }


def _only_draft(contract: Contract) -> str:
    """The same for two drafts of one student in one class, which two replicas may begin at once: one is refused."""
    whose = f"{contract.workspace}:{contract.classroom}:{contract.student}"
    return sha256(whose.encode()).hexdigest()
