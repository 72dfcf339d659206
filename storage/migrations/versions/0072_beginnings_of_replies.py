"""beginnings of replies"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0072"
down_revision = "0071"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString(length=16)
    op.add_column(
        "learner_profile", sa.Column("share_answers", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("check_in", sa.Column("ideas", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("check_in", sa.Column("ideas_of", text, nullable=False, server_default=""))
