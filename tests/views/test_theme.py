import tomllib
from pathlib import Path

import pytest

from core.views import palette

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"


@pytest.fixture(scope="module")
def config() -> dict[str, dict[str, object]]:
    return tomllib.loads(CONFIG.read_text(encoding="utf-8"))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_hex_values_repeat_the_theme(config: dict, mode: str) -> None:
    theme = config["theme"][mode]
    assert theme["chartCategoricalColors"][:5] == list(palette.KIND_HEX[mode].values())
    assert [theme["chartSequentialColors"][n] for n in (1, 3, 5, 7, 9)] == list(palette.CLASS_HEX[mode])
    assert theme["chartSequentialColors"][0] == palette.NONE_HEX[mode]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_markdown_colours_are_the_kinds(config: dict, mode: str) -> None:
    for kind, name in palette.STREAMLIT_COLOUR.items():
        assert config["theme"][mode][f"{name}TextColor"] == palette.KIND_HEX[mode][kind]


def test_the_server_stays_at_home(config: dict) -> None:
    assert config["server"]["address"] == "127.0.0.1"
    assert config["server"]["allowedHosts"] == ["localhost", "127.0.0.1"]
    assert config["server"]["enableStaticServing"] is True
    assert config["browser"]["gatherUsageStats"] is False
