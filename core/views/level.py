"""At what level countries met: who held which office there."""

from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.lexicon.offices import offices
from core.views.dataset import Dataset

MINISTERS = ("minister", "leader")


def at_ministers_level(dataset: Dataset, engagements: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """True for each engagement at which two countries or more were spoken for by a minister or a leader.

    Ministers, national security advisers and heads of state or government count; deputies and officials do not.
    """
    people = dataset.participants
    high = people[people["office"].isin(_titles()) & (people["country"] != "")]
    countries = high.groupby("engagement_id")["country"].nunique()
    met = countries[countries > 1].index
    return engagements["engagement_id"].isin(met).to_numpy(dtype=bool)


@cache
def _titles() -> tuple[str, ...]:
    return tuple(sorted({office.title for office in offices().values() if office.level in MINISTERS}))
