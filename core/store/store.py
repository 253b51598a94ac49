"""The lasting store as the pages and the command line use it: add, review, look, take along."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from core import VERSION
from core.documents.watch import Stamp, look
from core.engagements.merge import uncollected
from core.model import Document, Problem
from core.run import Progress, outcome_of
from core.store import reread as rereading
from core.store import web
from core.store.add import Added, Cancelled, add_files, add_paths, add_reads, settle_all
from core.store.backup import read_backup, write_backup
from core.store.changelog import Asked, count_logged, logged, names_in_log
from core.store.decided import Decided, all_decisions
from core.store.engine import Database
from core.store.judge import Judge
from core.store.learned import Learned, learned_from, new_people_from
from core.store.load import Since, changed_since, rows_of, table_rows
from core.store.log import current_version, next_step
from core.store.look import Looked, looked_at, reviewed_rows
from core.store.migrate import bring_up_to_date
from core.store.newer import Newer, newer_rows
from core.store.program import digest_of
from core.store.queue import Waiting, review_queue
from core.store.schema import changes, documents, engagements, originals, problems, versions
from core.store.settle import settle
from core.store.standing import current_id, set_aside_unfit
from core.store.texts import Texts
from core.tables.rows import Row

if TYPE_CHECKING:
    import pandas as pd

_READS = ("text", "lexicon", "mentions", "reports")  # the rooms on which depends what a text is read as


class Store:
    """One collection that lasts. Raises StoreError when its database cannot be opened, read or written."""

    def __init__(self, database: Database) -> None:
        self.database = database
        bring_up_to_date(database)
        settle_all(database, "sidelines")  # what a run that was killed left unmerged

    @classmethod
    def at(cls, workspace: Path | None = None, url: str = "") -> "Store":
        """The store at the address `url` of a database, or in the folder `workspace`, made when not there."""
        return cls(Database(url) if url or workspace is None else Database.in_folder(workspace))

    @property
    def name(self) -> str:
        """The file or address, fit to be shown."""
        return self.database.name

    @property
    def version(self) -> int:
        """The version of the data: it moves with every change."""
        with self.database.reading() as connection:
            return current_version(connection)

    def counts(self) -> dict[str, int]:
        """How many documents, engagements, problems, decisions and changes there are."""
        tables = {
            "documents": documents,
            "engagements": engagements,
            "problems": problems,
            "changes": changes,
        }
        with self.database.reading() as connection:
            found = {
                name: connection.execute(select(func.count()).select_from(table)).scalar() or 0
                for name, table in tables.items()
            }
            return found | {"decisions": len(all_decisions(connection))}

    def add(
        self,
        paths: Sequence[Path],
        *,
        who: str,
        workers: int = 1,
        published: date | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Added:
        """What became of files and folders that are added, one transaction a document."""
        return add_paths(
            self.database,
            paths,
            parser=parser_version(),
            who=who,
            workers=workers,
            published=published,
            progress=progress,
            cancelled=cancelled,
        )

    def add_read(self, reads: Iterable[Document | Problem], *, who: str) -> Added:
        """What became of documents that were read elsewhere, from the web for instance."""
        return add_reads(self.database, ((read, b"") for read in reads), parser=parser_version(), who=who)

    def add_page(self, url: str, *, who: str) -> Added:
        """What became of the article at a web address, which is fetched now."""
        return web.add_page(self.database, url, parser=parser_version(), who=who)

    def add_feed(self, url: str, *, who: str, progress: Progress | None = None) -> Added:
        """What became of the articles that a feed (RSS or Atom) names, those that are new fetched now."""
        return web.add_feed(self.database, url, parser=parser_version(), who=who, progress=progress)

    def feeds(self) -> list[str]:
        """The addresses of the feeds that were added."""
        return web.kept_feeds(self.database)

    def watch(
        self, folder: Path, *, who: str, every: float = 5.0, told: Callable[[Added], None], stop: Cancelled
    ) -> None:
        """Adds what is new or changed in a folder, looking every few seconds, until `stop` says so."""
        seen: dict[str, Stamp] = {}
        before: Mapping[str, Stamp] = {}
        while not stop():
            found = look(folder, seen, before)
            if found.changed:
                told(
                    add_files(self.database, found.changed, parser=parser_version(), who=who, cancelled=stop)
                )
                seen |= {name: found.stamps[name] for _, name in found.changed}
            before = found.stamps
            time.sleep(every)

    def reread(self, *, who: str, progress: Progress | None = None) -> int:
        """How many documents are read otherwise by this version of the parser than by the one before."""
        parser = parser_version()
        with self.database.reading() as connection:
            names = rereading.outdated(connection, parser)
        changed = 0
        for done, name in enumerate(names, start=1):
            with self.database.reading() as connection:
                document = rereading.kept_document(connection, name)
            told = outcome_of(document).reports
            with self.database.writing() as connection:
                changed += rereading.keep_anew(connection, name, told, parser)
            if progress:
                progress(done, len(names))
        if names:
            with self.database.writing() as connection:
                step = next_step(connection, who, f"{len(names)} documents read anew")
                settle(connection, step, "read anew")
                if set_aside_unfit(connection, step):
                    settle(connection, step, "a decision fits no more")
        return changed

    def judge(self, who: str) -> Judge:
        """Decisions in the name of a person."""
        return Judge(self.database, who)

    @contextmanager
    def tables(self, version: int | None = None) -> Iterator[dict[str, Iterator[Row]]]:
        """For each table of the contract its rows, now or as an older version showed them."""
        with self.database.reading() as connection:
            yield table_rows(connection, version)

    def frames(self, version: int | None = None) -> "dict[str, pd.DataFrame]":
        """The same tables as typed frames (`core.tables.frames`), read by columns."""
        from core.store.columns import all_frames  # what only reads and writes records need not load pandas

        with self.database.reading() as connection, uncollected():
            return all_frames(connection, version)

    def kept_frames(self) -> "tuple[int, dict[str, pd.DataFrame]] | None":
        """The tables of a large collection as some version of them was last read, with the version; None without."""
        from core.store.snapshot import read_snapshot

        return read_snapshot(self.database)

    def keep_frames(self, version: int, tables: "Mapping[str, pd.DataFrame]") -> bool:
        """Whether the tables of a large collection were put where `kept_frames` finds them."""
        from core.store.snapshot import keep_snapshot

        return keep_snapshot(self.database, version, tables)

    def texts(self) -> Mapping[str, str]:
        """The text of each document by its id, read when it is asked for."""
        return Texts(self.database)

    def since(self, version: int) -> Since:
        """What was added, changed and removed after a version of the data."""
        with self.database.reading() as connection:
            return changed_since(connection, version)

    def rows_of(self, keys: Sequence[str], version: int | None = None) -> dict[str, Row]:
        """The rows of some engagements as a version showed them, now without one."""
        with self.database.reading() as connection:
            return rows_of(connection, keys, version)

    def queue(self, outlets: Mapping[str, str] | None = None) -> list[Waiting]:
        """What is worth a look, what matters most first; `outlets` has each document's source, where it is known."""
        with self.database.reading() as connection, uncollected():
            return review_queue(connection, outlets)

    def learned(self) -> Learned:
        """The parser's accuracy on what was reviewed."""
        with self.database.reading() as connection:
            return learned_from(connection)

    def new_people(self) -> list[dict[str, str]]:
        """Confirmed people whom the lexicon does not have, as entries for it."""
        with self.database.reading() as connection:
            return new_people_from(connection)

    def look(self, engagement_id: str) -> Looked | None:
        """One engagement as its reviewer needs it, rejected or not; None when the store never had it."""
        with self.database.reading() as connection:
            return looked_at(connection, engagement_id)

    def reviewed(self) -> list[Row]:
        """The rows of the engagements that somebody reviewed, the rejected ones too."""
        with self.database.reading() as connection:
            return list(reviewed_rows(connection))

    def newer(self, version: int) -> Newer | None:
        """What changed after a version, to bring tables up to date; None when all must be read anew."""
        with self.database.reading() as connection:
            return newer_rows(connection, version)

    def decisions(self) -> list[Decided]:
        """All decisions ever made, the earliest first."""
        with self.database.reading() as connection:
            return all_decisions(connection)

    def log(self, engagement_id: str | None = None) -> list[Row]:
        """All changes, or those of one engagement, the latest first: the columns of the change log."""
        question = select(changes).order_by(changes.c.number.desc())
        with self.database.reading() as connection:
            if engagement_id is not None:
                question = question.where(changes.c.engagement_id == engagement_id)
            return [dict(row) for row in connection.execute(question).mappings()]

    def changes(self, asked: Asked, most: int | None = None, start: int = 0) -> list[Row]:
        """The changes asked for, the latest first, a page of them when `most` is given."""
        with self.database.reading() as connection:
            return list(logged(connection, asked, most, start))

    def count_changes(self, asked: Asked) -> int:
        """How many changes are asked for."""
        with self.database.reading() as connection:
            return count_logged(connection, asked)

    def names_in_log(self) -> tuple[list[str], list[str]]:
        """Who changed anything, and which fields were changed."""
        with self.database.reading() as connection:
            return names_in_log(connection)

    def version_at(self, version: int) -> tuple[str, str] | None:
        """When a version was made and what it did; None where there is none."""
        with self.database.reading() as connection:
            row = connection.execute(
                select(versions.c.at, versions.c.what).where(versions.c.version == version)
            ).first()
        return (str(row[0]), str(row[1])) if row else None

    def current_id(self, engagement_id: str) -> str | None:
        """The id under which an engagement goes now; None when the store never had it."""
        from core.errors import UsageError

        with self.database.reading() as connection:
            try:
                return current_id(connection, engagement_id)
            except UsageError:
                return None

    def original(self, doc_id: str) -> tuple[str, bytes] | None:
        """The file in which a document came, with its name; None where it was not kept."""
        import zlib

        with self.database.reading() as connection:
            row = connection.execute(
                select(originals.c.name, originals.c.content)
                .join(documents, documents.c.original == originals.c.sha256)
                .where(documents.c.doc_id == doc_id)
            ).first()
        if row is None:
            return None
        content = zlib.decompress(row[1])
        return (str(row[0]), content) if content else None

    def backup(self, path: Path) -> dict[str, int]:
        """How many rows of each table went into the backup file."""
        return write_backup(self.database, path)

    @classmethod
    def restore(cls, database: Database, path: Path) -> "Store":
        """The store made of a backup in a database that holds nothing."""
        read_backup(database, path)
        return cls(database)


@cache
def parser_version() -> str:
    """The version of the parser: it changes with the program's number, its rules and its lexicon."""
    return f"{VERSION}+{digest_of(_READS)}"
