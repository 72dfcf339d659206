"""standards of classes, and files that teachers bring"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.create_table(
        "standard",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", text(length=32), nullable=False),
        sa.Column("classroom", sa.Integer(), nullable=False),
        sa.Column("code", text(), nullable=False),
        sa.Column("statement", text(), nullable=False),
        sa.Column("identifier", text(), nullable=False),
        sa.Column("search", text(), nullable=False),
        sa.ForeignKeyConstraint(["classroom"], ["classroom.id"], name=op.f("fk_standard_classroom_classroom")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("standard", schema=None) as batch_op:
        batch_op.create_index("ix_standard_workspace_standard_classroom", ["workspace", "classroom"])
    op.create_table(
        "brought",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", text(length=32), nullable=False),
        sa.Column("classroom", sa.Integer(), nullable=False),
        sa.Column("asked_by", text(length=32), nullable=False),
        sa.Column("brings", text(length=16), nullable=False),
        sa.Column("slack_file", text(), nullable=False),
        sa.Column("name", text(), nullable=False),
        sa.Column("came_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", text(length=16), nullable=False),
        sa.Column("why", text(), nullable=False),
        sa.Column("place", text(), nullable=False),
        sa.Column("found", text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["classroom"], ["classroom.id"], name=op.f("fk_brought_classroom_classroom")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brought")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("brought", schema=None) as batch_op:
        batch_op.create_index("ix_brought_workspace_brought_classroom", ["workspace", "classroom"])
