import { useEffect } from 'react';

/** Prints dark on white whatever the screen shows, and gives the screen its theme back afterwards. */
export function useLightPrint(): void {
  useEffect(() => {
    const printing = globalThis.matchMedia('print');
    const page = document.documentElement;
    const shown = 'data-mantine-color-scheme';
    let before: string | null = null;
    const change = ({ matches }: MediaQueryListEvent) => {
      if (matches) before = page.getAttribute(shown);
      const scheme = matches ? 'light' : before;
      if (scheme) page.setAttribute(shown, scheme);
    };
    printing.addEventListener('change', change);
    return () => printing.removeEventListener('change', change);
  }, []);
}
