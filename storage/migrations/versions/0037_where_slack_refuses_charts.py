"""where Slack refuses charts"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("pace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("charts_refused_at", storage.types.UtcDateTime(timezone=True), nullable=True))
