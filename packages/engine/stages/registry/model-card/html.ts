/** Text that is safe between tags and in attributes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A table whose first column names its rows; cells are text. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell, k) => (k === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`)).join('');
  const headings = head.map(heading => `<th scope="col">${escaped(heading)}</th>`).join('');
  const body = rows.map(row => `<tr>${cells(row)}</tr>`).join('\n');
  return `<div class="wide"><table><caption>${escaped(caption)}</caption><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table></div>`;
}

export function paragraphs(texts: readonly string[]): string {
  return texts.map(text => `<p>${escaped(text)}</p>`).join('\n');
}

export function list(texts: readonly string[]): string {
  return `<ul>${texts.map(text => `<li>${escaped(text)}</li>`).join('')}</ul>`;
}
