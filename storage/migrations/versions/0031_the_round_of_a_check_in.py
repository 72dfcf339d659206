"""the round of a check-in, and what a teacher wants to be told"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

from storage.types import UtcDateTime

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("check_in", schema=None) as batch_op:
        batch_op.add_column(sa.Column("round", sqlmodel.sql.sqltypes.AutoString(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("missed_at", UtcDateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_check_in_workspace_check_in_round"), ["workspace", "round"], unique=False)

    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("check_ins", sqlmodel.sql.sqltypes.AutoString(), server_default="", nullable=False)
        )
