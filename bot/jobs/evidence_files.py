"""The errands for files of students: fetch one from Slack, take one out of Slack, and clear what nobody keeps.

What a file is, and what becomes of it, is no failure of the errand: it is told to the student.
"""

import asyncio
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import structlog

from bot.activities.evidence import use_cases as evidence
from bot.domain.actor import Actor
from bot.domain.evidence import Checked, FileKind, FilePolicy, Piece, Unfit, Why
from bot.domain.outbox import Errand, ErrandKind, Later, Limited, Refused, Unknown
from bot.evidence.checking import TAKEN, check, may_be_taken, shown_name
from bot.evidence.fetching import FileTold, NotYet, download
from bot.evidence.pictures import Studio
from bot.jobs.errands import Doer, InVain
from bot.jobs.slack_files import SOON, TOKEN_WAIT, told
from bot.runner import Runner
from bot.slack import calls
from bot.slack.calls import Clients, call, outcome_of
from bot.steady_clock import Clock
from storage.file_store import FileStore, StoreFailed

log = structlog.get_logger(__name__)

SCANNED_WITHIN = timedelta(minutes=3)
"""So long a file may not be there yet."""
UNKNOWN_WAIT = timedelta(minutes=1)
GIVEN_UP = timedelta(days=1)
YOUNG = timedelta(minutes=10)
"""What lies in the store and stands in no row so long may be about to."""


class EvidenceErrands:
    """How FETCH_FILE, REMOVE_FILE and TIDY_FILES are done."""

    def __init__(self, runner: Runner, clients: Clients, clock: Clock, store: FileStore) -> None:
        self._runner = runner
        self._clients = clients
        self._clock = clock
        self._store = store
        self._studio = Studio()

    def doers(self) -> Mapping[ErrandKind, Doer]:
        return {
            ErrandKind.FETCH_FILE: self.fetch,
            ErrandKind.REMOVE_FILE: self.remove,
            ErrandKind.TIDY_FILES: self.tidy,
        }

    async def fetch(self, errand: Errand) -> None:
        actor, id = Actor(errand.workspace, ""), int(errand.args["piece"])
        piece = await self._runner.read(actor, evidence.to_fetch, id)
        if piece is None:
            return
        takes = await self._runner.read(actor, evidence.taken, id)
        try:
            name, checked, size, digest = await self._fetched(piece, takes.files)
        except NotYet as not_yet:
            if self._clock.now() - piece.came_at < SCANNED_WITHIN:
                raise Later(not_yet.why.value, SOON) from None
            await self._refuse(actor, piece, not_yet.why)
        except Unfit as unfit:
            await self._refuse(actor, piece, unfit.why)
        except StoreFailed as failed:
            self._not_kept(piece, failed.key)
            await self._refuse(actor, piece, Why.NO_ROOM)
        else:
            await self._runner.run(actor, evidence.fetched, id, name, checked.media_type, size, digest)

    def _not_kept(self, piece: Piece, key: str) -> None:
        log.error("file not kept", action="evidence.not-kept", workspace=piece.workspace, error=key)

    async def _refuse(self, actor: Actor, piece: Piece, why: Why) -> None:
        log.info("file not taken", action="evidence.not-taken", workspace=piece.workspace, why=why.value)
        await self._runner.run(actor, evidence.not_fetched, piece.id, why)

    async def _fetched(self, piece: Piece, policy: FilePolicy) -> tuple[str, Checked, int, str]:
        """Name, kind, size and digest of what is kept now."""
        if not policy.kinds:
            raise Unfit(Why.KIND)
        told = await self._told(piece)
        if told.size > policy.size_most:
            raise Unfit(Why.TOO_BIG if may_be_taken(told.name, policy) else Why.KIND)
        path = await asyncio.to_thread(self._store.coming)
        try:
            return await self._kept(piece, told, path, policy)
        finally:
            await asyncio.to_thread(self._store.let_go, path)

    async def _kept(
        self, piece: Piece, told: FileTold, path: Path, policy: FilePolicy
    ) -> tuple[str, Checked, int, str]:
        try:
            head = await download(self._clients(piece.workspace), told, path, policy.size_most)
        except OSError as error:
            raise StoreFailed("full") from error
        name = told.name or piece.name
        checked = self._checked(name, path.stat().st_size, head, policy)
        if checked.kind is FileKind.PICTURE:
            checked = await self._drawn(path)
        size = path.stat().st_size
        digest = await asyncio.to_thread(self._store.keep, piece.workspace, path)
        return shown_name(name, checked), checked, size, digest

    def _checked(self, name: str, size: int, head: bytes, policy: FilePolicy) -> Checked:
        """A page in the place of the file may be for the moment alone."""
        try:
            return check(name, size, head, policy)
        except Unfit as unfit:
            if unfit.why is Why.NOT_SENT:
                raise NotYet(unfit.why) from None
            raise

    async def _drawn(self, path: Path) -> Checked:
        content, media_type = await self._studio.draw(path)
        await asyncio.to_thread(path.write_bytes, content)
        return Checked(FileKind.PICTURE, media_type, TAKEN[media_type][1][0])

    async def _told(self, piece: Piece) -> FileTold:
        return await told(self._clients, piece.workspace, piece.slack_file, is_old=self._is_old(piece))

    def _is_old(self, piece: Piece) -> bool:
        return self._clock.now() - piece.came_at > GIVEN_UP

    async def remove(self, errand: Errand) -> None:
        """What was uploaded for a teacher leaves Slack, wherever it stands. Slack knows no file that is not shared yet:
        what is on its way is waited for."""
        body = {"file": str(errand.args["file"])}
        match await outcome_of(call(self._clients(errand.workspace), "files.delete", body)):
            case Limited(retry_after, error):
                raise Later(error, timedelta(seconds=retry_after))
            case Refused(calls.NO_SUCH_FILE) if await self._is_leaving(errand):
                raise Later("on_its_way", UNKNOWN_WAIT)
            case Refused(error) if error in (calls.NO_SUCH_FILE, "file_deleted"):
                return
            case Refused(error) if error in calls.TOKEN:
                raise Later(error, TOKEN_WAIT)
            case Refused(error) if calls.is_lasting(error):
                raise InVain(error)
            case Refused(error) | Unknown(error):
                raise Later(error, UNKNOWN_WAIT)

    async def _is_leaving(self, errand: Errand) -> bool:
        return await self._runner.read(Actor(errand.workspace, ""), evidence.is_leaving, str(errand.args["file"]))

    async def tidy(self, errand: Errand) -> None:
        """What lies in the store and stands in no row goes; what is young may be about to be written down."""
        held = await self._runner.read(Actor(errand.workspace, ""), evidence.held)
        if await asyncio.to_thread(self._clear, errand.workspace, held):
            raise Later("young", YOUNG)

    def _clear(self, workspace: str, held: frozenset[str]) -> bool:
        """Whether something is too young to tell. Files have the time of the system, whatever time it is here."""
        young = False
        for lying in list(self._store.all_of(workspace)):
            if lying.digest in held:
                continue
            if time.time() - lying.since < YOUNG.total_seconds():
                young = True
            else:
                self._store.remove(workspace, lying.digest)
        return young
