"""What was uploaded for a teacher leaves Slack: put off while Slack has trouble, which is no failure of Accord."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.outbox import Errand, ErrandKind, Later
from bot.jobs.evidence_files import EvidenceErrands
from bot.runner import Inline, Runner
from sandbox.state import StoredFile
from storage.file_store import Folder
from storage.unit_of_work import Transactions
from tests.integration.delivery.office import Office
from tests.integration.delivery.test_files import send_all

DELETE = "files.delete"


async def _shown(office: Office) -> StoredFile:
    ana = office.ws.add_person("ana", "Ana")
    office.queue(ana.id, "here")
    await send_all(office)
    (stored,) = ana._core.state.files.values()
    return stored


async def _remove(office: Office, folder: Path, file: str) -> None:
    runner = Runner(Transactions(office.engine).begin, Inline(), office.clock, lambda: None)
    errands = EvidenceErrands(runner, lambda _: office.client, office.clock, Folder(folder))
    await errands.remove(Errand(office.ws.team_id, ErrandKind.REMOVE_FILE, {"file": file}, office.clock.now()))


def _stands(stored: StoredFile) -> bool:
    return not stored.deleted


@pytest.mark.parametrize("kind", ["http_500", "http_503", "cut_before", "error:internal_error"])
async def test_trouble_puts_it_off(office: Office, tmp_path: Path, kind: str) -> None:
    stored = await _shown(office)
    office.ws.faults.next(DELETE, kind=kind)
    with pytest.raises(Later):
        await _remove(office, tmp_path, stored.id)
    assert _stands(stored)
    await _remove(office, tmp_path, stored.id)
    assert not _stands(stored)
    await _remove(office, tmp_path, stored.id)
    assert office.calls(DELETE) == 3


async def test_what_is_on_its_way_is_waited_for(office: Office, tmp_path: Path) -> None:
    """A sender that held the file before it was taken back shares it afterwards, and until then Slack knows none."""
    ana = office.ws.add_person("ana", "Ana")
    office.ws.faults.next("files.completeUploadExternal", kind="http_503")
    queued = office.queue(ana.id, "here")
    await send_all(office)
    file, stored = office.row(queued).file, ana._core.state.files
    assert not stored[file].complete
    with pytest.raises(Later):
        await _remove(office, tmp_path, file)
    office.clock.advance(timedelta(hours=1))
    await send_all(office)
    assert _stands(stored[file])
    await _remove(office, tmp_path, file)
    assert not _stands(stored[file])
