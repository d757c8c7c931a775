import { useComputedColorScheme } from '@mantine/core';

/** Colours of charts: two series apart for every kind of colour vision (water and ochre), the rest quiet. */
export interface Palette {
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  readonly surface: string;
  readonly first: string;
  readonly second: string;
}

const light: Palette = {
  text: '#212529',
  quiet: '#566069',
  grid: '#e3e7ea',
  surface: '#ffffff',
  first: '#0b5c6b',
  second: '#b45309',
};
const dark: Palette = {
  text: '#e9ecef',
  quiet: '#a4adb5',
  grid: '#3a3f44',
  surface: '#1e2124',
  first: '#74bac6',
  second: '#f5b041',
};

export function usePalette(): Palette {
  return useComputedColorScheme('light') === 'dark' ? dark : light;
}
