"""contracts with oneself"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "self_contract",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("classroom", sa.Integer(), nullable=False),
        sa.Column("student", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("goal", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("sign", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("practice", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("begun_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("closes_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("signed_hash", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("signed_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("halfway", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("halfway_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("done", sa.JSON(), nullable=False),
        sa.Column("shared_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("outcome", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("found", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("next", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("ended_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["classroom"], ["classroom.id"], name=op.f("fk_self_contract_classroom_classroom")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_contract")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("self_contract", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_self_contract_workspace_self_contract_student"), ["workspace", "student"], unique=False
        )
