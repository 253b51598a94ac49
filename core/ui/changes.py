"""The page of changes: the log by who, field and day, and what the review says of the parser."""

import pandas as pd
import streamlit as st

from core.exports.changes import log_as_csv, log_as_json, people_as_csv
from core.language.speak import as_spoken, later, t, tn
from core.store.changelog import Asked
from core.store.learned import Share
from core.tables.rows import Row
from core.ui.charts import draw_remark
from core.ui.choice import draw_switch
from core.ui.decisions import draw_decisions
from core.ui.links import open_record
from core.ui.workspace import decisions, learned, store
from core.views import words
from core.views.review import LABELS, moment

VIEWS = (later("All changes"), later("Decisions"), later("What was learned"))
ANY = later("anybody"), later("any field")
PAGE = 200
KEY, PAGES = "change-log", "change-page"


def draw_changes() -> None:
    """Draws the page below its title."""
    chosen = draw_switch(later("What to see"), VIEWS, "see")
    if chosen == VIEWS[2]:
        draw_learned()
    else:
        _draw_log(chosen == VIEWS[1])


def draw_log_of(engagement_id: str, most: int = 40) -> None:
    """The changes of one engagement, the latest first."""
    asked = Asked(engagement_id=engagement_id)
    rows = store().changes(asked, most)
    if not rows:
        draw_remark(t("Nothing has changed."))
        return
    st.dataframe(
        _table(rows).drop(columns=t("Engagement")),
        hide_index=True,
        lazy=False,
        placeholder="",
        alt=t("Change log"),
    )
    _draw_downloads(asked, f"changes_{engagement_id}", f"log-{engagement_id}")


def _draw_log(decided: bool) -> None:
    asked = _ask(decided)
    count = store().count_changes(asked)
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"
    ):
        told = tn(
            "{number} change, the latest first",
            "{number} changes, the latest first",
            count,
            number=f"<b>{words.number(count)}</b>",
        )
        st.html(f'<span style="font-size:1rem">{told}</span>')
        _draw_downloads(asked, "decisions" if decided else "changes", "log")
    pages = max(1, -(-count // PAGE))
    turned = min(int(st.session_state.get(PAGES) or 1), pages)
    rows = store().changes(asked, PAGE, (turned - 1) * PAGE)
    if not rows:
        draw_remark(t("Nothing of that kind was changed."))
        return
    keys = [str(row["engagement_id"]) for row in rows]
    st.session_state[KEY] = {"selection": {"cells": []}}
    st.dataframe(
        _table(rows),
        hide_index=True,
        height=520 if len(rows) > 14 else "content",
        lazy=False,
        placeholder="",
        key=KEY,
        on_select=lambda: _open(keys),
        selection_mode="single-cell",
        alt=t("Change log: when, who, what, from what to what, and why"),
    )
    if pages > 1:
        st.pagination(pages, key=PAGES, max_visible_pages=5)
    draw_remark(t("Times in UTC. Click a row to open its engagement."))
    if decided:
        st.header(t("The last decisions"), anchor=False)
        draw_decisions(decisions()[-30:][::-1], "page")


def _ask(decided: bool) -> Asked:
    people, fields = store().names_in_log()
    with st.container(horizontal=True, gap="small"):
        who = st.selectbox(
            t("Who"),
            ["", *people],
            key="change-who",
            format_func=as_spoken(lambda name: name or t(ANY[0])),
            width=200,
        )
        field = st.selectbox(
            t("Field"), ["", *fields], key="change-field", format_func=as_spoken(_field_name), width=200
        )
        days = st.date_input(t("From – to"), [], format="DD/MM/YYYY", key="change-days", width=240)
    ends = [day.isoformat() for day in days]
    first, last = (*ends, "", "")[:2]
    return Asked(who=who or "", field=field or "", first=first, last=last, decided=decided)


def _field_name(field: str) -> str:
    return t(LABELS.get(field, field.replace("_", " ").capitalize()) if field else ANY[1])


def _table(rows: list[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("When"): [moment(str(row["at"])) for row in rows],
            t("Who"): [row["who"] for row in rows],
            t("Engagement"): [row["engagement_id"] for row in rows],
            t("Field"): [_field_name(str(row["field"])) for row in rows],
            t("Old"): [row["old"] for row in rows],
            t("New"): [row["new"] for row in rows],
            t("Why"): [row["why"] for row in rows],
            t("Data"): [row["version"] for row in rows],
        }
    )


def _open(keys: list[str]) -> None:
    cells = st.session_state[KEY]["selection"]["cells"]
    if cells and keys[cells[0][0]]:
        open_record(keys[cells[0][0]])


def _draw_downloads(asked: Asked, name: str, place: str) -> None:
    kept = store()
    with st.container(horizontal=True, width="content", gap="small"):
        for label, make, mime in (("CSV", log_as_csv, "text/csv"), ("JSON", log_as_json, "application/json")):
            st.download_button(
                label,
                lambda make=make: make(kept.changes(asked)),  # type: ignore[misc]
                f"{name}_data-{kept.version}.{label.lower()}",
                mime,
                key=f"{place}-{label}",
                on_click="ignore",
                help=t("All changes asked for, as {form}.", form=label),
            )


def draw_learned() -> None:
    """The parser's accuracy on what was reviewed, and the new people that were confirmed."""
    found = learned()
    total = found.engagements
    if not total.reviewed:
        draw_remark(t("Nothing was reviewed yet. Accept, correct or reject engagements on the page Review."))
        return
    st.markdown(
        tn(
            "**{right} of {count} reviewed engagement were engagements**; the others were rejected.",
            "**{right} of {count} reviewed engagements were engagements**; the others were rejected.",
            total.reviewed,
            right=words.number(total.right),
        )
    )
    left, right = st.columns(2, gap="large")
    with left:
        st.header(t("By field"), anchor=False)
        _draw_shares([_named(share) for share in found.fields], t("Field"))
    with right:
        st.header(t("By source"), anchor=False)
        _draw_shares(list(found.sources), t("Source"))
    draw_remark(
        t(
            "Right: as the parser read it, among the engagements kept; by source: kept with nothing corrected. "
            "No percent below 50 reviewed. Reviewers look at the doubtful ones first, so the rest is likely better."
        )
    )
    _draw_people()


def _named(share: Share) -> Share:
    return Share(t(LABELS[share.name]), share.right, share.reviewed)


def _draw_shares(shares: list[Share], name: str) -> None:
    rows = [
        {
            name: share.name,
            t("Right"): share.right,
            t("Reviewed"): share.reviewed,
            t("Share"): f"{share.share:.0%}" if share.reviewed >= 50 else "",
        }
        for share in shares
    ]
    table = pd.DataFrame(rows)
    if not table[t("Share")].any():
        table = table.drop(columns=t("Share"))
    st.dataframe(table, hide_index=True, height="content", lazy=False, alt=t("Accuracy: {what}", what=name))


def _draw_people() -> None:
    people = store().new_people()
    st.header(t("New people"), anchor=False)
    if not people:
        draw_remark(t("No confirmed person is missing in the lexicon."))
        return
    st.dataframe(pd.DataFrame(people), hide_index=True, lazy=False, alt=t("Confirmed people for the lexicon"))
    st.download_button(
        tn("Download {count} entry for holders.csv", "Download {count} entries for holders.csv", len(people)),
        lambda: people_as_csv(people),
        "holders-confirmed.csv",
        "text/csv",
        key="new-people",
        on_click="ignore",
    )
    draw_remark(t("Widen since and until before you add an entry to the lexicon, and look at the source."))
