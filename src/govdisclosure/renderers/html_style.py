"""The looks of pages, as style sheets. What a site may want to change are the variables in ``:root``."""

__all__ = ["LANGUAGES", "OFFICIAL", "READING", "STYLE"]

#: The look of tables, marks and findings, in light and dark.
STYLE = """
:root { --ink: #1b1b1b; --soft: #4a4a4a; --line: #b9b9b9; --paper: #fff; --band: #f3f5f8; --link: #0b4f8a;
  --mark: #fdf3c8; --error: #a4161a; --error-band: #fdecea; --warning: #7a4b00; --warning-band: #fff4dc;
  --info: #22527a; --info-band: #e8f1f8; --bar: #2b6a9b; --measure: 46rem;
  --sans: "Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
    sans-serif; }
:root:lang(zh-Hant), :lang(zh-Hant) { --sans: "Noto Sans", "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC",
  "Microsoft JhengHei", sans-serif; }
/* Paper is light whatever the screen is. */
@media screen and (prefers-color-scheme: dark) { :root {
  --ink: #ececec; --soft: #c2c2c2; --line: #5a5a5a; --paper: #16181c;
  --band: #22262c; --link: #8ec5f5; --mark: #4a4319; --error: #ffb3ae; --error-band: #4a1d1d; --warning: #ffd48a;
  --warning-band: #46350f; --info: #a9d3f2; --info-band: #17303f;
  --bar: #7db8e6; } }
html { color-scheme: light dark; }
body { margin: 0 auto; max-width: var(--measure); padding: 1.5rem 1rem 4rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.75 var(--sans); }
:lang(zh-Hant) { font-family: var(--sans); }
h1, h2, h3, h4, h5, h6, p { overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.35; margin: 0 0 1.25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p { margin: 0 0 .9rem; }
article p:lang(zh) { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.25rem; font-size: .95rem; line-height: 1.5; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top; }
/* Words of the page are never cut; the report's own may hold anything, a run of a thousand letters too. */
td bdi, th bdi { overflow-wrap: anywhere; } th > bdi, td.number bdi { overflow-wrap: normal; }
.table { overflow-x: auto; margin: 0 0 1.25rem; } .table table { margin: 0; }
th { background: var(--band); font-weight: 600; }
/* Words that are longer than the form's own need wider tables than the lines of a text are. */
@media screen and (min-width: 72rem) {
  .table:has(> .sheet):not(:lang(zh)) { margin-inline: calc((100% - 66rem) / 2); }
  .sheet:not(:lang(zh)) { width: auto; min-width: calc(var(--measure) - 2rem); margin-inline: auto; } }
table.sheet { font-size: .9rem; } .sheet th, .sheet td { padding: .3rem .4rem; vertical-align: middle; }
.sheet th { font-weight: 400; background: var(--paper); } .sheet th.column, .sheet th.banner { text-align: center; }
.sheet th.column, .sheet tbody th.corner { font-weight: 600; } .sheet th.column:not([colspan]) { min-width: 2em; }
.sheet th.tall { writing-mode: vertical-rl; text-align: center; width: 1.6rem; letter-spacing: .1em; }
[dir=rtl] .sheet th.tall { letter-spacing: normal; }
.sheet th.heading { min-width: 1.5em; } .sheet th.row { text-align: start; } .sheet td { text-align: center; }
.sheet td.number { text-align: center; } .sheet td.absent { color: var(--soft); }
.sheet td.unit { white-space: nowrap; }
.sheet th.banner { background: var(--info-band); }
.sheet td.error { background: var(--error-band); outline: 2px solid var(--error); outline-offset: -2px; }
.sheet td.warning { background: var(--warning-band); outline: 2px solid var(--warning); outline-offset: -2px; }
.sheet td.info { background: var(--info-band); }
th.number, td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
a { color: var(--link); }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
mark.error, tr.error > * { background: var(--error-band); }
mark.warning, tr.warning > * { background: var(--warning-band); }
mark.info, tr.info > * { background: var(--info-band); }
tr.error > th { color: var(--error); } tr.warning > th { color: var(--warning); } tr.info > th { color: var(--info); }
:target { scroll-margin-top: 2rem; outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
footer { margin-top: 3rem; color: var(--soft); overflow-wrap: anywhere; }
@media (max-width: 30rem) { td.number { white-space: normal; } }
@media print { html { color-scheme: light; } .table { overflow: visible; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  a { color: inherit; text-decoration: none; } tr, h2, h3 { break-inside: avoid; }
  /* A header over thirty rows would take them all to the next page; so would words written downwards. */
  .sheet tr { break-inside: auto; } .sheet th.tall:lang(zh) { writing-mode: horizontal-tb; letter-spacing: 0; }
  h2, h3, h4 { break-after: avoid; }
  mark { background: none; } }
"""

