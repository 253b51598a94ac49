"""What is known of an engagement from elsewhere: its flags with their sources, its grade in words."""

import html
from dataclasses import dataclass

from core.language.speak import later, t, tn
from core.model import CONFIRMED, PROBABLE, FlagCode
from core.views.dataset import Dataset
from core.views.quotation import MUTED, SMALL, title_of
from core.views.record import AMBER
from core.views.retold import retold
from core.views.terms import term

_PLAIN = "border-left:3px solid rgba(128,128,128,.45);padding:.4rem .6rem;margin:.25rem 0"
_CREDIBLE = {
    CONFIRMED: later("confirmed: two independent publishers tell of it alike"),
    PROBABLE: later("probably true: an official side tells of it"),
    3: later("possibly true"),
    4: later("doubtful"),
    5: later("improbable"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """One flag of an engagement, with the documents of all reports that it speaks of."""

    flag: str
    field: str
    detail: str
    basis: str
    doc_ids: tuple[str, ...]
    dismissed: bool = False

    @property
    def explains(self) -> bool:
        """True where it says where a value came from, and speaks against nothing."""
        return self.flag == FlagCode.CALENDAR


def known_of(dataset: Dataset, engagement_id: str) -> list[Known]:
    """The flags of an engagement, each once, those that analysts dismissed last."""
    rows = dataset.flags[dataset.flags["engagement_id"] == engagement_id]
    told = dataset.reports[dataset.reports["report_id"].isin(rows["report_id"])]
    paper = dict(zip(told["report_id"], told["doc_id"], strict=True))
    groups: dict[tuple[str, str, str, str, bool], list[str]] = {}
    for _, row in rows.iterrows():
        key = (
            str(row["flag"]),
            str(row["field"]),
            str(row["detail"]),
            str(row["basis"]),
            bool(row["dismissed"]),
        )
        groups.setdefault(key, []).append(str(paper.get(row["report_id"], "")))
    found = [
        Known(flag, field, detail, basis, tuple(dict.fromkeys(name for name in names if name)), gone)
        for (flag, field, detail, basis, gone), names in groups.items()
    ]
    return sorted(found, key=lambda one: one.dismissed)


def known_html(dataset: Dataset, known: Known) -> str:
    """One flag as HTML: its name, the sentence, in which documents, and who says so."""
    flag = term("flag", known.flag)
    name = t("{flag}, dismissed", flag=flag) if known.dismissed else flag
    told = [title_of(dataset, doc_id) for doc_id in known.doc_ids]
    about = t("Told by: {titles}.", titles="; ".join(told)) + " " if told else ""
    style = _PLAIN if known.explains or known.dismissed else AMBER
    return (
        f'<div style="{style}"><b>{html.escape(name.capitalize())}.</b> {html.escape(retold(known.detail))}'
        f'<div style="{SMALL};{MUTED}">{html.escape(about)}{html.escape(t("Source: {basis}", basis=retold(known.basis)))}</div></div>'
    )


def grade(credibility: int, sources: int) -> str:
    """`Credibility 2, probably true: an official side tells of it · 3 independent sources`."""
    meaning = t(_CREDIBLE.get(credibility, later("cannot be judged")))
    independent = tn("{count} independent source", "{count} independent sources", sources)
    return t("Credibility {grade}, {meaning}", grade=credibility, meaning=meaning) + f" · {independent}"
