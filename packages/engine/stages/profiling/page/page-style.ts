/** The page's own style: nothing is fetched. The language is chosen by two radio buttons, without a script. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1f2328;--quiet:#5b636d;--line:#d8dee4;--paper:#fff;--card:#f7f8fa;--bar:#4c6ef5;--dot:#c2410c;--warn:#a04400;--neg:#c2410c}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8eb;--quiet:#a3abb5;--line:#3a414a;--paper:#15181c;--card:#1d2127;--bar:#91a7ff;--dot:#ff922b;--warn:#ffb066;--neg:#ff922b}}
*{box-sizing:border-box}
body{margin:0;font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums}
body>*{max-width:1200px;margin-inline:auto;padding-inline:16px}
h1{font-size:1.6rem;margin:20px 0 4px;overflow-wrap:anywhere}h2{font-size:1.15rem;margin:28px 0 8px}h3{font-size:1rem;margin:0 0 2px;overflow-wrap:anywhere}
code{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:.95em}
.quiet{color:var(--quiet);font-size:.88rem}p.quiet{margin:4px 0}
.tag{font-size:.75rem;border:1px solid var(--line);border-radius:99px;padding:1px 8px;color:var(--quiet);white-space:nowrap}
.languages{display:flex;gap:12px;justify-content:flex-end;padding-top:12px;border:0;margin-block:0}
.languages legend{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}
body:has(#en:checked) [lang=es],body:has(#es:checked) [lang=en]{display:none}
header dl{grid-template-columns:repeat(auto-fit,minmax(min(100%,230px),1fr))}.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:12px}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px;min-width:0;break-inside:avoid}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:2px 14px;margin:8px 0}
dl div{display:flex;justify-content:space-between;gap:8px;border-bottom:1px solid var(--line)}dt{color:var(--quiet)}dd{margin:0;text-align:right;min-width:0;overflow-wrap:anywhere}
.chart{display:block;width:100%;height:96px;border-bottom:1px solid var(--line)}
.bar{fill:var(--bar)}.dot{stroke:var(--dot);stroke-width:5;stroke-linecap:round;vector-effect:non-scaling-stroke}.hit{fill:transparent}.dotted{color:var(--dot)}
.caption{margin:8px 0 2px;font-size:.82rem;color:var(--quiet)}.ends{display:flex;justify-content:space-between;margin:2px 0;font-size:.8rem;color:var(--quiet)}
table{border-collapse:collapse;width:100%;font-size:.86rem}th{font-weight:500;text-align:left;overflow-wrap:anywhere}td{text-align:right;padding:1px 4px}
.values th[scope=row]{max-width:12em}.track{width:35%}.track i{display:block;height:10px;background:var(--bar);border-radius:2px}
.values thead th,.values td{white-space:nowrap}.values thead{color:var(--quiet);font-size:.8rem}
.warnings{padding-left:20px}.warnings li{margin:3px 0}.warnings li::marker{color:var(--warn)}
figure{margin:12px 0}figcaption{font-weight:600;margin-bottom:4px}.wide{overflow-x:auto}
.matrix{width:auto;font-size:.78rem}.matrix td{min-width:3.2em;text-align:center;padding:3px}.matrix thead th{vertical-align:bottom;padding:2px 3px}.matrix thead th span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:11em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.matrix th[scope=row]{white-space:nowrap;padding-right:8px}
.positive{background:color-mix(in srgb,var(--bar) var(--strength),transparent)}.negative{background:color-mix(in srgb,var(--neg) var(--strength),transparent)}
summary{cursor:pointer;font-size:.85rem;color:var(--quiet)}:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
footer{padding-block:24px;color:var(--quiet);font-size:.85rem}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#444;--line:#bbb;--paper:#fff;--card:#fff;--bar:#3b5bdb;--dot:#c2410c}.languages{display:none}body{font-size:11px}.bar,.track i,.matrix td{print-color-adjust:exact;-webkit-print-color-adjust:exact}.wide{overflow:visible}}
`.trim();
