"""One written form of a name becomes all that reporters use: alternatives, spelling, apostrophes."""

import re
from itertools import product

# The data files are written in British spelling; each pair is also tried with a capital.
_AMERICAN = (
    ("organisation", "organization"),
    ("defence", "defense"),
    ("centre", "center"),
    ("armour", "armor"),
    ("programme", "program"),
    ("modernis", "moderniz"),
    ("labour", "labor"),
)
_PAIRS = tuple(pair for old, new in _AMERICAN for pair in ((old, new), (old.capitalize(), new.capitalize())))


def expand(pattern: str) -> list[str]:
    """Every text that `pattern` stands for: `<SCO|BRICS> <Defence |>Ministers` gives four.

    Spaces are settled afterwards, so that an empty alternative leaves no double space.
    """
    if "<" not in pattern:
        return [pattern]
    parts = [part.split("|") if index % 2 else [part] for index, part in enumerate(re.split("[<>]", pattern))]
    return list(dict.fromkeys(" ".join("".join(choice).split()) for choice in product(*parts)))


def american(text: str) -> list[str]:
    """`text` as an American writes it, and with only an organisation's own spelling kept; none if nothing differs."""
    forms = [text]
    for old, new in _PAIRS:
        if old in text:
            forms.append(forms[-1].replace(old, new))
    return forms[1:]


def apostrophes(text: str) -> list[str]:
    """`text`, and where it has a plural possessive (Ministers'), also Ministers and Minister's."""
    if "s'" not in text:
        return [text]
    return [text, text.replace("s'", "s"), text.replace("s'", "'s")]


def spellings(pattern: str) -> list[str]:
    """All written forms of an alias of the data files, the given one first; no form twice."""
    forms = [form for text in expand(pattern) for form in apostrophes(text)]
    return list(dict.fromkeys(spelt for form in forms for spelt in (form, *american(form))))
