"""Timeline: every engagement as a mark at its date, in lanes; a click opens its record."""

from core.language.speak import later, t
from core.ui.charts import clicked, clicked_all, draw_chart, draw_legend, draw_remark, draw_tables
from core.ui.choice import draw_switch
from core.ui.clicks import take_period
from core.ui.head import draw_head
from core.ui.links import open_record
from core.ui.view import current_view
from core.views import lanes, words

LANES: dict[str, lanes.By] = {
    later("By forum"): "forum",
    later("By country"): "partner",
    later("By kind"): "kind",
    later("By year"): "year",
}
TITLES: dict[lanes.By, str] = {
    "forum": later("Timeline by forum"),
    "partner": later("Timeline by country"),
    "kind": later("Timeline by kind"),
    "year": later("Timeline by year"),
}
PALE = later("pale bar: only the month or year is known")
MARKS = later("Drag to zoom, double-click to go back, click a mark to open it")
BARS = later("Drag to zoom, double-click to go back, click a bar to see its days")
NARROW = later("bars count: narrow the dates to see each engagement")


def _narrow() -> None:
    """A bar counts the engagements of a month: a click shows that month."""
    take_period(clicked_all("timeline")[1:3])


view = current_view()
if draw_head("Timeline", view):
    chosen = draw_switch(later("Lanes"), list(LANES), "lanes")
    by, newest = LANES[chosen], view.dataset.newest
    many = lanes.as_counts(view.shown, by, view.home)
    draw_legend(view.shown, t(NARROW if many else PALE))
    draw_chart(
        lanes.lanes(view.shown, by, view.home, newest.date() if newest is not None else None),
        lanes.lanes_alt(view.shown, by, view.home),
        "timeline",
        on_select=_narrow if many else lambda: open_record(clicked("timeline")),
    )
    hints = [lanes.not_drawn(view.shown), t(BARS if many else MARKS)]
    hints += (
        [t("Dotted line: the newest document, {day}", day=words.day(newest))] if newest is not None else []
    )
    draw_remark(" ".join(t("{sentence}.", sentence=hint) for hint in hints if hint))
    draw_tables({t(TITLES[by]): lanes.lanes_table(view.shown, by, view.home)})
