"""What the tables say in English sentences is known again and said in the language of the screen."""

import re

import pandas as pd
import pytest

from core.language.catalogue import ENGLISH, languages, notes
from core.language.speak import speaking
from core.views.people import people_words
from core.views.record import forum_of
from core.views.retold import retold
from core.views.terms import short_words, term, value_words

VALUES = {
    "city": "Hefei",
    "country": "China",
    "countries": "Trinidad and Tobago, China and India",
    "day": "5 Sep 2017",
    "days": "30 Apr to 1 May 2025",
    "edition": "11th ADMM-Plus",
    "error": "unexpected end",
    "forum": "BRICS",
    "forums": "ADMM-Plus and Malabar",
    "name": "Hefei",
    "names": "title, url",
    "note": "no report tells a date",
    "notes": "since 5 Sep 2017",
    "number": "5",
    "office": "Defence Minister",
    "offices": "Defence Minister, Prime Minister",
    "people": "Ann Other, Defence Minister and Bo Else",
    "person": "Ann Other",
    "place": "Tokyo",
    "weekday": "Friday",
    "what": "12",
    "when": "in June 2024",
}


@pytest.mark.parametrize("code", [code for code in languages() if code != ENGLISH])
def test_every_sentence_is_known_again(code: str) -> None:
    texts = [re.sub(r"\{(\w+?)\d*\}", lambda found: VALUES[found[1]], text) for text in notes(code)]
    with speaking(code):
        assert [text for text in texts if retold(text) == text] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "there is no text in it, its pages are pictures; run text recognition (OCR) on it first",
            "इसमें कोई पाठ नहीं है, इसके पृष्ठ चित्र हैं; पहले पाठ पहचान (OCR) चलाएँ",
            id="why a document could not be read, a note within a note",
        ),
        pytest.param("both in Tokyo", "दोनों Tokyo में", id="a city stays"),
        pytest.param("both in Vietnam", "दोनों वियतनाम में", id="a country"),
        pytest.param("both name India", "दोनों में भारत", id="countries"),
        pytest.param("both name Ann Other", "दोनों में Ann Other", id="people, by the same words"),
        pytest.param(
            "both name Bo (Bo Else in the other)", "दोनों में Bo (दूसरे में Bo Else)", id="another spelling"
        ),
        pytest.param(
            "same countries: Trinidad and Tobago, China and 7 more",
            "वही देश: त्रिनिदाद और टोबैगो, चीन और 7 अन्य",
            id="an and of its own",
        ),
        pytest.param(
            "people differ: Ann Other, Prime Minister and Bo Else, Defence Minister",
            "व्यक्ति अलग: Ann Other, प्रधानमंत्री और Bo Else, रक्षा मंत्री",
            id="offices",
        ),
        pytest.param("both 8 to 10 Jun 2022", "दोनों की तिथि 8–10 जून 2022", id="days"),
        pytest.param("both in June 2022", "दोनों की तिथि जून 2022", id="a month is no place"),
        pytest.param("both at ADMM-Plus 11th", "दोनों एडीएमएम-प्लस, संस्करण 11 के दौरान", id="an edition"),
        pytest.param("same countries: Atlantis", "same countries: Atlantis", id="no country"),
        pytest.param(
            "The text says Funday, but 3 Feb 2024 was a Saturday.",
            "The text says Funday, but 3 Feb 2024 was a Saturday.",
            id="no weekday",
        ),
        pytest.param("a sentence of another version", "a sentence of another version", id="unknown"),
    ],
)
def test_its_values_are_said_too(text: str, said: str) -> None:
    assert retold(text) == text
    with speaking("hi"):
        assert retold(text) == said


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        pytest.param("Ann Other (USA, Defence Minister)", "Ann Other (अमेरिका, रक्षा मंत्री)", id="whole"),
        pytest.param(
            "Ann Other (USA);Bo Else",
            "Ann Other (अमेरिका), Bo Else",
            id="without an office, without a country",
        ),
        pytest.param(
            "Ann Other (USA, Chief Baker)", "Ann Other (अमेरिका, Chief Baker)", id="an unknown office"
        ),
    ],
)
def test_people_keep_their_names(cell: str, said: str) -> None:
    assert people_words(cell) == cell.replace(";", ", ")
    with speaking("hi"):
        assert people_words(cell) == said


def test_forums_have_a_name_and_a_short_one() -> None:
    meeting = "SCO Defence Ministers' Meeting"
    assert (value_words(meeting), short_words(meeting)) == (meeting, "SCO Defence Ministers")
    with speaking("hi"):
        assert (value_words(meeting), short_words(meeting)) == ("एससीओ रक्षा मंत्रियों की बैठक", "एससीओ रक्षा मंत्री")
        assert short_words("ADMM-Plus") == "एडीएमएम-प्लस"
        assert term("forum", "Unheard-of Forum") == value_words("Unheard-of Forum") == "Unheard-of Forum"


@pytest.mark.parametrize(
    ("forum", "edition", "english", "hindi"),
    [
        pytest.param("ADMM-Plus", "11th", "11th ADMM-Plus", "एडीएमएम-प्लस, संस्करण 11", id="numbered"),
        pytest.param("Aero India", "2023", "Aero India 2023", "एयरो इंडिया, संस्करण 2023", id="a year"),
        pytest.param("ADMM-Plus", "", "ADMM-Plus", "एडीएमएम-प्लस", id="none"),
        pytest.param("", "11th", "", "", id="no forum"),
    ],
)
def test_an_edition_reads_as_the_language_has_it(forum: str, edition: str, english: str, hindi: str) -> None:
    row = pd.Series({"forum": forum, "edition": edition})
    assert forum_of(row) == english
    with speaking("hi"):
        assert forum_of(row) == hindi
