"""The words of a time as one pattern: each named group at its top is a way to write one."""

import re
from collections.abc import Iterable
from functools import cache

from core.text.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
        ],
        1,
    )
} | {"a": 1, "an": 1, "a couple of": 2, "couple of": 2}

ORDINALS = {
    word: number
    for number, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh"], 1)
} | {"opening": 1, "inaugural": 1, "last": -1, "final": -1, "closing": -1, "concluding": -1}

# What a number in front of it counts: "on May 9 ships ..." would be no date.
_COUNTED = (
    r"(?:people|persons?|tourists|soldiers|troops|ships|countries|nations|aircraft|members|personnel|"
    r"years?|months|weeks|days|hours|minutes|hrs|percent|per cent|per\s?cent|crore|lakh|million|billion|"
    r"tonnes|dollars|kilometres|km|delegations|delegates|ministers|jets|fighters|tanks|states|companies)\b"
)
# What an ordinal in front of it numbers: "on the 9th floor", "on the 70th birth anniversary".
_NUMBERED = (
    r"(?:anniversar(?:y|ies)|edition|session|round|meeting|day|floor|birthday|year|conference|summit|time|"
    r"century|parallel|dialogue|visit|iteration|conclave|package|tranche|batch|series|instal?lment|place|"
    r"spot|position|attempt|leg|exercise|consultations?|talks|plenary|general assembly|regiment|battalion|"
    r"brigade|division|corps|fleet|squadron|infantry|airborne|congress|hole|minute|hour|week|month|person|"
    r"country|nation|member|such)\b"
)
_FUNCTION = r"(?:an?|the|he|she|they|it|we|his|her|their|and|in|at|with|to|of|for|by|from|when|where)\b"
# An event that carries its date as a name.
_NAMED_AFTER = r"(?:attacks?|attackers|movement|revolution|coup|uprising|riots)\b"
# What "today's" and "overnight" stand in front of when they name no time.
_OUR_TIMES = (
    r"(?:[\w-]+[ ,]+){0,3}?(?:world|environment|era|age|times|battlefields?|warfare|wars?|context|realit\w+|"
    r"landscape|society|generation|youth|standards|challenges|threats|globali[sz]ed|terms|climate|market)\b"
)
_NIGHT_WORK = r"(?:stay|halt|flight|train|journey|drive|ferry|bus|guest|success|sensation|change|stop)\b"
_SPECIAL = r"(?:Good|Black|Bloody|Easter|Palm|Super|Ash|Maundy|Holy|Cyber|Ruby|Giving|Every|every|each|Each)"
_PAPER = r"(?:Times|Guardian|Express|Telegraph|Mail|Mirror|Post|Herald|Standard|Mass|School|Night Live)\b"


def _in_capitals_too(names: Iterable[str]) -> list[str]:
    """The names as printed and in capitals, longest first."""
    names = list(names)
    return sorted({*names, *(name.upper() for name in names)}, key=lambda name: (-len(name), name))


def _either_case(words: Iterable[str]) -> list[str]:
    """The words with a small or a capital letter, longest first."""
    return [f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(words, key=len, reverse=True)]


