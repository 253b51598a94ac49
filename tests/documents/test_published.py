"""The document's own date, and the dates that only look like it."""

import json
from pathlib import Path

import pytest

from core.documents.headers import dateline_end, is_byline, is_date_line
from core.documents.published import find_published

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
STORY = (
    "The two ministers met here on Friday and went over the whole range of ties between the two countries, "
    "officials said.\n\nThey also spoke of trade."
)
DAY = "2024-11-22"

FOUND = {
    "own prefix": (f" date 2024-11-22 {STORY}", "header"),
    "own prefix on its own line": (f" date 2024-11-22\n{STORY}", "header"),
    "an article from the archive": (f"This Story is From November 22, 2024\n\nTalks\n\n{STORY}", "header"),
    "label with colon": (f"Talks\nDate: 22 November 2024\n\n{STORY}", "header"),
    "publish, update": (f"Talks\n\nTribune Desk\nPublish : 22 Nov 2024, 06:55 PM\nUpdate : 23 Nov 2024, 06:55 PM\n\n{STORY}", "byline"),
    "published, dots": (f"Talks\nPublished: 22.11.2024\n\n{STORY}", "header"),
    "published, no colon": (f"Talks\nPublished 22 November 2024\n\n{STORY}", "header"),
    "published, dash and zone": (f"Talks\n\nPublished - November 22, 2024 10:15 pm IST - Delhi\n\n{STORY}", "header"),
    "published behind a place": (f"Talks\nMANILA, Philippines | Published November 22, 2024\n\n{STORY}", "header"),
    "posted on, time run together": (f"Talks\nPosted On: 22 NOV 2024 11:20AM by PIB Delhi\n\n{STORY}", "header"),
    "posted by someone": (f"Talks\nPosted by admin on November 22, 2024\n\n{STORY}", "header"),
    "then an update time": (f"Talks\nNovember 22, 2024 | Updated 18:20 IST\n\n{STORY}", "header"),
    "update stamp, nothing better": (f"Talks\nUpdated on Nov 22, 2024 | Asia | 6 min read\n\n{STORY}", "header"),
    "place and update stamp": (f"Talks\nNew Delhi | Updated: November 22, 2024 15:28 IST\n\n{STORY}", "header"),
    "column and day": (f"One-liners for the day | November 22, 2024\n\n{STORY}", "header"),
    "line with a date alone": (f"Talks\n\nNovember 22, 2024\n\n{STORY}", "header"),
    "line with a dotted date alone": (f"A monthly letter\n\n22.11.2024\n\n{STORY}", "header"),
    "weekday before it": (f"Talks\nFri 22 Nov 2024 10.00 GMT\n\n{STORY}", "header"),
    "ordinal": (f"Talks\nDated: 22nd of November, 2024\n\n{STORY}", "header"),
    "month first where day first cannot be": (f"Talks\n11/22/2024\n\n{STORY}", "header"),
    "markdown marks": (f"# Talks\n\n**Date:** 22 November 2024\n\n{STORY}", "header"),
    "mail header": (f"Date: Fri, 22 Nov 2024 10:00:00 +0530\nSubject: Talks\n\n{STORY}", "header"),
    "byline, then place and day": (f"Talks\nBy Our Correspondent\nNew Delhi, November 22, 2024\n\n{STORY}", "byline"),
    "byline with the day": (f"Talks\nBy Staff Reporter | Nov 22, 2024 3:05:11 PM IST\n\n{STORY}", "byline"),
    "bureau with the day": (f"Talks\nBy our Nairobi bureau, 22 November 2024\n\n{STORY}", "byline"),
    "agencies with place": (f"Talks\nAgencies, New Delhi, Nov 22, 2024\n\n{STORY}", "byline"),
    "agency, day and time": (f"Talks\n\nPTI November 22, 2024 10:36 IST\n\n{STORY}", "byline"),
    "unknown outlet, day and time": (f"Talks\nCoastal Press Bureau November 22, 2024 10:36 am | Updated 10:50 am IST - NEW DELHI\n\n{STORY}", "byline"),
    "agency and day": (f"Talks\nIANS Nov 22, 2024\n\n{STORY}", "byline"),
    "day and time behind a bullet": (f"Talks\n\nPTI\n  • Nov 22 2024, 18:40 ist\n  • updated: Nov 22 2024, 19:40 ist\n{STORY}", "header"),
    "day, time and agency": (f"Talks\nNovember 22, 2024 10:36 IST PTI\n\n{STORY}", "header"),
    "dateline, agency, dash": (f"Talks\n\nTOKYO, Nov. 22, 2024 (Agency) - {STORY}", "dateline"),
    "dateline, two dashes": (f"BEIJING, Nov. 22, 2024 -- {STORY}", "dateline"),
    "dateline, dashes without blanks": (f"Tokyo, Nov. 22, 2024 (News service)--{STORY}", "dateline"),
    "dateline, country in brackets": (f"Talks\nDushanbe [Tajikistan], November 22, 2024 (Agency): {STORY}", "dateline"),
    "dateline in brackets": (f"(Moscow, November 22, 2024) {STORY}", "dateline"),
    "dateline with slashes": (f"NEW DELHI, Nov. 22, 2024 /Wire/ -- {STORY}", "dateline"),
    "place and day on a line": (f"Talks\n\nTashkent, 22.11.2024\n\n{STORY}", "dateline"),
    "place, weekday and day": (f"Talks\n\nJAKARTA, Friday, November 22, 2024\n\n{STORY}", "dateline"),
    "page name, place and day": (f"Talks\n\nMilitary page | Minsk, 22 November 2024\n\n{STORY}", "dateline"),
    "at the foot, place above": (f"Talks\n\n{STORY}\n\nNew Delhi\nNovember 22, 2024", "header"),
    "at the foot, with the place": (f"Talks\n\n{STORY}\n\nNew Delhi, 22 November 2024", "dateline"),
    "publication beats update": (f"Talks\nUpdated - November 23, 2024 | Published - November 22, 2024\n\n{STORY}", "header"),
    "dateline beats update stamp": (f"Last updated: 3 March 2026\n\nTalks\n\nMOSCOW, Nov 22, 2024 - {STORY}", "dateline"),
    "posted on beats update stamp": (f"Page last updated on: 3 March 2026\nTalks\nPosted On: 22 NOV 2024\n\n{STORY}", "header"),
    "dateline beats banner": (f"Saturday, 21 November 2026\n\nTalks\n\nDELHI, Nov. 22, 2024 -- {STORY}", "dateline"),
    "dateline beats banner without weekday": (f"21 November 2026\nThe Paper\n\nDELHI, Nov. 22, 2024 - {STORY}", "dateline"),
    "posted on beats banner behind a link": (f"Home | Saturday, 21 November 2026\n\nPosted On: 22 NOV 2024\n\n{STORY}", "header"),
    "first line, nothing better": (f"NOVEMBER 22, 2024\nReadout of the call\n\n{STORY}", "header"),
    "issue of a weekly": (f"Defence Weekly, Issue 45, 22 November 2024\n\n{STORY}", "header"),
    "in brackets": (f"Talks\n(22 November 2024)\n\n{STORY}", "header"),
    "notes of the day": (f"Current Affairs 22 November 2024\n\n{STORY}", "header"),
    "dateline, state abbreviated": (f"WASHINGTON, D.C., Nov. 22, 2024 - {STORY}", "dateline"),
    "dateline, accent": (f"São Paulo, 22 November 2024 - {STORY}", "dateline"),
    "signed at the foot": (f"Talks\n\n{STORY}\n\nColonel X\nMinistry\n22 November 2024", "header"),
    "views counted behind a gap": (f"Talks\n\nWritten by Guest Reporter - 22nd Nov 2024        1,204 views\n\n{STORY}", "header"),
    "writer, a gap and the time": (f"Talks\n\nYUKI HASEGAWA, staff writer    November 22, 2024 18:30 JST\n\n{STORY}", "header"),
    "day and year with a slash": (f"Talks\n\nNovember, 22/2024 - 16:05\n\n{STORY}", "header"),
    "wire services with place": (f"Talks\nWire services, Melbourne, November 22, 2024\n\n{STORY}", "dateline"),
    "last day of a week": (f"THE WEEK\nSaturday 16 November to Friday 22 November 2024\n\n{STORY}", "header"),
    "week with a dash": (f"Week of 16-22 November 2024\n\n{STORY}", "header"),
}  # fmt: skip

