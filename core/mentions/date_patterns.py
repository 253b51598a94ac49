"""The words of a time as one pattern: each named group at its top is a way to write one."""

import re
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
    r"years?|months|weeks|days|hours|minutes|percent|per cent|per\s?cent|crore|lakh|million|billion|tonnes|"
    r"kilometres|km|delegations|delegates|ministers|jets|fighters|tanks|states|companies)\b"
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


def _names(names: list[str]) -> str:
    """The names, longest first, as printed and in capitals."""
    spelled = sorted({*names, *(name.upper() for name in names)}, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(spelled) + ")"


def _parts() -> dict[str, str]:
    """The smaller patterns that the ways to write a time are made of."""
    number = r"(?:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r"|\d{1,3})"
    ordinal = r"(?:" + "|".join(ORDINALS) + ")"
    year = r"(?:19|20)\d\d(?!\d|[,.]\d|\s?(?:%|" + _COUNTED + "))"
    day = (
        rf"(?:3[01]|[12]\d|0?[1-9])(?!\d|[,.:]\d|\+|x\d)(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\w|\s?%|\s{_COUNTED})"
    )
    joint = r"\s?(?:-|–|—|\bto\b|\bthrough\b|\btill\b|\buntil\b|\band\b|&|/)\s?"
    days = rf"{day}(?:(?:\s?,\s?{day})+,?{joint}{day}|{joint}{day})?"
    month = rf"(?:{_names(list(MONTHS))}\b|{_names(list(SHORT_MONTHS))}\b\.?)"
    weekday = _names([*WEEKDAYS, "Tues", "Weds", "Thur", "Thurs"])
    before_day = _names([*WEEKDAYS, *SHORT_WEEKDAYS])
    return {
        "NUMBER": number,
        "ORDINAL": ordinal,
        "YEAR": year,
        "DAYS": days,
        "MONTH": month,
        "WEEKDAY": weekday,
        "LEAD": rf"(?:(?P<@lead>{before_day})\.?(?:,\s?|\s?\(|\s)(?:the\s)?)?",
        "OF_YEAR": rf"(?:(?:,?\s(?:of\s)?|\s?-\s?|\s?\()(?P<@year>{year})|,?\s(?:of\s)?(?P<@in>last|this|next)\syear)?",
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
            rf"the\s(?P<@d>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?![\w-])(?!\s(?:of\s)?<MONTH>)(?!\s(?:(?!{_FUNCTION})[\w-]+\s){{0,2}}"
            rf"{_NUMBERED})(?!\s[A-Z])",
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
            rf"[Oo]vernight(?!\s{_NIGHT_WORK}))(?!['’]s\s{_OUR_TIMES})\b"
            r"(?:\s(?:morning|afternoon|evening|night)\b)?",
        ),
        (
            "span",
            r"(?:(?P<@turn>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Tt]he|[Tt]his past|[Tt]his coming)\s)"
            r"(?P<@unit>week(?:end)?|month|year)\b(?!-)",
        ),
        ("ago", r"(?P<@n><NUMBER>)\s(?P<@unit>day|week|month|year)s?\sago\b"),
        ("ahead", r"(?P<@n><NUMBER>)\s(?P<@unit>day|week|month|year)s?\sfrom\snow\b"),
        (
            "same",
            r"(?:[Tt]he\s(?:very\s)?same|[Tt]hat\s(?:very\s)?(?:same\s)?)\s?(?P<@unit>day|week|month|year)\b(?!-)"
            r"|(?:[Ll]ater|[Ee]arlier)\sin\sthe\s(?P<@now>day)\b",
        ),
        (
            "beside",
            r"[Tt]he\s(?:very\s)?(?P<@way>next|following|previous|preceding)\s(?P<@unit>day|week|month|year)\b(?!-)",
        ),
        (
            "day_by",
            r"[Tt]he\s(?P<@unit>day|week|month|year)\s(?P<@way>before|after|earlier|later)\b"
            r"(?=\s?(?:[,.;:)!?]|$)|\sthat\b)",
        ),
        (
            "later",
            r"(?P<@n><NUMBER>|[AaOT][a-z]+)\s(?P<@unit>day|week|month|year)s?\s(?P<@way>(?:earlier|later)\b(?!\sthan)|"
            r"(?:before|after)\b(?=\s?(?:[,.;:)!?]|$)|\sthat\b))",
        ),
        ("nth", r"(?P<@n><ORDINAL>)\sday\b(?!-|\sof\s(?:the\s)?(?:<MONTH>|week|month|year|spring|term|war))"),
    ]


@cache
def date_pattern() -> re.Pattern[str]:
    """All ways to write a time, tried from left to right at each word."""
    parts = _parts()
    ways = []
    for name, way in _ways():
        for part, pattern in parts.items():
            way = way.replace(f"<{part}>", pattern)
        ways.append(f"(?P<{name}>{way.replace('@', name + '_')})")
    return re.compile(r"(?<!\w)(?:" + "|".join(ways) + r")")
