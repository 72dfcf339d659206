"""what check-ins of a class ask for, and what is answered to it"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString()
    with op.batch_alter_table("classroom", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asks_for", text, server_default="report", nullable=False))
        batch_op.add_column(sa.Column("questions", sa.JSON(), server_default="[]", nullable=False))

    with op.batch_alter_table("reply", schema=None) as batch_op:
        batch_op.add_column(sa.Column("talk", text, server_default="", nullable=False))
        batch_op.add_column(sa.Column("answers", sa.JSON(), server_default="[]", nullable=False))
