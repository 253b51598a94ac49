"""Every page, opened by Streamlit's own runner on the sample documents."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from core.ui.links import RECORD_KEY, WHOLE_KEY
from core.ui.workspace import newest_dataset
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow
from core.views.words import sides

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
FILTERED = [page for page in PAGES if page.stem not in ("add", "changes", "engagement", "review")]
Query = Mapping[str, str | Sequence[str]]


@pytest.fixture(autouse=True)
def _sample(filled_workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELINES_WORKSPACE", str(filled_workspace))
    monkeypatch.delenv("SIDELINES_DOCUMENTS", raising=False)
    monkeypatch.delenv("SIDELINES_DATABASE", raising=False)
    # As serve.py does: the runner would take pages/ for an app of its own and open its files without app.py.
    begin = PagesManager.__init__

    def init(self: PagesManager, *args: Any, **more: Any) -> None:
        PagesManager.uses_pages_directory = False
        begin(self, *args, **more)

    monkeypatch.setattr(PagesManager, "__init__", init)


@pytest.fixture
def own_workspace(filled_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the filled workspace, for a test that writes."""
    folder = tmp_path / "workspace"
    shutil.copytree(filled_workspace, folder)
    monkeypatch.setenv("SIDELINES_WORKSPACE", str(folder))
    return folder


@pytest.fixture
def data() -> Dataset:
    return newest_dataset()


