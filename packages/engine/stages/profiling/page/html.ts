import type { Bilingual } from '@rikuy/contracts';

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Both languages; the style shows the one chosen. */
export function both({ es, en }: Bilingual): string {
  return es === en ? escaped(es) : `<span lang="es">${escaped(es)}</span><span lang="en">${escaped(en)}</span>`;
}

export function say(es: string, en: string): string {
  return both({ es, en });
}
