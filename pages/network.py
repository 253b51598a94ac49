"""Network: who meets whom, countries or people, as a graph and as a matrix."""

from core.language.speak import later, t
from core.ui.charts import draw_tables
from core.ui.choice import draw_switch
from core.ui.head import draw_head
from core.ui.network import draw_files, draw_matrix, draw_network
from core.ui.view import current_view
from core.views.network import Of, network, who_met_whom

OF: dict[str, Of] = {later("Countries"): "countries", later("People"): "people"}

view = current_view()
if draw_head("Network", view):
    of = OF[draw_switch(later("Who"), list(OF), "of")]
    found = view.once("network", lambda: network(view.dataset, view.shown, of), of)
    draw_network(found, view)
    draw_files(found, view.dataset.version)
    draw_matrix(found)
    draw_tables({t("Who met whom"): who_met_whom(found)})
