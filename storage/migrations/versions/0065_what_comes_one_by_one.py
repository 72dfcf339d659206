"""what comes one by one"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString(length=64)
    op.add_column("membership", sa.Column("singly", text, nullable=False, server_default=""))
