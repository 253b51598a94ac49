"""The calendar of forums: what comes next, and all editions as a table that leads to what is known of them."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from core.language.speak import later, t, tn
from core.ui.charts import draw_remark
from core.ui.choice import draw_switch
from core.ui.clicks import clickable
from core.ui.days import day_column, with_days
from core.ui.edition import choose_edition
from core.ui.paper import draw_on_paper
from core.ui.view import View
from core.views import words
from core.views.columns import texts
from core.views.forum_calendar import forum_calendar, known_forums
from core.views.record import edition_words
from core.views.terms import country, term

HERE, ALL = later("Forums of these engagements"), later("All forums known")
FEW = 5  # coming editions that are told one by one


def draw_forum_calendar(view: View) -> None:
    """Draws the calendar; a click on an edition with engagements shows who met whom there."""
    st.header(t("Calendar of forums"), anchor=False)
    which = draw_switch(later("Which forums"), [HERE, ALL], "calendar")
    names = known_forums() if which == ALL else sorted(set(texts(view.shown, "forum")) - {""})
    newest = view.dataset.newest
    table = forum_calendar(view.shown, names, newest)
    if table.empty:
        st.markdown(f":gray[{t('No edition of these forums is known.')}]")
        return
    _draw_coming(table[table["ahead"].astype(bool)], newest)
    _draw_table(table)
    draw_remark(
        t(
            "Dates, hosts and cities are the lexicon's, each with its source there. Click an edition with engagements "
            "to see above who met whom."
        )
    )


def _draw_coming(ahead: pd.DataFrame, newest: pd.Timestamp | None) -> None:
    if newest is None:
        return
    day = words.day(newest)
    if ahead.empty:
        draw_remark(t("Nothing is known to come after {day}, the day of the newest document.", day=day))
        return
    told = [
        f"**{words.when(row['start'], row['end'])}** {words.literal(term('forum', str(row['forum'])))} "
        f":gray[· {words.literal(_where(row))}]"
        for row in ahead.iloc[::-1].head(FEW).to_dict("records")
    ]
    rest = len(ahead) - FEW
    if rest > 0:
        told.append(f":gray[{tn('and {count} more', 'and {count} more', rest)}]")
    draw_remark(t("Coming after {day}, the day of the newest document:", day=day))
    st.markdown("  \n".join(told))


def _draw_table(table: pd.DataFrame) -> None:
    rows = pd.DataFrame(
        {
            "From": table["start"],
            "To": table["end"],
            "Forum": [term("forum", str(name)) for name in table["forum"]],
            "Edition": [edition_words(str(edition)) for edition in table["edition"]],
            "Where": [_where(row) for row in table.to_dict("records")],
            "Engagements": pd.array([count or None for count in table["engagements"]], dtype="Int64"),
        }
    )
    st.dataframe(
        with_days(rows, "From", "To"),
        height=430 if len(rows) > 11 else "content",
        hide_index=True,
        placeholder="",
        column_config={
            "From": day_column(t("From"), width=100),
            "To": day_column(t("To"), width=100),
            "Forum": st.column_config.TextColumn(t("Forum")),
            "Edition": st.column_config.TextColumn(t("Edition"), width=74),
            "Where": st.column_config.TextColumn(t("Where")),
            "Engagements": st.column_config.NumberColumn(
                t("Engagements"), width=104, help=t("Of those shown; blank: none reported")
            ),
        },
        alt=t("Editions of forums, the latest first"),
        **clickable("forum-calendar", lambda row, _: _open(table.iloc[row])),
    )
    draw_on_paper(rows)


def _open(row: "pd.Series[Any]") -> None:
    if row["engagements"]:
        choose_edition([str(row["forum"]), str(row["start"].year)])


def _where(row: Mapping[Hashable, Any]) -> str:
    city, host = str(row["city"]), str(row["host"])
    if not city and not host:
        return t("not told")
    return words.place(city, host) if city else t("by video, {host} in the chair", host=country(host))
