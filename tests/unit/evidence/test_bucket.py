"""Files of students in an S3-compatible store: what it refuses is said in a word, and before a file comes."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli.doctor import database as doctor
from bot.cli.doctor.finding import Severity
from bot.files import keep_files, store_named
from bot.settings import Settings
from prompts.words import words_for
from storage.bucket import Bucket, BucketAddress, NotABucket, open_bucket
from storage.engine import open_engine
from storage.file_store import Folder, StoreFailed, store_of
from tests.unit.evidence.test_file_store import HERE, kept

obstore: Any = pytest.importorskip("obstore", reason="the extra s3 is not installed")


@pytest.fixture
def coming(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "files")


@pytest.fixture
def bucket(coming: Folder) -> Bucket:
    from obstore.store import MemoryStore

    return Bucket(MemoryStore(), coming)


def settings(tmp_path: Path, **given: str) -> Settings:
    return Settings.model_validate({"accord_database_url": f"sqlite:///{tmp_path}/accord.db", **given})


def refuse(error: Exception) -> Callable[..., None]:
    def refused(*_: object, **__: object) -> None:
        raise error

    return refused


def test_what_changed_in_the_bucket_is_not_given_out(bucket: Bucket) -> None:
    digest = kept(bucket, b"words")
    obstore.put(bucket._store, f"{HERE}/{digest[:2]}/{digest}", b"other")
    with pytest.raises(StoreFailed) as failed:
        bucket.read(HERE, digest)
    assert failed.value.key == "damaged"


def test_what_lies_beside_it_is_not_ours(bucket: Bucket) -> None:
    for place in (f"{HERE}/aa/notes.txt", f"{HERE}/bb/{'a' * 64}", f"{HERE}2/aa/{'a' * 64}"):
        obstore.put(bucket._store, place, b"other")
    digest = kept(bucket, b"words")
    (lying,) = bucket.all_of(HERE)
    assert (lying.digest, lying.size) == (digest, 5)


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (obstore.exceptions.PermissionDeniedError("no"), "read-only"),
        (obstore.exceptions.UnauthenticatedError("no"), "read-only"),
        (obstore.exceptions.GenericError("<Code>XMinioStorageFull</Code>"), "full"),
        (obstore.exceptions.GenericError("status 507 Insufficient Storage"), "full"),
        (obstore.exceptions.GenericError("error sending request"), "broken"),
    ],
)
def test_a_bucket_that_takes_nothing(
    bucket: Bucket, coming: Folder, monkeypatch: pytest.MonkeyPatch, error: Exception, key: str
) -> None:
    """What came in is still there, to be let go or tried again."""
    monkeypatch.setattr(obstore, "put", refuse(error))
    path = bucket.coming()
    path.write_bytes(b"words")
    with pytest.raises(StoreFailed) as failed:
        bucket.keep(HERE, path)
    assert (failed.value.key, path.exists()) == (key, True)
    with pytest.raises(StoreFailed) as failed:
        bucket.look()
    assert failed.value.key == key


@pytest.mark.parametrize("place", ["s3://", "s3:///folder", "s3://bucket?x=1", "s3://bucket#x"])
def test_what_names_no_bucket(coming: Folder, place: str) -> None:
    with pytest.raises(NotABucket) as no_bucket:
        open_bucket(BucketAddress(place), coming)
    assert no_bucket.value.key == "address"


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "obstore.store", None)
    named = settings(tmp_path, accord_files="s3://bucket")
    with pytest.raises(NotABucket) as no_bucket:
        store_named(named)
    assert no_bucket.value.key == "extra"
    assert words_for()("run-files-extra")
    assert doctor._evidence(named).key == "bucket-extra"


def test_a_folder_needs_nothing_of_it(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/accord.db")
    keep_files(engine, settings(tmp_path))
    assert isinstance(store_of(engine), Folder)
    keep_files(engine, settings(tmp_path, accord_files=f"{tmp_path}/elsewhere"))
    assert isinstance(store_of(engine), Folder)
    keep_files(engine, settings(tmp_path, accord_files="s3://bucket/school", accord_files_region="eu-west-1"))
    assert isinstance(store_of(engine), Bucket)
    engine.dispose()


@pytest.mark.parametrize("key", ["", "full", "read-only", "missing", "broken"])
def test_the_doctor_says_it_before_a_file_comes(
    tmp_path: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    if key:
        monkeypatch.setattr(Bucket, "look", refuse(StoreFailed(key)))
    monkeypatch.setattr(doctor, "store_named", lambda _: bucket)
    found = doctor._evidence(settings(tmp_path, accord_files="s3://bucket/school"))
    assert (found.key, found.level) == ((f"bucket-{key}", Severity.FAIL) if key else ("bucket", Severity.OK))
    assert words_for()(f"doctor-{found.key}", **found.args)
    assert not key or words_for()(f"doctor-{found.key}-remedy", **found.args)


def test_a_store_that_is_away_is_broken_and_no_more(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        named = settings(
            tmp_path,
            accord_files="s3://bucket/school",
            accord_files_endpoint=address,
            accord_files_region="eu-west-1",
            accord_files_key="k",
            accord_files_secret="secret",
        )
        with pytest.raises(StoreFailed) as failed:
            store_named(named).read(HERE, "a" * 64)
    assert failed.value.key == "broken"
    assert "secret" not in str(failed.value)
