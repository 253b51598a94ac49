"""The commands on the lasting collection: add, status, export, backup, restore, reread, check."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UsageError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from core.run import Progress
    from core.store.add import Added
    from core.store.engine import Database
    from core.store.store import Store

Bar = Callable[[], "AbstractContextManager[Progress | None]"]
Arguments = argparse.Namespace


def declare(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    workers: Callable[[str], int],
    day: Callable[[str], date],
) -> None:
    """Adds the commands of the lasting collection to the parser of `python -m core`."""
    add = _command(
        commands, "add", _add, "read files and folders into the collection; known ones are passed over"
    )
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all in it")
    add.add_argument("--workers", type=workers, default=1, metavar="N", help="processes; 0 for all cores")
    add.add_argument("--published", type=day, metavar="DATE", help="the date of documents that state none")
    fetch = _command(commands, "fetch", _fetch, "add the articles at web addresses")
    fetch.add_argument("urls", nargs="+", metavar="URL", help="the address of an article")
    feed = _command(
        commands, "feed", _feed, "add what is new in feeds (RSS or Atom); without a URL, in those known"
    )
    feed.add_argument("urls", nargs="*", metavar="URL", help="the address of a feed")
    watch = _command(commands, "watch", _watch, "add what comes into a folder, until interrupted")
    watch.add_argument("folder", type=Path, metavar="FOLDER")
    watch.add_argument("--every", type=float, default=5.0, metavar="SECONDS", help="how often to look (5)")
    _command(commands, "status", _status, "say what the collection holds")
    export = _command(commands, "export", _export, "write the tables of the collection")
    export.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the tables go")
    export.add_argument("--format", choices=("csv", "parquet"), default="csv", help="the tables' format")
    export.add_argument("--version", type=int, metavar="N", help="as that version of the data showed them")
    backup = _command(commands, "backup", _backup, "write the whole collection to one file")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = _command(commands, "restore", _restore, "take a backup back into an empty workspace")
    restore.add_argument("file", type=Path, metavar="FILE")
    _command(commands, "reread", _reread, "read all documents anew with this version; decisions stay")
    _command(commands, "check", _check, "say whether the collection is whole")


def open_store(given: Arguments | None = None, *, make: bool = False) -> "Store":
    """The collection named by the arguments, or by SIDELINES_DATABASE or SIDELINES_WORKSPACE, or in `workspace`.

    Raises UsageError when there is none and `make` does not ask for a new one.
    """
    from core.store.store import Store

    database = _database(given)
    if not make and not database.is_there():
        raise UsageError(f"there is no collection at {database.name}; python -m core add PATH... begins one")
    return Store(database)


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[Arguments, Bar], int],
    told: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, prog=f"python -m core {name}", help=told, description=told)
    command.set_defaults(run=run)
    command.add_argument(
        "--workspace",
        type=Path,
        metavar="DIR",
        help="its folder (default: SIDELINES_WORKSPACE, else workspace)",
    )
    command.add_argument(
        "--database", metavar="URL", help="its PostgreSQL database (default: SIDELINES_DATABASE, else none)"
    )
    return command


def _database(given: Arguments | None) -> "Database":
    from core.store.engine import Database

    url = (given.database if given else None) or os.environ.get("SIDELINES_DATABASE", "").strip()
    folder = (given.workspace if given else None) or os.environ.get("SIDELINES_WORKSPACE", "").strip()
    if url and not (given and given.workspace):
        return Database(url)
    return Database.in_folder(Path(folder or "workspace").expanduser())


def user_name() -> str:
    """The name under which this machine's user works."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def _add(given: Arguments, bar: Bar) -> int:
    store = open_store(given, make=True)
    with bar() as progress:
        added = store.add(
            given.paths, who=user_name(), workers=given.workers, published=given.published, progress=progress
        )
    _say(told_of(added) + f" -> {store.name}, version {store.version}")
    return 1 if added.problems else 0


