"""What can go wrong, said for people: which file, which entry, what to do."""


class SidelinesError(Exception):
    """Any failure that Sidelines foresees; its text is fit to be shown."""


class DocumentError(SidelinesError):
    """A document that cannot be used; `problem` is one of the codes of problems.csv."""

    def __init__(self, doc_id: str, problem: str, detail: str) -> None:
        super().__init__(f"{doc_id}: {problem}: {detail}")
        self.doc_id = doc_id
        self.problem = problem
        self.detail = detail


class LexiconError(SidelinesError):
    """A data file of the lexicon that says something impossible."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        super().__init__(f"{file}, entry {entry!r}: {problem}")
        self.file = file
        self.entry = entry
        self.problem = problem


class UsageError(SidelinesError):
    """A command that cannot be carried out as given."""


class StoreError(SidelinesError):
    """A store that cannot be opened, read or written; it is as it was before."""

    def __init__(self, store: str, problem: str) -> None:
        super().__init__(f"{store}: {problem}")
        self.store = store
        self.problem = problem


class OvertakenError(SidelinesError):
    """A change that another person's change of the same thing overtook; nothing was written."""

    def __init__(self, field: str, value: str, who: str) -> None:
        super().__init__(f"{who or 'somebody'} changed {field} to {value or 'nothing'} meanwhile")
        self.field = field
        self.value = value
        self.who = who


class LanguageError(SidelinesError):
    """A catalogue of the screen's words that cannot be read."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file}: {problem}")
        self.file = file
        self.problem = problem
