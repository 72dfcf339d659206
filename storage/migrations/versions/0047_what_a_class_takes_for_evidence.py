"""what a class takes for evidence"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("classroom", sa.Column("takes", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("classroom", sa.Column("file_mb", sa.Integer(), server_default="0", nullable=False))
