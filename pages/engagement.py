"""Engagement: one engagement with all that its reports say, side by side."""

from core.ui.engagement import asked_record, draw_engagement, draw_nothing
from core.ui.view import current_view

view = current_view()
record = asked_record(view)
if record is None:
    draw_nothing(view)
else:
    draw_engagement(view, record)