def _fetch(given: Arguments, _: Bar) -> int:
    store = open_store(given, make=True)
    return _told(store, [store.add_page(url, who=user_name()) for url in given.urls])


def _feed(given: Arguments, bar: Bar) -> int:
    store = open_store(given, make=True)
    urls = given.urls or store.feeds()
    if not urls:
        raise UsageError("no feed is known yet; name one: python -m core feed URL")
    with bar() as progress:
        found = [store.add_feed(url, who=user_name(), progress=progress) for url in urls]
    return _told(store, found)


def _told(store: "Store", found: "list[Added]") -> int:
    """Says what became of each; 1 where something could not be read."""
    for added in found:
        for problem in added.problems:
            _say(f"{problem.doc_id}: {problem.problem.value}: {problem.detail}")
        _say(told_of(added) + f" -> {store.name}, version {store.version}")
    return int(any(added.problems for added in found))


def _watch(given: Arguments, _: Bar) -> int:
    if not given.folder.is_dir():
        raise UsageError(f"there is no folder {given.folder}")
    store = open_store(given, make=True)
    _say(f"watching {given.folder}; stop with Ctrl-C")
    store.watch(
        given.folder,
        who=user_name(),
        every=given.every,
        told=lambda added: _say(told_of(added)),
        stop=lambda: False,
    )
    return 0


def told_of(added: "Added") -> str:
    """What became of files that were added, in one line."""
    parts = [f"{_count(len(added.documents), 'document')} added", _count(added.reports, "report")]
    if added.known:
        parts.append(f"{added.known} known already")
    if added.skipped:
        parts.append(f"{_count(added.skipped, 'file')} read before")
    if added.problems:
        parts.append(f"{len(added.problems)} not read (see problems)")
    if added.cancelled:
        parts.append("stopped before the end")
    return ", ".join(parts)


def _status(given: Arguments, _: Bar) -> int:
    store = open_store(given)
    counts = store.counts()
    at = store.version_at(store.version)
    print(f"{store.name}: version {store.version}" + (f" of {at[0]}" if at else ""))
    for name, number in counts.items():
        print(f"  {number:>9,} {name.removesuffix('s') if number == 1 else name}")
    print(f"  {len(store.queue()):>9,} engagements to review")
    return 0


def _export(given: Arguments, _: Bar) -> int:
    from core.tables.write import write_rows

    if given.out.exists() and not given.out.is_dir():
        raise UsageError(f"--out {given.out} is a file; name a folder")
    store = open_store(given)
    version = given.version if given.version is not None else store.version
    if not 0 < version <= store.version:
        raise UsageError(f"--version {version}: the collection has the versions 1 to {store.version}")
    with store.tables(version) as tables:
        write_rows(tables, given.out, given.format)
    _say(f"version {version} of {store.name} -> {given.out}")
    return 0


def _backup(given: Arguments, _: Bar) -> int:
    rows = open_store(given).backup(given.file)
    _say(f"{_count(rows['documents'], 'document')}, {_count(sum(rows.values()), 'row')} -> {given.file}")
    return 0


def _restore(given: Arguments, _: Bar) -> int:
    from core.store.store import Store

    store = Store.restore(_database(given), given.file)
    _say(f"{_count(store.counts()['documents'], 'document')}, version {store.version} -> {store.name}")
    return 0


def _reread(given: Arguments, bar: Bar) -> int:
    store = open_store(given)
    with bar() as progress:
        changed = store.reread(who=user_name(), progress=progress)
    _say(f"{_count(changed, 'document')} read otherwise than before -> {store.name}, version {store.version}")
    return 0


def _check(given: Arguments, _: Bar) -> int:
    from core.store.check import faults

    store = open_store(given)
    found = faults(store.database)
    for fault in found:
        print(fault)
    _say(f"{store.name}: {'whole' if not found else _count(len(found), 'fault')}")
    return 1 if found else 0


def _say(told: str) -> None:
    print(told, file=sys.stderr)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
