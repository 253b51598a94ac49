"""Every filter says what it asks, and the keys are listed."""

from core.ui.help import KEYS, TIPS
from core.ui.state import LISTS
from tests.test_pages import _sample, opened  # noqa: F401


def test_every_filter_has_help() -> None:
    assert set(LISTS) <= set(TIPS)
    app = opened()
    controls = [
        *app.sidebar.multiselect, *app.sidebar.text_input, *app.sidebar.number_input, *app.sidebar.checkbox,
        *app.sidebar.select_slider, *app.sidebar.date_input, *app.sidebar.pills,
    ]  # fmt: skip
    assert len(controls) > len(LISTS)
    assert [control.label for control in controls if not control.help] == []
    assert any(next(iter(KEYS)) in str(table.value.to_dict()) for table in app.table)
