"""A brief as a page to print or to save as PDF: one file of HTML that needs nothing else and runs nothing."""

import base64
import html
import re
from collections.abc import Sequence
from pathlib import Path

from core.exports.brief import svg
from core.exports.brief.parts import Bars, Brief, Mark, Said, Section, Table
from core.language.catalogue import ENGLISH
from core.language.speak import t

STYLE = """
@page{size:A4;margin:15mm 17mm 15mm}
*{box-sizing:border-box}
:root{color-scheme:light}
body{font:10pt/1.38 "Brief Devanagari","Source Sans 3","Source Sans Pro","Segoe UI",Arial,sans-serif;color:#1f2733;background:#fff;
margin:0 auto;padding:1.25rem;max-width:46rem;overflow-wrap:anywhere}
h1{font-size:17pt;line-height:1.2;margin:0 0 .2rem}
h2{font-size:11.5pt;margin:.85rem 0 .2rem;break-after:avoid}
h3{font-size:10pt;margin:.5rem 0 .15rem;break-after:avoid}
p{margin:.2rem 0}
.sub,.rest,.legend{color:#566070;font-size:9pt}
.legend span{margin-right:.5rem;white-space:nowrap}
ul{margin:.2rem 0;padding-left:1.1rem}
li{margin:.1rem 0}
svg{display:block;margin:.25rem 0;fill:#1f2733;break-inside:avoid;max-width:40rem}
table{border-collapse:collapse;width:100%;font-size:9pt;margin:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.12rem .5rem .12rem 0;border-bottom:1px solid #dddad2}
th{color:#566070;font-weight:600}
thead{display:table-header-group}
tr{break-inside:avoid}
sup{font-size:7.5pt;line-height:0}
a{color:#24427a;text-decoration:none}
.notes{font-size:8pt;line-height:1.3;padding-left:1.6rem}
.notes q{font-family:"Source Serif 4","Source Serif Pro",Georgia,serif}
.notes li{break-inside:avoid}
footer{margin-top:.6rem;border-top:1px solid #dddad2;padding-top:.3rem;color:#566070;font-size:8pt}
@media print{body{padding:0;max-width:none}a{color:inherit}}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
FONT = Path(__file__).resolve().parents[3] / "static" / "fonts" / "noto-sans-devanagari.woff2"
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def as_page(brief: Brief) -> bytes:
    """The brief as the bytes of an HTML page: style sheet for print, charts inside, sources as numbered notes."""
    title = html.escape(brief.title)
    body = "".join(_section(section) for section in brief.sections)
    notes = "".join(
        f'<li id="n{number}">{html.escape(note.source)}{_quote(note.quote)} <a href="#r{number}">↑</a></li>'
        for number, note in enumerate(brief.notes, start=1)
    )
    sources = f'<h2>{html.escape(t("Sources"))}</h2><ol class="notes">{notes}</ol>' if notes else ""
    words = f"{title}{body}" if brief.language != ENGLISH else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{brief.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_font(words)}{STYLE}</style></head>\n"
        f'<body><main><h1>{title}</h1><p class="sub">{html.escape(brief.subtitle)}</p>\n{body}{sources}</main>\n'
        f"<footer>{html.escape(brief.citation)}</footer></body></html>\n"
    ).encode()


def _font(words: str) -> str:
    """The face for Devanagari where the brief is written in it: not every machine has one, and the page asks no server."""
    if not _DEVANAGARI.search(words):
        return ""
    data = base64.b64encode(FONT.read_bytes()).decode()
    return (
        '@font-face{font-family:"Brief Devanagari";font-weight:100 900;'  # first in line: Chromium else draws boxes
        "unicode-range:U+0900-097F,U+200C-200D,U+20B9,U+25CC,U+A830-A839,U+A8E0-A8FF;"
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
    )


def _section(section: Section) -> str:
    parts = [f"<h2>{html.escape(section.title)}</h2>"]
    if section.sentences:
        parts.append(f"<p>{' '.join(_said(sentence) for sentence in section.sentences)}</p>")
    if section.lines:
        parts.append(f"<ul>{''.join(f'<li>{_said(line)}</li>' for line in section.lines)}</ul>")
    parts += [_rest(section.rest)]
    parts += [_chart(chart) for chart in section.charts]
    parts += [_table(table) for table in section.tables]
    return "".join(parts) + "\n"


def _said(said: Said) -> str:
    return html.escape(said.text) + "<sup>, </sup>".join(_mark(mark) for mark in said.marks)


def _mark(mark: Mark) -> str:
    place = f' id="r{mark.number}"' if mark.first else ""
    return f'<sup{place}><a href="#n{mark.number}">{mark.number}</a></sup>'


def _chart(chart: Bars) -> str:
    return f'<h3>{html.escape(chart.title)}</h3><p class="legend">{svg.legend(chart)}</p>{svg.drawn(chart)}'


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in table.head)
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in table.rows)
    title = f"<h3>{html.escape(table.title)}</h3>" if table.title else ""
    return f"{title}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{_rest(table.rest)}"


def _cells(row: Sequence[Said]) -> str:
    return "".join(f"<td>{_said(cell)}</td>" for cell in row)


def _rest(text: str) -> str:
    return f'<p class="rest">{html.escape(text)}</p>' if text else ""


def _quote(text: str) -> str:
    return f": <q>{html.escape(text)}</q>" if text else ""
