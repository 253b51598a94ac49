"""The words of the screen in the reader's language. The English text is the key, so the code reads as the screen does.

The language holds for one run of a page and is no argument of anything: words are said in hundreds of places, and a
place that forgot to pass it on would speak English. Nothing that is said may therefore be kept from one run to the
next; what is kept is the English, marked by `later`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from core.language.catalogue import ENGLISH, translations
from core.language.locale import decimal

Value = TypeVar("Value")
Given = TypeVar("Given")
_SPOKEN: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def spoken() -> str:
    """The code of the language that is spoken now: `en`, `hi`."""
    return _SPOKEN.get()


def speak(code: str) -> None:
    """Speaks a language from here on, in this thread: at the start of a run."""
    _SPOKEN.set(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speaks a language within the block: for files, which are English, and for tests."""
    token = _SPOKEN.set(code)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


class Told(str):
    """An English sentence made of a text and values, which `t` can still say in another language."""

    __slots__ = ("text", "values")

    text: str
    values: dict[str, Any]


def t(text: str, **values: Any) -> str:
    """`text` in the language spoken, with `values` put into its {places}."""
    if isinstance(text, Told):
        return t(text.text, **text.values)
    said = translations(spoken()).gettext(text) if text else ""
    return _filled(said, text, values)


def tc(context: str, text: str, **values: Any) -> str:
    """The same for an English word that needs several words elsewhere; `context` tells the translator which is meant."""
    return _filled(translations(spoken()).pgettext(context, text), text, values)


def tn(one: str, many: str, count: int, **values: Any) -> str:
    """`one` or `many` by the plural forms of the language spoken; {count} is the number as it is written there."""
    said = translations(spoken()).ngettext(one, many, count)
    return _filled(said, one if count == 1 else many, {"count": decimal(count, spoken()), **values})


def later(text: str, **values: Any) -> str:
    """`text` in English, with `values` put into its {places}: marks for the catalogues what is said later, by `t`."""
    if not values:
        return text
    told = Told(text.format(**values))
    told.text, told.values = text, values
    return told


def noted(text: str, **values: Any) -> str:
    """A sentence of the tables, which are English: marks for the catalogues what `core.views.retold` says of it.

    A place is named after what stands in it (`{country}`, `{day}`, `{day2}`): so it is known again.
    """
    return text.format(**values)


def as_spoken(naming: Callable[[Value], Given]) -> Callable[[Value], Given]:
    """`naming` in the language spoken now, wherever it is called: for what a widget keeps and calls in other threads."""
    code = spoken()

    def named(value: Value) -> Given:
        with speaking(code):
            return naming(value)

    return named


def english() -> bool:
    """Whether the language that stands in the code is spoken."""
    return spoken() == ENGLISH


def _filled(said: str, text: str, values: Mapping[str, Any]) -> str:
    """`said` with its values; the English `text` where a translator wrote a place that there is no value for."""
    if not values:
        return said
    try:
        return said.format(**values)
    except (IndexError, KeyError, ValueError):
        return text.format(**values)
