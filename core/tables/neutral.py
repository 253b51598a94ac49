"""Cells that are safe to open: no text that a spreadsheet would run as a formula."""

from core.tables.schema import LIST_SEPARATOR, Column

_STARTS = tuple(
    "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫−"
)  # the last ones are wide and small forms, which some programs fold


def neutral(value: str, column: Column) -> str:
    """`value` with `'` before each part that begins like a formula; columns of other types are left as they are."""
    if column.type == "text":
        return neutral_text(value)
    if column.type == "list" and value:
        return LIST_SEPARATOR.join(neutral_text(item) for item in value.split(LIST_SEPARATOR))
    return value


def neutral_text(text: str) -> str:
    """`text`, with `'` before it when it begins like a formula, whatever blanks stand before that."""
    if text.startswith(_STARTS) or text.lstrip().startswith(_STARTS):
        return f"'{text}"
    return text
