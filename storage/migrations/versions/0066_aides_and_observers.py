"""aides and observers"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString(length=16)
    op.add_column("admission", sa.Column("helps_as", text, nullable=False, server_default=""))
