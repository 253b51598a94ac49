"""Who published a document: the outlet or the issuing body, by its address, its data or its byline."""

from core.lexicon.sources import outlet_named, outlet_of


def source_of(text: str, *, url: str, stated: str) -> str:
    """The outlet's name: the one that the address belongs to, else what the data state, else the byline's.

    A name that the lexicon knows is written its way; "" where nothing tells.
    """
    if stated and (known := outlet_named(stated)):
        return known.name
    outlet = outlet_of(url, "" if stated else text)
    return outlet.name if outlet is not None else stated
