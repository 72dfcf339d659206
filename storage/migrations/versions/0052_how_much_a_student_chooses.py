"""how much a student chooses"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "membership",
        sa.Column("autonomy", sqlmodel.sql.sqltypes.AutoString(length=16), server_default="", nullable=False),
    )
    op.add_column(
        "membership",
        sa.Column("autonomy_by", sqlmodel.sql.sqltypes.AutoString(length=32), server_default="", nullable=False),
    )
    op.add_column("membership", sa.Column("autonomy_at", storage.types.UtcDateTime(timezone=True), nullable=True))
