"""links and texts that students show"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("words", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("criterion", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="")
        )
