"""who was reminded of what waits"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

_WAITS = sa.text("reminded < 2 and status in ('proposed', 'questioned', 'amended', 'renegotiating')")


def upgrade() -> None:
    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reminded", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("reminded_at", storage.types.UtcDateTime(timezone=True), nullable=True))
        batch_op.create_index(
            "ix_contract_waiting", ["workspace", "classroom"], sqlite_where=_WAITS, postgresql_where=_WAITS
        )