#: For reading: what is common, and charts.
READING = (
    STYLE
    + """
/* What may be cut anywhere still leaves a short word whole: a year, a number of a register. */
table:not(.sheet) > thead + tbody > tr > td:not(.number) { min-width: 5em; }
table:not(.sheet) > tbody:first-child > tr > td { min-width: 8.5em; }
/* Labels of the page are short: their words stay whole, and a long one beside numbers gets room. */
table:not(.sheet) th { min-width: 3em; } table:not(.sheet) > thead th.number { white-space: normal; }
table:not(.sheet) > thead th:not(.number), table:not(.sheet) > tbody:first-child > tr > th { word-break: keep-all; }
table:not(.sheet) > thead + tbody > tr:has(> td.number) > th { min-width: 6em; }
@media screen and (min-width: 48rem) {
  table:not(.sheet) > thead + tbody > tr:has(> td.number) > th { min-width: 12em; } }
.chart { margin: 0 0 2rem; break-inside: avoid; } figcaption { margin: 0 0 .5rem; font-weight: 600; }
figcaption bdi { font-weight: 400; overflow-wrap: anywhere; }
figcaption strong { margin-inline-start: .5em; font-variant-numeric: tabular-nums; }
.chart svg { display: block; overflow: hidden; font-size: .9rem; }
.chart text { fill: var(--ink); unicode-bidi: plaintext; }
.chart .number { text-anchor: end; font-variant-numeric: tabular-nums; font-weight: 600; }
.chart .series { font-weight: 600; } .compared .number { font-weight: 400; }
.chart rect { fill: var(--bar); } .chart p { margin: .25rem 0 0; font-size: .9rem; }
@media (forced-colors: active) { .chart text { fill: CanvasText; } .chart rect { fill: Highlight; } }
@page { margin: 18mm; }
@media print { .chart p { display: none; } .chart svg { font-size: 8pt; } }
"""
)

#: As offices print it (GB/T 9704-2012): a title in the middle, imitation Song for the text, black Song in the tables,
#: full borders, the signature on the right, the margins of an official document.
OFFICIAL = (
    STYLE
    + """
:root { --measure: 44rem; --song: "Noto Serif", "SimSun", "STSong", "Songti SC", "Noto Serif CJK SC", serif;
  --fangsong: "FangSong", "FangSong_GB2312", "STFangsong", "Noto Serif", "Noto Serif CJK SC", serif;
  --hei: "SimHei", "STHeiti", "Heiti SC", "Noto Sans", "Noto Sans CJK SC", sans-serif;
  --kai: "KaiTi", "KaiTi_GB2312", "STKaiti", "Noto Serif", "Noto Serif CJK SC", serif; }
:root:lang(zh-Hant), :lang(zh-Hant) { --song: "PMingLiU", "Songti TC", "Noto Serif CJK TC", serif;
  --fangsong: var(--song); --kai: "DFKai-SB", "BiauKai", var(--song); }
body, :lang(zh-Hant) { font-family: var(--fangsong); } body { font-size: 1.15rem; line-height: 1.9; }
h1 { font: 700 1.7rem/1.5 var(--song); text-align: center; margin: 1rem 0 2.5rem; }
h2 { font: 400 1.15rem/1.9 var(--hei); border: 0; margin: 1rem 0 0; padding: 0; }
h3 { font: 400 1.15rem/1.9 var(--kai); margin: .5rem 0 0; }
h4, h5, h6 { font: 700 1.15rem/1.9 var(--fangsong); margin: .5rem 0 0; }
:is(h2, h3, h4, h5, h6, p):lang(zh) { text-indent: 2em; } p { margin: 0; } p:lang(zh) { text-align: justify; }
.table { margin: 1rem 0 1.5rem; } .sheet, .sheet :lang(zh-Hant) { font-family: var(--song); }
.sheet th, .sheet td, .sheet th.banner { border-color: var(--ink); background: none; }
.signature { margin: 2.5rem 0 0; color: inherit; break-inside: avoid; }
.signature p { text-align: center; text-indent: 0; width: max-content; max-width: 100%; min-width: 12em;
  margin-inline-start: auto; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media print { body { font-size: 16pt; line-height: 29pt; } h1 { font-size: 22pt; line-height: 33pt; }
  h2, h3, h4, h5, h6 { font-size: 16pt; line-height: 29pt; } .sheet { font-size: 9pt; } }
"""
)

#: Where a page has several languages: the first one, or the one that the address leads into.
LANGUAGES = """
.language + .language { display: none; }
.language:target, .language:has(:target) { display: block; content-visibility: visible; }
main:has(> .language + .language:target, > .language + .language :target) > .language:first-child { display: none; }
.language:target { outline: none; }
.languages ul { margin: 0 0 .5rem; } .languages [aria-current] { font-weight: 600; color: inherit;
  text-decoration: none; }
"""
