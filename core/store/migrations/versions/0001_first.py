"""The first version of the tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables."""
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("engagement_id", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_engagement_id"), "changes", ["engagement_id"], unique=False)
    op.create_index(op.f("ix_changes_version"), "changes", ["version"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_target"), "decisions", ["target"], unique=False)
    op.create_table(
        "dirty",
        sa.Column("block", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("block", name=op.f("pk_dirty")),
    )
    op.create_table(
        "engagements",
        sa.Column("engagement_id", sa.String(length=40), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("engagement_id", name=op.f("pk_engagements")),
    )
    op.create_index(op.f("ix_engagements_block"), "engagements", ["block"], unique=False)
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_feeds")),
    )
    op.create_table(
        "history",
        sa.Column("engagement_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("engagement_id", "version", name=op.f("pk_history")),
    )
    op.create_table(
        "originals",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_originals")),
    )
    op.create_table(
        "problems",
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("doc_id", "place", name=op.f("pk_problems")),
    )
    op.create_table(
        "versions",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_versions")),
    )
    op.create_table(
        "documents",
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("original", sa.String(length=64), nullable=True),
        sa.Column("parser", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["original"], ["originals.sha256"], name=op.f("fk_documents_original")),
        sa.PrimaryKeyConstraint("doc_id", name=op.f("pk_documents")),
        sa.UniqueConstraint("number", name=op.f("uq_documents_number")),
        sa.UniqueConstraint("sha256", name=op.f("uq_documents_sha256")),
    )
    op.create_table(
        "inputs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parser", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["originals.sha256"], name=op.f("fk_inputs_sha256")),
        sa.PrimaryKeyConstraint("sha256", "name", name=op.f("pk_inputs")),
    )
    op.create_table(
        "reports",
        sa.Column("report_id", sa.String(length=40), nullable=False),
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("lineage", sa.String(length=40), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("engagement_id", sa.String(length=40), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["doc_id"], ["documents.doc_id"], name=op.f("fk_reports_doc_id")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_reports")),
        sa.UniqueConstraint("lineage", name=op.f("uq_reports_lineage")),
    )
    op.create_index(op.f("ix_reports_block"), "reports", ["block"], unique=False)
    op.create_index(op.f("ix_reports_doc_id"), "reports", ["doc_id"], unique=False)
    op.create_index(op.f("ix_reports_engagement_id"), "reports", ["engagement_id"], unique=False)
    op.create_index("ix_reports_rank", "reports", ["rank"], unique=False)
    op.create_table(
        "signatures",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["doc_id"], ["documents.doc_id"], name=op.f("fk_signatures_doc_id")),
        sa.PrimaryKeyConstraint("number", "doc_id", name=op.f("pk_signatures")),
    )


def downgrade() -> None:
    """Takes all tables away."""
    op.drop_table("signatures")
    op.drop_index("ix_reports_rank", table_name="reports")
    op.drop_index(op.f("ix_reports_engagement_id"), table_name="reports")
    op.drop_index(op.f("ix_reports_doc_id"), table_name="reports")
    op.drop_index(op.f("ix_reports_block"), table_name="reports")
    op.drop_table("reports")
    op.drop_table("inputs")
    op.drop_table("documents")
    op.drop_table("versions")
    op.drop_table("problems")
    op.drop_table("originals")
    op.drop_table("history")
    op.drop_table("feeds")
    op.drop_index(op.f("ix_engagements_block"), table_name="engagements")
    op.drop_table("engagements")
    op.drop_table("dirty")
    op.drop_index(op.f("ix_decisions_target"), table_name="decisions")
    op.drop_table("decisions")
    op.drop_index(op.f("ix_changes_version"), table_name="changes")
    op.drop_index(op.f("ix_changes_engagement_id"), table_name="changes")
    op.drop_table("changes")
