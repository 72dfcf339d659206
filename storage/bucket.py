"""Where the files of students lie in an S3-compatible store: under the same names as in a folder.

What comes in waits in a folder beside the database for as long as it is looked at. `obstore` is an extra, and loaded
when such a store is named.
"""

import hashlib
import secrets
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from storage.file_store import Folder, Lying, StoreFailed, digest_of, place_of

SCHEME = "s3://"
NO_END = sys.maxsize
"""Bytes of room: such a store does not say when it is full before it is."""
_FULL = ("QuotaExceeded", "InsufficientStorage", "StorageFull", "XMinioStorageFull", "507 ")
_LOOKED_AT = "coming"


class NotABucket(Exception):
    """The files can not be kept there. `key`: "address" or "extra"."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class BucketAddress:
    """`place` is "s3://bucket/folder"; what is "" is left to obstore, which reads AWS_… of the environment."""

    place: str
    endpoint: str = ""
    region: str = ""
    key: str = ""
    secret: str = ""


def open_bucket(address: BucketAddress, coming: Folder) -> "Bucket":
    """Nothing is sent yet. Raises NotABucket."""
    parts = urlsplit(address.place)
    if not parts.hostname or parts.query or parts.fragment:
        raise NotABucket("address")
    try:
        from obstore.store import S3Store
    except ImportError:
        raise NotABucket("extra") from None
    given = {
        "endpoint": address.endpoint,
        "region": address.region,
        "access_key_id": address.key,
        "secret_access_key": address.secret,
    }
    said: dict[str, Any] = {name: value for name, value in given.items() if value}
    plain = address.endpoint.startswith("http://")
    store = S3Store(
        parts.netloc,
        prefix=parts.path.strip("/") or None,
        client_options={"timeout": timedelta(seconds=60), "allow_http": plain},
        retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=20)},
        **said,
    )
    return Bucket(store, coming)


class Bucket:
    """A FileStore on one of obstore's stores."""

    def __init__(self, store: Any, coming: Folder) -> None:
        self._store = store
        self._coming = coming

    def coming(self) -> Path:
        return self._coming.coming()

    def let_go(self, path: Path) -> None:
        self._coming.let_go(path)

    def keep(self, workspace: str, path: Path) -> str:
        import obstore

        digest = digest_of(path)
        with _said():
            obstore.put(self._store, place_of(workspace, digest), path)
        self.let_go(path)
        return digest

    def read(self, workspace: str, digest: str) -> bytes:
        import obstore

        with _said():
            content = bytes(obstore.get(self._store, place_of(workspace, digest)).bytes())
        if hashlib.sha256(content).hexdigest() != digest:
            raise StoreFailed("damaged")
        return content

    def remove(self, workspace: str, digest: str) -> None:
        import obstore

        place = place_of(workspace, digest)
        try:
            with _said():
                obstore.delete(self._store, place)
        except StoreFailed as failed:
            if failed.key != "missing":
                raise

    def all_of(self, workspace: str) -> Iterator[Lying]:
        import obstore

        with _said():
            for batch in obstore.list(self._store, prefix=workspace):
                yield from filter(None, (_lying(workspace, one) for one in batch))

    def look(self) -> int:
        import obstore

        place = f"{_LOOKED_AT}/{secrets.token_hex(8)}"
        with _said():
            obstore.put(self._store, place, b"written")
            obstore.delete(self._store, place)
        return NO_END


def _lying(workspace: str, one: Mapping[str, Any]) -> Lying | None:
    digest = str(one["path"]).rpartition("/")[2]
    try:
        is_ours = str(one["path"]) == place_of(workspace, digest)
    except StoreFailed:
        return None
    return Lying(digest, int(one["size"]), one["last_modified"].timestamp()) if is_ours else None


@contextmanager
def _said() -> Iterator[None]:
    """What the store refuses, in a word. Its own message is logged by nobody: it may hold an address with a key."""
    from obstore import exceptions

    try:
        yield
    except FileNotFoundError:
        raise StoreFailed("missing") from None
    except (exceptions.PermissionDeniedError, exceptions.UnauthenticatedError):
        raise StoreFailed("read-only") from None
    except (exceptions.BaseError, OSError) as error:
        raise StoreFailed("full" if any(word in str(error) for word in _FULL) else "broken") from None
