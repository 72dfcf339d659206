"""what came back from outside"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0071"
down_revision = "0070"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString()
    op.add_column("assessment", sa.Column("outside_ratings", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("assessment", sa.Column("outside_words", text, nullable=False, server_default=""))
