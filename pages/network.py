"""Network: who meets whom, countries or people, as a graph and as a matrix."""

from core.ui.charts import draw_tables
from core.ui.choice import draw_switch
from core.ui.head import draw_head
from core.ui.network import draw_files, draw_matrix, draw_network
from core.ui.view import current_view
from core.views.network import Of, network

OF: dict[str, Of] = {"Countries": "countries", "People": "people"}

view = current_view()
if draw_head("Network", view):
    found = network(view.dataset, view.shown, OF[draw_switch("Who", list(OF), "of")])
    draw_network(found, view)
    draw_files(found, view.dataset.version)
    draw_matrix(found)
    draw_tables({"Who met whom": found.edges.drop(columns="ids")})
