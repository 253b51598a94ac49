"""`python -m core COMMAND`: arguments and exit status, nothing else.

`parse PATH... --out DIR` reads files into tables and keeps nothing; `core.commands` has those of the lasting store.

Exit status: 0 all read; 1 some documents could not be read; 2 wrong usage, with one line on standard error.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

from core import VERSION
from core.commands import Bar, declare
from core.errors import SidelinesError, UsageError

_USAGE = "python -m core COMMAND ... (parse, add, fetch, feed, watch, status, export, backup, restore, reread, check; -h tells more)"
_PARSE = "python -m core parse PATH... --out DIR [--workers N] [--published DATE] [--format csv|parquet]"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line, not the whole usage."""
        usage = " ".join(self.format_usage().split()).removeprefix("usage: ")
        raise UsageError(f"{message} (usage: {usage})")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of the command."""
    try:
        given = _parser().parse_args(arguments)
        status: int = given.run(given, _bar)
        return status
    except SidelinesError as error:
        print(f"python -m core: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(
            "python -m core: interrupted; what was done before is kept, nothing is half done", file=sys.stderr
        )
        return 130


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="python -m core",
        usage=_USAGE,
        description="Reads articles and finds who met whom, when and where.",
    )
    parser.add_argument("--version", action="version", version=f"sidelines {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    parse = commands.add_parser("parse", help="read files and folders, write the tables", usage=_PARSE)
    parse.set_defaults(run=_parse)
    parse.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all in it"
    )
    parse.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the tables go")
    parse.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes; 0 for all cores")
    parse.add_argument("--published", type=_day, metavar="DATE", help="the date of documents that state none")
    parse.add_argument("--format", choices=("csv", "parquet"), default="csv", help="the tables' format")
    declare(commands, _workers, _day)
    return parser


def _parse(given: argparse.Namespace, bar: Bar) -> int:
    from core.run import parse
    from core.tables.write import write_tables

    if given.out.exists() and not given.out.is_dir():
        raise UsageError(f"--out {given.out} is a file; name a folder")
    with bar() as progress:
        collection = parse(
            given.paths, workers=given.workers, published=given.published, progress=progress, keep_texts=False
        )
    write_tables(collection, given.out, given.format)
    read = {document.doc_id for document in collection.documents}
    lost = sum(problem.doc_id not in read for problem in collection.problems)
    print(
        f"{_count(len(read), 'document')}, {lost} not read, "
        f"{_count(len(collection.reports), 'report')}, {_count(len(collection.engagements), 'engagement')} -> {given.out}",
        file=sys.stderr,
    )
    return 1 if collection.problems else 0


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal, none in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(unit=" documents", leave=False) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _workers(text: str) -> int:
    if not text.isdecimal() or int(text) > 256:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 256, not {text!r}")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a date like 2023-04-28, not {text!r}") from None


if __name__ == "__main__":
    sys.exit(main())