NOT_FOUND = {
    "the weather of the day of fetching": f"21 C\nJaipur\nFriday, December 27, 2024\n\nTalks\n\n{STORY}",
    "nothing at all": STORY,
    "empty": "",
    "inside the story": "Talks\n\nOn 22 November 2024 the two ministers held talks in Moscow about trade and industry.",
    "in a bullet": f"Talks\n\n• He attended the meeting on November 22, 2024\n• He met Mr Dong\n\n{STORY}",
    "in a bullet with a place": f"Digest\n\n- Date and place: 22 November 2024, Kuala Lumpur\n\n{STORY}",
    "end of the headline": f"Ministers meet in Moscow on November 22, 2024\n\n{STORY}",
    "headline with a day": f"Naval Chief Visits Muscat November 22, 2024\n\n{STORY}",
    "when a session begins": f"Talks\n\nOpening Session November 22, 2024 10:30 onwards\n\n{STORY}",
    "range": f"Minister to visit Russia from 20 to 22 November 2024\n\n{STORY}",
    "range on its own line": f"20-22 November 2024\n\n{STORY}",
    "when something takes place": f"Conference\n\nWhen: 22 November 2024\nWhere: Vientiane\n\n{STORY}",
    "days of an exercise": f"Exercise Sahyog\n16 November to 22 November 2024\n\n{STORY}",
    "no year": f"TOKYO, Sept 5 (Agency) - {STORY}",
    "days of other articles": f"Talks\n\n{STORY}\n\nRelated\nTalks in Paris\nNovember 20, 2024\nTalks in Rome\nMay 1, 2024",
    "day of a comment": f"Talks\n\n{STORY}\n\nComments\nRavi on 23 November 2024\nGood.",
    "caption": f"Talks\n\n{STORY}\n\nPhoto: The ministers in Delhi, November 22, 2024",
    "when the page was fetched": f"Talks\nAccessed: 3 March 2026\n\n{STORY}",
    "week of": f"Week of 22 November 2024\n\n{STORY}",
    "in brackets behind the headline": f"Talks (22 November 2024)\n\n{STORY}",
    "month only": f"Digest\nFebruary 2025\n\n{STORY}",
    "copyright year": f"Talks\n\n{STORY}\n\n© 2024 The Paper. All rights reserved.",
    "no such day": f"Talks\n31 February 2024\n\n{STORY}",
    "diary with a date above each entry": "Diary\n\nMay 5, 2025\nA visit.\n\nJuly 1, 2025\nA call.\n\nSept 22, 2025\nA pact.",
    "banner long after the story": "Saturday, 21 November 2026\n\nTalks\n\nOn November 22, 2024, the two ministers met in "
    "Moscow for talks on the ties between both sides.",
    "update stamp long after the story": "Talks\nLast updated: 3 March 2026\n\nOn 22 November 2024 the two ministers met "
    "in Moscow for talks on the ties between both sides.",
}


