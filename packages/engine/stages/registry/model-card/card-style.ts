/** Readable on a screen, in the dark, on a phone, and on paper. */
export const cardStyle = `
:root { color-scheme: light dark; --line: #8886; --soft: #8881; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 2rem; border-bottom: 1px solid var(--line); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; margin: 1rem 0; }
caption { text-align: left; padding-bottom: .3rem; opacity: .8; } th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid var(--line); }
th:first-child { text-align: left; } thead th { background: var(--soft); } code { overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } section { break-inside: avoid-page; } }
`;
