"""ids that no button carries twice

SQLite gives the id of a row that is gone to the next one. The buttons under a message carry ids, and stay for as long
as the message does: one that was pressed late would act on something else.
"""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SHORT_LIVED = ("utterance", "asked_back", "note")


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in SHORT_LIVED:
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass
