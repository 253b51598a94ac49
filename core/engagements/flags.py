"""What known facts say against an engagement: a second opinion, never applied."""

from collections.abc import Mapping

from core.model import Document, Engagement, Flag


def find_flags(engagement: Engagement, documents: Mapping[str, Document]) -> tuple[Flag, ...]:  # noqa: ARG001
    """The flags of an engagement; `documents` holds at least those of its reports, by their ids."""
    return ()
