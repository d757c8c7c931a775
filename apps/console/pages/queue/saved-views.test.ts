import { expect, it } from 'vitest';
import { withoutView, withView } from './saved-views.ts';

const callao = { name: 'Callao', filters: { oficina: '118' } };
const red = { name: 'Rojos', filters: { canal: 'rojo' } };

it('a view of the same name gives way to the new one', () => {
  const changed = { name: 'Callao', filters: { oficina: '235' } };
  expect(withView([callao, red], changed)).toEqual([red, changed]);
});

it('removes by name', () => {
  expect(withoutView([callao, red], 'Callao')).toEqual([red]);
});
