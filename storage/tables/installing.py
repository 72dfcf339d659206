"""The tables of who installed Accord, and of who has left.

Installations and the states of installing belong to slack-sdk's stores: their columns are its own, and a workspace is
called a team there. They are declared here and not taken from there: its module wants SQLAlchemy's asyncio, which
nothing else of ours needs. Their secrets are wider, since they are sealed (storage/sealed.py).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, DateTime, Index, Integer, MetaData, String, Table, UniqueConstraint, func
from sqlalchemy.types import TypeEngine

from storage.tables.rows import Row, moment

BOTS = "slack_bots"
INSTALLATIONS = "slack_installations"
STATES = "slack_oauth_states"

SECRETS = (
    "bot_token",
    "bot_refresh_token",
    "user_token",
    "user_refresh_token",
    "incoming_webhook_url",
    "incoming_webhook_configuration_url",
)
"""The columns that nobody may read who reads the database."""

SEALED_LENGTH = 1000
"""Characters. A sealed token of 250 characters takes 430."""


class DepartureRow(Row, table=True):
    """A workspace that removed Accord. While `back_at` is empty, all that is its rests."""

    __tablename__ = "departure"
    __table_args__ = (UniqueConstraint("workspace"),)
    reason: str
    left_at: datetime = moment()
    back_at: datetime | None = moment(optional=True)


def bots_table(metadata: MetaData, secret: TypeEngine[Any]) -> Table:
    """slack-sdk's table of bots, with `secret` as the type of what is secret in it."""
    names = ("client_id", "enterprise_id", "team_id", "installed_at")
    return Table(BOTS, metadata, *_common(secret), *_installed(), Index(f"{BOTS}_idx", *names))


def installations_table(metadata: MetaData, secret: TypeEngine[Any]) -> Table:
    """slack-sdk's table of installations: whoever installed, and what they were given."""
    names = ("client_id", "enterprise_id", "team_id", "user_id", "installed_at")
    return Table(
        INSTALLATIONS,
        metadata,
        *_common(secret),
        Column("enterprise_url", String(200)),
        Column("user_id", String(32), nullable=False),
        Column("user_token", secret),
        Column("user_scopes", String(1000)),
        Column("user_refresh_token", secret),
        Column("user_token_expires_at", DateTime),
        Column("incoming_webhook_url", secret),
        Column("incoming_webhook_channel", String(200)),
        Column("incoming_webhook_channel_id", String(200)),
        Column("incoming_webhook_configuration_url", secret),
        Column("token_type", String(32)),
        *_installed(),
        Index(f"{INSTALLATIONS}_idx", *names),
    )


def _common(secret: TypeEngine[Any]) -> list[Column[Any]]:
    return [
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("client_id", String(32), nullable=False),
        Column("app_id", String(32), nullable=False),
        Column("enterprise_id", String(32)),
        Column("enterprise_name", String(200)),
        Column("team_id", String(32)),
        Column("team_name", String(200)),
        Column("bot_token", secret),
        Column("bot_id", String(32)),
        Column("bot_user_id", String(32)),
        Column("bot_scopes", String(1000)),
        Column("bot_refresh_token", secret),
        Column("bot_token_expires_at", DateTime),
    ]


def _installed() -> list[Column[Any]]:
    return [
        Column("is_enterprise_install", Boolean, default=False, nullable=False),
        Column("installed_at", DateTime, nullable=False, default=func.now()),
    ]


BOTS_TABLE = bots_table(Row.metadata, String(SEALED_LENGTH))
INSTALLATIONS_TABLE = installations_table(Row.metadata, String(SEALED_LENGTH))
STATES_TABLE = Table(
    STATES,
    Row.metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("state", String(200), nullable=False),
    Column("expire_at", DateTime, nullable=False),
)
