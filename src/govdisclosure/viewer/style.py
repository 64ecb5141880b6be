"""The look of the view, on top of that of rendered reports."""

__all__ = ["STYLE", "highlight"]

STYLE = """
:root { --seen: #2d6a2d; --here: #ffd54a; --here-ink: #1b1b1b; }
@media (prefers-color-scheme: dark) { :root { --seen: #9bd69b; --here: #ffd54a; } }
body { max-width: none; padding: 0; }
header { padding: .75rem 1rem .5rem; border-bottom: 1px solid var(--line); background: var(--band); }
header h1 { font-size: 1.2rem; margin: 0 0 .25rem; } header p { margin: 0 0 .35rem; font-size: .9rem; }
header p.notice { border-inline-start: .3rem solid var(--warning); padding-inline-start: .6rem; }
.digest { color: var(--soft); overflow-wrap: anywhere; } nav ul { margin: 0; font-size: .9rem; }
section { position: relative; padding: 0 1rem 2rem; min-width: 0; } section h2 { margin-top: 1rem; }
section h3 { margin-top: 1.5rem; } section h4 { margin-top: 1rem; } h5 { margin: .5rem 0; font-weight: 600; }
.source p { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; } .source td p { margin: 0; }
.source table { width: auto; min-width: 60%; font-size: .9rem; }
table.broad { min-width: 38rem; } .read .sheet { min-width: 30rem; }
/* What may be cut anywhere still leaves a time or a number whole. */
.source td { min-width: 3.2em; text-align: start; padding: .25rem .4rem; }
.source p.page { color: var(--soft); border-top: 2px dashed var(--line); margin: 1.5rem 0 .5rem; font-weight: 600; }
.source td p.page { margin: 0; }
details.unseen { border: 1px dashed var(--line); padding: .25rem .6rem; margin: 0 0 .6rem; color: var(--soft); }
summary { cursor: pointer; } details p { margin-top: .3rem; }
mark { padding: 0 .1em; border-bottom: 2px solid transparent; }
mark a { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
mark.error { border-bottom: 2px solid var(--error); } mark.warning { border-bottom: 2px dashed var(--warning); }
mark.info { border-bottom: 2px dotted var(--info); }
td.error, .facts tr.error > td { background: var(--error-band); }
td.warning, .facts tr.warning > td { background: var(--warning-band); }
td.info, .facts tr.info > td { background: var(--info-band); }
.seen td.error { outline: 2px solid var(--error); outline-offset: -2px; }
.seen td.warning { outline: 2px dashed var(--warning); outline-offset: -2px; }
.seen td.info { outline: 1px dotted var(--info); outline-offset: -1px; }
.flag, .also { display: inline-block; min-width: 1.5rem; margin-inline-start: .25em; padding: 0 .3em; font-size: .75rem;
  line-height: 1.5rem; text-align: center; text-decoration: none; border-radius: .3em; border: 1px solid currentColor;
  white-space: nowrap; text-indent: 0; background: var(--paper); }
.flag.error { color: var(--error); } .flag.warning { color: var(--warning); } .flag.info { color: var(--info); }
.flag.error::before { content: "\\2716\\A0" attr(data-number); }
.flag.warning::before { content: "\\25B2\\A0" attr(data-number); }
.flag.info::before { content: "\\25CF\\A0" attr(data-number); }
.sign.error::before { content: "\\2716\\A0"; } .sign.warning::before { content: "\\25B2\\A0"; }
.sign.info::before { content: "\\25CF\\A0"; }
.sign.error { color: var(--error); } .sign.warning { color: var(--warning); } .sign.info { color: var(--info); }
.also::before { content: "\\2192"; }
.findings { list-style: none; padding: 0; } .findings p { margin: 0 0 .25rem; overflow-wrap: anywhere; }
.findings li { border-inline-start: .3rem solid; padding: .4rem .75rem; margin: 0 0 .6rem; background: var(--band); }
.findings li.error { border-color: var(--error); } .findings li.warning { border-color: var(--warning); }
.findings li.info { border-color: var(--info); } .findings code { color: var(--soft); font-size: .85em; }
.facts th, .facts td { vertical-align: top; overflow-wrap: anywhere; } .facts tbody th { font-weight: 400; width: 40%; }
.facts .own { color: var(--soft); display: block; } .facts td:nth-child(2) { min-width: 5rem; }
.nowhere { color: var(--soft); font-style: italic; }
.read .sheet { font-size: .8rem; line-height: 1.35; } .read .sheet th, .read .sheet td { padding: .2rem .25rem; }
.sheet td a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; line-height: 1.5rem;
  font-variant-numeric: tabular-nums; }
.sheet td .flag { display: block; margin: .15rem auto 0; padding: 0; border: 0; font-weight: 600; }
:target { scroll-margin: 4rem; outline: none; }
mark:target { HERE }
mark:target mark { background: inherit; color: inherit; }
tr:target > *, .sheet td:target, li:target { outline: 3px solid var(--link); outline-offset: -3px; }
@media (min-width: 64rem) { @media screen {
  html, body { height: 100%; } body { display: flex; flex-direction: column; }
  main { flex: 1; min-height: 0; display: grid; grid-template-columns: 1fr 1fr; }
  section { overflow: auto; } .source { border-inline-end: 1px solid var(--line); } } }
@media print { table.broad, .read .sheet { min-width: 0; }
  section { padding: 0; } mark { background: none; border-bottom: 1px solid; }
  .flag, .also { background: none; }
  .seen tr { break-inside: auto; } }
"""
_HERE = "background: var(--here); color: var(--here-ink); outline: 3px solid var(--link); outline-offset: 1px;"
STYLE = STYLE.replace("HERE", _HERE)


def highlight(ids: list[str]) -> str:
    """Rules for marks in several pieces: the others light up with the one that has the id."""
    return "".join(f':root:has([id="{at}"]:target) [data-of="{at}"] {{ {_HERE} }}\n' for at in ids)
