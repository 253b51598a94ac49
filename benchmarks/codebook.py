"""Writes docs/codebook.md from the declared columns: `python -m benchmarks.codebook`."""

from pathlib import Path

from core.tables.codebook import codebook

CODEBOOK = Path(__file__).parents[1] / "docs" / "codebook.md"


def main() -> None:
    """Write the page."""
    CODEBOOK.write_text(codebook(), encoding="utf-8")


if __name__ == "__main__":
    main()
