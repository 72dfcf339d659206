"""find by workspace what is past its time"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("incoming", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_incoming_received_at"))
        batch_op.create_index(
            batch_op.f("ix_incoming_workspace_incoming_received_at"), ["workspace", "received_at"], unique=False
        )

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_said"), sqlite_where=sa.text("state = 'sent' and subject is null"))
        batch_op.create_index(
            "ix_outbox_expired",
            ["workspace", "created_at"],
            unique=False,
            sqlite_where=sa.text("state = 'expired'"),
            postgresql_where=sa.text("state = 'expired'"),
        )
        batch_op.create_index(
            "ix_outbox_past",
            ["workspace", "sent_at"],
            unique=False,
            sqlite_where=sa.text("state = 'sent' and subject is null"),
            postgresql_where=sa.text("state = 'sent' and subject is null"),
        )
