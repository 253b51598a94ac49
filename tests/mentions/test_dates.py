"""Which words of a sentence name a time, and which only look like it."""

import pytest

from core.mentions.dates import Bound, basis, find_dates
from core.model import DateBasis


def words(text: str) -> list[str]:
    return [mention.text for mention in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("They met on 28 April 2023 in Delhi.", "28 April 2023", id="day month year"),
        pytest.param("They met on April 28, 2023, in Delhi.", "April 28, 2023", id="month day year"),
        pytest.param("It was held on the 28th of April, 2021.", "28th of April, 2021", id="ordinal of"),
        pytest.param("When: 4th of February, 2021", "4th of February, 2021", id="ordinal of, year"),
        pytest.param(
            "He landed late on the 8th of January, 2024.", "8th of January, 2024", id="the ordinal of"
        ),
        pytest.param("He landed on Apr 28", "Apr 28", id="short month"),
        pytest.param("TOKYO, Sept. 5, 2017 (Agency)", "Sept. 5, 2017", id="short month with a stop"),
        pytest.param("Posted On: 04 APR 2018 11:20AM", "04 APR 2018", id="capitals"),
        pytest.param("He came on 05 April.", "05 April", id="nought before the day"),
        pytest.param("date 2024-11-20 VIENTIANE", "2024-11-20", id="ISO"),
        pytest.param("at 2024-11-20T10:40 local", "2024-11-20", id="ISO with a time behind"),
        pytest.param("Tashkent, 24.08.2022", "24.08.2022", id="figures with stops"),
        pytest.param("Dated 28/04/2023.", "28/04/2023", id="figures with slashes"),
        pytest.param(
            "JAKARTA, Thursday, August 29, 2024", "Thursday, August 29, 2024", id="weekday in front"
        ),
        pytest.param("They meet on Friday (April 28) here.", "Friday (April 28", id="day in brackets"),
        pytest.param("held from Feb. 13-14, 2023, here", "Feb. 13-14, 2023", id="short month, two days"),
        pytest.param("November 20-22 in Laos", "November 20-22", id="range without a year"),
        pytest.param("in Russia from 03 to 05 April 2018.", "03 to 05 April 2018", id="from day to day"),
        pytest.param("from September 13 to 25.", "September 13 to 25", id="from month day to day"),
        pytest.param("May 1 to 3.", "May 1 to 3", id="May is a month here"),
        pytest.param("between 5 and 8 December 2024", "5 and 8 December 2024", id="between"),
        pytest.param("Meeting on 17-18 October. It", "17-18 October", id="the full stop stays out"),
        pytest.param("Oct 30 - Nov 2, 2025", "Oct 30 - Nov 2, 2025", id="over the end of a month"),
        pytest.param(
            "from 29 September to 3 October", "29 September to 3 October", id="from to over a month"
        ),
        pytest.param("For two days, June 25 and 26, they", "June 25 and 26", id="two days that follow"),
        pytest.param("in Samarkand on September 15 and 16.", "September 15 and 16", id="on two days"),
        pytest.param("from Monday to Wednesday", "Monday to Wednesday", id="weekdays from to"),
        pytest.param("from February to March 2025", "February to March 2025", id="months from to"),
        pytest.param("DIGEST February - March 2025", "February - March 2025", id="months with a dash"),
        pytest.param("in December 2024", "December 2024", id="month and year"),
        pytest.param("Karawang, Indonesia, November 2022", "November 2022", id="month and year alone"),
        pytest.param("in November.", "November", id="month"),
        pytest.param("replaced him in May.", "May", id="May behind in"),
        pytest.param("In June Singh watched the parade", "June", id="June before a name"),
        pytest.param("the October summit in Kazan", "October", id="month before a noun"),
        pytest.param("last seen in early June.", "June", id="early June"),
        pytest.param("by mid-October they", "October", id="mid-October"),
        pytest.param("in Laos last November.", "last November", id="last November"),
        pytest.param("was in December last year.", "December last year", id="month of last year"),
        pytest.param("India came in 2017.", "2017", id="in a year"),
        pytest.param("it dates from 2020 and", "2020", id="from a year"),
        pytest.param("in early 2024", "2024", id="early in a year"),
        pytest.param("at the end of 2025", "2025", id="end of a year"),
        pytest.param("co-chairs for the years from 2024 to 2027", "2024 to 2027", id="years from to"),
        pytest.param("talks on the 21st took stock", "the 21st", id="ordinal alone"),
        pytest.param("held their meeting on the 9th.", "the 9th", id="ordinal at the end"),
        pytest.param("On the 26th he sat down with Kang", "the 26th", id="ordinal before a person"),
        pytest.param("They met on Friday.", "Friday", id="weekday"),
        pytest.param("ON FRIDAY THEY MET", "FRIDAY", id="weekday in capitals"),
        pytest.param("They met a fortnight ago.", "a fortnight ago", id="fortnight"),
        pytest.param("They met earlier in the month.", "earlier in the month", id="earlier in the month"),
        pytest.param("They met the week before last.", "the week before last", id="week before last"),
        pytest.param("on the last day of September", "last day of September", id="last day of a month"),
        pytest.param("on the morning of the 30th", "the 30th", id="morning of an ordinal"),
        pytest.param("in Delhi last Friday.", "last Friday", id="last weekday"),
        pytest.param("They meet next Thursday", "next Thursday", id="next weekday"),
        pytest.param("on Thursday next week", "Thursday next week", id="weekday next week"),
        pytest.param("last week on Tuesday they met", "last week on Tuesday", id="last week on a weekday"),
        pytest.param("Thursday's session was meant", "Thursday", id="possessive"),
        pytest.param("over by Sunday night", "Sunday night", id="weekday and night"),
        pytest.param("held talks late on Thursday and", "Thursday", id="late on a weekday"),
        pytest.param("They met yesterday in Moscow", "yesterday", id="yesterday"),
        pytest.param("Today Mr Singh moved on", "Today", id="today"),
        pytest.param("in the city tonight", "tonight", id="tonight"),
        pytest.param("He arrived this morning", "this morning", id="this morning"),
        pytest.param("Today's meeting was the third", "Today", id="today's meeting"),
        pytest.param("the day before yesterday", "the day before yesterday", id="two days back, in words"),
        pytest.param("Just a day ago Singh had", "a day ago", id="a day ago"),
        pytest.param("about a month ago, and", "a month ago", id="a month ago"),
        pytest.param("There, earlier this week, Singh", "this week", id="this week"),
        pytest.param("Until next month,", "next month", id="next month"),
        pytest.param("in the first quarter of next year.", "next year", id="next year"),
        pytest.param("over the weekend was", "the weekend", id="the weekend"),
        pytest.param("The next day Singh called", "The next day", id="the next day"),
        pytest.param("with Pistorius the following day.", "the following day", id="the following day"),
        pytest.param("That same day the two", "That same day", id="that same day"),
        pytest.param("Later the same day she had", "the same day", id="later the same day"),
        pytest.param("who arrived earlier in the day, is", "earlier in the day", id="earlier in the day"),
        pytest.param("A day earlier, at Yelahanka", "A day earlier", id="a day earlier"),
        pytest.param("had met him a day before. Also", "a day before", id="a day before"),
        pytest.param("The day before, he held talks", "The day before", id="the day before"),
        pytest.param("signed a day before the talks by", "a day before", id="a day before the talks"),
        pytest.param("a defence diary for 2025", "2025", id="for a year"),
        pytest.param("Two days later he flew", "Two days later", id="two days later"),
        pytest.param("later that month they", "that month", id="that month"),
        pytest.param("On the first day of the visit", "first day", id="first day"),
        pytest.param("The last day is for Hiroshima.", "last day", id="last day"),
        pytest.param("on the opening day with General", "opening day", id="opening day"),
    ],
)
def test_one_time(text: str, found: str) -> None:
    assert words(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("on May 2, 9 and 16 here", ["May 2", "9", "16"], id="days apart"),
        pytest.param("Nine days ago, on August 20, he", ["Nine days ago", "August 20"], id="told twice"),
        pytest.param("on Thursday and again on Friday", ["Thursday", "Friday"], id="two weekdays"),
        pytest.param("on Saturday and Sunday", ["Saturday", "Sunday"], id="two weekdays joined"),
        pytest.param("on June 5 and with him on June 7", ["June 5", "June 7"], id="two days"),
        pytest.param("postponed from Monday, he said on Tuesday", ["Monday", "Tuesday"], id="no range"),
        pytest.param("in March 2021 and October 2022", ["March 2021", "October 2022"], id="two months"),
    ],
)
def test_several_times(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("An agreement may also be signed.", id="may"),
        pytest.param("May we call again, he asked.", id="May at the start"),
        pytest.param("Prime Minister Theresa May met him.", id="Theresa May"),
        pytest.param("with May's cabinet in London", id="May's cabinet"),
        pytest.param("the march on Moscow", id="march"),
        pytest.param("March on, he said.", id="March at the start"),
        pytest.param("Admiral Dong Jun, the Chinese minister", id="Dong Jun"),
        pytest.param("talks by Jan Egeland", id="Jan Egeland"),
        pytest.param("a report by June Chen", id="June Chen"),
        pytest.param("Black September claimed it", id="Black September"),
        pytest.param("He Sat down under the Sun", id="Sat and Sun"),
        pytest.param("the 2+2 dialogue", id="2+2"),
        pytest.param("an 8x8 vehicle worth 375 million", id="8x8"),
        pytest.param("1,031 soldiers and 2,019 sailors", id="thousands"),
        pytest.param("six Su-30 fighters", id="Su-30"),
        pytest.param("75 years of ties", id="years counted"),
        pytest.param("on the sidelines of Aero India 2023", id="Aero India 2023"),
        pytest.param("Ahead of DefExpo 2022, he", id="DefExpo 2022"),
        pytest.param("at the ADMM-Plus 2024", id="ADMM-Plus 2024"),
        pytest.param("A. Garud Shakti 24.", id="Garud Shakti 24"),
        pytest.param("under Article 5 and Task Force 150", id="Article 5"),
        pytest.param("worth Rs 21,000 crore", id="rupees"),
        pytest.param("the 9/11 memorial", id="9/11"),
        pytest.param("after the Sept 11 attacks", id="Sept 11 attacks"),
        pytest.param("on watch 24x7 with version 2.0", id="24x7"),
        pytest.param("at 9.30 pm, 1530 hrs or 18:20 IST", id="times of day"),
        pytest.param("a man aged 45", id="age"),
        pytest.param("LEMOA (2016)", id="year of a pact in brackets"),
        pytest.param("the Lombok Treaty of 2006", id="treaty of a year"),
        pytest.param("the 11th ADMM-Plus", id="ordinal of a forum"),
        pytest.param("on the 9th edition", id="ordinal of an edition"),
        pytest.param("on the 21st session of the commission", id="ordinal of a session"),
        pytest.param("on the 50th anniversary", id="ordinal of an anniversary"),
        pytest.param("on the 70th birth anniversary of", id="ordinal two words off"),
        pytest.param("the 41st since then", id="ordinal without on"),
        pytest.param("In today's fast-changing world, diplomacy", id="today's world"),
        pytest.param("Friday prayers were held", id="Friday prayers"),
        pytest.param("He told the Sunday Times that", id="Sunday Times"),
        pytest.param("the Good Friday agreement", id="Good Friday"),
        pytest.param("Every December I look back", id="every December"),
        pytest.param("open on Fridays", id="Fridays"),
        pytest.param("a four-day trip and a three-day stay", id="length of a visit"),
        pytest.param("two days after the nuclear test", id="days after something else"),
        pytest.param("a second day of talks", id="a second day"),
        pytest.param("over the last year of the war", id="over the last year"),
        pytest.param("day after day", id="day after day"),
        pytest.param("ready for the wars of tomorrow", id="of tomorrow"),
        pytest.param("according to 2023 figures", id="figures of a year"),
        pytest.param("in 2022 dollars", id="dollars of a year"),
        pytest.param("over the coming year", id="the coming year"),
        pytest.param("this year's chair, Malaysia", id="this year's chair"),
        pytest.param("call +91-11-2301-2024 today-tv.example", id="telephone"),
        pytest.param("IP 10.10.2024.1", id="address"),
        pytest.param("on 31.13.2022", id="no such month"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_time(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "bound", "ahead"),
    [
        pytest.param("Aero India runs until Friday.", Bound.UNTIL, True, id="runs until"),
        pytest.param("He was there until Friday.", Bound.UNTIL, False, id="was there until"),
        pytest.param("It goes on until October 3.", Bound.UNTIL, True, id="until a day"),
        pytest.param("The drill runs to September 25.", Bound.UNTIL, True, id="runs to"),
        pytest.param("They have trained since Monday.", Bound.SINCE, False, id="since"),
        pytest.param("the 41st since August 2021.", Bound.SINCE, False, id="since a month"),
        pytest.param("80 years since 1945", Bound.SINCE, False, id="since a year"),
        pytest.param("to be ready by 2030", Bound.BY, True, id="by"),
        pytest.param("partnership towards 2030", Bound.BY, True, id="towards"),
        pytest.param("They met on Friday.", Bound.AT, False, id="on"),
        pytest.param("postponed to Friday", Bound.AT, False, id="postponed to"),
        pytest.param("Austin is to speak on Saturday", Bound.AT, True, id="is to"),
        pytest.param("It opened early and will close on Wednesday", Bound.AT, True, id="will"),
        pytest.param("Prabowo, who will be sworn in in October", Bound.AT, True, id="will, of a month"),
        pytest.param("the meeting scheduled for Friday", Bound.AT, True, id="scheduled for"),
        pytest.param("The one who will succeed him met Singh on Friday", Bound.AT, False, id="will, but met"),
        pytest.param("He will fly home, officials said on Friday", Bound.AT, False, id="will, but said"),
        pytest.param("It will be held on Friday", Bound.AT, True, id="will be held"),
        pytest.param(
            "It will be the fourth since he took office in October", Bound.AT, False, id="will, but took"
        ),
        pytest.param("It was scheduled for Friday", Bound.AT, False, id="was scheduled"),
        pytest.param("He will be at the forum, Friday", Bound.AT, False, id="will, in another clause"),
    ],
)
def test_bound(text: str, bound: Bound, ahead: bool) -> None:
    (mention,) = find_dates(text)
    assert (mention.bound, mention.ahead) == (bound, ahead)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("on 28 April 2023", DateBasis.EXPLICIT, id="full date"),
        pytest.param("on 28 April", DateBasis.EXPLICIT, id="no year"),
        pytest.param("November 21-22", DateBasis.EXPLICIT, id="range"),
        pytest.param("in April", DateBasis.EXPLICIT, id="month"),
        pytest.param("on Friday", DateBasis.RELATIVE, id="weekday"),
        pytest.param("last November", DateBasis.RELATIVE, id="last November"),
        pytest.param("in April last year", DateBasis.RELATIVE, id="month of last year"),
        pytest.param("the same day", DateBasis.RELATIVE, id="same day"),
        pytest.param("on the 9th", DateBasis.RELATIVE, id="ordinal"),
    ],
)
def test_basis(text: str, expected: DateBasis) -> None:
    (mention,) = find_dates(text)
    assert basis(mention) is expected
    assert mention.explicit is (expected is DateBasis.EXPLICIT)


def test_offsets_point_at_the_words() -> None:
    text = "On Friday, as on 27 April 2023, they met; the next day they flew home."
    mentions = find_dates(text)
    assert [text[mention.start : mention.end] for mention in mentions] == [m.text for m in mentions]
    assert [mention.start for mention in mentions] == [3, 17, 42]