def opened(page: str = "overview", query: Query | None = None) -> AppTest:
    """The app at a page, opened by a link with these parameters."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in (query or {}).items():
        app.query_params[name] = list(value) if not isinstance(value, str) else value
    app.run()
    if page != "overview":
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception, app.exception
    return app


def words_of(app: AppTest) -> str:
    """All HTML and Markdown of the page."""
    return "\n".join([*(part.proto.body for part in app.get("html")), *(part.value for part in app.markdown)])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_opens(page: Path) -> None:
    assert opened(page.stem).title[0].value


@pytest.mark.parametrize("page", FILTERED, ids=lambda page: page.stem)
@pytest.mark.parametrize(
    ("query", "filters"),
    [
        pytest.param({}, Filters(), id="nothing asked"),
        pytest.param(
            {"country": ["India IND", "Russia RUS"]}, Filters(countries=("IND", "RUS")), id="a pair"
        ),
        pytest.param({"kind": ["call", "visit"]}, Filters(kinds=("call", "visit")), id="two kinds"),
        pytest.param({"words": "refuelling"}, Filters(search="refuelling"), id="a word"),
        pytest.param({"status": "planned"}, Filters(statuses=("planned",)), id="planned"),
    ],
)
def test_a_link_shows_the_rows_it_names(page: Path, query: Query, filters: Filters, data: Dataset) -> None:
    rows = len(narrow(data, filters))
    assert rows > 0
    assert f"<b>{rows}</b>" in words_of(opened(page.stem, query))


@pytest.mark.parametrize("page", FILTERED, ids=lambda page: page.stem)
def test_an_empty_page_says_what_to_leave_out(page: Path) -> None:
    app = opened(page.stem, {"country": ["India IND", "Norway NOR"], "words": "no such words"})
    assert "<b>0</b> of" in words_of(app)
    assert any(button.label.startswith("Without the words: ") for button in app.button)


def test_leaving_one_out_shows_the_rows_it_promised(data: Dataset) -> None:
    app = opened("engagements", {"country": "Russia RUS", "words": "no such words"})
    way_out = next(button for button in app.button if button.label.startswith("Without the words: "))
    rows = int(way_out.label.rsplit(" ", 1)[1])
    way_out.click().run()
    assert f"<b>{rows}</b> of" in words_of(app)
    assert rows == len(narrow(data, Filters(countries=("RUS",)))) > 0


def test_clear_filters_shows_everything_again(data: Dataset) -> None:
    app = opened(
        "timeline", {"country": "Russia RUS", "dates": ["2024-01-01", "2024-12-31"], "track": "leaders"}
    )
    app.button(key="clear").click().run()
    assert not app.exception
    assert f"<b>{len(narrow(data, Filters()))}</b> engagements from" in words_of(app)


def test_a_period_sets_its_dates_and_dates_show_their_period() -> None:
    app = opened()
    app.get_by_key("period").set_value("2024").run()
    assert [str(day) for day in app.session_state["dates"]] == ["2024-01-01", "2024-12-31"]
    again = opened("overview", {"dates": ["2024-01-01", "2024-12-31"]})
    assert again.session_state["period"] == "2024"


def test_filters_stay_when_the_page_is_turned() -> None:
    app = opened("overview", {"country": ["India IND", "Russia RUS"]})
    before = words_of(app).split("</b>, all dates: ")[1].split("</span>")[0]
    for page in ("timeline", "countries", "forums", "engagements", "data"):
        app.switch_page(f"pages/{page}.py").run()
        assert before in words_of(app)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"country": "Nowhere ZZZ"}, id="an unknown country"),
        pytest.param({"kind": "party"}, id="an unknown kind"),
        pytest.param({"dates": ["yesterday", "today"]}, id="no dates"),
        pytest.param({"confidence": "high"}, id="no confidence"),
        pytest.param({"data": "999999"}, id="a version that is not there yet"),
        pytest.param({RECORD_KEY: "E-none"}, id="an unknown record"),
    ],
)
def test_a_broken_link_shows_everything(query: Query, data: Dataset) -> None:
    assert f"<b>{len(narrow(data, Filters()))}</b> engagements" in words_of(opened("engagements", query))


def test_an_engagement_has_a_page_to_itself(data: Dataset) -> None:
    told = data.engagements.sort_values("reports", ascending=False).iloc[0]
    app = opened("engagement", {WHOLE_KEY: told["engagement_id"]})
    assert f"{told['reports']} reports, side by side" in [part.value for part in app.header]
    assert "Taken" in words_of(app)
    assert words_of(app).count("<mark") >= told["reports"]
    assert app.title[0].value == sides(told["countries"])


def test_a_page_of_no_engagement_says_so(data: Dataset) -> None:
    app = opened("engagement", {WHOLE_KEY: "E-none"})
    assert "There is no engagement E-none in the collection." in [part.value for part in app.text]


def test_the_number_of_sources_is_a_filter_in_the_link(data: Dataset) -> None:
    rows = len(narrow(data, Filters(told_by=2)))
    assert 0 < rows < len(narrow(data, Filters()))
    app = opened("engagements", {"sources": "2"})
    assert f"told by 2 independent sources or more, all dates: <b>{rows}</b>" in words_of(app)


@pytest.mark.usefixtures("own_workspace")
def test_a_flag_is_a_filter_in_the_link() -> None:
    text = "Rome, 14 March 2025\n\nIndian Defence Minister Rajnath Singh met Italian Defence Minister Guido Crosetto in Rome on Friday, 13 March 2025."
    app = opened("add")
    next(area for area in app.text_area if area.label == "Text").set_value(
        text.format("Friday, 13 March 2025")
    )
    next(b for b in app.button if b.label == "Read this text").click().run()
    assert not app.exception
    shown = words_of(opened("engagements", {"flag": "weekday"}))
    assert "flagged for weekday, all dates: <b>1</b> of" in shown


def test_a_record_opens_by_its_link_though_the_filters_leave_it_out(data: Dataset) -> None:
    row = narrow(data, Filters()).iloc[-1]
    app = opened("engagements", {"dates": ["2024-01-01", "2024-12-31"]})
    app.query_params[RECORD_KEY] = row["engagement_id"]
    app.run()
    assert row["engagement_id"] in words_of(app)
    assert "<mark" in words_of(app)


def test_an_opened_record_goes_with_its_rows_when_the_filters_change(data: Dataset) -> None:
    shown = narrow(data, Filters(countries=("RUS",)))
    app = opened("engagements", {"country": "Russia RUS"})
    app.query_params[RECORD_KEY] = shown["engagement_id"].iloc[3]
    app.run()
    assert shown["engagement_id"].iloc[3] in words_of(app)
    app.get_by_key("country").set_value(["JPN"]).run()
    assert narrow(data, Filters(countries=("JPN",)))["engagement_id"].iloc[0] in words_of(app)
    assert RECORD_KEY not in app.query_params


def test_the_table_holds_the_rows_newest_first(data: Dataset) -> None:
    app = opened("engagements", {"country": "Japan JPN"})
    table = app.dataframe[0].value
    assert len(table) == len(narrow(data, Filters(countries=("JPN",))))
    assert table["When"].dropna().is_monotonic_decreasing


@pytest.mark.usefixtures("own_workspace")
def test_what_is_added_is_shown_and_stays(data: Dataset) -> None:
    app = opened("add")
    next(b for b in app.button if b.label.startswith("Try it")).click().run()
    assert not app.exception
    assert "1 document read" in app.header[0].value
    assert "Kenya – Norway" in words_of(app)
    again = opened("overview")
    assert f"from {len(data.documents) + 1} documents" in words_of(again)
    again.switch_page("pages/add.py").run()
    next(b for b in again.button if b.label.startswith("Try it")).click().run()
    assert "1 known already" in again.header[0].value


@pytest.mark.usefixtures("own_workspace")
def test_hostile_text_is_shown_and_not_run() -> None:
    app = opened("add")
    evil = '<img src="http://track.invalid/x.png" onerror="alert(1)"> <script>alert(1)</script>'
    text = f"{evil}\n\nNEW DELHI, March 14, 2025\n\nDefence Minister Rajnath Singh met his Japanese counterpart {evil} in Tokyo."
    next(area for area in app.text_area if area.label == "Text").set_value(text)
    next(b for b in app.button if b.label == "Read this text").click().run()
    app.switch_page("pages/engagements.py").run()
    assert not app.exception
    assert "<img" not in words_of(app)
    assert "<script>alert" not in words_of(app)  # the page has a script of its own, for paper


def test_every_chart_and_table_has_words_for_those_who_do_not_see_it() -> None:
    for page in PAGES:
        app = opened(page.stem, {"country": ["India IND", "Russia RUS"]})
        for chart in [*app.get("plotly_chart"), *app.get("arrow_data_frame")]:
            assert chart.proto.alt, f"{page.stem}: {chart.key}"


def test_an_empty_collection_opens_on_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELINES_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("SIDELINES_DOCUMENTS", "")
    for page in PAGES:
        app = opened(page.stem)
        assert app.title[0].value
        heads = {part.value for part in app.header}
        assert "No engagement matches all of these filters" not in heads
        assert "Nothing has been read yet" in heads or page.stem in ("add", "changes", "engagement")


def test_a_damaged_collection_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sidelines.sqlite").write_bytes(b"no database at all" * 100)
    monkeypatch.setenv("SIDELINES_WORKSPACE", str(tmp_path))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert any("restore a backup" in part.value for part in app.text)


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELINES_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("SIDELINES_DOCUMENTS", str(tmp_path / "gone"))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert any("gone" in part.value for part in app.text)
