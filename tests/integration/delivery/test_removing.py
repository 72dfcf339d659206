"""What was uploaded for a teacher leaves Slack: put off while Slack has trouble, which is no failure of Accord."""

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
