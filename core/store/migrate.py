"""The version of the store's tables: made anew, brought up to date, or refused when it is newer than the program."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from core.errors import StoreError
from core.store.engine import Database

FOLDER = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Database) -> None:
    """Makes the tables, or changes those of an older version step by step, in one transaction.

    Raises StoreError when the store was made by a newer version of the program; then nothing is changed.
    """
    database.make_room()
    with database.reading() as connection:
        found = version_of(connection)
        foreign = found is None and inspect(connection).get_table_names()
    if foreign:
        raise StoreError(database.name, f"holds tables of another program ({', '.join(foreign[:3])} ...)")
    if found == head():
        return
    database.let_readers_go_on()
    with database.writing() as connection:
        found = version_of(connection)
        if found is not None and found not in known():
            raise StoreError(
                database.name,
                f"was made by a newer version of Sidelines (tables {found}, this one knows {head()}): "
                "update the program; nothing was changed",
            )
        command.upgrade(config_for(connection), "head")


def version_of(connection: Connection) -> str | None:
    """The version of the tables; None where there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("select version_num from alembic_version")).scalar()
    return str(found) if found is not None else None


def head() -> str:
    """The newest version of the tables that this program knows."""
    return known()[0]


def known() -> list[str]:
    """All versions of the tables that this program can bring up to date, the newest first."""
    return [script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()]


def differences(connection: Connection) -> list[object]:
    """What the tables lack against what the program declares: empty when they fit."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from core.store.schema import metadata

    return list(compare_metadata(MigrationContext.configure(connection), metadata))


def config_for(connection: Connection) -> Config:
    """The settings with which a migration runs over this connection."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
