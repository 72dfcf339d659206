"""alerts whose ids no button carries twice, and what each set aside

SQLite lets a table that others point to be made anew only while none does: the rows of `care_told` wait meanwhile.
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

TOLD = "id, workspace, alert, user, place, state, asked_for, told_at, taken_at, words, words_at"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _make_anew()
    op.add_column("care_alert", sa.Column("set_aside", sa.JSON(), server_default="[]", nullable=False))


def _make_anew() -> None:
    op.execute(f"CREATE TEMPORARY TABLE told_before AS SELECT {TOLD} FROM care_told")  # noqa: S608 - columns named above
    op.drop_table("care_told")
    with op.batch_alter_table("care_alert", recreate="always", table_kwargs={"sqlite_autoincrement": True}):
        pass
    _create_told()
    op.execute(f"INSERT INTO care_told ({TOLD}) SELECT {TOLD} FROM told_before")  # noqa: S608 - columns named above
    op.execute("DROP TABLE told_before")


def _create_told() -> None:
    op.create_table(
        "care_told",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("alert", sa.Integer(), nullable=False),
        sa.Column("user", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("asked_for", sa.Boolean(), nullable=False),
        sa.Column("told_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("taken_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("words_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["alert"], ["care_alert.id"], name=op.f("fk_care_told_alert_care_alert")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_told")),
        sa.UniqueConstraint("alert", "user", name=op.f("uq_care_told_alert_user")),
    )
