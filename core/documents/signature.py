"""What is left of a text's wording when the text itself is gone: enough to tell near-copies from other texts."""

import re
from functools import cache
from heapq import nsmallest
from zlib import crc32

KEPT = 32  # numbers a text; more would tell likeness more finely than anybody asks
_RUN = 4  # words that stand together; two reporters seldom choose the same four in a row
_SPREAD = 2654435761  # a large odd factor: checksums of like words come to lie far apart


def signature(text: str, kept: int = KEPT) -> tuple[int, ...]:
    """The `kept` smallest of the numbers of all runs of four words, sorted; fewer where the text is short.

    Which runs are kept does not depend on where they stand, so that texts with most of their runs in common
    have most of these numbers in common, whatever stands before, between or after.
    """
    words = _word().findall(text.casefold())
    runs = zip(*(words[start:] for start in range(_RUN)), strict=False)
    numbers = {crc32(" ".join(run).encode("utf-8", "surrogatepass")) * _SPREAD & 0xFFFFFFFF for run in runs}
    return tuple(nsmallest(kept, numbers))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")
