"""promises line by line"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0069"
down_revision = "0068"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString(length=16)
    op.add_column("promise", sa.Column("mark", text, nullable=False, server_default=""))
