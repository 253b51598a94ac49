"""Overview: headline figures, engagements over time, partners, forums, and what is new."""

import streamlit as st

from core.language.speak import t
from core.ui.charts import clicked, clicked_all, draw_chart, draw_legend, draw_tables
from core.ui.clicks import take_period
from core.ui.head import draw_head
from core.ui.headlines import draw_headlines
from core.ui.links import draw_links
from core.ui.state import add_country, add_to
from core.ui.view import current_view, partners_of
from core.ui.visits import draw_news, marks
from core.ui.welcome import draw_welcome
from core.views import over_time, rankings, summary
from core.views.picture import Caption
from core.views.vantage import PARTNERS, title

view = current_view()
if draw_head("Overview", view):
    shown, newest = view.shown, view.dataset.newest
    draw_welcome()
    draw_news(view)
    draw_headlines(view.once("headlines", lambda: summary.headlines(view.dataset, view.filters, view.home)))

    st.header(over_time.title(shown), anchor=False)
    draw_legend(shown, over_time.peak_words(shown), over_time.not_drawn(shown))
    caption = Caption(over_time.title(shown))
    draw_chart(
        over_time.over_time(shown),
        over_time.over_time_alt(shown),
        "over-time",
        on_select=lambda: take_period(clicked_all("over-time")),
        caption=caption,
    )

    partners, forums = partners_of(view), view.once("forums", lambda: rankings.by_forum(shown))
    left, right = st.columns(2, gap="large")
    with left:
        st.header(title(PARTNERS, view.home), anchor=False)
        draw_chart(
            rankings.ranking_figure(partners, "name"),
            rankings.ranking_alt(partners, "name", title(PARTNERS, view.home)),
            "partners",
            on_select=lambda: add_country(clicked("partners"), view.home),
        )
    with right:
        st.header(t("Forums and exercises"), anchor=False)
        draw_chart(
            rankings.ranking_figure(forums, "label"),
            rankings.ranking_alt(forums, "label", t("Forums and exercises")),
            "forums",
            on_select=lambda: add_to("forums", clicked("forums")),
        )
    left, right = st.columns(2, gap="large")
    with left:
        draw_links(t("Latest"), summary.latest(shown, newest), 7, fold_rest=False, marks=marks(view))
    with right:
        draw_links(t("Coming up"), summary.coming_up(shown, newest), 3)
        draw_links(t("Announced, no report since"), summary.no_report_since(shown, newest), 3)
    draw_tables(
        {
            over_time.title(shown): over_time.over_time_table(shown),
            title(PARTNERS, view.home): rankings.ranking_table(partners, "name", len(partners)),
            t("Forums and exercises"): rankings.ranking_table(forums, "label", len(forums)),
        }
    )
