"""A guess at a document's language by its commonest little words; only English is read."""

import re
from functools import cache

from core.lexicon.languages import little_words

_SAMPLE, _ENOUGH = 5000, 0.08


def guess_language(text: str) -> str:
    """The code of the language whose little words are commonest, `en` before others; `und` when nothing tells."""
    words = _words().findall(text[:_SAMPLE].lower())
    if not words:
        return "und"
    shares = {
        code: sum(word in little for word in words) / len(words) for code, little in little_words().items()
    }
    code = max(shares, key=lambda code: shares[code])  # the first of equals: English
    return code if shares[code] >= _ENOUGH else "und"


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
