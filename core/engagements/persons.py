"""The people of an engagement: one entry for each, whatever spellings and offices the reports give."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.engagements.names import folded, same_person
from core.engagements.support import Support
from core.lexicon.words import word_set
from core.model import Person, Report


@dataclass(slots=True)
class Told:
    """One person as the reports name them."""

    forms: list[tuple[Person, Report]]
    distinct: dict[Person, None]

    def add(self, person: Person, report: Report) -> None:
        """Notes that the report names the person so."""
        self.forms.append((person, report))
        self.distinct.setdefault(person)

    @property
    def offices(self) -> dict[str, list[Report]]:
        """The reports that tell each office."""
        found: dict[str, list[Report]] = {}
        for person, report in self.forms:
            if person.office:
                found.setdefault(person.office, []).append(report)
        return found


def people_told(cluster: Sequence[Report]) -> list[Told]:
    """Each person once, in the order in which the reports name them."""
    found: list[Told] = []
    for report in cluster:
        for person in report.people:
            known = next((told for told in found if _is(person, told)), None)
            if known is None:
                found.append(Told([(person, report)], {person: None}))
            else:
                known.add(person, report)
    return found


def _is(person: Person, told: Told) -> bool:
    if person in told.distinct:
        return True
    return all(form.country == person.country and same_person(form, person) for form in told.distinct)


def best_person(told: Told, support: Support) -> Person:
    """The person under the best supported name and office; a full name goes before a surname alone."""
    names: dict[str, list[Report]] = {}
    for person, report in told.forms:
        names.setdefault(person.name, []).append(report)
    full = {name: reports for name, reports in names.items() if " " in name.strip()} or names
    first = told.forms[0][0]
    organisation = next((person.organisation for person, _ in told.forms if person.organisation), "")
    offices = {o: r for o, r in told.offices.items() if not is_vaguer(o, told.offices)}
    return Person(support.best(full), first.country, support.best(offices), organisation)


def is_vaguer(office: str, others: dict[str, list[Report]]) -> bool:
    """Whether another of the offices says more: Defence Minister beside Minister, any office beside Secretary."""
    if folded(office) in word_set("bare_offices"):
        return any(folded(other) not in word_set("bare_offices") for other in others)
    words = set(folded(office).split())
    return any(words < set(folded(other).split()) for other in others)
