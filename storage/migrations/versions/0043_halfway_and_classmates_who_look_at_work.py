"""halfway and classmates who look at work"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "halfway",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("contract", sa.Integer(), nullable=False),
        sa.Column("user", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("signs", sa.JSON(), nullable=False),
        sa.Column("given_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contract"], ["contract.id"], name=op.f("fk_halfway_contract_contract")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_halfway")),
    )
    with op.batch_alter_table("halfway", schema=None) as batch_op:
        batch_op.create_index("ix_halfway_workspace_halfway_contract", ["workspace", "contract"], unique=True)

    op.create_table(
        "peer_look",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("contract", sa.Integer(), nullable=False),
        sa.Column("student", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("peer", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("signs", sa.JSON(), nullable=False),
        sa.Column("asked_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("said_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("shared_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("reported_by", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("reported_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contract"], ["contract.id"], name=op.f("fk_peer_look_contract_contract")),
        sa.ForeignKeyConstraint(["evidence"], ["evidence.id"], name=op.f("fk_peer_look_evidence_evidence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peer_look")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("peer_look", schema=None) as batch_op:
        batch_op.create_index("ix_peer_look_contract", ["contract"], unique=False)
        batch_op.create_index("ix_peer_look_workspace_peer_look_evidence", ["workspace", "evidence"], unique=False)
        batch_op.create_index("ix_peer_look_workspace_peer_look_peer", ["workspace", "peer"], unique=False)
        batch_op.create_index("ix_peer_look_workspace_peer_look_student", ["workspace", "student"], unique=False)
