"""The dateline of a document: where it was written, and the words that tell so."""

import re
from functools import cache

from core.documents.headers import dateline_end
from core.lexicon.cards import label_of
from core.lexicon.cities import cities_named
from core.lexicon.sources import outlet_named
from core.mentions.atoms import read_line
from core.mentions.names import Vocabulary
from core.mentions.where import Where
from core.model import Block, BlockKind, Sentence
from core.text.calendar import MONTHS


def without_dateline(text: str, found: list[Sentence]) -> tuple[list[Sentence], tuple[int, int]]:
    """The sentences with the dateline cut off the paragraph that opens the story, and where that was."""
    out: list[Sentence] = []
    span = (0, 0)
    block, looked = -1, 0
    for sentence in found:
        if sentence.block != block and (lead := _lead_end(sentence.text)):
            start = sentence.start + lead
            sentence = Sentence(text[start : sentence.end], start, sentence.block, sentence.kind)
        opens = sentence.block != block and sentence.kind is BlockKind.PARAGRAPH
        block = sentence.block
        if opens and not span[1] and looked < 6:
            looked += 1
            end = _dateline_end(text, sentence)
            if end > sentence.start:
                span = (sentence.start, end)
                if end < sentence.end:
                    out.append(Sentence(text[end : sentence.end], end, sentence.block, sentence.kind))
                continue
        out.append(sentence)
    return out, span


def _lead_end(text: str) -> int:
    """Where the story begins behind who put it out: "VOV.VN - ", "Xinhua - ", "(MENAFN- Trend News Agency)"; 0 if nobody is."""
    if (passed_on := _passed_on().match(text)) is not None:
        return passed_on.end()
    lead = _outlet_dash().match(text)
    if lead is None:
        return 0
    return lead.end() if "." in lead["name"] or outlet_named(lead["name"]) is not None else 0


@cache
def _passed_on() -> re.Pattern[str]:
    return re.compile(r"\(MENAFN ?- ?(?:[^()\n]{1,60}(?:\([^()\n]{1,30}\))?)\) ?")


@cache
def _outlet_dash() -> re.Pattern[str]:
    return re.compile(r"(?P<name>[A-Z]\w+(?:\.\w{2,4}|(?: [A-Z]\w+){0,2})) ?[-\u2013\u2014|] (?=[A-Z])")


def _dateline_end(text: str, sentence: Sentence) -> int:
    end = dateline_end(text, sentence.start, sentence.end)
    if end > sentence.start:
        return end
    day = _day_city().match(text, sentence.start, sentence.end)
    place = (day["before"] or day["behind"]) if day is not None else ""
    if day is not None and (
        cities_named(place.casefold()) or (place.isupper() and _is_country(place.title()))
    ):
        return day.end()  # "Tashkent, July 5 - ", "SWEDEN, July 5 - "
    dash = _city_dash().match(text, sentence.start, sentence.end)
    if dash is not None and cities_named(dash[1].casefold()):
        return dash.end()
    match = _agency().match(text, sentence.start, sentence.end) or _city_colon().match(
        text, sentence.start, sentence.end
    )
    named = match.group().strip(": ") if match is not None else ""
    if match is not None and (named in MONTHS or _is_country(named)):
        return sentence.start  # "Japan: The first 2+2 was held", "October: ...", in a review
    if match is None or label_of(text[match.start() : match.end()].strip(": ")) is not None:
        return sentence.start
    return sentence.start if _cut_short(match) else match.end()


def _cut_short(match: re.Match[str]) -> bool:
    """Whether brackets only cut a name short that opens the story: "Chief of Defence Staff (CDS)", "Indian Ship (INS) X".

    Behind a dateline they hold an agency: then a town, a day or a dash stands beside them.
    """
    named, bracket, behind = match.group().rpartition("(")
    if not bracket or behind.rstrip()[-1:] != ")" or any(map(str.isdigit, named)):
        return False
    place = named.rpartition(")")[2].partition(",")[0].partition("[")[0].strip()
    return not cities_named(place.casefold()) and outlet_named(behind.strip(") ")) is None


def _is_country(name: str) -> bool:
    """Whether a country, and no city, has this name."""
    atoms = read_line(Sentence(name, 0, 0), Vocabulary(frozenset(), frozenset())).atoms
    return len(atoms) == 1 and atoms[0].sort == "C" and atoms[0].sense("city") is None


