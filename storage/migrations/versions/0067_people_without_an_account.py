"""people without an account"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None


def upgrade() -> None:
    user = sqlmodel.sql.sqltypes.AutoString(length=32)
    op.add_column("person", sa.Column("entered_by", user, nullable=False, server_default=""))
    op.add_column("person", sa.Column("entered_at", storage.types.UtcDateTime(timezone=True), nullable=True))
    op.add_column("signature", sa.Column("on_paper", user, nullable=False, server_default=""))
