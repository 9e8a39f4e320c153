"""The colours and distances of the window, by what they are for; nothing else names a colour.

Light is the set of the design; dark is the same notebook by lamplight: warm dark paper, the same
roles. Tests measure that each text stands out from each ground that it is drawn on.
"""

from typing import Final

from notebook_app.foundation.record import record

TIGHT: Final = 4
SMALL: Final = 8
MEDIUM: Final = 12
LARGE: Final = 16
WIDE: Final = 24
"""Distances between things, in device-independent pixels."""

RADIUS: Final = 8
CONTROL_RADIUS: Final = 7
"""Roundness of panels and of controls, in device-independent pixels."""


@record
class Tokens:
    """One set of colours, as ``#RRGGBB``.

    ``*_soft`` are the grounds of badges and chips, and the text on them is the role of the same
    name (``neutral`` on ``neutral_soft``). ``on_*`` is text on a full ground of that colour.
    """

    page: str
    side: str
    card: str
    line: str
    strong_line: str
    ink: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    alert: str
    on_alert: str
    amber: str
    amber_soft: str
    amber_bar: str
    blue: str
    blue_soft: str
    neutral: str
    neutral_soft: str
    hover: str
    selected: str
    highlight: str
    focus: str
    toast: str
    on_toast: str
    toast_accent: str


LIGHT: Final = Tokens(
    page="#FAF8F4",
    side="#F1EDE5",
    card="#FFFFFF",
    line="#E2DCD0",
    strong_line="#D3CBBB",
    ink="#22252A",
    muted="#6B665A",
    accent="#1D5C4D",
    accent_hover="#174B3F",
    on_accent="#FFFFFF",
    accent_soft="#DCEBE5",
    danger="#9A3A23",
    danger_soft="#F6DED7",
    alert="#B4472E",
    on_alert="#FFFFFF",
    amber="#7A5A10",
    amber_soft="#F5E6BF",
    amber_bar="#C58B2A",
    blue="#2B4F7E",
    blue_soft="#DDE6F2",
    neutral="#565145",
    neutral_soft="#EAE5DA",
    hover="#F4F1EA",
    selected="#E9F0ED",
    highlight="#F4F9F7",
    focus="#1D5C4D",
    toast="#2B2E33",
    on_toast="#FAF8F4",
    toast_accent="#8FD3BD",
)

DARK: Final = Tokens(
    page="#1F1D1A",
    side="#191714",
    card="#292622",
    line="#3B372F",
    strong_line="#4D483E",
    ink="#EAE5DA",
    muted="#AAA394",
    accent="#7CC4AC",
    accent_hover="#92D2BD",
    on_accent="#10241D",
    accent_soft="#22392F",
    danger="#F0937B",
    danger_soft="#472A22",
    alert="#F0937B",
    on_alert="#2A120B",
    amber="#E2B65A",
    amber_soft="#3F331A",
    amber_bar="#C99A43",
    blue="#9DB9E8",
    blue_soft="#283549",
    neutral="#C3BCAD",
    neutral_soft="#37332B",
    hover="#2E2B26",
    selected="#26352F",
    highlight="#23302B",
    focus="#7CC4AC",
    toast="#EAE5DA",
    on_toast="#22252A",
    toast_accent="#1D5C4D",
)
