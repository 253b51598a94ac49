"""Order independence and lasting ids: whatever order and batches reports come in, the same engagements."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.engagements.identity import founded, with_ids
from core.engagements.merge import Merged, Rulings, block, merge
from core.model import DateBasis, Document, Kind, Person, Report, Status, When

START = date(2024, 11, 18)
PEOPLE = (
    Person("Rajnath Singh", "IND", "Defence Minister"),
    Person("Lloyd Austin", "USA", "Defence Minister"),
    Person("Jake Sullivan", "USA", "National Security Adviser"),
    Person("Dong Jun", "CHN", "Defence Minister"),
)
days = st.integers(0, 8).map(lambda number: START + timedelta(days=number))
whens = st.one_of(
    days.map(When.on),
    days.map(lambda day: When.on(day, day + timedelta(days=2))),
    st.just(When.in_month(2024, 11)),
    st.just(When.in_year(2024)),
    st.just(When()),
)
reports = st.builds(
    Report,
    doc_id=st.integers(0, 11).map(lambda number: f"{number:02}.txt"),
    kind=st.sampled_from([Kind.BILATERAL, Kind.VISIT, Kind.CALL, Kind.MULTILATERAL, Kind.EXERCISE]),
    status=st.sampled_from([Status.HELD, Status.HELD, Status.PLANNED, Status.CANCELLED]),
    when=whens,
    date_basis=st.sampled_from([DateBasis.EXPLICIT, DateBasis.RELATIVE, DateBasis.HEADER]),
    countries=st.sampled_from([("IND", "USA"), ("CHN", "IND"), ("CHN", "IND", "USA")]),
    host_country=st.sampled_from(["", "LAO"]),
    city=st.sampled_from(["", "Vientiane"]),
    forum=st.sampled_from(["", "ADMM-Plus", "Trilateral meeting"]),
    people=st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True).map(tuple),
    confidence=st.sampled_from([0.5, 0.9]),
    evidence=st.sampled_from(["They met on Thursday.", "They met.", "The meeting was postponed.", "A trilateral was held."]),
    evidence_start=st.integers(0, 3),
)  # fmt: skip
many = st.lists(reports, min_size=1, max_size=10).map(with_ids)


def papers(told: list[Report], first: date = START) -> list[Document]:
    """Each document is published on a day of its own, later ones later; the last of them without a date."""
    names = sorted({report.doc_id for report in told})
    return [
        Document(
            name,
            name,
            published=None
            if name == "11.txt"
            else first + timedelta(days=int(name.removeprefix("later-")[:2])),
        )
        for name in names
    ]


def shape(merged: Merged) -> dict[str, tuple[object, ...]]:
    """All that is said of each engagement, by its id."""
    return {
        e.engagement_id: (e.best, e.reports, e.conflicting, e.sources, e.independent_sources, e.participants)
        for e in merged.engagements
    }


@settings(max_examples=40, deadline=None)
@given(many, st.randoms(use_true_random=False))
def test_any_order_gives_the_same(told: list[Report], chance: object) -> None:
    documents = papers(told)
    first = merge(told, documents)
    mixed, mixed_papers = list(told), list(documents)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    chance.shuffle(mixed_papers)  # type: ignore[attr-defined]
    second = merge(mixed, mixed_papers)
    assert shape(first) == shape(second)
    assert first.decisions == second.decisions
    assert [r.report_id for r in second.reports] == [r.report_id for r in mixed]


@settings(max_examples=30, deadline=None)
@given(many)
def test_whole_blocks_alone_give_the_same_as_all_together(told: list[Report]) -> None:
    documents = papers(told)
    blocks: dict[str, list[Report]] = defaultdict(list)
    for report in told:
        blocks[block(report)].append(report)
    apart: dict[str, tuple[object, ...]] = {}
    for of_block in blocks.values():
        apart |= shape(merge(of_block, documents))
    assert apart == shape(merge(told, documents))


@settings(max_examples=30, deadline=None)
@given(many)
def test_every_report_is_in_one_engagement_and_none_tells_it_twice(told: list[Report]) -> None:
    merged = merge(told, papers(told))
    held = [report.report_id for engagement in merged.engagements for report in engagement.reports]
    assert sorted(held) == sorted(report.report_id for report in told)
    for engagement in merged.engagements:
        documents = [report.doc_id for report in engagement.reports]
        assert len(set(documents)) == len(documents)
        assert len({block(report) for report in engagement.reports}) == 1


@settings(max_examples=30, deadline=None)
@given(many, many)
def test_later_reports_leave_the_ids_that_were_given(told: list[Report], later: list[Report]) -> None:
    added = with_ids([replace(r, doc_id=f"later-{r.doc_id}", report_id="") for r in later])
    after = date(2025, 2, 1)
    documents = [
        *papers([r for r in told if r.doc_id != "11.txt"]),
        *(replace(d, published=after) for d in papers(added)),
    ]
    told = [report for report in told if report.doc_id != "11.txt"]
    before, now = merge(told, documents), merge([*told, *added], documents)
    current = {e.engagement_id: {r.report_id for r in e.reports} for e in now.engagements}
    for engagement in before.engagements:
        leads_to = next(
            r.engagement_id for r in now.reports if founded(r.report_id) == engagement.engagement_id
        )
        assert leads_to in current
        if {r.report_id for r in engagement.reports} <= current[leads_to] and not any(
            _is_older(other, engagement.reports[0], current[leads_to]) for other in told
        ):
            assert leads_to == engagement.engagement_id


def _is_older(other: Report, founder: Report, together: set[str]) -> bool:
    """Whether another old report, published earlier, is in the same engagement now."""
    return other.report_id in together and (other.doc_id, other.evidence_start) <= (
        founder.doc_id,
        founder.evidence_start,
    ) and other.report_id != founder.report_id  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(many, st.data())
def test_an_analyst_has_the_last_word(told: list[Report], data: st.DataObject) -> None:
    ids = st.sampled_from([report.report_id for report in told])
    one, other = data.draw(ids), data.draw(ids)
    if one == other:
        return
    documents = papers(told)
    for rulings, same in (
        (Rulings(together=((one, other),)), True),
        (Rulings(apart=((one, other),)), False),
        (Rulings(together=((one, other),), apart=((other, one),)), False),
    ):
        owner = {r.report_id: r.engagement_id for r in merge(told, documents, rulings=rulings).reports}
        assert (owner[one] == owner[other]) is same
