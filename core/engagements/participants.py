"""Who took part: a row for each side of an engagement, or for each person who is named of it."""

from core.lexicon.countries import country_name
from core.model import Kind, Participant, Report


def participants(identity: str, best: Report) -> tuple[Participant, ...]:
    """The sides of the engagement `identity`, with the people of each and whether it was host or visitor."""
    out: list[Participant] = []
    for code in best.countries:
        role = "participant"
        if best.kind is not Kind.CALL and best.host_country in best.countries:
            other = "visitor" if best.kind.two_sided else "participant"
            role = "host" if code == best.host_country else other
        people = [p for p in best.people if p.country == code]
        country = country_name(code)
        out += [Participant(identity, code, country, p.name, p.office, p.organisation, role) for p in people]
        if not people:
            out.append(Participant(identity, code, country, role=role))
    return tuple(out)
