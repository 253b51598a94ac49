"""The tables of the lasting store: what was read, what was made of it, and every word of the analysts on it.

Records are kept as JSON beside the few columns by which they are looked up, so that a record may gain a field without
a change of the tables. Days and moments are ISO 8601 text in UTC.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)

# One row for each change of the data: its number is the data's version.
versions = Table(
    "versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
)

# The files as they came, each once.
originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# Files and addresses that were read to their end by a version of the parser: they need not be read again.
inputs = Table(
    "inputs",
    metadata,
    Column("sha256", String(64), ForeignKey("originals.sha256"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("parser", String(32), nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("doc_id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("original", String(64), ForeignKey("originals.sha256"), nullable=True),
    Column("parser", String(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("text", Text, nullable=False),
)

# The numbers of each document's signature: two documents that share several are near-copies of one text.
signatures = Table(
    "signatures",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("doc_id", Text, ForeignKey("documents.doc_id"), primary_key=True),
)

# `lineage` is the id that the report had when it was first read; it stays when a newer parser reads the text anew.
reports = Table(
    "reports",
    metadata,
    Column("report_id", String(40), primary_key=True),
    Column("doc_id", Text, ForeignKey("documents.doc_id"), nullable=False, index=True),
    Column("rank", Integer, nullable=False),
    Column("lineage", String(40), nullable=False, unique=True),
    Column("block", Text, nullable=False, index=True),
    Column("engagement_id", String(40), nullable=False, index=True),
    Column("record", Text, nullable=False),
)

# Blocks whose reports changed and which are still to be merged anew.
dirty = Table("dirty", metadata, Column("block", Text, primary_key=True))

# What the pages and files show of each engagement now, with the decisions on it applied.
engagements = Table(
    "engagements",
    metadata,
    Column("engagement_id", String(40), primary_key=True),
    Column("block", Text, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("shown", Text, nullable=False),
    Column("machine", Text, nullable=False),
    Column("made_of", String(64), nullable=False, server_default=""),
)

# The same at every version at which it changed; empty where the engagement went.
history = Table(
    "history",
    metadata,
    Column("engagement_id", String(40), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("shown", Text, nullable=False),
)

# What analysts decided; never changed but for `state`: in force, undone, waiting (fits no more).
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("action", String(32), nullable=False),
    Column("target", Text, nullable=False, index=True),
    Column("payload", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("state", String(16), nullable=False),
)

# Every change that anybody or the parser made: rows are added, never changed.
changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False, index=True),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("engagement_id", Text, nullable=False, index=True),
    Column("field", String(32), nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("decision", Integer, nullable=True),
)

problems = Table(
    "problems",
    metadata,
    Column("doc_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False),
)

# Settings of the collection that belong to nobody: addresses and folders to look at again.
feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
)

# Views that a person gave a name: a page with what was asked for, as JSON. All who share the store may open them.
saved_views = Table(
    "saved_views",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("who", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("page", Text, nullable=False),
    Column("asked", Text, nullable=False),
)

# The moment and the version of the data that each person saw last, and those at the end of the visit before.
visits = Table(
    "visits",
    metadata,
    Column("who", Text, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("last_at", String(32), nullable=False),
    Column("last_version", Integer, nullable=False),
)

Index("ix_reports_rank", reports.c.rank)
