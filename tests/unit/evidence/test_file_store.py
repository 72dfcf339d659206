"""Files lie under the hash of what is in them, whole or not at all: in a folder as in a bucket."""

import errno
import os
from pathlib import Path

import pytest

from storage.bucket import Bucket
from storage.file_store import STALE, FileStore, Folder, StoreFailed

HERE, THERE = "T111", "T222"


@pytest.fixture
def store(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "files")


@pytest.fixture(params=["folder", "memory", "disk"])
def any_store(request: pytest.FixtureRequest, store: Folder, tmp_path: Path) -> FileStore:
    """A folder; and obstore's own stores, which speak as its S3 does."""
    if request.param == "folder":
        return store
    stores = pytest.importorskip("obstore.store", reason="the extra s3 is not installed")
    of_obstore = stores.MemoryStore() if request.param == "memory" else stores.LocalStore(tmp_path / "b", mkdir=True)
    return Bucket(of_obstore, store)


def kept(store: FileStore, content: bytes, workspace: str = HERE) -> str:
    path = store.coming()
    path.write_bytes(content)
    return store.keep(workspace, path)


def test_what_was_kept_is_read(any_store: FileStore, store: Folder) -> None:
    digest = kept(any_store, b"words")
    assert any_store.read(HERE, digest) == b"words"
    assert kept(any_store, b"words") == digest
    assert [lying.digest for lying in any_store.all_of(HERE)] == [digest]
    assert list((store.root / "coming").iterdir()) == []


def test_each_workspace_has_its_own(any_store: FileStore) -> None:
    digest = kept(any_store, b"words")
    with pytest.raises(StoreFailed) as failed:
        any_store.read(THERE, digest)
    assert failed.value.key == "missing"
    kept(any_store, b"words", THERE)
    any_store.remove(THERE, digest)
    assert any_store.read(HERE, digest) == b"words"
    assert list(any_store.all_of(THERE)) == []


def test_what_is_gone_is_gone_once(any_store: FileStore) -> None:
    digest = kept(any_store, b"words")
    any_store.remove(HERE, digest)
    any_store.remove(HERE, digest)
    assert list(any_store.all_of(HERE)) == []


@pytest.mark.parametrize(("workspace", "digest"), [("..", "a" * 64), ("T1/..", "a" * 64), (HERE, "../x"), (HERE, "")])
def test_nothing_leads_out_of_the_folder(any_store: FileStore, workspace: str, digest: str) -> None:
    with pytest.raises(StoreFailed):
        any_store.read(workspace, digest)
    with pytest.raises(StoreFailed):
        any_store.remove(workspace, digest)


def test_for_its_owner_alone(store: Folder) -> None:
    digest = kept(store, b"words")
    place = store.root / HERE / digest[:2] / digest
    assert place.stat().st_mode & 0o77 == 0
    assert place.parent.stat().st_mode & 0o77 == 0


def test_what_changed_on_the_disk_is_not_given_out(store: Folder) -> None:
    digest = kept(store, b"words")
    (store.root / HERE / digest[:2] / digest).write_bytes(b"other")
    with pytest.raises(StoreFailed) as failed:
        store.read(HERE, digest)
    assert failed.value.key == "damaged"


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "full"), (errno.EDQUOT, "full"), (errno.EROFS, "read-only"), (errno.EIO, "broken")],
)
def test_a_disk_that_takes_nothing(store: Folder, monkeypatch: pytest.MonkeyPatch, number: int, key: str) -> None:
    path = store.coming()
    path.write_bytes(b"words")

    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(StoreFailed) as failed:
        store.keep(HERE, path)
    assert failed.value.key == key
    assert list(store.all_of(HERE)) == []


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("in the way")
    with pytest.raises(StoreFailed):
        Folder(tmp_path / "files").look()


def test_it_says_how_much_room_is_left(any_store: FileStore, store: Folder) -> None:
    assert any_store.look() > 0
    assert list(store.root.glob("coming/*")) == []


def test_what_a_program_that_died_left_goes_later(store: Folder) -> None:
    left, young = store.coming(), store.coming()
    old = left.stat().st_mtime - STALE.total_seconds() - 1
    os.utime(left, (old, old))
    store.coming()
    assert not left.exists()
    assert young.exists()
