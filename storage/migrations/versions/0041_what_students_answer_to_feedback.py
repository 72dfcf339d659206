"""what students answer to feedback"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("feedback", "response"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name in ("tried_at", "unclear_at", "talk_at"):
                batch_op.add_column(sa.Column(name, storage.types.UtcDateTime(timezone=True), nullable=True))
