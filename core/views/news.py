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
    ages, found = dataset.ages, {}
    for key in map(str, keys):
        came, changed = ages.get(key, (0, 0))
        if changed > version:
            found[key] = NEW if came > version else CHANGED
    return found


def changed_after(dataset: Dataset, version: int) -> npt.NDArray[np.bool_]:
    """True for each engagement that is new or changed since a version."""
    keys = dataset.engagements["engagement_id"]
    found = news(dataset, keys, version)
    return keys.isin(found).to_numpy(dtype=bool)