def dateline_of(text: str, parts: list[Block], span: tuple[int, int], vocabulary: Vocabulary) -> Where | None:
    """The city from which the story was written."""
    spans = [span] if span[1] else []
    spans += [(block.start, block.end) for block in parts[:6] if block.kind is BlockKind.HEADER]
    for start, end in spans:
        printed = text[start:end]
        line = read_line(Sentence(printed.title() if printed.isupper() else printed, start, 0), vocabulary)
        for atom in line.atoms:
            city = atom.sense("city")
            if city is not None and atom.sort in "PCG":
                return Where(city.name, city.country, "here", 0, 0, "city")
        match = _capitals().match(printed)
        if match:
            line = read_line(Sentence(match.group().title(), start, 0), vocabulary)
            for atom in line.atoms:
                city = atom.sense("city")
                if city is not None:
                    return Where(city.name, city.country, "here", 0, 0, "city")
        town = _town_and_land().match(printed)
        code = _land(town["land"].strip()) if town is not None else ""
        if town is not None and code:
            name = town["town"].strip()
            return Where(name.title() if name.isupper() else name, code, "here", 0, 0, "city")
    alone = _alone().match(text, *span) if span[1] else None  # "Clark: ", a name of people too
    found = cities_named(alone[1].casefold()) if alone is not None else ()
    return Where(found[0].name, found[0].country, "here", 0, 0, "city") if found else None


def _land(name: str) -> str:
    """The country of a country or a region; "" if the words name neither."""
    atoms = read_line(
        Sentence(name.title() if name.isupper() else name, 0, 0), Vocabulary(frozenset(), frozenset())
    ).atoms
    if len(atoms) != 1:
        return ""
    place = atoms[0].sense("place")
    if atoms[0].sort == "C":
        return str(atoms[0].value)
    return place.country if place is not None and place.kind == "region" else ""


@cache
def _town_and_land() -> re.Pattern[str]:
    """Finds "CLARK, Philippines," and "Camp Smith, Hawaii (": a town that no list knows, and the country or region behind it."""
    word = r"[A-Z][\w.'\u2019-]*"
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    return re.compile(
        rf"(?!{month})(?P<town>{word}(?: (?:{word}|de|al|el|la|of)){{0,3}})(?:, | \()(?P<land>[A-Z][\w. ]{{2,30}}?)(?=,|\)| ?\(| ?[-\u2013\u2014:]|$)"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?) ?[:\u2013\u2014(-]")


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(r"[A-Z]{3,}(?: [A-Z]{3,})?")


@cache
def _agency() -> re.Pattern[str]:
    """Finds "New Delhi, Nov 20 (IANS) ": a dateline that only an agency's name in brackets ends."""
    return re.compile(
        r"(?:\([A-Z][^()\n]{1,24}\) ?)?[A-Z][\w.' ]{2,24}(?: \[[A-Z]\w+(?: \w+)?\])?(?:, [A-Z][a-z]+)?,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)?"
        r",? ?\((?:[A-Z][\w ./-]{1,24})\)(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?(?: ?\([A-Z][\w ./-]{1,24}\))?)?"
        r" ?[:\u2013\u2014-]* ?"
    )


@cache
def _day_city() -> re.Pattern[str]:
    """Finds "February 26, Nairobi, Kenya - " and "Baku, February 18, AZERTAC - ": datelines without a year."""
    place = r"[A-Z][A-Za-z'.]+(?: [A-Z][A-Za-z']+){0,2}"
    country = r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?| \[[A-Z]\w+(?: \w+)?\])?"
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    day = rf"(?:{month} \d{{1,2}}|\d{{1,2}} {month})"
    return re.compile(
        rf"(?:{day}, (?P<behind>{place}){country}|(?P<before>{place}){country},? {day}(?:,? [A-Z]{{2,}}| ?\([A-Z][\w /]+\))?) ?(?:--|[-\u2013\u2014:]) ?"
    )


@cache
def _city_dash() -> re.Pattern[str]:
    """Finds "SINGAPORE - " and "Nairobi \u2014 ", a dateline without a day."""
    return re.compile(
        r"([A-Z][A-Za-z']+(?: [A-Z][A-Za-z']+){0,2})(?:, [A-Z][a-z]+)?(?: \[[A-Z]\w+\])? ?(?:--|[-\u2013\u2014]) ?(?=[A-Z\"\u201c])"
    )


@cache
def _city_colon() -> re.Pattern[str]:
    return re.compile(
        r"(?:[A-Z]{2,}(?: [A-Z]{2,}){0,2}, [A-Z][a-z]+(?: [A-Z][a-z]+)?|(?:[A-Z][a-z]+|[A-Z]{2,})(?: (?:[A-Z][a-z]+|[A-Z]{2,})){0,2}): "
    )
