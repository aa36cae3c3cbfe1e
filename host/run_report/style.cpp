#include "run_report/page.hpp"

namespace datagen::host {

const char* const report_style = R"css(
:root { --ground: #ffffff; --ink: #1c2430; --soft: #5c6878; --line: #dde3ea; --panel: #f5f7fa; --accent: #2f6fb2;
  --accent-soft: #dbe8f6; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14181e; --ink: #e3e8ee; --soft: #94a1b1; --line: #2c343f; --panel: #1c222b; --accent: #6aa8e8;
    --accent-soft: #22384f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1240px; padding: 32px 24px 64px; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
h1 { font-size: 28px; margin: 0 0 16px; }
h2 { font-size: 19px; margin: 40px 0 4px; }
a { color: var(--accent); text-decoration: none; }
.facts { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 0; padding: 16px 20px; background: var(--panel);
  border: 1px solid var(--line); border-radius: 8px; }
.facts dt { color: var(--soft); font-size: 12px; }
.facts dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
.note { color: var(--soft); margin: 0 0 12px; }
div.note { font-size: 12px; margin: 0; }
.wide { overflow-x: auto; }
.relations { display: block; margin: 8px 0; }
.relations rect { fill: var(--panel); stroke: var(--accent); }
.relations a:hover rect { fill: var(--accent-soft); }
.relations text { fill: var(--ink); font-size: 13px; }
.relations .name { font-weight: 600; }
.relations .rows { fill: var(--soft); font-size: 12px; }
.relations .key { fill: none; stroke: var(--soft); stroke-width: 1.2; }
.relations .back { stroke-dasharray: 4 3; }
.relations marker path { fill: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 7px 14px 7px 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 500; white-space: nowrap; }
tbody th { font-weight: 600; white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table.columns td:nth-child(6) { font-variant-numeric: tabular-nums; white-space: nowrap; }
table.rows td { white-space: nowrap; font-family: ui-monospace, "Liberation Mono", monospace; font-size: 12px; }
td.null { color: var(--soft); font-style: italic; }
.mark { display: inline-block; margin-left: 6px; padding: 0 5px; border-radius: 4px; background: var(--accent-soft);
  color: var(--accent); font-size: 10px; font-weight: 600; vertical-align: 1px; }
.histogram rect { fill: var(--accent); }
.histogram .axis { stroke: var(--line); }
.values { list-style: none; margin: 0; padding: 0; font-size: 12px; }
.values li { display: flex; align-items: center; gap: 8px; line-height: 17px; }
.values .label { width: 150px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.values .bar { display: inline-block; height: 9px; border-radius: 2px; background: var(--accent); }
.values .share { color: var(--soft); font-variant-numeric: tabular-nums; }
details { margin-top: 10px; }
summary { cursor: pointer; color: var(--accent); }
@media print { body { max-width: none; } details { display: none; } }
)css";

}  // namespace datagen::host
