"""promises of teachers"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

_DUE = sa.text("wake_at is not null")


def upgrade() -> None:
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("contract", sa.Integer(), nullable=False),
        sa.Column("student", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("promised", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("wake_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("teacher", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("asked_on", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("put_off", sa.Boolean(), nullable=False),
        sa.Column("said_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("said_by", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("word", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contract"], ["contract.id"], name=op.f("fk_promise_contract_contract")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_promise_contract"), ["contract"], unique=False)
        batch_op.create_index("ix_promise_wake_at", ["wake_at"], sqlite_where=_DUE, postgresql_where=_DUE)
        batch_op.create_index(
            batch_op.f("ix_promise_workspace_promise_teacher_promise_asked_on"),
            ["workspace", "teacher", "asked_on"],
            unique=False,
        )
