"""what helps with a standard"""

import sqlalchemy as sa
from alembic import op

revision = "0073"
down_revision = "0072"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("standard", sa.Column("resources", sa.JSON(), nullable=False, server_default="[]"))
