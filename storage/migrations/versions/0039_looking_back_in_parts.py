"""looking back in parts"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        for name in ("otherwise", "surprise", "word"):
            batch_op.add_column(sa.Column(name, sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("pieces", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(
            sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="closed")
        )