def _one_of(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _parts() -> dict[str, str]:
    """The smaller patterns that the ways to write a time are made of."""
    number = _one_of([*_either_case(NUMBERS), r"\d{1,3}"])
    ordinal = _one_of(_either_case(ORDINALS))
    year = r"(?:19|20)\d\d(?!\d|[,.]\d|\s?(?:%|" + _COUNTED + "))"
    day = (
        rf"(?:3[01]|[12]\d|0?[1-9])(?!\d|[,.:]\d|\+|x\d)(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\w|\s?%|\s{_COUNTED})"
    )
    joint = r"\s?(?:-|–|—|\bto\b|\bthrough\b|\btill\b|\buntil\b|\band\b|&|/)\s?"
    days = rf"{day}(?:(?:\s?,\s?{day})+,?{joint}{day}|{joint}{day})?"
    month = rf"(?:{_one_of(_in_capitals_too(MONTHS))}\b|{_one_of(_in_capitals_too(SHORT_MONTHS))}\b\.?)"
    weekday = _one_of(_in_capitals_too([*WEEKDAYS, "Tues", "Weds", "Thur", "Thurs"]))
    before_day = _one_of(_in_capitals_too([*WEEKDAYS, *SHORT_WEEKDAYS]))
    return {
        "NUMBER": number,
        "ORDINAL": ordinal,
        "TALKS": r"\s(?:the|their|his|her|these|those)\s(?:talks|meeting|visit|summit|conference)\b",
        "YEAR": year,
        "DAYS": days,
        "MONTH": month,
        "WEEKDAY": weekday,
        "LEAD": rf"(?:(?P<@lead>{before_day})\.?(?:,\s?|\s?\(|\s)(?:the\s)?)?",
        "OF_YEAR": (
            rf"(?:(?:,?\s(?:of\s)?|\s?-\s?|\s?\()(?P<@year>{year})|"
            r",?\s(?:of\s)?(?P<@in>last|this|next)\syear)?"
        ),
    }


def _ways() -> list[tuple[str, str]]:
    """Each way to write a time: the name of its group and its pattern, in the order of trying."""
    return [
        (
            "iso",
            r"(?<![./-])(?P<@y>(?:19|20)\d\d)(?P<@s>[-/.])(?P<@m>0[1-9]|1[0-2])(?P=@s)"
            r"(?P<@d>0[1-9]|[12]\d|3[01])(?!\d|[./-]\d)",
        ),
        (
            "figures",
            r"(?<![./-])(?P<@d>[0-3]?\d)(?P<@s>[-/.])(?P<@m>[0-3]?\d)(?P=@s)(?P<@y>(?:19|20)\d\d)"
            r"(?!\d|[./-]\d)",
        ),
        (
            "dmy",
            r"(?<![.,:/$+-])<LEAD>(?P<@days><DAYS>)\.?(?:\s|-|\s?of\s)(?:of\s)?(?P<@month><MONTH>)<OF_YEAR>"
            rf"(?!\s{_NAMED_AFTER})",
        ),
        (
            "mdy",
            r"<LEAD>(?P<@month><MONTH>)(?:\s|-)(?:the\s)?(?P<@days><DAYS>)<OF_YEAR>"
            rf"(?!\s{_NAMED_AFTER})",
        ),
        (
            "month",
            r"(?:(?P<@turn>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming)\s)?(?P<@month><MONTH>)"
            r"(?:,?\s(?:of\s)?(?P<@year><YEAR>)|,?\s(?:of\s)?(?P<@in>last|this|next)\syear\b)?",
        ),
        ("year", r"(?<![.,:/$+(-])(?P<@y><YEAR>)(?:\s?[-–/]\s?(?P<@e>(?:20)?\d\d)(?!\d))?(?![\w+/-])"),
        (
            "ordinal",
            r"the\s(?P<@d>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?![\w-])"
            r"(?:\sand\s(?:the\s)?(?P<@e>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?![\w-]))?(?!\s(?:of\s)?<MONTH>)"
            rf"(?!\s(?:(?!{_FUNCTION})[\w-]+\s){{0,2}}{_NUMBERED})(?!\s[A-Z])",
        ),
        ("week_day", r"(?P<@week>[Ll]ast|[Nn]ext)\sweek,?\s(?:on\s)?(?P<@day><WEEKDAY>)\b"),
        (
            "weekday",
            rf"(?<!{')(?<!'.join(word + ' ' for word in _SPECIAL[3:-1].split('|'))})"
            r"(?:(?P<@turn>[Ll]ast|[Tt]his past|[Tt]his coming|[Nn]ext|[Tt]his|[Cc]oming|[Uu]pcoming|[Pp]ast|"
            r"[Pp]revious|[Ff]ollowing)\s)?(?P<@day><WEEKDAY>)\b"
            r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night))?"
            r"(?:,?\s(?:of\s)?(?P<@week>last|next|this)\sweek\b)?"
            rf"(?!\s{_PAPER}|\sprayers)",
        ),
        (
            "named_day",
            r"(?P<@w>(?:[Tt]he )?(?:day before yesterday|day after tomorrow)|[Yy]esterday|[Tt]omorrow|"
            r"[Tt]onight|[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Ll]ast (?:night|evening)|"
            rf"[Oo]vernight(?!\s{_NIGHT_WORK}))(?!['’]s\s{_OUR_TIMES})\b(?!-\w)"
            r"(?:\s(?:morning|afternoon|evening|night)\b)?",
        ),
        (
            "at_hand",
            r"(?:[Ee]arlier|[Ll]ater)\s(?:on\s)?in\sthe\s(?P<@unit>week|month|year)\b(?!-)"
            r"|[Tt]he\s(?P<@last>week|month|year)\sbefore\slast\b",
        ),
        (
            "span",
            r"(?:(?P<@turn>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he|[Tt]his past|[Tt]his coming)\s)"
            r"(?P<@unit>week(?:end)?|month|year)\b(?!-)",
        ),
        ("ago", r"(?P<@n><NUMBER>)\s(?P<@unit>day|week|fortnight|month|year)s?\sago\b"),
        ("ahead", r"(?P<@n><NUMBER>)\s(?P<@unit>day|week|month|year)s?\sfrom\snow\b"),
        (
            "edge",
            r"(?P<@end>[Ff]irst|[Ll]ast|[Ff]inal)\sday\sof\s(?P<@month><MONTH>)(?:,?\s(?P<@year><YEAR>))?",
        ),
        (
            "same",
            r"(?:[Tt]he\s(?:very\s)?same|[Tt]hat\s(?:very\s)?(?:same\s)?)\s?"
            r"(?P<@unit>day|week|month|year|morning|afternoon|evening|night)\b(?!-)"
            r"|(?:[Ll]ater|[Ee]arlier)\sin\sthe\s(?P<@now>day)\b",
        ),
        (
            "beside",
            r"[Tt]he\s(?:very\s)?(?P<@way>next|following|previous|preceding)\s"
            r"(?P<@unit>day|week|month|year|morning|afternoon|evening)\b(?!-)",
        ),
        (
            "day_by",
            r"[Tt]he\s(?P<@unit>day|week|month|year)\s(?P<@way>before|after|earlier|later)\b"
            r"(?=\s?(?:[,.;:)!?]|$)|\sthat\b|<TALKS>|(?<=\AThe day before)\s(?:he|she|they)\b[^,]*$)",
        ),
        (
            "later",
            r"(?P<@n><NUMBER>)\s(?P<@unit>day|week|fortnight|month|year|hour)s?\s(?P<@way>(?:earlier|later)\b(?!\sthan)|"
            r"(?:before|after)\b(?=\s?(?:[,.;:)!?]|$)|\sthat\b|<TALKS>))",
        ),
        ("nth", r"(?P<@n><ORDINAL>)\sday\b(?!-|\sof\s(?:the\s)?(?:<MONTH>|week|month|year|spring|term|war))"),
    ]


