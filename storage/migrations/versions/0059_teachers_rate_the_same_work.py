"""teachers rate the same work"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calibration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("classroom", sa.Integer(), nullable=False),
        sa.Column("invited_by", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("made_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("rubric", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("closed_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["classroom"], ["classroom.id"], name=op.f("fk_calibration_classroom_classroom")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("calibration", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_calibration_workspace_calibration_classroom"), ["workspace", "classroom"], unique=False
        )

    op.create_table(
        "calibration_rater",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("calibration", sa.Integer(), nullable=False),
        sa.Column("user", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("asked_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("rated", sa.JSON(), nullable=False),
        sa.Column("declined", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["calibration"], ["calibration.id"], name=op.f("fk_calibration_rater_calibration_calibration")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_rater")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("calibration_rater", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_calibration_rater_workspace_calibration_rater_calibration"),
            ["workspace", "calibration"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_calibration_rater_workspace_calibration_rater_user"), ["workspace", "user"], unique=False
        )

    op.create_table(
        "calibration_piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("calibration", sa.Integer(), nullable=False),
        sa.Column("contract", sa.Integer(), nullable=False),
        sa.Column("student", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("signs", sa.JSON(), nullable=False),
        sa.Column("asked_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("decided_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["calibration"], ["calibration.id"], name=op.f("fk_calibration_piece_calibration_calibration")
        ),
        sa.ForeignKeyConstraint(["contract"], ["contract.id"], name=op.f("fk_calibration_piece_contract_contract")),
        sa.ForeignKeyConstraint(["evidence"], ["evidence.id"], name=op.f("fk_calibration_piece_evidence_evidence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_piece")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("calibration_piece", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_calibration_piece_workspace_calibration_piece_calibration"),
            ["workspace", "calibration"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_calibration_piece_workspace_calibration_piece_evidence"),
            ["workspace", "evidence"],
            unique=False,
        )
