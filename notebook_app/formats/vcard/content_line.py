"""Splits a line into group, name, parameters and value with a scanner that cannot backtrack."""

from dataclasses import dataclass
from functools import lru_cache

from notebook_app.formats.vcard import quoted_printable
from notebook_app.formats.vcard.label_words import label_from_types

_ENCODINGS = {
    "QUOTED-PRINTABLE": "QUOTED-PRINTABLE",
    "BASE64": "BASE64",
    "B": "BASE64",
    "8BIT": "",
    "7BIT": "",
}
_BARE_VALUE_KINDS = frozenset({"INLINE", "URL", "URI", "CID", "CONTENT-ID"})
_CUSTOM = "X-CUSTOM("
_LONGEST_REMEMBERED = 120


@dataclass(frozen=True, slots=True)
class Head:
    """All of a line before its colon; equal heads are mostly parsed only once, and shared.

    ``name`` is upper case. ``label`` is what the types say, in our words. ``parameters``
    holds everything but types, encodings and charsets, names in upper case.
    """

    group: str
    name: str
    types: tuple[str, ...]
    label: str
    preferred: bool
    quoted_printable: bool
    base64: bool
    charset: str
    parameters: dict[str, str]


def split_line(line: str) -> tuple[str, str] | None:
    """Return what stands before and after the colon, or None if there is none."""
    head, colon, value = line.partition(":")
    if not colon:
        return None
    if '"' not in head:
        return head, value
    position = _colon_outside_quotes(line)
    return (line[:position], line[position + 1 :]) if position >= 0 else (head, value)


def parse_head(text: str) -> Head:
    """Parse group, name and parameters; bare parameters of vCard 2.1 are types or encodings."""
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _parsed(text)


@lru_cache(maxsize=2_000)
def _remembered(text: str) -> Head:
    """Parse a head as long as heads usually are: they come again from card to card."""
    return _parsed(text)


def _parsed(text: str) -> Head:
    pieces = text.split(";") if '"' not in text else split_outside_quotes(text)
    group, dot, name = pieces[0].strip().partition(".")
    if not dot:
        group, name = "", group
    types: list[str] = []
    encoding = charset = ""
    preferred = False
    others: dict[str, str] = {}
    for piece in pieces[1:]:
        key, equals, content = piece.strip().partition("=")
        key, content = key.strip().upper(), content.strip().replace('"', "")
        if key.startswith(_CUSTOM):
            types.append(_custom_label(piece.strip()[len(_CUSTOM) :]))
        elif not equals:
            if key in _ENCODINGS:
                encoding = _ENCODINGS[key]
            elif key in _BARE_VALUE_KINDS:
                others["VALUE"] = key
            elif key:
                types.append(piece.strip().strip('"'))
        elif key == "TYPE":
            types += [word.strip() for word in content.split(",") if word.strip()]
        elif key == "ENCODING":
            encoding = _ENCODINGS.get(content.upper(), "")
        elif key == "CHARSET":
            charset = content
        elif key == "PREF":
            preferred = content in {"", "1"}
            others.setdefault(key, content)
        else:
            others.setdefault(key, content)
    return Head(
        group=group,
        name=name.strip().upper(),
        types=tuple(types),
        label=label_from_types(types),
        preferred=preferred or any(word.upper() == "PREF" for word in types),
        quoted_printable=encoding == "QUOTED-PRINTABLE",
        base64=encoding == "BASE64",
        charset=charset,
        parameters=others,
    )


def _custom_label(text: str) -> str:
    """Read what follows ``X-CUSTOM(``, Android's own labels: ``CHARSET=UTF-8,ENCODING=…,text)``."""
    *settings, label = text.removesuffix(")").split(",")
    charset = next((item[8:] for item in settings if item.upper().startswith("CHARSET=")), "")
    if any("QUOTED-PRINTABLE" in item.upper() for item in settings):
        return quoted_printable.decoded(label, charset)
    return label


def _colon_outside_quotes(line: str) -> int:
    position = 0
    colon = line.find(":")
    while True:
        if 0 <= colon < position:
            # Looked for again only when passed: a far one would be searched for at each quote.
            colon = line.find(":", position)
        quote = line.find('"', position)
        if colon < 0 or quote < 0 or colon < quote:
            return colon
        closing = line.find('"', quote + 1)
        if closing < 0:
            return -1
        position = closing + 1


def split_outside_quotes(text: str) -> list[str]:
    """Return the parts of a head between its semicolons, those inside quotes left alone."""
    pieces: list[str] = []
    # Collected and joined: adding to a long text again and again takes quadratic time.
    open_piece: list[str] = []
    for number, stretch in enumerate(text.split('"')):
        if number % 2:
            open_piece += ('"', stretch, '"')
            continue
        first, *rest = stretch.split(";")
        open_piece.append(first)
        for piece in rest:
            pieces.append("".join(open_piece))
            open_piece = [piece]
    pieces.append("".join(open_piece))
    return pieces
