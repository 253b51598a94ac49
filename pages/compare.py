"""Compare: two periods, two countries or two editions side by side; and who has not been met for longest."""

from core.ui.choice import draw_switch
from core.ui.compare import draw_countries, draw_editions, draw_periods, draw_silence
from core.ui.head import draw_head
from core.ui.view import current_view

DRAW = {
    "Two periods": draw_periods,
    "Silence": draw_silence,
    "Two countries": draw_countries,
    "Two editions": draw_editions,
}

view = current_view()
if draw_head("Compare", view):
    DRAW[draw_switch("What to compare", list(DRAW), "compare")](view)
