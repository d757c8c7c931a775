import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep water green: calm beside the three outcome colours, and readable as text on white. */
const water: MantineColorsTuple = [
  '#eaf6f8',
  '#d3e9ed',
  '#a5d2da',
  '#74bac6',
  '#4ea5b5',
  '#3698ab',
  '#1f8194',
  '#0f6b7c',
  '#0b5c6b',
  '#074651',
];

export const theme = createTheme({
  colors: { water },
  primaryColor: 'water',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, 'Liberation Mono', 'DejaVu Sans Mono', monospace",
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
});
