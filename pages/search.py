"""Search: the whole text of all articles, with the places found and the engagements that each reports."""

from core.ui.head import draw_head
from core.ui.search import draw_search
from core.ui.view import current_view

view = current_view()
if draw_head("Search", view):
    draw_search(view)
