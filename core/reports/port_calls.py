"""Ships in a foreign port, whatever the verb: "Mombasa welcomed the Indian frigate", "has had it in port since Monday"."""

from core.lexicon.words import word_set
from core.reports.story import Scene
from core.reports.trips_told import Journey

_NEAR = 11  # atoms between a ship and the town


def ships_in_port(scene: Scene) -> list[Journey]:
    """The port call that a line tells with one ship, one town of another country, and a word of ports or of a stay."""
    ships = [party for party in scene.parties if party.role == "ship" and party.country]
    if not ships or len({ship.country for ship in ships}) != 1:
        return []
    words = scene.line.words.folded
    if word_set("in_port").isdisjoint(words) or not word_set("not_in_port").isdisjoint(words):
        return []
    towns = [
        w
        for w in scene.places
        if w.word == "city" and w.country not in ("", ships[0].country) and w.how != "about"
    ]
    if len({town.country for town in towns}) != 1 or any(p.role == "country" for p in scene.parties):
        return []
    town, ship = towns[0], ships[0]
    apart = town.first - ship.last if town.first > ship.first else ship.first - town.last
    clause = scene.clause_of(ship.first) or scene.clauses[0]
    if apart > _NEAR:
        return []
    return [Journey(clause, ship.first, [ship], town)]
