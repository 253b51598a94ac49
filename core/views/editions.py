"""A forum from edition to edition: when and where each was held, who was met there, and who was not."""

from dataclasses import dataclass

import pandas as pd

from core.lexicon import forums as lexicon
from core.model import Kind, Status
from core.views import words
from core.views.columns import texts
from core.views.matrix import edition as rows_of
from core.views.matrix import editions as years_reported
from core.views.sides import sides
from core.views.terms import country

MET, NAMED, ABSENT = "met", "named, no bilateral", "not named"
_NEEDED = [
    "engagement_id",
    "forum",
    "edition",
    "date_start",
    "kind",
    "status",
    "countries",
    "host_country",
    "city",
]
_TWO_SIDED = tuple(str(kind) for kind in Kind if kind.two_sided)


@dataclass(frozen=True, slots=True)
class Difference:
    """Who was met at one edition and not at another; codes sorted by name."""

    both: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def editions(shown: pd.DataFrame, forum: str, newest: pd.Timestamp | None, home: str | None) -> pd.DataFrame:
    """Every edition of a forum that the calendar or the rows know, newest first: a row a year.

    Columns: `year`, `edition`, `start`, `end` (NaT where the calendar is silent), `host` (alpha-3), `city`,
    `calendar` (known from the lexicon), `ahead` (of the newest document), `engagements`, `met` (how many
    countries in bilaterals held), `named` (how many at its meetings).
    """
    shown = shown.loc[(texts(shown, "forum") == forum).to_numpy(), _NEEDED]
    known = {each.year: each for each in lexicon.editions(forum)}
    years = sorted({*known, *years_reported(shown, forum)}, reverse=True)
    table = [_edition(shown, forum, year, known.get(year), newest, home) for year in years]
    columns = ["year", "edition", "start", "end", "host", "city", "calendar", "ahead", "engagements"]
    found = pd.DataFrame(table, columns=[*columns, "met", "named"])
    return found.assign(start=pd.to_datetime(found["start"]), end=pd.to_datetime(found["end"]))


def met_at(shown: pd.DataFrame, forum: str, year: int, home: str | None) -> tuple[str, ...]:
    """Whom the home side met, two by two and held, at one edition; without one, all who met anybody so."""
    rows = rows_of(shown, forum, year)
    rows = rows[texts(rows, "kind").isin(_TWO_SIDED).to_numpy() & (rows["status"] == Status.HELD).to_numpy()]
    split = [words.codes(cell) for cell in texts(rows, "countries")]
    found = {code for codes in split if not home or home in codes for code in codes if code != home}
    return tuple(sorted(found, key=country))


def difference(shown: pd.DataFrame, forum: str, first: int, second: int, home: str | None) -> Difference:
    """Whom the home side met at both editions of a forum, and at one of them alone."""
    return differing(met_at(shown, forum, first, home), met_at(shown, forum, second, home))


def differing(one: tuple[str, ...], other: tuple[str, ...]) -> Difference:
    """Who was met at both of two occasions, and at one of them alone."""
    return Difference(
        both=tuple(code for code in one if code in other),
        only_first=tuple(code for code in one if code not in other),
        only_second=tuple(code for code in other if code not in one),
    )


def edition_before(shown: pd.DataFrame, forum: str, year: int) -> int | None:
    """The year of the edition before that of `year`, by the calendar or the rows; None when there is none."""
    years = {each.year for each in lexicon.editions(forum)} | set(years_reported(shown, forum))
    return max((each for each in years if each < year), default=None)


def met_ever(shown: pd.DataFrame, forum: str, home: str | None) -> tuple[str, ...]:
    """Whom the home side met at any edition (`met_at`)."""
    found = {code for year in years_reported(shown, forum) for code in met_at(shown, forum, year, home)}
    return tuple(sorted(found, key=country))


def attendance(shown: pd.DataFrame, forum: str, home: str | None, most: int = 10) -> pd.DataFrame:
    """Countries by the latest editions: `met`, `named, no bilateral` or `not named`, those met most first.

    Index: alpha-3 codes; columns: years as text, the earliest first; only editions with engagements.
    """
    shown = shown.loc[(texts(shown, "forum") == forum).to_numpy(), _NEEDED]
    years = sorted(years_reported(shown, forum)[:most])
    met = {year: set(met_at(shown, forum, year, home)) for year in years}
    named = {year: _named(shown, forum, year) - {home or ""} for year in years}
    codes = set().union(*met.values(), *named.values()) if years else set()
    order = sorted(codes, key=lambda code: (-sum(code in met[year] for year in years), country(code)))
    cells = {
        str(year): [MET if c in met[year] else NAMED if c in named[year] else ABSENT for c in order]
        for year in years
    }
    return pd.DataFrame(cells, index=pd.Index(order, dtype=str, name="country"))


def hosts(table: pd.DataFrame) -> pd.DataFrame:
    """How often each country was the host of the editions: `host`, `name`, `editions`, `years`, most often first."""
    told = table[table["host"] != ""]
    rows = [
        {
            "host": code,
            "name": country(str(code)),
            "editions": len(group),
            "years": ", ".join(str(year) for year in sorted(group["year"])),
        }
        for code, group in told.groupby("host")
    ]
    found = pd.DataFrame(rows, columns=["host", "name", "editions", "years"])
    return found.sort_values(["editions", "name"], ascending=[False, True], ignore_index=True)


def _edition(
    shown: pd.DataFrame,
    forum: str,
    year: int,
    known: lexicon.Edition | None,
    newest: pd.Timestamp | None,
    home: str | None,
) -> dict[str, object]:
    rows = rows_of(shown, forum, year)
    return {
        "year": year,
        "edition": known.edition if known else _usual(rows, "edition"),
        "start": known.start if known else None,
        "end": known.end if known else None,
        "host": known.host if known else _usual(rows, "host_country"),
        "city": known.city if known else _usual(rows, "city"),
        "calendar": known is not None,
        "ahead": bool(known and newest is not None and pd.Timestamp(known.start) > newest),
        "engagements": len(rows),
        "met": len(met_at(shown, forum, year, home)),
        "named": len(_named(shown, forum, year) - {home or ""}),
    }


def _named(shown: pd.DataFrame, forum: str, year: int) -> set[str]:
    rows = rows_of(shown, forum, year)
    meetings = rows[(texts(rows, "kind") == Kind.MULTILATERAL).to_numpy()]
    return set(sides(meetings)["country"].astype(str))


def _usual(rows: pd.DataFrame, column: str) -> str:
    told = texts(rows, column)
    counts = told[told != ""].value_counts()
    best = [str(value) for value, times in counts.items() if times == counts.max()]
    return min(best) if best else ""
