"""Who installed Accord: slack-sdk's stores on our tables, with every secret sealed.

The stores are the synchronous ones. All of our storage is, and runs through one executor; asynchronous ones would
want a second engine, with connections, and on SQLite a writer, of their own.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store import Installation as SlackInstallation
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import Engine, Table, and_, delete, func, insert, select

from bot.domain.installation import Installation, Unsealable
from storage.engine import reader_of, reading
from storage.sealed import Seal, SealedText
from storage.tables.installing import BOTS_TABLE, INSTALLATIONS_TABLE, bots_table, installations_table

LONGEST_NAME = 200
"""Characters of a team's name that the store has room for."""

STATE_LASTS = timedelta(minutes=10)
"""As long as the code that Slack gives for it."""

MOST_STATES = 1_000
"""Installations under way at once: anybody may press the button, and nobody is to fill the database with it."""


class _Store(SQLAlchemyInstallationStore):
    """slack-sdk's store, whose secrets are sealed."""

    def __init__(self, client_id: str, engine: Engine, seal: Seal) -> None:
        super().__init__(client_id, engine)
        self.metadata.clear()
        secret = SealedText(seal)
        self.bots, self.installations = bots_table(self.metadata, secret), installations_table(self.metadata, secret)

    @classmethod
    def build_bot_entity(cls, row: Any) -> Bot:
        """The store writes instants in UTC, and would read them in the machine's own zone."""
        return super().build_bot_entity({**row, "installed_at": row["installed_at"].replace(tzinfo=UTC)})


class Installations:
    """The workspaces that installed this app. Of a workspace in an Enterprise organisation only the workspace is
    looked at: its id is unique everywhere, and it is what all our rows know."""

    def __init__(self, engine: Engine, client_id: str, seal: Seal) -> None:
        self._engine = engine
        self._client_id = client_id
        self._store = _Store(client_id, engine, seal)
        self._reads = _Store(client_id, reader_of(engine), seal)

    def save(self, made: Installation) -> None:
        """Keep it, in place of what the workspace had before."""
        self._store.save(
            SlackInstallation(
                app_id=made.app,
                team_id=made.workspace,
                team_name=made.team[:LONGEST_NAME],
                user_id=made.by,
                bot_token=made.token,
                bot_id=made.bot_id,
                bot_user_id=made.bot_user,
                bot_scopes=list(made.scopes),
                token_type="bot",  # noqa: S106 - a kind of token
                installed_at=made.since,
            )
        )
        self._forget_before(made)

    def find(self, workspace: str) -> Installation | None:
        """None where the workspace did not install, or removed, Accord. Unsealable where no key opens its token."""
        found = self._reads.find_bot(enterprise_id=None, team_id=workspace)
        if found is None or found.bot_token is None:
            return None
        return Installation(
            workspace,
            found.bot_token,
            found.bot_user_id or "",
            found.bot_id or "",
            datetime.fromtimestamp(found.installed_at, UTC),
            found.team_name or "",
            found.app_id or "",
            scopes=tuple(found.bot_scopes or ()),
        )

    def remove(self, workspace: str) -> None:
        """Delete everything that the workspace gave us to speak by."""
        self._store.delete_all(enterprise_id=None, team_id=workspace)

    def workspaces(self) -> list[str]:
        """All that installed this app, whether their tokens can be read or not."""
        with reading(self._engine) as connection:
            here = select(BOTS_TABLE.c.team_id).where(BOTS_TABLE.c.client_id == self._client_id).distinct()
            return list(connection.execute(here.order_by(BOTS_TABLE.c.team_id)).scalars())

    def unreadable(self) -> list[str]:
        """The workspaces whose token no key opens."""
        return [w for w in self.workspaces() if not self._readable(w)]

    def _readable(self, workspace: str) -> bool:
        try:
            self.find(workspace)
        except Unsealable:
            return False
        return True

    def _forget_before(self, made: Installation) -> None:
        before = made.since.astimezone(UTC).replace(tzinfo=None)  # as the store writes it
        with self._engine.begin() as connection:
            for rows in (BOTS_TABLE, INSTALLATIONS_TABLE):
                older = and_(rows.c.team_id == made.workspace, rows.c.installed_at < before)
                connection.execute(delete(rows).where(rows.c.client_id == self._client_id, older))


class TooManyStates(Exception):
    """As many installations are under way as may be; some minutes later there are fewer."""


class States(SQLAlchemyOAuthStateStore):
    """slack-sdk's store of states, by our clock; each is good for one use, however many ask at once."""

    oauth_states: Table

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        super().__init__(int(STATE_LASTS.total_seconds()), engine)
        self._now = now

    def issue(self, *args: Any, **kwargs: Any) -> str:
        """A new state. Those that are over are forgotten on the way. TooManyStates where that leaves too many."""
        state, now = token_urlsafe(32), self._now().astimezone(UTC).replace(tzinfo=None)
        rows = self.oauth_states
        with self.engine.begin() as connection:
            connection.execute(delete(rows).where(rows.c.expire_at <= now))
            if connection.execute(select(func.count()).select_from(rows)).scalar_one() >= MOST_STATES:
                raise TooManyStates
            connection.execute(insert(rows).values(state=state, expire_at=now + STATE_LASTS))
        return state

    def consume(self, state: str) -> bool:
        """Whether it was issued, is not over, and was not used before."""
        now = self._now().astimezone(UTC).replace(tzinfo=None)
        rows = self.oauth_states
        used = delete(rows).where(rows.c.state == state, rows.c.expire_at > now).returning(rows.c.id)
        with self.engine.begin() as connection:
            return connection.execute(used).first() is not None
