"""signs of success met"""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("assessment", sa.Column("counts_signs", sa.Boolean(), nullable=True))
    op.add_column("classroom", sa.Column("counts_signs", sa.Boolean(), nullable=True))
