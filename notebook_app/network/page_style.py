"""How the phone's page looks: the notebook's own colours, light and dark, and large letters.

One style sheet inside the page, known to the browser by its hash. It uses nothing that a phone of
ten years ago lacks; what is newer stands in rules of its own, which such a phone passes over.
"""

from base64 import b64encode
from hashlib import sha256
from string import Template
from typing import Final

LIGHT: Final = {
    "page": "#FAF8F4",
    "card": "#FFFFFF",
    "line": "#E2DCD0",
    "strong_line": "#D3CBBB",
    "ink": "#22252A",
    "muted": "#6B665A",
    "accent": "#1D5C4D",
    "on_accent": "#FFFFFF",
    "accent_soft": "#DCEBE5",
    "danger": "#9A3A23",
    "danger_soft": "#F6DED7",
    "hover": "#F4F1EA",
}
DARK: Final = {
    "page": "#1F1D1A",
    "card": "#292622",
    "line": "#3B372F",
    "strong_line": "#4D483E",
    "ink": "#EAE5DA",
    "muted": "#AAA394",
    "accent": "#7CC4AC",
    "on_accent": "#10241D",
    "accent_soft": "#22392F",
    "danger": "#F0937B",
    "danger_soft": "#472A22",
    "hover": "#2E2B26",
}
"""The colours of the window by the same names; a test holds them to it."""

_FORM = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;padding:20px 16px 48px;font:1.125em/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word;word-wrap:break-word}
main{display:block;max-width:34em;margin:0 auto}
.brand{margin:0 0 .35em;font-size:.8em;font-weight:600;letter-spacing:.04em}
h1{margin:0 0 .45em;font-size:1.55em;line-height:1.25;font-weight:600}
h2{margin:0 0 .4em;font-size:1.15em;line-height:1.3;font-weight:600}
p{margin:0 0 .6em}
.lead{margin-bottom:1.2em}
.card{margin:0 0 20px;padding:18px;border:1px solid;border-radius:9px}
.card>:last-child,li:last-child>:last-child{margin-bottom:0}
label{display:block;font-weight:600;margin:0 0 .15em}
.hint{font-size:.86em;margin:0 0 .5em}
input,textarea,button{font:inherit;color:inherit}
input[type=file]{display:block;width:100%;padding:14px 10px;margin:0 0 1.2em;border:2px dashed;
border-radius:8px;font-size:.95em}
textarea{display:block;width:100%;min-height:6.5em;padding:10px 12px;margin:0 0 1.2em;
border:1px solid;border-radius:8px;resize:vertical}
button{display:block;width:100%;min-height:3em;padding:.6em 1em;border:0;border-radius:8px;
font-size:1.1em;font-weight:600;cursor:pointer;-webkit-appearance:none;appearance:none}
.big{font-size:1.35em;font-weight:600;line-height:1.3;margin:0 0 .3em}
.mark{display:inline-block;width:1.5em;height:1.5em;margin:0 .15em;border-radius:50%;
text-align:center;line-height:1.5}
ul{list-style:none;margin:0 0 .6em;padding:0}
li{margin:0 0 .5em}
ul>:last-child{margin-bottom:0}
.offer{display:block;padding:12px 14px;margin:0 0 .7em;border:1px solid;border-radius:8px;
text-decoration:none;font-weight:600}
.offer small{display:block;font-weight:400;font-size:.86em}
details{margin:0 0 .2em;border-bottom:1px solid}
summary{padding:.75em .1em;font-weight:600;cursor:pointer}
ol{margin:0 0 1em;padding:0 0 0 1.6em}
[dir=rtl] ol{padding:0 1.6em 0 0}
ol,.safety{-webkit-hyphens:auto;hyphens:auto}
.safety{margin:1.4em 0 0;font-size:.86em}
"""
_NEWER = """
@supports (font:-apple-system-body) and (-webkit-touch-callout:none){html{font:-apple-system-body}}
"""
_BUTTON_IN_FIELD = (
    "{font:inherit;font-size:.95em;font-weight:600;border:0;border-radius:7px;padding:8px 12px;"
    "max-width:100%;white-space:normal}"
)
_PARTS_OF_FIELD = ("::-webkit-file-upload-button", "::file-selector-button")

_COLOURS = Template(
    """body{background:$page;color:$ink}
.brand,.lead,.hint,.offer small,.safety,ol{color:$muted}
.brand,summary,.offer{color:$accent}
.card{background:$card;border-color:$line}
input[type=file]{background:$hover;border-color:$strong_line}
textarea{background:$page;border-color:$strong_line}
button{background:$accent;color:$on_accent}
.offer{background:$hover;border-color:$strong_line}
details{border-color:$line}
.good{background:$accent_soft;border-color:$accent}
.good .big{color:$accent}
.good .mark{background:$accent;color:$on_accent}
.bad{background:$danger_soft;border-color:$danger}
.bad .big{color:$danger}
.bad .mark{background:$danger;color:$page}
.offer .mark{background:$accent;color:$on_accent}
a:focus,button:focus,input:focus,textarea:focus,summary:focus{outline:3px solid $accent;
outline-offset:2px}
"""
)


def _parts(colours: dict[str, str]) -> str:
    ground = f"{{background:{colours['accent']};color:{colours['on_accent']}}}"
    return "".join(f"input{part}{ground}\n" for part in _PARTS_OF_FIELD)


def _sheet() -> str:
    in_field = "".join(f"input{part}{_BUTTON_IN_FIELD}\n" for part in _PARTS_OF_FIELD)
    light = _COLOURS.substitute(LIGHT) + _parts(LIGHT)
    dark = _COLOURS.substitute(DARK) + _parts(DARK)
    return (
        f"{_FORM}{_NEWER}{in_field}{light}@media (prefers-color-scheme:dark){{\n"
        f":root{{color-scheme:dark}}\n{dark}}}\n"
    )


STYLE: Final = _sheet()

STYLE_HASH: Final = b64encode(sha256(STYLE.encode("utf-8")).digest()).decode("ascii")
"""For the ``Content-Security-Policy``: this style and no other."""
