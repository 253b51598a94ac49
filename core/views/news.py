"""What is new or changed since a version of the data."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from core.language.speak import later
from core.views.dataset import Dataset

NEW: Final = later("new")
CHANGED: Final = later("changed")


def news(dataset: Dataset, keys: Iterable[object], version: int) -> dict[str, str]:
    """Which of these engagements are `new` since a version of the data, and which `changed`; none since version 0."""
    if not version:
        return {}
    ages = dataset.ages(version)
    return (
        {key: NEW if ages[key][0] > version else CHANGED for key in map(str, keys) if key in ages}
        if ages
        else {}
    )


def changed_after(dataset: Dataset, version: int) -> npt.NDArray[np.bool_]:
    """True for each engagement that is new or changed since a version."""
    keys = dataset.engagements["engagement_id"]
    found = news(dataset, keys, version)
    return keys.isin(found).to_numpy(dtype=bool)
