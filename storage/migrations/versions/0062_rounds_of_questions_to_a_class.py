"""rounds of questions to a class"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inventory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("classroom", sa.Integer(), nullable=False),
        sa.Column("teacher", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("asked_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("open_until", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["classroom"], ["classroom.id"], name=op.f("fk_inventory_classroom_classroom")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inventory")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("inventory", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_inventory_workspace_inventory_classroom"), ["workspace", "classroom"], unique=False
        )

    op.create_table(
        "inventory_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("inventory", sa.Integer(), nullable=False),
        sa.Column("student", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("school", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("own", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("share", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("said_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["inventory"], ["inventory.id"], name=op.f("fk_inventory_answer_inventory_inventory")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inventory_answer")),
        sa.UniqueConstraint(
            "workspace", "inventory", "student", name=op.f("uq_inventory_answer_workspace_inventory_student")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("inventory_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inventory_answer_inventory"), ["inventory"], unique=False)
