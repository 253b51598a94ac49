"""What an engagement was made of, as one word: while it stays the same, the engagement need not be made anew."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from core.engagements.decisions import Pair
from core.model import Report
from core.store.decided import Decided
from core.store.program import digest_of

_ROOMS = ("text", "lexicon", "engagements", "tables", "store")  # on which depends what is shown of reports


def made_of(
    key: str,
    told: Iterable[Report],
    pairs: Iterable[Pair],
    decided: Sequence[Decided],
    records: Mapping[str, str],
) -> str:
    """A word for all that the engagement `key` rests on: the program, its reports, the pairs it tells of, decisions.

    `records` has each report as the store keeps it. Documents are left out: they never change once they are kept.
    """
    digest = hashlib.sha256(f"{_program()} {key}".encode())
    for report_id in sorted(report.report_id for report in told):
        digest.update(f"\0{report_id} {records[report_id]}".encode())
    for pair in pairs:
        other = "" if pair.merged else records[pair.ids[1]]
        digest.update(f"\0{pair.kind} {' '.join(pair.ids)} {other}".encode())
    digest.update(f"\0{[decision.number for decision in decided]}".encode())
    return digest.hexdigest()


@cache
def _program() -> str:
    return digest_of(_ROOMS)
