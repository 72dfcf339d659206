"""standards that work shows"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString
    op.add_column("evidence", sa.Column("standards", text(), nullable=False, server_default=""))
