import { reportFonts } from '../fonts/font-faces.ts';

/** Style of the page, on screen and on paper. */
export const pageStyle = `
:root { color-scheme: light; --ink: #1f1d1a; --soft: #55504a; --line: #d6d0c8; --accent: #12436d; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.55 ${reportFonts}; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 2.5rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin-block: 0 0.25rem; }
h2 { font-size: 1.3rem; margin-block: 2.25rem 0.5rem; break-after: avoid; }
h3 { font-size: 1rem; margin-block: 1rem 0.25rem; break-after: avoid; }
h1, h2, h3, caption { font-weight: 600; }
.lead { color: var(--soft); margin-block: 0 0.25rem; }
.finding { font-size: 1.1rem; border-inline-start: 4px solid var(--accent); padding-inline-start: 0.75rem; break-after: avoid; }
h4 { font-size: 0.95rem; font-weight: 600; margin-block: 1rem 0.25rem; break-after: avoid; }
.caveats { color: var(--soft); font-size: 0.9rem; padding-inline-start: 1.2rem; }
figure { margin: 1rem 0; break-inside: avoid; }
svg { inline-size: 100%; block-size: auto; display: block; }
figcaption { font-weight: 600; font-size: 0.9rem; margin-block: 0.5rem 0.25rem; break-after: avoid; }
.small { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; } .small figure { margin: 0.5rem 0; } .small .tick { font-size: 24px; }
.name { font-size: 13px; fill: var(--ink); }
.grid { stroke: var(--line); stroke-width: 1; }
.zero { stroke: var(--ink); stroke-width: 1; }
.track { fill: #eeeae4; }
.tick, .axis { font-size: 13px; fill: var(--soft); }
.key { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; font-size: 0.9rem; }
.key svg { inline-size: auto; block-size: 12px; display: inline-block; margin-inline-end: 0.4rem; }
dl { break-inside: avoid; }
.first { border-block-end: 1px solid var(--line); padding-block-end: 1.5rem; }
.pillar .finding { margin-block: 0.25rem; } .pillar .lead { font-size: 0.85rem; }
.metric { margin-block-end: 1.25rem; }
.metric .finding { margin-block: 0.25rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.85rem; font-variant-numeric: tabular-nums; margin-block: 0.75rem; min-inline-size: 50%; }
caption { text-align: start; padding-block: 0.25rem; }
th, td { border-block-end: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: end; white-space: nowrap; }
th[scope="row"], thead th:first-child { text-align: start; font-weight: 400; }
thead th { font-weight: 600; white-space: normal; vertical-align: bottom; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
@page { size: A4; margin: 16mm; @bottom-center { content: counter(page); font: 9pt ${reportFonts}; color: #55504a; } }
@media print {
  body { font-size: 10.5pt; } main { max-inline-size: none; padding: 0; }
  .scroll { overflow: visible; } table { font-size: 8.5pt; } th, td { padding: 1.5pt 4pt; }
  .wide table { font-size: 7pt; } .wide th, .wide td { padding: 1.5pt 2pt; }
  .whole, .top, .short, .question > p, dl, li, p { break-inside: avoid; } caption { break-after: avoid; }
  .first { break-after: page; border: 0; padding: 0; font-size: 9.2pt; line-height: 1.42; }
  .first h1 { font-size: 17pt; } .first h2 { font-size: 11.5pt; margin-block: 0.7rem 0.15rem; } .first h3 { font-size: 9.5pt; margin-block: 0.35rem 0; }
  .first p, .first ul, .first dl { margin-block: 0.15rem; } .first .finding { font-size: 10.5pt; } .first ul { padding-inline-start: 1.1rem; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; } .pair dl { gap: 0 0.75rem; }
  .definitions { font-size: 9pt; } .definitions h3 { font-size: 9pt; margin-block: 0.5rem 0; } .definitions p { margin-block: 0; }
  tr { break-inside: avoid; } tbody tr:nth-child(-n+3) { break-before: avoid; } thead { display: table-header-group; break-inside: avoid; }
}`;
