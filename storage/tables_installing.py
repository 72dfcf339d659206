"""The tables of who installed Accord, and of who has left.

Installations and the states of installing belong to slack-sdk's stores: their columns are its own, and a
workspace is called a team there. Only their tokens are wider, since they are sealed (storage/sealed.py).
"""

from datetime import datetime
from typing import Any

from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import MetaData, String, Table, UniqueConstraint
from sqlalchemy.types import TypeEngine

from storage.rows import Row, moment

BOTS = SQLAlchemyInstallationStore.default_bots_table_name
INSTALLATIONS = SQLAlchemyInstallationStore.default_installations_table_name
STATES = SQLAlchemyOAuthStateStore.default_table_name

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


def installing_tables(metadata: MetaData, secret: TypeEngine[Any]) -> tuple[Table, Table]:
    """slack-sdk's tables of bots and of installations, with `secret` as the type of what is secret in them."""
    bots = SQLAlchemyInstallationStore.build_bots_table(metadata, BOTS)
    installations = SQLAlchemyInstallationStore.build_installations_table(metadata, INSTALLATIONS)
    for made in (bots, installations):
        for column in made.c:
            if column.name in SECRETS:
                column.type = secret
    return bots, installations


BOTS_TABLE, INSTALLATIONS_TABLE = installing_tables(Row.metadata, String(SEALED_LENGTH))
STATES_TABLE = SQLAlchemyOAuthStateStore.build_oauth_states_table(Row.metadata, STATES)
