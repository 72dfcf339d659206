"""conferences that students lead"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("contract", sa.Integer(), nullable=False),
        sa.Column("student", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("made_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("opening", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("script", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("first_question", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("second_question", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("pieces", sa.JSON(), nullable=False),
        sa.Column("step", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("step_number", sa.Integer(), nullable=False),
        sa.Column("step_by", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("student_signed_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("teacher_signed_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("signed_by", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.ForeignKeyConstraint(["contract"], ["contract.id"], name=op.f("fk_conference_contract_contract")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conference")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("conference", schema=None) as batch_op:
        batch_op.create_index("ix_conference_workspace_conference_contract", ["workspace", "contract"], unique=True)
