"""A filter in words: for the head of a page and for what is taken along."""

from core.language.speak import later, t, tn
from core.views import words
from core.views.filters import DEFAULT_TRACKS, Filters
from core.views.groups import group_label
from core.views.terms import country, term


def describe(filters: Filters) -> tuple[str, str]:
    """The filters in words: who (`India with Russia`), and the rest (`bilaterals, 2022 to 2024`)."""
    f = filters
    said = []
    if f.kinds:
        said.append(words.listed([words.plural(kind) for kind in f.kinds]))
    if f.statuses:
        said.append(_any("status", f.statuses))
    if f.forums:
        said.append(t("at {forums}", forums=_any("forum", f.forums)))
    if f.hosts:
        hosts = words.listed([country(code) for code in f.hosts], words.OR)
        said.append(t("in {countries}", countries=hosts))
    if f.search.strip():
        said.append(t("with the words “{words}”", words=f.search.strip()))
    if f.sources:
        said.append(t("told by {sources}", sources=words.listed(f.sources, words.OR)))
    if f.confidence > 0:
        said.append(t("confidence {value} or more", value=f"{f.confidence:.2f}"))
    if f.told_by > 1:
        said.append(
            tn(
                "told by {count} independent source or more",
                "told by {count} independent sources or more",
                f.told_by,
            )
        )
    if f.conflicts:
        fields = words.listed([words.field(name) for name in f.conflicts], words.OR)
        said.append(t("sources differ on {fields}", fields=fields))
    if f.flags:
        said.append(t("flagged for {flags}", flags=_any("flag", f.flags)))
    said += _more_said(f)
    if f.since > 0:
        said.append(t("new or changed since data {version}", version=f.since))
    if f.tracks != DEFAULT_TRACKS:
        tracks = words.listed([term("track", track) for track in f.tracks])
        said.append(t("{tracks} track", tracks=tracks) if f.tracks else t("all tracks"))
    certainly = ", " + t("certainly") if f.certain and (f.first or f.last) else ""
    said.append(words.period(f.first, f.last) + certainly)
    return _who(f.countries), ", ".join(said)


def _more_said(f: Filters) -> list[str]:
    told = (
        (later("with members of {any}"), words.listed([group_label(group) for group in f.groups], words.OR)),
        (later("at the level of {any}"), _any("level", f.levels)),
        (later("about {any}"), _any("topic", f.topics)),
        (later("outcome {any}"), _any("outcome", f.outcomes)),
        (later("from a source of reliability {any}"), words.listed(f.reliabilities, words.OR)),
    )
    return [t(text, any=values) for text, values in told if values]


def _any(field: str, values: tuple[str, ...]) -> str:
    """`held or planned`: values of a vocabulary as they are read."""
    return words.listed([term(field, value) for value in values], words.OR)


def _who(countries: tuple[str, ...]) -> str:
    names = [country(code) for code in countries]
    if not names:
        return t("All countries")
    return (
        names[0]
        if len(names) == 1
        else t("{one} with {others}", one=names[0], others=words.listed(names[1:]))
    )
