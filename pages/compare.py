"""Compare: two periods, two countries, two forums or two editions side by side; and who has not been met for longest."""

from core.language.speak import later
from core.ui.beside import draw_countries, draw_forums
from core.ui.choice import draw_switch
from core.ui.compare import draw_editions, draw_periods
from core.ui.head import draw_head
from core.ui.silence import draw_silence
from core.ui.view import current_view

DRAW = {
    later("Two periods"): draw_periods,
    later("Silence"): draw_silence,
    later("Two countries"): draw_countries,
    later("Two forums"): draw_forums,
    later("Two editions"): draw_editions,
}

view = current_view()
if draw_head("Compare", view):
    DRAW[draw_switch(later("What to compare"), list(DRAW), "compare")](view)
