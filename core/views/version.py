"""Which data a page or a file shows: a short code that changes with any row and with the parser."""

import hashlib
from collections.abc import Mapping

import pandas as pd

from core import VERSION

TABLES = (
    "documents", "engagements", "reports", "participants", "fields", "problems", "conflicts", "flags", "merges"
)  # fmt: skip


def data_version(frames: Mapping[str, pd.DataFrame]) -> str:
    """Six hexadecimal digits: the same rows read by the same parser give the same ones."""
    digest = hashlib.sha256(VERSION.encode())
    for name in TABLES:
        frame = frames[name]
        digest.update(f"{name}:{','.join(frame.columns)}\n".encode())
        if len(frame):
            digest.update(pd.util.hash_pandas_object(frame.astype(str), index=False).to_numpy().tobytes())
    return digest.hexdigest()[:6]
