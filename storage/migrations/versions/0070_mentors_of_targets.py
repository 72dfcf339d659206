"""mentors of targets"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mentoring",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("contract", sa.Integer(), nullable=False),
        sa.Column("student", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("mentor", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("asked_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("said_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("reported_by", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("reported_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contract"], ["contract.id"], name=op.f("fk_mentoring_contract_contract")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentoring")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("mentoring", schema=None) as batch_op:
        batch_op.create_index("ix_mentoring_contract", ["contract"], unique=False)
        batch_op.create_index("ix_mentoring_workspace_mentoring_mentor", ["workspace", "mentor"], unique=False)
        batch_op.create_index("ix_mentoring_workspace_mentoring_student", ["workspace", "student"], unique=False)
