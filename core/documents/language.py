"""A guess at a document's language by its commonest little words; only English is read."""

import re
from functools import cache

from core.lexicon.languages import little_words

_SAMPLE = 3000  # characters
_ENOUGH, _SURE = 0.08, 0.2  # the share of little words; in English prose it is some 0.35


def guess_language(text: str) -> str:
    """The code of the language whose little words are commonest, `en` before others; `und` when nothing tells."""
    words = _words().findall(text[:_SAMPLE].lower())
    if not words:
        return "und"
    best, best_share = "und", _ENOUGH
    for code, little in little_words().items():
        share = sum(map(little.__contains__, words)) / len(words)
        if share > best_share:
            best, best_share = code, share
        if code == "en" and share > _SURE:
            break
    return best


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
