"""lessons and their exit tickets"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.types

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lesson",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("classroom", sa.Integer(), nullable=False),
        sa.Column("teacher", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("script", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("begun_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("posted", sa.JSON(), nullable=False),
        sa.Column("asked_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("open_until", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["classroom"], ["classroom.id"], name=op.f("fk_lesson_classroom_classroom")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("lesson", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_lesson_workspace_lesson_classroom"), ["workspace", "classroom"], unique=False
        )

    op.create_table(
        "lesson_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("lesson", sa.Integer(), nullable=False),
        sa.Column("student", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("clear", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("found", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("next", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("quotes", sa.Boolean(), nullable=False),
        sa.Column("said_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["lesson"], ["lesson.id"], name=op.f("fk_lesson_answer_lesson_lesson")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_answer")),
        sa.UniqueConstraint("workspace", "lesson", "student", name=op.f("uq_lesson_answer_workspace_lesson_student")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("lesson_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_answer_lesson"), ["lesson"], unique=False)