@pytest.mark.parametrize(("text", "basis"), [pytest.param(*case, id=name) for name, case in FOUND.items()])
def test_found(text: str, basis: str) -> None:
    day, found_on, start, end = find_published(text)
    assert (str(day), found_on.value) == (DAY, basis)
    assert "2024" in text[start:end]
    assert text[start:end] == text[start:end].strip()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(f"Talks\n\nTOKYO, Nov 22 (Wire) - {STORY}\n\n2024 Wire. All rights reserved.", DAY, id="rights"),
        pytest.param(f"Talks\n\nTOKYO, Nov. 22 -- {STORY}\n\n\u00a9 2024 The Paper", DAY, id="mark"),
        pytest.param(f"TOKYO, Nov 22 (Wire) - {STORY}\n\n\u00a9 2026 The Paper", "None", id="fetched years later"),
        pytest.param("TOKYO, Nov 22 (Wire) - They met today.\n\n\u00a9 2024 The Paper", "None", id="no weekday"),
    ],
)  # fmt: skip
def test_wire_without_a_year(text: str, day: str) -> None:
    assert str(find_published(text)[0]) == day


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_FOUND.items()])
def test_not_found(text: str) -> None:
    assert find_published(text) == (None, "", 0, 0)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("New Delhi, November 22, 2024", True, id="place and day"),
        pytest.param("Wire services, Melbourne, May 1, 2024", True, id="source, place and day"),
        pytest.param("Two ministers, Melbourne, May 1, 2024", False, id="who, place and day"),
        pytest.param("Updated on Oct 20, 2025 | 6 min read", True, id="stamp"),
        pytest.param("Exercise held in 2024", False, id="year alone"),
        pytest.param(
            "DELHI, Nov 22, 2024 - The ministers of both sides met here today.", False, id="story behind it"
        ),
        pytest.param("Talks end on November 22, 2024", False, id="headline"),
    ],
)
def test_is_date_line(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("By Our Special Correspondent", True, id="by"),
        pytest.param("Special Correspondent", True, id="no by"),
        pytest.param("By", False, id="by whom"),
        pytest.param("Bypass opened", False, id="longer word"),
        pytest.param("", False, id="empty"),
    ],
)
def test_is_byline(line: str, expected: bool) -> None:
    assert is_byline(line) is expected


