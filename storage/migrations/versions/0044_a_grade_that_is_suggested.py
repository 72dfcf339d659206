"""a grade that is suggested"""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("assessment", sa.Column("self_part", sa.Integer(), nullable=True))
    op.add_column("classroom", sa.Column("self_part", sa.Integer(), nullable=True))
