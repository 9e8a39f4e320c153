"""A document as a web page that can be read alone: in a browser, in a mail, printed from there.

Everything from the notebook is escaped, each text runs in its own direction, nothing is fetched
from anywhere, and no script would be run if there were any.
"""

import base64
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final
from urllib.parse import quote

from notebook_app.reports.bar_shares import shares
from notebook_app.reports.document import Bars, Document, Entry, Section, Table
from notebook_app.reports.html_style import PATTERNS, STYLE

_NOTHING_FROM_ELSEWHERE: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_LARGEST_PICTURE: Final = 400_000
_PICTURES: Final = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))
_WHITE: Final = 4
_NO_NUMBER: Final = re.compile(r"[^0-9+*#]")


SquaresOf = Callable[[str], Sequence[Sequence[bool]]]
"""Makes the squares of a QR code, row by row, dark ones True."""


def html_document(document: Document, squares_of: SquaresOf | None = None) -> str:
    """Return the whole page; ``squares_of`` draws the code by which its paper is found again."""
    return "\n".join(_page(document, squares_of)) + "\n"


def alone_standing(
    title: str,
    subtitle: str,
    body: Sequence[str],
    style: str,
    *,
    from_the_right: bool = False,
) -> str:
    """Return another kind of page in the same look: ``body`` is markup, ``style`` what is added."""
    named = " – ".join(part for part in (title, subtitle) if part)
    start = "\n".join(_start(named, f"{STYLE}\n{style}", from_the_right=from_the_right))
    below = f"<p>{_span(subtitle)}</p>" if subtitle else ""
    head = f"<header>\n{_element('h1', title)}{below}\n</header>\n<main>"
    return "\n".join([start, head, *body, "</main>\n</body>\n</html>"]) + "\n"


def _start(title: str, style: str, *, from_the_right: bool = False) -> Iterator[str]:
    direction = ' dir="rtl"' if from_the_right else ""
    yield f'<!DOCTYPE html>\n<html lang="en"{direction}>\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_FROM_ELSEWHERE}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>\n<style>\n{style}\n</style>\n</head>\n<body>"


def _page(document: Document, squares_of: SquaresOf | None) -> Iterator[str]:
    title = " – ".join(part for part in (document.title, document.subtitle) if part)
    yield from _start(title, STYLE)
    yield "<header>"
    if document.reference_code and squares_of is not None:
        yield _code(squares_of(document.reference_code), document.reference)
    yield _element("h1", document.title)
    yield f"<p>{_span(document.subtitle)}{_span(document.summary)}</p>\n</header>\n<main>"
    for section in document.sections:
        yield from _section(section, compact=document.compact)
    yield "</main>\n<footer>"
    yield f"{_span(document.foot)}{_span(document.reference)}</footer>\n</body>\n</html>"


def _section(section: Section, *, compact: bool) -> Iterator[str]:
    yield '<section class="new-page">' if section.on_new_page else "<section>"
    aside = f"<small>{escape(section.aside)}</small>" if section.aside else ""
    alert = ' class="alert"' if section.alert else ""
    if section.heading or aside:
        yield f"<h2{alert}>{_span(section.heading)}{aside}</h2>"
    for piece in section.pieces():
        if isinstance(piece, str):
            yield _element("p", piece)
        elif isinstance(piece, Bars):
            yield from _bars(piece)
        else:
            yield from _table(piece)
    if section.entries:
        yield '<div class="compact">' if compact else "<div>"
        for entry in section.entries:
            yield "".join(_entry(entry))
        yield "</div>"
    yield "</section>"