def _beginnings() -> str:
    """How a time begins; what does not is passed over before the ways to write one are tried.

    One alternative for each first letter, which the regex engine checks before anything else.
    """
    unit = r"\s(?:day|week|fortnight|month|year|hour)"
    turned = r"\s(?:week|month|year|night|even|[A-Z])"
    words = {
        "the": rf"{unit}|\s(?:[0-9]|same|very|next|foll|prev|prec)",
        "that": rf"{unit}|\s(?:same|very|morning|afternoon|evening|night)",
        "this": rf"{turned}|\s(?:past|coming|morning|afternoon)",
        "day": r"\s(?:before|after)\s",
        **dict.fromkeys(("later", "earlier"), r"\s(?:on\s)?in\sthe\s(?:day|week|month|year)"),
        **dict.fromkeys(("yesterday", "today", "tomorrow", "tonight", "overnight"), ""),
        **dict.fromkeys(("next", "coming", "upcoming", "past", "previous", "following"), turned),
        **dict.fromkeys(NUMBERS, unit),
        **dict.fromkeys(ORDINALS, r"\sday"),
        "last": rf"{turned}|\sday",
    }
    rests: dict[str, list[str]] = {}
    for word, after in words.items():
        for first in (word[0], word[0].upper()):
            rests.setdefault(first, []).append(f"{word[1:]}(?:{after})")
    for name in _in_capitals_too(name[:3] for name in (*MONTHS, *WEEKDAYS)):
        rests.setdefault(name[0], []).append(name[1:])
    figures = (
        rf"(?:19|20)[0-9]{{2}}|[0-9]{{1,3}}{unit}|[0-9]{{1,2}}(?:[./-][0-9]|st|nd|rd|th|ST|ND|RD|TH|"
        r"[\s,&/–—-]+(?:[0-9JFMASOND]|of|to|and|through|till|until))"
    )
    return "|".join([f"(?=[0-9])(?:{figures})", *(first + _one_of(rest) for first, rest in rests.items())])


@cache
def date_pattern() -> re.Pattern[str]:
    """All ways to write a time, tried from left to right at each word that may begin one."""
    parts = _parts()
    ways = [f"(?P<{name}>{_filled(way, parts).replace('@', name + '_')})" for name, way in _ways()]
    return re.compile(rf"(?<!\w)(?={_beginnings()})(?:{'|'.join(ways)})")


def _filled(way: str, parts: dict[str, str]) -> str:
    for part, pattern in parts.items():
        way = way.replace(f"<{part}>", pattern)
    return way


def may_hold_date(text: str) -> bool:
    """False where no time can be in `text`, as in most sentences."""
    return (  # written out, since a loop over the words takes twice as long
        "day" in text or "week" in text or "year" in text or "month" in text or "night" in text
        or "morrow" in text or "morning" in text or "evening" in text or "noon" in text
        or "uary" in text or "March" in text or "April" in text or "May" in text or "Ju" in text
        or "August" in text or "ember" in text or "October" in text or "DAY" in text
        or _figure_pattern().search(text) is not None
    )  # fmt: skip


@cache
def _figure_pattern() -> re.Pattern[str]:
    return re.compile("[0-9]")