def test_dateline_end() -> None:
    text = "TOKYO, Sept. 5, 2017 (Agency) - The ministers met."
    assert text[dateline_end(text, 0, len(text)) :] == "The ministers met."
    assert dateline_end("On Sept. 5, 2017 they met.", 0, 26) == 0


@pytest.mark.parametrize("name", ["dev", "seeds", "readouts"])
def test_labelled_documents(name: str) -> None:
    labels = sorted((SHARED / name / "labels").glob("*.json"))
    if not labels:
        pytest.skip("the shared documents are not beside the project")
    wrong = []
    for path in labels:
        text = (SHARED / name / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        day = find_published(text)[0]
        if (day.isoformat() if day else None) != json.loads(path.read_text(encoding="utf-8"))["published"]:
            wrong.append(path.stem)
    assert wrong == []


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        pytest.param("(April 18, 2024)", "2024-04-18", id="in brackets"),
        pytest.param("18 April 2024", "2024-04-18", id="bare"),
        pytest.param("Published in The Frontier, April 18th, 2024", "2024-04-18", id="in which paper"),
        pytest.param("Ministero della Difesa, 18.04.2024", "2024-04-18", id="a ministry in small words"),
        pytest.param("Published in two volumes before April 18th, 2024", "None", id="a book"),
        pytest.param("The yard was opened on 18 April 2024.", "None", id="in a sentence"),
        pytest.param(
            "18 April 2024\n\nHe will be back in the capital before the summer.", "None", id="not last"
        ),
    ],
)
def test_the_day_under_the_story(foot: str, day: str) -> None:
    story = "Rustem Umerov met the minister in the capital on Wednesday, and asked him for shells and more."
    assert str(find_published(f"Umerov in Ankara\n\n{story}\n\n{story}\n\n{story}\n\n{foot}\n")[0]) == day
