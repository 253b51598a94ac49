"""Typed frames: an empty one is of the same types as a full one."""

import pandas as pd
import pytest

from core.model import Collection
from core.tables.frames import frames, to_frames
from core.tables.schema import TABLES


@pytest.mark.parametrize("table", list(TABLES))
def test_types(table: str, collection: Collection) -> None:
    full, empty = to_frames(collection)[table], frames({})[table]
    assert list(full.columns) == [column.name for column in TABLES[table]]
    assert len(full) > 0
    assert len(empty) == 0
    for column in TABLES[table]:
        assert full[column.name].dtype == empty[column.name].dtype, column.name


def test_values(collection: Collection) -> None:
    reports = to_frames(collection)["reports"]
    assert reports["date_start"].tolist() == [pd.Timestamp("2023-04-28"), pd.NaT]
    assert str(reports["date_start"].dtype) == "datetime64[us]"
    assert reports["kind"].tolist() == ["bilateral", "exercise"]
    assert list(reports["kind"].cat.categories) == ["bilateral", "multilateral", "visit", "call", "exercise"]
    assert reports["countries"].tolist() == ["IND;RUS", ""]
    assert reports["background"].tolist() == [False, True]
    assert reports["doc_id"].tolist() == ["=evil.txt", "b.txt"]
