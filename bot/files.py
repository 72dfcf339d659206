"""Where the settings say that files of students are kept."""

from pathlib import Path

from sqlalchemy import Engine

from bot.settings import Settings
from storage.bucket import SCHEME, BucketAddress, open_bucket
from storage.engine import address_of
from storage.file_store import FileStore, Folder, beside, keep_files_in, limit_files


def keep_files(engine: Engine, settings: Settings) -> None:
    """Whoever works with this database keeps files there. Raises NotABucket."""
    limit_files(engine, settings.accord_file_mb)
    if settings.accord_files:
        keep_files_in(engine, store_named(settings))


def in_bucket(settings: Settings) -> bool:
    return settings.accord_files.startswith(SCHEME)


def store_named(settings: Settings) -> FileStore:
    """Raises NotABucket."""
    here = folder_of(settings)
    if not in_bucket(settings):
        return Folder(here)
    address = BucketAddress(
        settings.accord_files,
        settings.accord_files_endpoint,
        settings.accord_files_region,
        settings.accord_files_key.get_secret_value(),
        settings.accord_files_secret.get_secret_value(),
    )
    return open_bucket(address, Folder(here))


def folder_of(settings: Settings) -> Path:
    """The folder on this machine: where files lie, or where they come in on their way to a bucket."""
    named = settings.accord_files and not in_bucket(settings)
    return Path(settings.accord_files) if named else beside(address_of(settings.accord_database_url))
