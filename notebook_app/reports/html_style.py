"""How a document looks as a web page: on a screen by day and by night, and on paper."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d211f; --muted: #5b625f; --accent: #1f5c4d;
  --alert: #8f2f24; --line: #c6c9c4; --page: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8df; --muted: #b0aca2;
  --accent: #86c9b4; --alert: #f0a196; --line: #4b4a45; --page: #1e1d1a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 48rem; color: var(--ink);
  background: var(--page); font: 1rem/1.45 Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.1rem; color: var(--accent); border-bottom: 1px solid currentColor;
  margin: 2rem 0 .9rem; padding-bottom: .2rem; display: flex; gap: 1rem; }
h2.alert, .mark { color: var(--alert); }
h2 small { margin-inline-start: auto; font-weight: normal; color: var(--muted); }
header p, footer, .muted, th, .aside { color: var(--muted); }
.reference { float: inline-end; width: 7.5rem; height: 7.5rem; margin-inline-start: 1rem; }
header::after { content: ""; display: block; clear: both; }
header p { margin: .1rem 0; display: flex; gap: 1rem; justify-content: space-between; }
p, .text { white-space: pre-line; }
article { display: grid; grid-template-columns: 1.6rem 1fr; margin: 0 0 1.1rem;
  break-inside: avoid; }
article.plain { grid-template-columns: 1fr; }
.box { width: 1.05rem; height: 1.05rem; border: 1.5px solid currentColor; border-radius: 3px;
  margin-top: .2rem; }
.code { font-size: .75rem; }
.name { font-weight: 650; font-size: 1.1rem; }
.line { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: baseline; }
.end { margin-inline-start: auto; text-align: end; }
.reach { font-weight: 650; }
a { color: inherit; text-decoration: none; }
.act { font-weight: 650; }
.mark { border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem; font-size: .85rem; }
.trail, .aside, small { font-size: .85rem; }
dl { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .1rem 1rem;
  margin: .2rem 0; }
dt { color: var(--muted); font-size: .85rem; }
dd { margin: 0; white-space: pre-line; }
img { width: 6rem; height: 6rem; object-fit: cover; border-radius: .4rem; float: inline-end;
  margin-inline-start: 1rem; }
.ruled { border-bottom: 1px solid var(--line); height: 1.7rem; color: var(--muted);
  font-size: .7rem; padding-top: .8rem; }
.compact { columns: 2 18rem; column-gap: 2rem; }
.compact article { margin-bottom: .5rem; font-size: .92rem; }
.compact .name { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; }
th { font-weight: normal; font-size: .85rem; text-align: start; vertical-align: bottom; }
th, td { padding: .2rem .9rem .2rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; white-space: pre-line; }
thead th { border-color: currentColor; }
tfoot td { font-weight: 650; border-top: 2px solid var(--ink); border-bottom: 0; }
.number { text-align: end; padding-inline-end: 0; font-variant-numeric: tabular-nums; }
th.number + th.number, td.number + td.number { padding-inline-start: .9rem; }
.bars { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .3rem .9rem;
  margin: .8rem 0; align-items: center; }
.bar { display: flex; align-items: center; gap: .5rem; }
.track { display: flex; flex: 0 1 auto; height: 1rem; }
.part { border: 1px solid var(--ink); height: 100%; }
.part + .part { border-inline-start: 0; }
.legend { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem;
  font-size: .85rem; }
.legend span { display: flex; gap: .4rem; align-items: center; }
.legend .part { width: 1.4rem; height: .8rem; }
.part { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.p0 { background: var(--accent); }
.p1 { background: repeating-linear-gradient(135deg, var(--ink) 0 1px, transparent 1px 5px); }
.p2 { background: #cfcfcf; }
.p3 { background: repeating-linear-gradient(45deg, var(--ink) 0 1px, transparent 1px 4px),
  repeating-linear-gradient(135deg, var(--ink) 0 1px, transparent 1px 4px); }
.p4 { background: #858585; }
.p5 { background: repeating-linear-gradient(90deg, var(--ink) 0 1px, transparent 1px 4px); }
.p6 { background: transparent; }
.p7 { background: repeating-linear-gradient(45deg, var(--ink) 0 1px, #dddddd 1px 5px); }
footer { margin-top: 2.5rem; font-size: .85rem; display: flex; justify-content: space-between; }
@media print {
  :root { --ink: #000; --muted: #444; --accent: #1f5c4d; --alert: #8f2f24; --line: #999;
    --page: #fff; color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  h2 { break-after: avoid; }
  .new-page { break-before: page; }
  .reference { width: 26mm; height: 26mm; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
""".strip()
PATTERNS: Final = 8
"""How many patterns ``.p0`` and so on the parts of bars have."""
