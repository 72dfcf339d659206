"""a teacher looks first"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("classroom", sa.Column("looks_first", sa.Boolean(), server_default="0", nullable=False))
    op.add_column("milestone", sa.Column("shared_at", storage.types.UtcDateTime(timezone=True), nullable=True))
    text = sqlmodel.sql.sqltypes.AutoString()
    op.add_column("milestone", sa.Column("gathered", text, server_default="", nullable=False))
