"""templates of schools"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.create_table(
        "school_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", text(length=32), nullable=False),
        sa.Column("name", text(), nullable=False),
        sa.Column("examples", sa.JSON(), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("evidence", text(length=16), nullable=False),
        sa.Column("hardest", text(), nullable=False),
        sa.Column("practice", text(), nullable=False),
        sa.Column("made_by", text(length=32), nullable=False),
        sa.Column("made_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_template")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("school_template") as batch_op:
        batch_op.create_index("ix_school_template_workspace_school_template_gone", ["workspace", "gone"])
