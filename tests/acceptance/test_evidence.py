"""Files that students send, as Slack brings them: scanned late, hidden, of elsewhere, or a page in their place."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.demo.scene import School
from bot.domain.actor import Actor
from sandbox.state import FileTrouble
from storage.engine import open_engine
from storage.file_store import Folder, store_of
from storage.tables.evidence import EvidenceRow
from storage.tables.rows import table
from storage.unit_of_work import UnitOfWork
from tests.acceptance.steps import agree, set_up
from tests.unit.evidence import made


@pytest.fixture
def store(tmp_path: Path) -> Folder:
    """Where the school keeps its files."""
    return Folder(tmp_path / "files")


async def _agreed(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    scene.ana.skips()
    scene.lee.skips()


def _kept(scene: School, store: Folder) -> list[str]:
    return [lying.digest for lying in store.all_of(scene.ws.team_id)]


async def _why(scene: School) -> list[tuple[str, str]]:
    """State and reason of each piece."""
    actor = Actor(scene.ws.team_id, "")
    return await scene.accord.runner.read(actor, lambda uow, _: [(p.state.value, p.why) for p in uow.pieces.all()])


async def _teachers_files(scene: School) -> list[bytes]:
    """What stands in Ms Lee's conversation with Accord."""
    state = scene.ws.core.state
    return [f.content for f in state.files.values() if f.user == state.bot_user and not f.deleted and f.shared_in]


async def test_a_photo_reaches_the_teacher_without_its_place(scene: School, store: Folder) -> None:
    await _agreed(scene)
    await scene.ana.says("my notebook", files=[("notebook.jpg", made.jpeg())])
    await scene.quiet()
    (content,) = await _teachers_files(scene)
    assert made.SECRET not in content
    (digest,) = _kept(scene, store)
    assert store.read(scene.ws.team_id, digest) == content
    in_channels = [f.shared_in for f in scene.ws.core.state.files.values()]
    assert all(place.startswith("D") for shared in in_channels for place in shared)


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        (FileTrouble("hidden_by_limit"), "hidden"),
        (FileTrouble("external"), "elsewhere"),
        (FileTrouble("access_denied"), "elsewhere"),
        (FileTrouble(served="page"), "not-sent"),
        (FileTrouble(served="half"), "not-sent"),
    ],
)
async def test_what_slack_does_not_give_is_said(scene: School, store: Folder, trouble: FileTrouble, why: str) -> None:
    await _agreed(scene)
    scene.ws.core.state.file_trouble = trouble
    await scene.ana.says("", files=[("essay.pdf", made.pdf())])
    await scene.quiet()
    await scene.later(minutes=4)
    assert await _why(scene) == [("refused", why)]
    assert _kept(scene, store) == []
    assert await _teachers_files(scene) == []


async def test_a_file_that_is_still_scanned_is_waited_for(scene: School, store: Folder) -> None:
    await _agreed(scene)
    scene.ws.core.state.file_trouble = FileTrouble(scanned_at=scene.ws.core.now().timestamp() + 20)
    await scene.ana.says("", files=[("essay.pdf", made.pdf())])
    await scene.quiet()
    assert await _why(scene) == [("coming", "")]
    await scene.later(seconds=30)
    assert await _why(scene) == [("kept", "")]


async def test_a_file_of_another_organisation_that_may_be_read_is_taken(scene: School, store: Folder) -> None:
    await _agreed(scene)
    scene.ws.core.state.file_trouble = FileTrouble("check_file_info")
    await scene.ana.says("", files=[("essay.pdf", made.pdf())])
    await scene.quiet()
    assert await _why(scene) == [("kept", "")]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("essay.pdf", b"", "empty"),
        ("essay.pdf", made.pdf(10_000_000), "too-big"),
        ("essay.pdf.exe", made.pdf(), "name"),
        ("IMG_1.HEIC", made.heic(), "heic"),
        ("huge.png", made.png_bomb(40_000), "too-many-pixels"),
        ("cut.jpg", made.jpeg(300, 300)[:400], "broken"),
        ("all.zip", b"PK\x03\x04" + b"\0" * 300, "kind"),
    ],
)
async def test_what_is_not_taken_is_said_and_not_kept(
    scene: School, store: Folder, name: str, content: bytes, why: str
) -> None:
    await _agreed(scene)
    await scene.ana.says("", files=[(name, content)])
    await scene.quiet()
    assert await _why(scene) == [("refused", why)]
    assert _kept(scene, store) == []
    await scene.ana.sees("piece-noted")
    await scene.ana.sees("piece-refused")


async def test_a_class_takes_what_it_says_and_no_more(scene: School, store: Folder) -> None:
    await _agreed(scene)
    await _takes(scene, "document", mb=2)
    sent = [("notebook.jpg", made.jpeg()), ("essay.pdf", made.pdf(2_000_000)), ("talk.mp4", made.mp4() * 20_000)]
    await scene.ana.says("", files=[*sent, ("poem.pdf", made.pdf())])
    await scene.quiet()
    assert await _why(scene) == [("refused", "kind"), ("refused", "too-big"), ("refused", "kind"), ("kept", "")]
    assert len(_kept(scene, store)) == len(await _teachers_files(scene)) == 1


async def _takes(scene: School, *kinds: str, mb: int) -> None:
    def choose(uow: UnitOfWork, _: Actor) -> None:
        (room,) = uow.classrooms.all()
        uow.classrooms.save(replace(room, takes=kinds, file_mb=mb))

    await scene.accord.runner.run(Actor(scene.ws.team_id, ""), choose)


async def test_a_store_that_takes_nothing_keeps_the_reply(
    scene: School, store: Folder, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await _agreed(scene)
    (tmp_path / "files").write_text("in the way")
    await scene.ana.says("my notebook", files=[("notebook.jpg", made.jpeg())])
    await scene.quiet()
    assert await _why(scene) == [("refused", "no-room")]


async def test_what_is_taken_back_leaves_the_folder_and_slack(scene: School, store: Folder) -> None:
    await _agreed(scene)
    ts = await scene.ana.says("my notebook", files=[("notebook.jpg", made.jpeg())])
    await scene.quiet()
    assert len(await _teachers_files(scene)) == 1
    await scene.ana.deletes(ts)
    await scene.quiet()
    assert await _teachers_files(scene) == []
    engine = open_engine(str(scene.accord._settings.accord_database_url))
    with engine.connect() as connection:
        row = connection.execute(select(table(EvidenceRow))).one()
    assert (row.state, row.digest, row.name, row.line) == ("taken-back", "", "", "")
    assert isinstance(store_of(engine), Folder)
    engine.dispose()


async def test_without_the_scope_the_form_has_no_field_for_files(scene: School, store: Folder) -> None:
    await _agreed(scene)
    token = scene.ws.core.state.tokens[scene.ws.bot_token]
    token.scopes = token.scopes - {"files:read"}
    for _ in range(2):
        await scene.ana.presses("evidence.add")
        form = await scene.ana.sees_modal("evidence.give")
        assert [b["block_id"] for b in form.blocks if b["type"] == "input"][:2] == ["words", "line"]
        await scene.ana.closes()
    await scene.ana.presses("evidence.add")
    opened = [call.response["ok"] for call in scene.ws.calls if call.method == "views.open"]
    assert opened[-4:] == [False, True, True, True]  # from the second time on nothing is tried in vain
    await scene.ana.fills({"words": "https://docs.example.org/d/1", "line": "my essay"})
    assert await scene.ana.submits() == {}
    await scene.quiet()
    await scene.lee.sees("piece-shown")
