const remembered = 'rikuy.reloaded-at';
const soon = 30_000;

/**
 * A page left open while the server was upgraded asks for parts that are gone: it loads itself anew. Not twice in a
 * row, so that a part that is truly missing shows as an error instead of a loop.
 */
export function reloadAfterUpgrade(): void {
  globalThis.addEventListener('vite:preloadError', event => {
    if (Date.now() - Number(sessionStorage.getItem(remembered)) < soon) return;
    event.preventDefault();
    sessionStorage.setItem(remembered, String(Date.now()));
    location.reload();
  });
}
