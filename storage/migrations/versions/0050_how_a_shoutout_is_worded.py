"""how a shoutout is worded"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString()
    op.add_column("milestone", sa.Column("named", text, server_default="full", nullable=False))
    op.add_column("milestone", sa.Column("own_words", text, server_default="", nullable=False))
