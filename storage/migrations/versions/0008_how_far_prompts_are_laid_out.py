"""How far ahead prompts are laid out in a workspace."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("pace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_until", storage.types.UtcDateTime(timezone=True), nullable=True))