def _entry(entry: Entry) -> Iterator[str]:
    if entry.box:
        code = _element("div", entry.code, "code muted")
        yield f'<article><div><div class="box"></div>{code}</div><div>'
    else:
        yield '<article class="plain"><div>'
    yield _picture(entry)
    reach = _phone(entry.phone) + _email(entry.email)
    end = f'<span class="end">{reach}</span>' if reach else ""
    when = "" if entry.act or not entry.name else _span(entry.when, "aside")
    yield _line(when + _span(entry.name, "name") + _span(entry.beside, "muted") + end)
    late = _span(entry.aside, "aside") + (" " if entry.aside else "") + _span(entry.mark, "mark")
    yield _element("div", entry.place)
    said = [_span(entry.when) if entry.act else "", _span(entry.act, "act")]
    said.append(_span(entry.text, "text"))
    yield _line("".join(said) + (f'<span class="end">{late}</span>' if late.strip() else ""))
    if entry.rows:
        rows = "".join(_element("dt", label or " ") + _element("dd", v) for label, v in entry.rows)
        yield f"<dl>{rows}</dl>"
    if entry.trail:
        pieces = "".join(f"<bdi>{escape(piece)}</bdi>" for piece in entry.trail)
        yield f'<div class="trail muted">{pieces}</div>'
    for label in entry.ruled:
        yield f'<div class="ruled">{escape(label)}</div>'
    yield "</div></article>"


def _picture(entry: Entry) -> str:
    data = entry.picture() if entry.picture is not None else b""
    kind = next((kind for start, kind in _PICTURES if data.startswith(start)), "")
    if not kind or len(data) > _LARGEST_PICTURE:
        return ""
    return f'<img alt="" src="data:{kind};base64,{base64.b64encode(data).decode("ascii")}">'


def _phone(number: str) -> str:
    if not number:
        return ""
    dialled = quote(_NO_NUMBER.sub("", number), safe="+*")
    return f'<div class="reach"><a href="tel:{dialled}">{escape(number)}</a></div>'


def _email(address: str) -> str:
    if not address:
        return ""
    return f'<div><a href="mailto:{quote(address, safe="@")}">{escape(address)}</a></div>'


def _code(squares: Sequence[Sequence[bool]], named: str) -> str:
    """Return a code as one path, with the white that belongs around it."""
    side, dark = len(squares) + 2 * _WHITE, []
    for y, line in enumerate(squares, _WHITE):
        x = _WHITE
        for is_dark, run in groupby(line):
            length = len(list(run))
            if is_dark:
                dark.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return (
        f'<svg class="reference" viewBox="0 0 {side} {side}" role="img"'
        f' aria-label="{escape(named)}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{"".join(dark)}"/></svg>'
    )


def _table(table: Table) -> Iterator[str]:
    numbers = frozenset(table.numbers)

    def row(cells: Sequence[str], tag: str) -> str:
        whole = [*cells, *[""] * (len(table.columns) - len(cells))][: len(table.columns)]
        return "".join(
            _element(tag, cell, "number" if at in numbers else "", always=True)
            for at, cell in enumerate(whole)
        )

    yield f"<table>\n<thead><tr>{row(table.columns, 'th')}</tr></thead>\n<tbody>"
    for cells in table.rows:
        yield f"<tr>{row(cells, 'td')}</tr>"
    yield "</tbody>"
    if table.total:
        yield f"<tfoot><tr>{row(table.total, 'td')}</tr></tfoot>"
    yield "</table>"


def _bars(bars: Bars) -> Iterator[str]:
    yield '<div class="bars">'
    if bars.parts:
        named = (
            f'<span><i class="part p{at % PATTERNS}"></i>{escape(name)}</span>'
            for at, name in enumerate(bars.parts)
        )
        yield f'<div class="legend">{"".join(named)}</div>'
    for (label, _parts, value), lengths in zip(bars.bars, shares(bars), strict=True):
        # The longest bar leaves a fifth for the value behind it.
        whole = sum(lengths) * 80
        parts = "".join(
            f'<i class="part p{at % PATTERNS}" style="width: {100 * length / sum(lengths):.2f}%">'
            "</i>"
            for at, length in enumerate(lengths)
            if length
        )
        track = f'<span class="track" style="width: {whole:.2f}%">{parts}</span>' if parts else ""
        yield f'{_element("div", label, always=True)}<div class="bar">{track}{_span(value)}</div>'
    yield "</div>"


def _line(content: str) -> str:
    return f'<div class="line">{content}</div>' if content else ""


def _span(text: str, kind: str = "") -> str:
    return _element("span", text, kind)


def _element(tag: str, text: str, kind: str = "", *, always: bool = False) -> str:
    if not text and not always:
        return ""
    named = f' class="{kind}"' if kind else ""
    return f'<{tag}{named} dir="auto">{escape(text)}</{tag}>'
