"""Regular expressions taken apart by the first character that they can match, so that few must be tried on a line."""

from collections.abc import Iterator

_REPEATS = ("+", "*", "{")


def spread(pattern: str) -> Iterator[tuple[str, str]]:
    """The pattern as several without a choice at their beginning, each with its first character.

    The character is empty where it can be one of many. `(?:file )?photo` gives `f, file photo` and `p, photo`.
    """
    for choice in _choices(pattern):
        if choice.startswith("(?:"):
            yield from _group(choice)
        elif choice:
            yield from _literal(choice)


def _group(pattern: str) -> Iterator[tuple[str, str]]:
    end = _closing(pattern)
    rest = pattern[end:]
    if rest.startswith(_REPEATS):
        yield "", pattern
        return
    optional = rest.startswith("?")
    rest = rest[optional:]
    for choice in _choices(pattern[3 : end - 1]):
        yield from spread(choice + rest)
    if optional:
        yield from spread(rest)


def _literal(pattern: str) -> Iterator[tuple[str, str]]:
    escaped = pattern.startswith("\\")
    head, rest = pattern[: escaped + 1], pattern[escaped + 1 :]
    plain = not head[-1].isalnum() if escaped else head not in ".[(^$"
    if not plain or rest.startswith(_REPEATS):
        yield "", pattern
        return
    optional = rest.startswith("?")
    yield head[-1], head + rest[optional:]
    if optional:
        yield from spread(rest[1:])


def _closing(pattern: str) -> int:
    """The offset behind the bracket that closes the group at the pattern's beginning."""
    depth = position = 0
    while True:
        depth += (pattern[position] == "(") - (pattern[position] == ")")
        position = _after(pattern, position)
        if not depth:
            return position


def _choices(pattern: str) -> list[str]:
    """The alternatives of a pattern, those within its groups left together."""
    found, start, position = [], 0, 0
    while position < len(pattern):
        if pattern[position] == "(":
            position += _closing(pattern[position:])
            continue
        if pattern[position] == "|":
            found.append(pattern[start:position])
            start = position + 1
        position = _after(pattern, position)
    return [*found, pattern[start:]]


def _after(pattern: str, position: int) -> int:
    """The offset behind an escape, a set of characters or one character."""
    if pattern[position] == "\\":
        return position + 2
    if pattern[position] == "[":
        position = _after(pattern, position + 1)
        while pattern[position] != "]":
            position = _after(pattern, position)
    return position + 1
