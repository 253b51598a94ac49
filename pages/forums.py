"""forums"""

from core.ui.head import draw_head
from core.ui.view import current_view

draw_head("forums", current_view())
