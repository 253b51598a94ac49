"""Topics, initiatives and outcomes: what is told, and what is merely guessed, planned or denied."""

import pytest

from core.mentions.phrases import Phrases, folded
from core.mentions.topics import find_initiatives, find_outcomes, find_topics


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("They discussed maritime security and counter-terrorism.", ["maritime security", "counter-terrorism"], id="two topics"),
        pytest.param("Counterterrorism was taken up.", ["counter-terrorism"], id="in one word, at the start"),
        pytest.param("They spoke of Defense Industrial ties.", ["defence industry and co-production"], id="American spelling, capitals"),
        pytest.param("Cyber, space and peacekeeping came up.", ["cyber", "peacekeeping"], id="a list"),
        pytest.param("They noted joint\nexercises.", ["joint exercises"], id="over a line break"),
        pytest.param("The room was maritime. Security was tight.", [], id="not over the end of a sentence"),
        pytest.param("The cyberpunk novel", [], id="not a part of a word"),
        pytest.param("Maritime security is likely to come up.", [], id="a guess behind"),
        pytest.param("Chabahar, Afghanistan and peacekeeping are all likely to come up.", [], id="a guess behind a list"),
        pytest.param("He may discuss maritime security.", [], id="a guess before"),
        pytest.param("In May he discussed maritime security.", ["maritime security"], id="the month of May"),
        pytest.param("They discussed maritime security. Piracy may come up tomorrow.", ["maritime security"], id="a guess in the next sentence"),
        pytest.param("He could not stay, but they discussed peacekeeping.", ["peacekeeping"], id="a hedge in another clause"),
        pytest.param("They discussed peacekeeping, which could last years.", ["peacekeeping"], id="a hedge about something else"),
        pytest.param("Talks will cover peacekeeping.", ["peacekeeping"], id="planned is no guess"),
        pytest.param("", [], id="no text"),
    ],
)  # fmt: skip
def test_find_topics(text: str, codes: list[str]) -> None:
    assert [code for code, *_ in find_topics(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u0130stanbul: they discussed  maritime \u201csecurity\u201d and co\u2011production.", id="signs that are not ASCII"),
        pytest.param("They discussed (maritime security) and co-production.", id="brackets"),
    ],
)  # fmt: skip
def test_offsets_point_at_the_words(text: str) -> None:
    words = [text[start:end] for _, start, end, _ in find_topics(text)]
    assert len(words) == 2
    assert words[0].startswith("maritime")
    assert words[0].rstrip("\u201d").endswith("security")
    assert words[1].startswith("co")
    assert words[1].endswith("production")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Russian industry may gain from the 'Make in India' initiative.", [], id="a guess"),
        pytest.param(
            "They discussed the \u2018Make in India\u2019 initiative.", ["Make in India"], id="in quotes"
        ),
        pytest.param("What is the theme 'SPEED' all about?", ["SPEED"], id="an ordinary word with its theme"),
        pytest.param("NAVY PICKS UP SPEED NEAR COAST", [], id="the same word in a headline"),
        pytest.param("He spoke of speed as the theme.", [], id="the same word in small letters"),
        pytest.param("The theme is SECURE, and LEMOA was signed.", ["SECURE", "LEMOA"], id="two"),
        pytest.param("India's vision of Security and Growth for All in the Region", ["SAGAR"], id="in full"),
        pytest.param("He lives in Sagar.", [], id="a town of that name"),
    ],
)
def test_find_initiatives(text: str, names: list[str]) -> None:
    assert [name for name, *_ in find_initiatives(text)] == names


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        pytest.param("The two signed a memorandum on training after the talks.", [("agreement signed", "signed a memorandum on training")], id="signed"),
        pytest.param("A memorandum on defence cooperation was signed on Monday.", [("agreement signed", "memorandum on defence cooperation was signed")], id="passive"),
        pytest.param("The pact may be signed on Monday.", [], id="may be signed"),
        pytest.param("The pact is expected to be signed.", [], id="expected"),
        pytest.param("They will sign an agreement in Rome.", [], id="to be signed is no outcome yet"),
        pytest.param("The agreement signed in 2016 covers fuel.", [], id="signed in another year"),
        pytest.param("No agreement was signed.", [], id="denied"),
        pytest.param("They parted without a joint statement.", [("no joint text", "without a joint statement")], id="no joint text"),
        pytest.param("He invited his counterpart to visit New Delhi next year.", [("invitation extended", "invited his counterpart to visit New Delhi")], id="invited"),
        pytest.param("An implementing arrangement on refuelling changed hands.", [("arrangement exchanged", "implementing arrangement on refuelling changed hands")], id="exchanged"),
        pytest.param("Both sides agreed to expand training.", [("cooperation agreed", "agreed to expand training")], id="agreed"),
        pytest.param("The dialogue is to be held every year.", [("dialogue launched", "dialogue is to be held every year")], id="made yearly"),
        pytest.param("They signed the visitors' book. A memorandum lay on the table.", [], id="not over two sentences"),
        pytest.param("India handed over two patrol vessels to Vietnam.", [("equipment handed over", "handed over two patrol vessels to Vietnam")], id="handed over"),
        pytest.param("", [], id="no text"),
    ],
)  # fmt: skip
def test_find_outcomes(text: str, outcomes: list[tuple[str, str]]) -> None:
    assert [(kind, phrase) for kind, phrase, _, _ in find_outcomes(text)] == outcomes


def test_outcome_is_told_in_twelve_words_of_the_text() -> None:
    text = "They signed a pact on the joint production of new engines for light aircraft and big ships of all sorts."
    [(_, phrase, start, end)] = find_outcomes(text)
    assert phrase == text[start:end] == "signed a pact on the joint production of new engines for light"


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases({"joint": "short", "joint sea": "long", "sea lane": "other"}, plural=True)
    text = "Joint sea lanes, joint seas; joint. Sea"
    found = [(name, text[start:end]) for name, start, end, _ in phrases.find(folded(text), text)]
    assert found == [("long", "Joint sea"), ("long", "joint seas")]
